import type { Dexie } from 'dexie';
import type { Collection, Item } from '@/lib/collections/item';
import type { Held } from '@/lib/collections/library-file';
import { collectionOf, itemOf } from '@/lib/collections/record-state';
import type { CollectionRow, ItemRow } from './library-database';

/** So many at once, between which a page that is open stays at hand. */
const AT_ONCE = 500;

/** Every item of a library of whatever version, in the order of their ids, some at a time. */
export async function* itemsIn(database: Dexie): AsyncGenerator<readonly Item[]> {
  const items = database.table<ItemRow, string>('items');
  let last: string | undefined;
  for (;;) {
    const from = last === undefined ? items.orderBy(':id') : items.where(':id').above(last);
    const rows = await from.limit(AT_ONCE).toArray();
    yield rows.flatMap(({ state }) => itemOf(state) ?? []);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id;
  }
}

export async function collectionsIn(database: Dexie): Promise<Collection[]> {
  const rows = await database.table<CollectionRow>('collections').toArray();
  return rows.flatMap(({ state }) => collectionOf(state) ?? []);
}

/** Everything a library holds, in parts; the collections are in the first. */
export async function* partsIn(database: Dexie): AsyncGenerator<Held> {
  let collections = await collectionsIn(database);
  for await (const items of itemsIn(database)) {
    yield { items, collections };
    collections = [];
  }
}
