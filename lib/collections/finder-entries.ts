import { hashOf } from './hash';
import type { Item } from './item';
import { placeOf, siteOf } from './place';

/** What is remembered of an item; its words are in the index of words. */
export type Entry = Pick<Item, 'id' | 'kind' | 'tags' | 'collections' | 'savedAt' | 'changedAt'> & {
  readonly speaker: string;
  readonly site: string;
  /** When its page was published, else when it was saved; milliseconds since 1970. */
  readonly when: number;
  /** Stands for the kind and the words of the page: those with the same are twins, as good as certainly. */
  readonly twin: number;
};

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
export type Sort = 'newest' | 'oldest' | 'published' | 'changed' | 'speaker' | 'site';

export function entryOf(item: Item): Entry {
  const { id, kind, tags, collections, savedAt, changedAt, speaker = '', target } = item;
  return {
    id,
    kind,
    tags,
    collections,
    savedAt,
    changedAt,
    speaker,
    site: siteOf(target.canonical ?? target.source),
    when: whenOf(target.published) ?? savedAt,
    twin: hashOf(`${kind} ${placeOf(target)}`),
  };
}

/** The first moment of a date as ISO 8601 writes it, to the year, month, day or second. */
function whenOf(date: string | undefined): number | undefined {
  const known = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?/u.exec(
    date ?? '',
  )?.[0];
  const when = known === undefined ? Number.NaN : Date.parse(known);
  return Number.isNaN(when) ? undefined : when;
}

export type Fit = (entry: Entry) => boolean;

/** One test of an entry for all that the query says; none where it says nothing. */
export function fitOf({
  kind,
  speaker,
  site,
  tag,
  from,
  to,
  collections,
}: FinderQuery): Fit | undefined {
  const fits: Fit[] = [];
  if (kind !== undefined) fits.push((entry) => entry.kind === kind);
  if (speaker !== undefined) fits.push((entry) => entry.speaker === speaker);
  if (site !== undefined) fits.push((entry) => entry.site === site);
  if (tag !== undefined) fits.push((entry) => entry.tags.includes(tag));
  if (from !== undefined) fits.push((entry) => entry.savedAt >= from);
  if (to !== undefined) fits.push((entry) => entry.savedAt < to);
  if (collections) fits.push((entry) => isInOne(entry, collections));
  return fits.length === 0 ? undefined : (entry) => fits.every((fit) => fit(entry));
}

function isInOne(entry: Entry, collections: readonly string[]): boolean {
  return collections.length === 0
    ? entry.collections.length === 0
    : collections.some((id) => entry.collections.includes(id));
}

const ORDERS: Readonly<Record<Sort, (a: Entry, b: Entry) => number>> = {
  newest: (a, b) => b.savedAt - a.savedAt,
  oldest: (a, b) => a.savedAt - b.savedAt,
  published: (a, b) => a.when - b.when,
  changed: (a, b) => b.changedAt - a.changedAt,
  speaker: (a, b) => byName(a.speaker, b.speaker),
  site: (a, b) => byName(a.site, b.site),
};

/** Which of two entries comes first; never equal, so that the order is always the same. */
export function compareBy(sort: Sort): (a: Entry, b: Entry) => number {
  const order = ORDERS[sort];
  return (a, b) => order(a, b) || b.savedAt - a.savedAt || byName(a.id, b.id);
}

/** Items without a name come last. */
export function byName(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}
