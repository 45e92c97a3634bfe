import { byName, type Entry } from './finder-entries';

/** How often each value occurs, the most frequent first. */
export type Facets = Readonly<
  Record<'speakers' | 'sites' | 'tags' | 'kinds' | 'collections', readonly Counted[]>
>;
export type Counted = readonly [value: string, count: number];

type Counts = Map<string, number>;

const VALUES = {
  speakers: ({ speaker }: Entry) => [speaker],
  sites: ({ site }: Entry) => [site],
  tags: ({ tags }: Entry) => tags,
  kinds: ({ kind }: Entry) => [kind],
  collections: ({ collections }: Entry) => collections,
} as const satisfies Record<keyof Facets, (entry: Entry) => readonly string[]>;

const NAMES = ['speakers', 'sites', 'tags', 'kinds', 'collections'] as const;

/** Counts that follow the entries that come and go, so that nothing is counted over all at every change. */
export class Tally {
  readonly #counts: Record<keyof Facets, Counts> = {
    speakers: new Map(),
    sites: new Map(),
    tags: new Map(),
    kinds: new Map(),
    collections: new Map(),
  };
  readonly #twins = new Map<number, number>();
  #doubled = 0;

  count(entry: Entry, by: 1 | -1): void {
    for (const name of NAMES) {
      for (const value of VALUES[name](entry)) add(this.#counts[name], value, by);
    }
    const twins = add(this.#twins, entry.twin, by);
    if (by === 1 && twins === 2) this.#doubled += 1;
    if (by === -1 && twins === 1) this.#doubled -= 1;
  }

  /** How many groups of twins there are. */
  twins(): number {
    return this.#doubled;
  }

  hasTwin({ twin }: Entry): boolean {
    return (this.#twins.get(twin) ?? 0) > 1;
  }

  facets(): Facets {
    const { speakers, sites, tags, kinds, collections } = this.#counts;
    return {
      speakers: inOrder(speakers),
      sites: inOrder(sites),
      tags: inOrder(tags),
      kinds: inOrder(kinds),
      collections: inOrder(collections),
    };
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, by: number): number {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
  return now;
}

function inOrder(counts: Counts): Counted[] {
  return [...counts]
    .filter(([value]) => value !== '')
    .toSorted(([a, many], [b, more]) => more - many || byName(a, b));
}
