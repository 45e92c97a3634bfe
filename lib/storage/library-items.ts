import { bounded, boundedNote } from '@/lib/collections/bounded';
import type { Item } from '@/lib/collections/item';
import { itemOf, type ItemState, removedAt, wholeItemOf } from '@/lib/collections/record-state';
import { forget, removeRecord, writeItem } from '@/lib/collections/write-record';
import type { SaveRequest } from '@/lib/reading/card-view';
import { addCollectionAt } from './library-collections';
import type { LibraryDatabase } from './library-database';
import { itemRows, putItems, showItems, type Undo, type Writer } from './library-writer';

/** Which items are wanted; all where nothing is said. Newest first. */
export type ItemQuery = {
  readonly ids?: readonly string[];
  readonly collection?: string;
  /** At most so many, after leaving out `from`. */
  readonly most?: number;
  readonly from?: number;
};

/** Saves what the reader asks for, and makes its new collection, at once. */
export async function save(writer: Writer, request: SaveRequest): Promise<Item> {
  const { newCollection, ...wanted } = request;
  return await writer.write(async (at) => {
    const now = writer.sources.now();
    const made = newCollection?.trim()
      ? [(await addCollectionAt(writer, at, { name: newCollection.trim() })).id]
      : [];
    const collections = [...wanted.collections, ...made];
    const id = writer.sources.newId();
    const wished = { ...wanted, id, collections, savedAt: now, changedAt: now };
    const state = writeItem(undefined, bounded(wished), at);
    await putItems(writer.database, [state]);
    const last = collections.at(-1);
    if (last !== undefined) await writer.database.meta.put({ key: 'lastCollection', value: last });
    const item = itemOf(state);
    if (!item) throw new Error('An item was saved without a kind or a target.');
    return item;
  });
}

export async function itemsOf(database: LibraryDatabase, query: ItemQuery): Promise<Item[]> {
  const { ids, collection, from = 0, most = Infinity } = query;
  if (ids) {
    const rows = await database.items.bulkGet([...ids]);
    return rows.flatMap((row) => (row && itemOf(row.state)) ?? []);
  }
  if (collection !== undefined) {
    const rows = await database.items.where('collections').equals(collection).toArray();
    return rows
      .toSorted((a, b) => b.savedAt - a.savedAt)
      .slice(from, from + most)
      .flatMap(({ state }) => itemOf(state) ?? []);
  }
  const newest = database.items.where('[here+savedAt]').between([1, 0], [2]);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, no array
  const some = newest.reverse().offset(from);
  const rows = await (most === Infinity ? some : some.limit(most)).toArray();
  return rows.flatMap(({ state }) => itemOf(state) ?? []);
}

export async function countItems({ items }: LibraryDatabase): Promise<number> {
  return await items.where('[here+savedAt]').between([1, 0], [2]).count();
}

/** Writes items as `change` gives them back. */
export async function update(
  writer: Writer,
  ids: readonly string[],
  change: (item: Item) => Item,
): Promise<Undo> {
  const before = await writer.write(async (at) => {
    const rows = await itemRows(writer.database, ids);
    const changedAt = writer.sources.now();
    const changed = rows.flatMap(({ state }) => {
      const item = itemOf(state);
      if (!item) return [];
      const wanted = change(item);
      const note = wanted.note === item.note ? item.note : boundedNote(wanted.note);
      return [{ item, state: writeItem(state, { ...wanted, note, changedAt }, at) }];
    });
    await putItems(
      writer.database,
      changed.map(({ state }) => state),
    );
    return changed.map(({ item }) => item);
  });
  return async () => await writer.write(async (at) => await showItems(writer.database, before, at));
}

/** Takes items away; @returns what brings them back. */
export async function remove(writer: Writer, ids: readonly string[]): Promise<Undo> {
  const removed = await writer.write(async (at) => {
    const rows = (await itemRows(writer.database, ids)).filter(({ here }) => here === 1);
    const states = rows.map(({ state }) => removeRecord(state, at));
    await putItems(writer.database, states);
    return states.flatMap((state) => wholeItemOf(state) ?? []);
  });
  return async () =>
    await writer.write(async (at) => await showItems(writer.database, removed, at));
}

/**
 * Forgets what items held that were removed before a moment; that they are gone stays known. Other
 * devices forget by themselves, so that nothing is sent.
 */
export async function forgetRemoved({ items }: LibraryDatabase, before: number): Promise<void> {
  const removed = items.where('[here+savedAt]').equals([0, 0]);
  await removed.modify((row: { state: ItemState }) => {
    const at = removedAt(row.state);
    if (at !== undefined && at < before) row.state = forget(row.state);
  });
}

/** Ids of items touched after a mark of the log, and the mark now. */
export async function touchedSince(
  { log }: LibraryDatabase,
  mark: number,
): Promise<{ ids: string[]; mark: number }> {
  const rows = await log.where('seq').above(mark).toArray();
  const ids = rows.filter(({ of }) => of === 'item').flatMap((row) => row.ids);
  return { ids: [...new Set(ids)], mark: rows.at(-1)?.seq ?? mark };
}
