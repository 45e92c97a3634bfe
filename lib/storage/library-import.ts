import type { Clock } from '@/lib/collections/clock';
import type { Collection, Item } from '@/lib/collections/item';
import type { Held } from '@/lib/collections/library-file';
import { placeOf } from '@/lib/collections/place';
import {
  type ImportCounts,
  planCollections,
  planItem,
  type Step,
  type Taking,
} from '@/lib/collections/plan-import';
import { itemOf, type ItemState } from '@/lib/collections/record-state';
import { writeCollection, writeItem } from '@/lib/collections/write-record';
import { collectionsOf } from './library-collections';
import type { ItemRow, LibraryDatabase } from './library-database';
import { mayBeUnder, rowsAt } from './library-lookup';
import { itemRows, putCollection, putItems, type Writer } from './library-writer';

/** How an import is followed and stopped; a stopped one leaves nothing behind. */
export type Course = {
  readonly taking?: Taking;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
};

const AT_ONCE = 500;

/** What an import would do; stores nothing. */
export async function previewImport(
  database: LibraryDatabase,
  incoming: Held,
  taking: Taking,
): Promise<ImportCounts> {
  const plan = planCollections(incoming.collections, await collectionsOf(database));
  const counts = { add: 0, replace: 0, merge: 0, same: 0, newCollections: plan.added.length };
  const { items } = incoming;
  // Each question would else begin a transaction of its own. Between those of the parts the page draws.
  const before = await reading(database, async () => await beforeImport(database, items, taking));
  for (const part of partsOf(items)) {
    const some = relabelled(part, plan.ids);
    const { steps } = await reading(database, async () => await stepsFor(database, some, before));
    for (const { how } of steps) counts[how] += 1;
  }
  return counts;
}

async function reading<Answer>(
  database: LibraryDatabase,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return await database.transaction('r', database.items, work);
}

/**
 * Takes a library in, in one transaction: whole, or, where it fails or is stopped, not at all.
 * @throws the signal's reason where it was stopped.
 */
export async function importHeld(
  writer: Writer,
  incoming: Held,
  { signal, onProgress, taking = 'import' }: Course = {},
): Promise<ImportCounts> {
  return await writer.write(async (at) => {
    const { database } = writer;
    const plan = planCollections(incoming.collections, await collectionsOf(database));
    const counts = { add: 0, replace: 0, merge: 0, same: 0, newCollections: plan.added.length };
    await addCollections(database, plan.added, at);
    const before = await beforeImport(database, incoming.items, taking);
    let done = 0;
    for (const part of partsOf(incoming.items)) {
      signal?.throwIfAborted();
      const planned = await stepsFor(database, relabelled(part, plan.ids), before);
      await putItems(database, await statesAfter(database, planned, at));
      for (const { how } of planned.steps) counts[how] += 1;
      done += part.length;
      onProgress?.(done, incoming.items.length);
    }
    signal?.throwIfAborted();
    return counts;
  });
}

/** What the steps make of the items that they write. */
async function statesAfter(
  database: LibraryDatabase,
  { steps, rows }: Planned,
  at: Clock,
): Promise<ItemState[]> {
  const written = steps.filter(({ how }) => how !== 'same');
  // What is added is new; what it joins may stand earlier in the file, and be kept by now.
  const twins = written.flatMap(({ how, item }) =>
    how === 'add' || rows.has(item.id) ? [] : item.id,
  );
  const joined = new Map((await itemRows(database, twins)).map((row) => [row.id, row]));
  return written.map(({ item }) =>
    writeItem((rows.get(item.id) ?? joined.get(item.id))?.state, item, at),
  );
}

async function addCollections(
  database: LibraryDatabase,
  added: readonly Collection[],
  at: Clock,
): Promise<void> {
  for (const collection of added) {
    const row = await database.collections.get(collection.id);
    await putCollection(database, writeCollection(row?.state, collection, at));
  }
}

/** What is known before some items of an import are planned. */
type Before = {
  readonly taking: Taking;
  /** Ids and places under which something may be kept. */
  readonly ids: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** What came before in the file, by place and by id. */
  readonly seen: Map<string, Item[]>;
  readonly written: Map<string, Item>;
};

/**
 * Asked before anything is written: what an import has written itself would crowd the neighbours, and
 * most would have to be asked for one by one.
 */
async function beforeImport(
  database: LibraryDatabase,
  items: readonly Item[],
  taking: Taking,
): Promise<Before> {
  const ids = items.map(({ id }) => id);
  // What is brought back is put beside nothing but itself.
  const places = taking === 'restore' ? [] : items.map(({ target }) => placeOf(target));
  return {
    taking,
    ids: await mayBeUnder(database, ':id', ids),
    places: await mayBeUnder(database, 'place', places),
    seen: new Map(),
    written: new Map(),
  };
}

type Planned = { readonly steps: readonly Step[]; readonly rows: ReadonlyMap<string, ItemRow> };

/** The plan for some items, those before them in the file counted as kept already. */
async function stepsFor(
  database: LibraryDatabase,
  items: readonly Item[],
  before: Before,
): Promise<Planned> {
  const { seen, written, taking } = before;
  const places = items.map(({ target }) => placeOf(target));
  const ids = items.flatMap(({ id }) => (before.ids.has(id) ? id : []));
  const wanted = places.filter((place) => before.places.has(place) && !seen.has(place));
  const [byId, atPlaces] = await Promise.all([
    itemRows(database, ids),
    rowsAt(database, new Set(wanted)),
  ]);
  const rows = new Map<string, ItemRow>();
  for (const row of [...byId, ...atPlaces]) rows.set(row.id, row);
  const kept = new Map<string, Item[]>();
  for (const { place, state } of atPlaces) {
    const item = itemOf(state);
    if (item) kept.set(place, [...(kept.get(place) ?? []), item]);
  }
  const steps = items.map((item, index) => {
    const place = places[index] ?? '';
    const samePlace = seen.get(place) ?? kept.get(place) ?? [];
    const row = rows.get(item.id);
    const sameId =
      samePlace.find(({ id }) => id === item.id) ??
      written.get(item.id) ??
      (row && itemOf(row.state));
    const step = planItem(item, { sameId, samePlace }, taking);
    seen.set(place, [...samePlace.filter(({ id }) => id !== step.item.id), step.item]);
    written.set(step.item.id, step.item);
    return step;
  });
  return { steps, rows };
}

/** Items with the collections that those of the file become here; unknown ones fall away. */
function relabelled(items: readonly Item[], ids: ReadonlyMap<string, string>): Item[] {
  return items.map((item) => {
    const inside = item.collections.flatMap((id) => ids.get(id) ?? []);
    return inside.every((id, index) => id === item.collections[index]) &&
      inside.length === item.collections.length
      ? item
      : { ...item, collections: [...new Set(inside)].toSorted() };
  });
}

function* partsOf(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}
