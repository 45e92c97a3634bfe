import { liveQuery } from 'dexie';
import type { Collection, Item, Target } from '@/lib/collections/item';
import { placeOf } from '@/lib/collections/place';
import type { Reopened } from '@/lib/collections/reopened';
import { itemOf } from '@/lib/collections/record-state';
import type { SaveRequest } from '@/lib/reading/card-view';
import {
  addCollectionAt,
  collectionsOf,
  lastCollectionOf,
  removeCollection,
  updateCollection,
} from './library-collections';
import { type LibraryDatabase, libraryId } from './library-database';
import { foundOf, keepFound } from './library-finds';
import {
  countItems,
  type ItemQuery,
  itemsOf,
  remove,
  save,
  touchedSince,
  update,
} from './library-items';
import { itemsIn } from './library-parts';
import { type Sources, type Undo, writerOf } from './library-writer';

/** What the reader keeps. Every write is one transaction: wholly there or not at all. */
export type Library = {
  save(request: SaveRequest): Promise<Item>;
  item(id: string): Promise<Item | undefined>;
  items(query?: ItemQuery): Promise<readonly Item[]>;
  count(): Promise<number>;
  collections(): Promise<readonly Collection[]>;
  /** Ids of items that hold these very words of this page. */
  savedAs(target: Target): Promise<readonly string[]>;
  /** The collection last saved into, if it is still there. */
  lastCollection(): Promise<string | undefined>;
  /** Writes items as `change` gives them back; those unknown or removed are left out. */
  update(ids: readonly string[], change: (item: Item) => Item): Promise<Undo>;
  remove(ids: readonly string[]): Promise<Undo>;
  addCollection(name: string, parent?: string): Promise<Collection>;
  updateCollection(id: string, change: (collection: Collection) => Collection): Promise<Undo>;
  /** Takes the collection away and its items out of it; the items stay. */
  removeCollection(id: string): Promise<Undo>;
  /** Every item, some at a time. */
  all(): AsyncIterable<readonly Item[]>;
  /** The id that the database was given at its first write. */
  id(): Promise<string | undefined>;
  /** Ids of items touched after a mark of the log, and the mark now; `0` for the beginning. */
  touchedSince(mark: number): Promise<{ readonly ids: readonly string[]; readonly mark: number }>;
  /** Remembers, on this device, what became of an item's words when its page was opened. */
  keepFound(id: string, reopened: Reopened): Promise<void>;
  foundOf(id: string): Promise<Reopened | undefined>;
  /** Calls back after every write, whichever page or script made it. @returns its end. */
  watch(onWrite: () => void): () => void;
};

/** Opens the library in a database of its own. */
export function openLibrary(sources: Sources, database: LibraryDatabase): Library {
  const writer = writerOf(database, sources);
  return {
    save: async (request) => await save(writer, request),
    item: async (id) => {
      const row = await database.items.get(id);
      return row && itemOf(row.state);
    },
    items: async (query = {}) => await itemsOf(database, query),
    count: async () => await countItems(database),
    collections: async () => await collectionsOf(database),
    savedAs: async (target) =>
      await database.items.where('place').equals(placeOf(target)).primaryKeys(),
    lastCollection: async () => await lastCollectionOf(database),
    update: async (ids, change) => await update(writer, ids, change),
    remove: async (ids) => await remove(writer, ids),
    addCollection: async (name, parent) =>
      await writer.write(async (at) => await addCollectionAt(writer, at, { name, parent })),
    updateCollection: async (id, change) => await updateCollection(writer, id, change),
    removeCollection: async (id) => await removeCollection(writer, id),
    all: () => itemsIn(database),
    id: async () => await libraryId(database),
    touchedSince: async (mark) => await touchedSince(database, mark),
    keepFound: async (id, reopened) => await keepFound(database, id, reopened),
    foundOf: async (id) => await foundOf(database, id),
    watch: (onWrite) => {
      const written = liveQuery(async () => await database.log.orderBy('seq').last());
      const watching = written.subscribe(onWrite);
      return () => watching.unsubscribe();
    },
  };
}
