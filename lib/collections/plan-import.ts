import type { Collection, Item } from './item';

/** What is to be done with one incoming item. */
export type Step = {
  readonly how: 'add' | 'replace' | 'merge' | 'same';
  readonly item: Item;
};

/** Whether a file is taken in beside what is kept, or brings back what it holds, as it was then. */
export type Taking = 'import' | 'restore';

/** How many of each; what the reader sees before anything is stored. */
export type ImportCounts = Readonly<Record<Step['how'], number>> & {
  readonly newCollections: number;
};

/** What is kept already: under the incoming item's id, and with the same words of the same page. */
export type Beside = { readonly sameId: Item | undefined; readonly samePlace: readonly Item[] };

/**
 * What becomes of an incoming item beside those kept already: one with the same id is replaced by a
 * later version, one that holds the same words of the same page with nothing new to say gains tags
 * and collections; anything else is added. A restore brings every item back as it was, whatever is
 * kept now.
 */
export function planItem(
  incoming: Item,
  { sameId, samePlace }: Beside,
  taking: Taking = 'import',
): Step {
  const isRestore = taking === 'restore';
  if (sameId) {
    const isWanted = isRestore || incoming.changedAt > sameId.changedAt;
    return isWanted && !isEqual(incoming, sameId)
      ? { how: 'replace', item: incoming }
      : { how: 'same', item: sameId };
  }
  const twin = isRestore ? undefined : samePlace.find((kept) => saysAsMuch(kept, incoming));
  if (!twin) return { how: 'add', item: incoming };
  const merged = mergeLabels(twin, incoming);
  return isEqual(merged, twin) ? { how: 'same', item: twin } : { how: 'merge', item: merged };
}

function saysAsMuch({ kind, note }: Item, incoming: Item): boolean {
  return kind === incoming.kind && (incoming.note === '' || incoming.note === note);
}

/** Which collection each incoming one becomes: itself, or one of the same name in the same place. */
export function planCollections(
  incoming: readonly Collection[],
  existing: readonly Collection[],
): { readonly ids: ReadonlyMap<string, string>; readonly added: readonly Collection[] } {
  const known = new Set(existing.map(({ id }) => id));
  const byName = new Map(existing.map((each) => [nameIn(each.parent, each.name), each.id]));
  const ids = new Map<string, string>();
  const added: Collection[] = [];
  for (const collection of parentsFirst(incoming)) {
    const { id, name, parent: _parent, ...times } = collection;
    const parent = parentOf(collection, ids, known);
    const twin = known.has(id) ? id : byName.get(nameIn(parent, name));
    ids.set(id, twin ?? id);
    if (twin !== undefined) continue;
    added.push({ id, name, ...times, ...(parent === undefined ? {} : { parent }) });
    byName.set(nameIn(parent, name), id);
  }
  return { ids, added };
}

/** An item with the tags and collections of its twin, each once. */
export function mergeLabels(item: Item, twin: Item): Item {
  return {
    ...item,
    tags: both(item.tags, twin.tags),
    collections: both(item.collections, twin.collections),
  };
}

function both(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted();
}

/** Nested once: a parent that has a parent itself is no place for a collection. */
function parentOf(
  { parent }: Collection,
  ids: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): string | undefined {
  if (parent === undefined) return undefined;
  return ids.get(parent) ?? (known.has(parent) ? parent : undefined);
}

function parentsFirst(collections: readonly Collection[]): Collection[] {
  const tops = collections.filter(({ parent }) => parent === undefined);
  return [...tops, ...collections.filter(({ parent }) => parent !== undefined)];
}

function nameIn(parent: string | undefined, name: string): string {
  return JSON.stringify([parent ?? null, name]);
}

function isEqual(a: Item, b: Item): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with the keys of every object sorted, so that order never counts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
