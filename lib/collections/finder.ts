import type { Item } from './item';
import { placeOf, siteOf } from './place';
import { queryWords, searchedText, searchWords } from './search-words';

/** Which items are wanted, and in which order; what is not said does not matter. */
export type FinderQuery = {
  readonly text?: string;
  /** In any of these collections; an empty list: in none at all. */
  readonly collections?: readonly string[];
  readonly kind?: Item['kind'];
  readonly speaker?: string;
  readonly site?: string;
  readonly tag?: string;
  /** Saved at this moment or later; before that one. Milliseconds since 1970. */
  readonly from?: number;
  readonly to?: number;
  readonly sort?: Sort;
};
export type Sort = 'newest' | 'oldest' | 'changed' | 'speaker' | 'site';

/** How often each value occurs, the most frequent first. */
export type Facets = Readonly<
  Record<'speakers' | 'sites' | 'tags' | 'kinds' | 'collections', readonly Counted[]>
>;
export type Counted = readonly [value: string, count: number];

/** All items in memory, without their words: enough to search, filter and sort at once. */
export type Finder = {
  /** Takes items in; one that is known already is replaced. */
  put(items: readonly Item[]): void;
  drop(ids: readonly string[]): void;
  /** Ids of the items wanted, in order. */
  find(query: FinderQuery): string[];
  facets(): Facets;
  /** Ids of items that hold the same words of the same page, the first saved first. */
  twins(): string[][];
  count(): number;
};

/** What is remembered of an item. */
type Entry = Pick<Item, 'id' | 'kind' | 'tags' | 'collections' | 'savedAt' | 'changedAt'> & {
  readonly speaker: string;
  readonly site: string;
  readonly place: string;
};

/** An inverted index: each word's items by number, the words sorted so that beginnings are found. */
type Words = {
  readonly numbers: Map<string, number[]>;
  sorted: string[];
};

/** Opens an empty finder. */
export function newFinder(): Finder {
  const entries: (Entry | undefined)[] = [];
  const numberOf = new Map<string, number>();
  const words: Words = { numbers: new Map(), sorted: [] };
  /** The numbers of all entries in each order asked for; what comes in makes them out of date. */
  const orders = new Map<Sort, number[]>();
  const drop = (id: string): void => {
    const number = numberOf.get(id);
    if (number === undefined) return;
    entries[number] = undefined;
    numberOf.delete(id);
  };
  return {
    put: (items) => {
      orders.clear();
      for (const item of items) {
        drop(item.id);
        const number = entries.push(entryOf(item)) - 1;
        numberOf.set(item.id, number);
        for (const word of searchWords(searchedText(item))) addWord(words, word, number);
      }
    },
    drop: (ids) => {
      for (const id of ids) drop(id);
    },
    find: ({ text = '', sort = 'newest', ...query }) => {
      const wanted = numbersWith(words, queryWords(text), entries.length);
      const order = orders.get(sort) ?? inOrder(entries, sort);
      orders.set(sort, order);
      const fits = fitOf(query);
      return idsIn(
        order,
        entries,
        (entry, number) => (!wanted || wanted[number] === 1) && fits(entry),
      );
    },
    facets: () => facetsOf(presentIn(entries)),
    twins: () => twinsIn(presentIn(entries)),
    count: () => numberOf.size,
  };
}

/** The ids of the entries that are kept, in order; a plain loop, for it runs over all at every key. */
function idsIn(
  order: readonly number[],
  entries: readonly (Entry | undefined)[],
  isKept: (entry: Entry, number: number) => boolean,
): string[] {
  const ids: string[] = [];
  for (const number of order) {
    const entry = entries[number];
    if (entry && isKept(entry, number)) ids.push(entry.id);
  }
  return ids;
}

function presentIn(entries: readonly (Entry | undefined)[]): Entry[] {
  return entries.filter((entry) => entry !== undefined);
}

function twinsIn(entries: readonly Entry[]): string[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.place}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => a.savedAt - b.savedAt).map(({ id }) => id));
}

function entryOf({ id, kind, tags, collections, savedAt, changedAt, ...item }: Item): Entry {
  const { speaker = '', target } = item;
  const site = siteOf(target.canonical ?? target.source);
  return { id, kind, tags, collections, savedAt, changedAt, speaker, site, place: placeOf(target) };
}

function addWord(words: Words, word: string, number: number): void {
  const numbers = words.numbers.get(word);
  if (numbers) numbers.push(number);
  else words.numbers.set(word, [number]);
}

/** Marks the numbers of entries that have, for each word, one that begins with it; undefined: all. */
function numbersWith(
  words: Words,
  beginnings: readonly string[],
  size: number,
): Uint8Array | undefined {
  let marks: Uint8Array | undefined;
  for (const beginning of beginnings) {
    const next = new Uint8Array(size);
    for (const numbers of postingsFrom(words, beginning)) markBoth(numbers, marks, next);
    marks = next;
  }
  return marks;
}

/** Marks the numbers that are marked before already; all, where there is no before. */
function markBoth(
  numbers: readonly number[],
  before: Uint8Array | undefined,
  next: Uint8Array,
): void {
  for (const number of numbers) if (!before || before[number] === 1) next[number] = 1;
}

/** The lists of numbers of all words with this beginning. */
function* postingsFrom(words: Words, beginning: string): Generator<readonly number[]> {
  if (words.sorted.length !== words.numbers.size) {
    words.sorted = [...words.numbers.keys()].toSorted();
  }
  const { sorted, numbers } = words;
  for (const word of wordsFrom(sorted, beginning)) yield numbers.get(word) ?? [];
}

function* wordsFrom(sorted: readonly string[], beginning: string): Generator<string> {
  let at = firstFrom(sorted, beginning);
  for (let word = sorted[at]; word?.startsWith(beginning) === true; word = sorted[at]) {
    yield word;
    at += 1;
  }
}

/** Index of the first word that is not before this one. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Fit = (entry: Entry) => boolean;

/** One test of an entry for all that the query says. */
function fitOf({ kind, speaker, site, tag, from, to, collections }: FinderQuery): Fit {
  const fits: Fit[] = [];
  if (kind !== undefined) fits.push((entry) => entry.kind === kind);
  if (speaker !== undefined) fits.push((entry) => entry.speaker === speaker);
  if (site !== undefined) fits.push((entry) => entry.site === site);
  if (tag !== undefined) fits.push((entry) => entry.tags.includes(tag));
  if (from !== undefined) fits.push((entry) => entry.savedAt >= from);
  if (to !== undefined) fits.push((entry) => entry.savedAt < to);
  if (collections) fits.push((entry) => isInOne(entry, collections));
  return (entry) => fits.every((fit) => fit(entry));
}

function isInOne(entry: Entry, collections: readonly string[]): boolean {
  return collections.length === 0
    ? entry.collections.length === 0
    : collections.some((id) => entry.collections.includes(id));
}

const ORDERS: Readonly<Record<Sort, (a: Entry, b: Entry) => number>> = {
  newest: (a, b) => b.savedAt - a.savedAt,
  oldest: (a, b) => a.savedAt - b.savedAt,
  changed: (a, b) => b.changedAt - a.changedAt,
  speaker: (a, b) => byName(a.speaker, b.speaker),
  site: (a, b) => byName(a.site, b.site),
};

/** Items without a name come last. */
function byName(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

function inOrder(entries: readonly (Entry | undefined)[], sort: Sort): number[] {
  const order = ORDERS[sort];
  const numbered = entries.flatMap((entry, number) => (entry ? [{ entry, number }] : []));
  return numbered
    .toSorted(
      ({ entry: a }, { entry: b }) => order(a, b) || b.savedAt - a.savedAt || byName(a.id, b.id),
    )
    .map(({ number }) => number);
}

function facetsOf(entries: readonly Entry[]): Facets {
  return {
    speakers: counted(entries.map(({ speaker }) => speaker)),
    sites: counted(entries.map(({ site }) => site)),
    tags: counted(entries.flatMap(({ tags }) => tags)),
    kinds: counted(entries.map(({ kind }) => kind)),
    collections: counted(entries.flatMap(({ collections }) => collections)),
  };
}

function counted(values: readonly string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, many], [b, more]) => more - many || byName(a, b));
}
