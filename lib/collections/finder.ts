import {
  compareBy,
  type Entry,
  entryOf,
  fitOf,
  type FinderQuery,
  type Sort,
} from './finder-entries';
import { freezeEntries, type FrozenFinder, inNewOrder, thawEntries } from './finder-frozen';
import { type Facets, Tally } from './finder-tally';
import { WordIndex } from './finder-words';
import type { Item } from './item';
import { queryWords, searchedText, searchWords } from './search-words';

/** A year with the number of its items. */
export type Year = readonly [year: number, count: number];

/** All items in memory, without their words: enough to search, filter and sort at once. */
export type Finder = {
  /** Takes items in; one that is known already is replaced. */
  put(items: readonly Item[]): void;
  drop(ids: readonly string[]): void;
  /** Ids of the items wanted, in order. */
  find(query: FinderQuery): string[];
  /** How many of the items wanted stand in each year, the earliest first. */
  years(query: FinderQuery): Year[];
  /** @param tops the collection around each that lies inside one; it counts what is in those too, nothing twice. */
  facets(tops?: ReadonlyMap<string, string>): Facets;
  /** How many groups of items hold the same words of the same page. */
  twinCount(): number;
  /** Their ids, the first saved first. Two may be together by chance, though it hardly ever happens. */
  twins(): string[][];
  count(): number;
  freeze(): FrozenFinder;
};

/** The numbers of entries in one order, and how many there were when it was made. */
type Order = { readonly numbers: readonly number[]; readonly of: number };

/** Opens a finder: empty, or as it was frozen. */
export function newFinder(frozen?: FrozenFinder): Finder {
  return new ItemFinder(frozen);
}

class ItemFinder implements Finder {
  readonly #entries: (Entry | undefined)[] = [];
  /** The id of each entry, which of most alone is asked for: to read ten thousand entries takes longer. */
  readonly #ids: (string | undefined)[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #words = new WordIndex();
  readonly #tally = new Tally();
  readonly #orders = new Map<Sort, Order>();

  constructor(frozen: FrozenFinder | undefined) {
    if (!frozen) return;
    for (const entry of thawEntries(frozen.entries)) this.#add(entry);
    this.#words.thaw(frozen.words);
    this.#orders.set('newest', { numbers: [...this.#entries.keys()], of: this.#entries.length });
  }

  put(items: readonly Item[]): void {
    for (const item of items) {
      this.#dropOne(item.id);
      const number = this.#add(entryOf(item));
      for (const word of searchWords(searchedText(item))) this.#words.add(word, number);
    }
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) this.#dropOne(id);
  }

  find(query: FinderQuery): string[] {
    const ids: string[] = [];
    this.#eachWanted(query, (number) => ids.push(this.#ids[number] ?? ''));
    return ids;
  }

  years(query: FinderQuery): Year[] {
    const counts = new Map<number, number>();
    this.#eachWanted(query, (number) => {
      const year = new Date(this.#entries[number]?.when ?? 0).getUTCFullYear();
      counts.set(year, (counts.get(year) ?? 0) + 1);
    });
    return [...counts].toSorted(([a], [b]) => a - b);
  }

  facets(tops: ReadonlyMap<string, string> = new Map()): Facets {
    const facets = this.#tally.facets();
    if (tops.size === 0) return facets;
    const counts = new Map(facets.collections);
    for (const entry of this.#entries) {
      for (const top of entry ? topsBeyond(entry, tops) : []) {
        counts.set(top, (counts.get(top) ?? 0) + 1);
      }
    }
    return { ...facets, collections: [...counts] };
  }

  twinCount(): number {
    return this.#tally.twins();
  }

  twins(): string[][] {
    const groups = new Map<number, Entry[]>();
    for (const entry of this.#entries) {
      if (!entry || !this.#tally.hasTwin(entry)) continue;
      const group = groups.get(entry.twin);
      if (group) group.push(entry);
      else groups.set(entry.twin, [entry]);
    }
    return [...groups.values()].map((group) =>
      group.toSorted((a, b) => a.savedAt - b.savedAt).map(({ id }) => id),
    );
  }

  count(): number {
    return this.#numberOf.size;
  }

  freeze(): FrozenFinder {
    const { entries, renumbered } = inNewOrder(this.#entries);
    return { entries: freezeEntries(entries), words: this.#words.freeze(renumbered) };
  }

  /** A plain loop, for it runs over all at every key that is pressed. */
  #eachWanted(
    { text = '', sort = 'newest', ...query }: FinderQuery,
    take: (number: number) => void,
  ): void {
    const wanted = this.#words.marks(queryWords(text), this.#entries.length);
    const fits = fitOf(query);
    const order = this.#order(sort);
    // By index: an iterator over 10^5 numbers takes as long again as the work itself.
    for (let at = 0; at < order.length; at += 1) {
      const number = order[at] ?? 0;
      if ((wanted && wanted[number] !== 1) || this.#ids[number] === undefined) continue;
      if (!fits || this.#fits(number, fits)) take(number);
    }
  }

  #fits(number: number, fits: (entry: Entry) => boolean): boolean {
    const entry = this.#entries[number];
    return entry !== undefined && fits(entry);
  }

  /** What came since an order was made is merged into it, which is quicker than to sort all again. */
  #order(sort: Sort): readonly number[] {
    const known = this.#orders.get(sort) ?? { numbers: [], of: 0 };
    const size = this.#entries.length;
    if (known.of === size) return known.numbers;
    const compare = compareBy(sort);
    const fresh = this.#entries
      .slice(known.of)
      .flatMap((entry, index) => (entry ? [{ entry, number: known.of + index }] : []))
      .toSorted((a, b) => compare(a.entry, b.entry));
    const numbers: number[] = [];
    let next = 0;
    for (const number of known.numbers) {
      const entry = this.#entries[number];
      if (!entry) continue;
      for (let one = fresh[next]; one && compare(one.entry, entry) < 0; one = fresh[(next += 1)]) {
        numbers.push(one.number);
      }
      numbers.push(number);
    }
    for (const { number } of fresh.slice(next)) numbers.push(number);
    this.#orders.set(sort, { numbers, of: size });
    return numbers;
  }

  #add(entry: Entry): number {
    const number = this.#entries.push(entry) - 1;
    this.#ids[number] = entry.id;
    this.#numberOf.set(entry.id, number);
    this.#tally.count(entry, 1);
    return number;
  }

  #dropOne(id: string): void {
    const number = this.#numberOf.get(id);
    const entry = number === undefined ? undefined : this.#entries[number];
    if (number === undefined || !entry) return;
    this.#entries[number] = undefined;
    this.#ids[number] = undefined;
    this.#numberOf.delete(id);
    this.#tally.count(entry, -1);
  }
}

/** The collections in which an entry stands only by lying in one inside them. */
function topsBeyond({ collections }: Entry, tops: ReadonlyMap<string, string>): Iterable<string> {
  if (collections.length === 0) return [];
  const around = new Set(collections.flatMap((id) => tops.get(id) ?? []));
  for (const id of collections) around.delete(id);
  return around;
}
