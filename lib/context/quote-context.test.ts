import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mute } from '@/lib/settings';
import {
  DATASETS,
  deskOver,
  harbourEntity,
  harbourRef,
  pageOf,
  quoteIn,
} from '@/test/support/harbour';
import { withdrawal } from '@/test/support/records';
import type { QuoteContext, StatementLine } from './context';
import { weightOf } from './context';
import type { PageWords } from './desk';
import { quoteContext } from './quote-context';
import { oldestFirst } from './time-line';

const CLAIM =
  '“«No fishing licence was refused in the northern harbours last winter»,” Marsh said.';

test('meets a claim with what the record says against it, each speaker once', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');

  const context = await quoteContext(quote, page, deskOver());

  expect(context.matched?.why.strength).toBe('same-words');
  expect(saidIn(context, 'disputedBy')).toEqual([
    'Bo Reed: Our members had hundreds of applications turned down',
    'Di Stone: We counted three hundred refusals on the quays ourselves',
  ]);
});

test('tells a reprint as one source with two addresses', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');

  const { matched, groups } = await quoteContext(quote, page, deskOver());

  expect(matched?.source.url).toBe('https://news.example/2024-speech');
  expect(matched?.alsoIn.map(({ publisher }) => publisher)).toEqual(['Coast Courier']);
  expect(groups[0]?.lines[0]?.alsoIn.map(({ publisher }) => publisher)).toEqual(['Coast Courier']);
});

test('shows what the speaker said before and after, on the subject alone', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');

  const { earlier, later } = await quoteContext(quote, page, deskOver());

  expect(earlier.map(({ text, standing }) => [text, standing])).toEqual([
    ['A few applications were turned down for want of papers', 'contradictsOwnEarlier'],
  ]);
  expect(later.map(({ text }) => text)).toEqual([
    'We eased the rules for licences after the complaints',
  ]);
});

test('names the opposite by others as the weaker thing it is', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');

  const { groups } = await quoteContext(quote, page, deskOver());

  const opposite = groups.find(({ relation }) => relation === 'oppositeOnSubject');
  expect(opposite?.lines.map(({ speaker, why }) => [speaker.name, why.strength])).toEqual([
    ['Cy Holm', 'same-subject'],
  ]);
});

test('says why: words of the page, link, who drew it, dataset', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');

  const { matched, groups } = await quoteContext(quote, page, deskOver());

  expect(matched?.why.matched).toContain('licence');
  expect(groups[0]?.lines[0]?.why).toMatchObject({
    strength: 'link',
    relation: 'disputes',
    linkStrength: 'explicit',
    drawnBy: 'publisher',
    dataset: { title: 'Harbour talk', edition: 3 },
  });
});

test.for([
  {
    name: 'the opposite of the words',
    text: 'Marsh said «fishing licences had been refused in the northern harbours last winter».',
  },
  {
    name: 'another speaker’s same words',
    text: 'Holm said «no fishing licence was refused in the northern harbours last winter».',
    speaker: 'Cy Holm',
  },
  {
    name: 'another place',
    text: 'Marsh said «no fishing licence was refused in the southern lakes of Norland this summer».',
  },
])('takes no statement for $name', async ({ text, speaker = 'Ada Marsh' }) => {
  const { quote, page } = quoteIn(text, speaker);

  const context = await quoteContext(quote, page, deskOver());

  expect(context.matched).toBeUndefined();
  expect(context.groups.filter(({ relation }) => relation !== 'oppositeOnSubject')).toEqual([]);
});

test.for([
  'He said «we will do everything we can for all of you».',
  'She said «the year was good and people were happy».',
  'She said «the winter was long».',
  'The band said «their last record was refused by no station».',
])('stays silent on %s', async (text) => {
  const { quote, page } = quoteIn(text);

  const context = await quoteContext(quote, page, deskOver());

  expect(weightOf(context)).toBe('none');
});

test('raises a mark only for links that the source or the same proposition makes', async () => {
  const strong = quoteIn(CLAIM, 'Ada Marsh');
  const weak = quoteIn('Marsh said «ferry fares will stay as they are until spring».', 'Ada Marsh');

  expect(weightOf(await quoteContext(strong.quote, strong.page, deskOver()))).toBe('direct');
  expect(weightOf(await quoteContext(weak.quote, weak.page, deskOver()))).toBe('some');
});

test('leaves out other statements of the very page', async () => {
  const { quote, page } = quoteIn(
    'Marsh said «ferry fares will stay as they are until spring».',
    'Ada Marsh',
  );
  const here: PageWords = { ...page, url: 'http://www.news.example/2023-answer/?from=home' };

  const { earlier } = await quoteContext(quote, here, deskOver());

  expect(earlier).toEqual([]);
});

test('tells what the reader has read before only when asked to', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');
  const line = {
    id: '1',
    speaker: 'Ada Marsh',
    words: 'Licences for all',
    url: 'https://a.example',
    title: 'A',
    seenAt: 1,
  };

  const without = await quoteContext(quote, page, deskOver());
  const withRecord = await quoteContext(
    quote,
    page,
    deskOver(DATASETS, {
      readBefore: async (speaker) => await Promise.resolve(speaker === 'Ada Marsh' ? [line] : []),
    }),
  );

  expect(without.read).toEqual([]);
  expect(withRecord.read).toEqual([line]);
});

const MUTES: readonly Mute[] = [
  { what: 'claim', id: harbourRef('statement', 'hundreds refused'), label: '' },
  { what: 'person', id: harbourEntity('Bo Reed'), label: '' },
  { what: 'person', id: harbourEntity('Cy Holm'), label: '' },
  { what: 'dataset', id: 'watch', label: '' },
  { what: 'dataset', id: 'harbour', label: '' },
  { what: 'site', id: 'news.example', label: '' },
  { what: 'all', id: '', label: '' },
];

test('never shows what the reader muted, whatever is muted together', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');
  const here = { ...page, url: 'https://news.example/other' };
  await fc.assert(
    fc.asyncProperty(fc.subarray([...MUTES]), async (mutes) => {
      const lines = linesOf(await quoteContext(quote, here, deskOver(DATASETS, { mutes })));

      const ids = new Set(mutes.map(({ id }) => id));
      const wide = mutes.some(({ what }) => what === 'site' || what === 'all');
      expect(
        lines.filter(
          ({ ref, speaker }) =>
            wide || ids.has(ref) || ids.has(speaker.ref) || ids.has(ref.split(':')[0] ?? ''),
        ),
      ).toEqual([]);
    }),
  );
});

test('a mute that has run out hides nothing', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');
  const mutes: Mute[] = [{ what: 'all', id: '', label: '', until: Date.UTC(2025, 0) }];

  const context = await quoteContext(quote, page, deskOver(DATASETS, { mutes }));

  expect(context.matched).toBeDefined();
});

test('never shows a withdrawn record', async () => {
  const keys =
    DATASETS[0]?.records.filter(({ type }) => type === 'statement').map(({ id }) => id) ?? [];
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');
  await fc.assert(
    fc.asyncProperty(fc.subarray(keys), async (withdrawn) => {
      const [talks, ...others] = DATASETS;
      if (!talks) return;
      const records = [...talks.records, ...withdrawn.map((id) => withdrawal(id))];

      const lines = linesOf(
        await quoteContext(quote, page, deskOver([{ ...talks, records }, ...others])),
      );

      const gone = new Set(withdrawn.map((id) => `harbour:${id}`));
      expect(lines.filter(({ ref }) => gone.has(ref))).toEqual([]);
    }),
  );
});

test('never shows a later statement as an earlier one, on whatever day', async () => {
  const { quote } = quoteIn(CLAIM, 'Ada Marsh');
  const { page } = quoteIn(CLAIM);
  await fc.assert(
    fc.asyncProperty(
      fc.date({ min: new Date('2022-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
      async (date) => {
        const day = date.toISOString().slice(0, 10);
        const { earlier, later } = await quoteContext(
          quote,
          pageOf(page.text, { published: day }),
          deskOver(),
        );

        expect(earlier.filter(({ said = '' }) => said > day)).toEqual([]);
        expect(later.filter(({ said = '' }) => said <= day)).toEqual([]);
        expect(earlier).toEqual(oldestFirst(earlier));
      },
    ),
  );
});

test('is the same whatever the order of datasets and records', async () => {
  const { quote, page } = quoteIn(CLAIM, 'Ada Marsh');
  const expected = await quoteContext(quote, page, deskOver());
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...DATASETS], { minLength: DATASETS.length }),
      fc.integer(),
      async (datasets, turn) => {
        const turned = datasets.map((dataset) => rotated(dataset, turn));

        expect(await quoteContext(quote, page, deskOver(turned))).toEqual(expected);
      },
    ),
  );
});

function rotated(dataset: (typeof DATASETS)[number], turn: number): (typeof DATASETS)[number] {
  const at = Math.abs(turn) % dataset.records.length;
  return { ...dataset, records: [...dataset.records.slice(at), ...dataset.records.slice(0, at)] };
}

function saidIn({ groups }: QuoteContext, relation: string): string[] {
  const lines = groups.find((group) => group.relation === relation)?.lines ?? [];
  return lines.map(({ speaker, text }) => `${speaker.name}: ${text}`);
}

function linesOf({
  matched,
  groups,
  earlier,
  later,
  alsoOnSubject,
  figures,
}: QuoteContext): StatementLine[] {
  return [
    ...(matched ? [matched] : []),
    ...groups.flatMap(({ lines }) => lines),
    ...earlier,
    ...later,
    ...alsoOnSubject,
    ...figures.flatMap(({ claims }) => claims),
  ];
}
