import { type Entry, compareBy } from './finder-entries';
import type { FrozenWords } from './finder-words';
import type { Item } from './item';

/**
 * Everything that a finder holds, in few long lists: stored and read in a moment, where reading the
 * items themselves and taking their words in again takes as long as there are items.
 */
export type FrozenFinder = {
  readonly entries: FrozenEntries;
  readonly words: FrozenWords;
};

/** Entries column by column, the newest first. */
type FrozenEntries = {
  readonly ids: readonly string[];
  readonly kinds: Texts;
  readonly speakers: Texts;
  readonly sites: Texts;
  readonly tags: Texts;
  readonly collections: Texts;
  readonly savedAt: Float64Array;
  readonly changedAt: Float64Array;
  readonly when: Float64Array;
  readonly twin: Float64Array;
};

/** Some texts in each row; every text stands once, the rows name it by its number. */
type Texts = {
  readonly texts: readonly string[];
  readonly from: Int32Array;
  readonly numbers: Int32Array;
};

/** The entries that are there, the newest first, and the new number of each old one. */
export function inNewOrder(entries: readonly (Entry | undefined)[]): {
  readonly entries: readonly Entry[];
  readonly renumbered: Int32Array;
} {
  const compare = compareBy('newest');
  const numbered = entries.flatMap((entry, number) => (entry ? [{ entry, number }] : []));
  const sorted = numbered.toSorted((a, b) => compare(a.entry, b.entry));
  const renumbered = new Int32Array(entries.length).fill(-1);
  for (const [index, { number }] of sorted.entries()) renumbered[number] = index;
  return { entries: sorted.map(({ entry }) => entry), renumbered };
}

export function freezeEntries(entries: readonly Entry[]): FrozenEntries {
  const column = (of: (entry: Entry) => number): Float64Array => Float64Array.from(entries, of);
  return {
    ids: entries.map(({ id }) => id),
    kinds: textsOf(entries.map(({ kind }) => [kind])),
    speakers: textsOf(entries.map(({ speaker }) => [speaker])),
    sites: textsOf(entries.map(({ site }) => [site])),
    tags: textsOf(entries.map(({ tags }) => tags)),
    collections: textsOf(entries.map(({ collections }) => collections)),
    savedAt: column(({ savedAt }) => savedAt),
    changedAt: column(({ changedAt }) => changedAt),
    when: column(({ when }) => when),
    twin: column(({ twin }) => twin),
  };
}

export function thawEntries(frozen: FrozenEntries): Entry[] {
  const { ids, savedAt, changedAt, when, twin } = frozen;
  const kinds = rowsOf(frozen.kinds);
  const speakers = rowsOf(frozen.speakers);
  const sites = rowsOf(frozen.sites);
  const tags = rowsOf(frozen.tags);
  const collections = rowsOf(frozen.collections);
  return ids.map((id, row) => ({
    id,
    kind: kindOf(firstOf(kinds(row))),
    tags: tags(row),
    collections: collections(row),
    savedAt: at(savedAt, row),
    changedAt: at(changedAt, row),
    speaker: firstOf(speakers(row)),
    site: firstOf(sites(row)),
    when: at(when, row),
    twin: at(twin, row),
  }));
}

function at(column: Float64Array, row: number): number {
  return column[row] ?? 0;
}

function firstOf(texts: readonly string[]): string {
  return texts[0] ?? '';
}

const KINDS: readonly Item['kind'][] = [
  'claim',
  'person',
  'organisation',
  'figure',
  'selection',
  'page',
];

function kindOf(text: string): Item['kind'] {
  return KINDS.find((kind) => kind === text) ?? 'page';
}

function textsOf(rows: readonly (readonly string[])[]): Texts {
  const known = new Map<string, number>();
  const from = new Int32Array(rows.length + 1);
  const numbers: number[] = [];
  for (const [row, texts] of rows.entries()) {
    for (const text of texts) {
      const number = known.get(text) ?? known.size;
      known.set(text, number);
      numbers.push(number);
    }
    from[row + 1] = numbers.length;
  }
  return { texts: [...known.keys()], from, numbers: Int32Array.from(numbers) };
}

const NONE: readonly string[] = [];

function rowsOf({ texts, from, numbers }: Texts): (row: number) => readonly string[] {
  return (row) => {
    const [start = 0, end = 0] = [from[row], from[row + 1]];
    if (start === end) return NONE;
    const found: string[] = [];
    for (const number of numbers.subarray(start, end)) found.push(texts[number] ?? '');
    return found;
  };
}
