import { Dexie, type Table } from 'dexie';
import { placeOf } from '@/lib/collections/place';
import { type CollectionState, type ItemState, itemOf } from '@/lib/collections/record-state';

/** The reader's own database; nothing that concerns datasets is ever written here. */
export const LIBRARY = 'library';

/**
 * An item, with what it is looked up by. A removed one keeps its state, for undo and for other
 * devices, and is found under nothing.
 */
export type ItemRow = {
  readonly id: string;
  readonly state: ItemState;
  readonly here: 0 | 1;
  readonly savedAt: number;
  readonly collections: readonly string[];
  readonly place: string;
};
export type CollectionRow = { readonly id: string; readonly state: CollectionState };
/** What was touched, in order; devices and open pages catch up by it. */
export type LogRow = {
  readonly seq?: number;
  readonly of: 'item' | 'collection';
  readonly id: string;
};
export type MetaRow = { readonly key: string; readonly value: unknown };

/**
 * Versions of the schema:
 * 1  items, collections, log, meta.
 */
export class LibraryDatabase extends Dexie {
  declare readonly items: Table<ItemRow, string>;
  declare readonly collections: Table<CollectionRow, string>;
  declare readonly log: Table<LogRow, number>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string = LIBRARY) {
    super(name);
    this.version(1).stores({
      items: 'id, [here+savedAt], *collections, place',
      collections: 'id',
      log: '++seq',
      meta: 'key',
    });
  }
}

/** The row under which an item's state is kept. */
export function rowOf(state: ItemState): ItemRow {
  const item = itemOf(state);
  return {
    id: state.id,
    state,
    here: item ? 1 : 0,
    savedAt: item?.savedAt ?? 0,
    collections: item?.collections ?? [],
    place: item ? placeOf(item.target) : '',
  };
}
