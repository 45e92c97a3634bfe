import { expect, test } from 'vitest';
import { DATASETS, deskOver, figureIn, harbourRef } from '@/test/support/harbour';
import {
  entityId,
  figure as figureOf,
  measure as measureOf,
  source,
  topic,
} from '@/test/support/records';
import { figureContext } from './figure-context';

test('finds the measure, its other values oldest to newest, and what only looks like it', async () => {
  const { figure, page } = figureIn(
    'The ministry put the «12 licences» refused last year in a table of refused licences.',
    {
      value: 12,
      unit: 'licence',
    },
  );

  const { measure, different } = await figureContext(figure, page, deskOver());

  expect(measure?.name).toEqual({ en: 'Refused licences, by the ministry' });
  expect(measure?.observations.map(({ period, value }) => [period, value])).toEqual([
    ['2022', '40'],
    ['2023', '12'],
  ]);
  expect(different.map(({ measure: { name }, reason }) => [name['en'], reason['en']])).toEqual([
    ['Complaints', 'Complaints are not refusals.'],
  ]);
});

test.for([
  {
    name: 'another value of the measure',
    text: 'Of all boats, «30 licences» were among the refused licences.',
    value: 30,
    unit: 'licence',
    found: true,
  },
  {
    name: 'a share where the measure counts',
    text: 'Refused licences rose by «12%» on the year.',
    value: 12,
    unit: 'percentage',
    found: false,
  },
  {
    name: 'the value without its cue',
    text: 'The choir sang «12 songs» at the harbour fair.',
    value: 12,
    unit: 'song',
    found: false,
  },
  {
    name: 'a cue inside another word',
    text: 'Some «12 precomplaintsx» were heard.',
    value: 12,
    unit: 'precomplaintsx',
    found: false,
  },
])('$name: measure $found', async ({ text, value, unit, found }) => {
  const { figure, page } = figureIn(text, { value, unit });

  const { measure } = await figureContext(figure, page, deskOver());

  expect(measure !== undefined).toBe(found);
});

test('reaches the statements that tell the number', async () => {
  const { figure, page } = figureIn(
    'The union spoke of hundreds: its members had «200 applications» turned down, hundreds of applications.',
    {
      value: 200,
      unit: 'application',
    },
  );

  const { measure, claims } = await figureContext(figure, page, deskOver());

  expect(measure?.ref).toBe(harbourRef('measure', 'refusals by union'));
  expect(claims.map(({ speaker }) => speaker.name)).toEqual(['Bo Reed']);
});

test('says nothing of a muted dataset', async () => {
  const { figure, page } = figureIn('There were «12 licences» among the refused licences.', {
    value: 12,
    unit: 'licence',
  });

  const context = await figureContext(
    figure,
    page,
    deskOver(undefined, { mutes: [{ what: 'dataset', id: 'harbour', label: '' }] }),
  );

  expect(context.measure).toBeUndefined();
});

/** One measure, kept in two places with the same cue. */
const TWO_PLACES = [
  ...DATASETS,
  {
    label: { id: 'counts', title: 'Counts', edition: 1 },
    records: [
      source('census', { published: '2024-01-01' }),
      ...['Norland', 'Sutherby'].flatMap((name) => [
        topic(name),
        measureOf(`herring landed in ${name}`, {
          unit: 'tonnes',
          place: entityId(name),
          cues: { en: ['tonnes of herring landed at the quays'] },
        }),
        figureOf(`herring ${name} 2023`, {
          of: `herring landed in ${name}`,
          value: name === 'Norland' ? '40' : '70',
          period: '2023',
          from: 'census',
        }),
      ]),
    ],
  },
];

test.for([
  { text: 'In Norland, «90 tonnes of herring» landed at the quays.', place: 'Norland' },
  {
    text: 'Boats from Sutherby sold «90 tonnes of herring» landed at the quays.',
    place: 'Sutherby',
  },
  { text: 'In all, «70 tonnes of herring» landed at the quays.', place: 'Sutherby' },
  { text: 'In all, «90 tonnes of herring» landed at the quays.', place: undefined },
  { text: 'In Norlandia, «90 tonnes of herring» landed at the quays.', place: undefined },
])('chooses the measure by its place or not at all: $text', async ({ text, place }) => {
  const value = text.includes('70') ? 70 : 90;
  const { figure, page } = figureIn(text, { value, unit: 'tonne', of: ['herring'] });

  const { measure } = await figureContext(figure, page, deskOver(TWO_PLACES));

  expect(measure?.observations.map((one) => one.value)).toEqual(
    place && [place === 'Norland' ? '40' : '70'],
  );
});
