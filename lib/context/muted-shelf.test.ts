import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/annotate/annotation';
import type { Mute } from '@/lib/settings';
import {
  DATASETS,
  deskOver,
  figureIn,
  harbourEntity,
  harbourRef,
  mentionIn,
  quoteIn,
} from '@/test/support/harbour';
import {
  entityId,
  figure,
  link,
  person,
  publisher,
  source,
  statement,
  verdict,
} from '@/test/support/records';
import type { Context } from './context';
import type { PageWords } from './desk';
import { lookUp } from './look-up';
import type { LoadedDataset } from './memory-shelf';

/** What another dataset says of the harbour's records: a link between two of them, a verdict, a value. */
const GOSSIP: LoadedDataset = {
  label: { id: 'gossip', title: 'Quay gossip', edition: 1 },
  records: [
    publisher('Quay Post'),
    person('Ned Fall'),
    source('2024-gossip', { publisher: entityId('Quay Post'), published: '2024-05-04' }),
    statement('heard', {
      by: 'Ned Fall',
      about: [],
      from: '2024-gossip',
      text: 'No fishing licence was refused in the northern harbours last winter, I heard',
      said: '2024-05-04',
    }),
    Object.assign(link('heard', 'disputes', { to: harbourRef('statement', 'none refused') }), {
      from: harbourRef('statement', 'refused in the north'),
    }),
    Object.assign(verdict('heard', { reviewer: entityId('Quay Post') }), {
      of: harbourRef('statement', 'none refused'),
    }),
    Object.assign(figure('rumoured', { of: 'refusals', value: '999', from: '2024-gossip' }), {
      measure: harbourRef('measure', 'refusals'),
      attributedTo: entityId('Ned Fall'),
    }),
  ],
};
const ALL = [...DATASETS, GOSSIP];

const CASES: Readonly<
  Record<string, { readonly annotation: Annotation; readonly page: PageWords }>
> = {
  'a claim': quoteCase(),
  'a figure': figureCase(),
  'a name': mentionCase(),
};

test.for(Object.entries(CASES))(
  'a muted dataset is as one not held: %s',
  async ([, { annotation, page }]) => {
    const mutes: Mute[] = [{ what: 'dataset', id: 'gossip', label: '' }];

    const muted = await lookUp(annotation, page, deskOver(ALL, { mutes }));

    expect(muted).toEqual(await lookUp(annotation, page, deskOver(DATASETS)));
  },
);

test('shows what another dataset says of a record, its verdict and its value, where it is not muted', async () => {
  const [claim, number] = await Promise.all([contextOf('a claim'), contextOf('a figure')]);

  expect(JSON.stringify(claim)).toContain('Half right');
  expect(JSON.stringify(claim)).toContain(harbourRef('statement', 'refused in the north'));
  expect(JSON.stringify(number)).toContain('999');
});

function gossip(name: string): string {
  return `gossip:${entityId(name)}`;
}

test('a muted reviewer’s verdict and a muted person’s value are gone, the records they speak of are not', async () => {
  const mutes: Mute[] = ['Quay Post', 'Ned Fall'].map((name) => ({
    what: 'person',
    id: gossip(name),
    label: name,
  }));

  const [claim, number] = await Promise.all([
    contextOf('a claim', mutes),
    contextOf('a figure', mutes),
  ]);

  expect(JSON.stringify(claim)).not.toContain('Half right');
  expect(claim).toMatchObject({ matched: { ref: harbourRef('statement', 'none refused') } });
  expect(JSON.stringify(number)).not.toContain('999');
  expect(number).toMatchObject({ measure: { ref: harbourRef('measure', 'refusals') } });
});

test('a muted speaker does not head the card of what is quoted', async () => {
  const mutes: Mute[] = [{ what: 'person', id: harbourEntity('Ada Marsh'), label: '' }];

  expect(await contextOf('a claim', mutes)).not.toHaveProperty('speaker');
});

async function contextOf(name: string, mutes: readonly Mute[] = []): Promise<Context> {
  const { annotation, page } = CASES[name] ?? quoteCase();
  return await lookUp(annotation, page, deskOver(ALL, { mutes }));
}

function quoteCase(): (typeof CASES)[string] {
  const { quote, page } = quoteIn(
    '“«No fishing licence was refused in the northern harbours last winter»,” Marsh said.',
    'Ada Marsh',
  );
  return { annotation: quote, page };
}

function figureCase(): (typeof CASES)[string] {
  const { figure: annotation, page } = figureIn(
    'There were «12 licences» among the refused licences.',
    { value: 12, unit: 'licence' },
  );
  return { annotation, page };
}

function mentionCase(): (typeof CASES)[string] {
  const { mention, page } = mentionIn('«Ada Marsh» spoke.', {
    name: 'Ada Marsh',
    entities: [harbourEntity('Ada Marsh')],
  });
  return { annotation: mention, page };
}
