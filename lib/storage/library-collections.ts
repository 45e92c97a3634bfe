import type { Clock } from '@/lib/collections/clock';
import type { Collection } from '@/lib/collections/item';
import { collectionOf, itemOf } from '@/lib/collections/record-state';
import { LONGEST } from '@/lib/collections/library-file';
import { removeRecord, writeCollection, writeItem } from '@/lib/collections/write-record';
import type { LibraryDatabase } from './library-database';
import { putCollection, putItems, showItems, type Undo, type Writer } from './library-writer';

export async function collectionsOf(database: LibraryDatabase): Promise<Collection[]> {
  const rows = await database.collections.toArray();
  return rows
    .flatMap(({ state }) => collectionOf(state) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

export async function lastCollectionOf(database: LibraryDatabase): Promise<string | undefined> {
  const last = (await database.meta.get('lastCollection'))?.value;
  const row = typeof last === 'string' ? await database.collections.get(last) : undefined;
  return row && collectionOf(row.state)?.id;
}

/** Makes a collection inside a write. */
export async function addCollectionAt(
  { database, sources }: Writer,
  at: Clock,
  { name, parent }: { readonly name: string; readonly parent?: string | undefined },
): Promise<Collection> {
  const now = sources.now();
  const collection: Collection = {
    id: sources.newId(),
    name: name.slice(0, LONGEST.name),
    ...(parent === undefined ? {} : { parent }),
    createdAt: now,
    changedAt: now,
  };
  await putCollection(database, writeCollection(undefined, collection, at));
  return collection;
}

export async function updateCollection(
  writer: Writer,
  id: string,
  change: (collection: Collection) => Collection,
): Promise<Undo> {
  const before = await writer.write(async (at) => {
    const row = await writer.database.collections.get(id);
    const collection = row && collectionOf(row.state);
    if (!row || !collection) return undefined;
    const wanted = { ...change(collection), id, changedAt: writer.sources.now() };
    await putCollection(writer.database, writeCollection(row.state, wanted, at));
    return collection;
  });
  return async () => {
    if (before) await bringBack(writer, before);
  };
}

export async function removeCollection(writer: Writer, id: string): Promise<Undo> {
  const { collection, items } = await writer.write(async (at) => {
    const row = await writer.database.collections.get(id);
    const rows = await writer.database.items.where('collections').equals(id).toArray();
    const inside = rows.flatMap(({ state }) => itemOf(state) ?? []);
    const states = new Map(rows.map((each) => [each.id, each.state]));
    const emptied = inside.map((item) =>
      writeItem(states.get(item.id), { ...item, collections: without(item.collections, id) }, at),
    );
    await putItems(writer.database, emptied);
    if (row) await putCollection(writer.database, removeRecord(row.state, at));
    return { collection: row && collectionOf(row.state), items: inside };
  });
  return async () => {
    if (collection) await bringBack(writer, collection);
    await writer.write(async (at) => await showItems(writer.database, items, at));
  };
}

async function bringBack(writer: Writer, collection: Collection): Promise<void> {
  await writer.write(async (at) => {
    const row = await writer.database.collections.get(collection.id);
    await putCollection(writer.database, writeCollection(row?.state, collection, at));
  });
}

function without(names: readonly string[], name: string): string[] {
  return names.filter((each) => each !== name);
}
