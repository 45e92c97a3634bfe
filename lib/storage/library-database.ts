import { Dexie, type Table, type Transaction } from 'dexie';
import { placeOf } from '@/lib/collections/place';
import { type CollectionState, type ItemState, itemOf } from '@/lib/collections/record-state';

/** The reader's own database; nothing that concerns datasets is ever written here. */
const LIBRARY = 'library';

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
  readonly ids: readonly string[];
  /** Set where another device made the change: it is not sent again. */
  readonly foreign?: true;
};
export type MetaRow = { readonly key: string; readonly value: unknown };

/** One version of the schema: its tables, and how rows of the version before are changed into it. */
export type Schema = {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
};

/** The schema's change log, oldest first. */
const SCHEMAS: readonly Schema[] = [
  {
    version: 1,
    stores: {
      items: 'id, [here+savedAt], *collections, place',
      collections: 'id',
      log: '++seq',
      meta: 'key',
    },
  },
];

/** Tables of which an upgrade may lose no row. */
const KEPT = ['items', 'collections'] as const;

export class LibraryDatabase extends Dexie {
  declare readonly items: Table<ItemRow, string>;
  declare readonly collections: Table<CollectionRow, string>;
  declare readonly log: Table<LogRow, number>;
  declare readonly meta: Table<MetaRow, string>;
  /** The newest schema that this code may write. */
  readonly known: number;

  constructor(name: string = LIBRARY, schemas: readonly Schema[] = SCHEMAS) {
    super(name);
    this.known = schemas.at(-1)?.version ?? 0;
    for (const { version, stores, upgrade } of schemas) {
      const declared = this.version(version).stores({ ...stores });
      if (upgrade) declared.upgrade(async (transaction) => await checked(transaction, upgrade));
    }
  }
}

/**
 * Changes the schema inside one transaction that also counts: where a row is lost it throws, the
 * transaction is undone, and the database stays as it was.
 */
async function checked(
  transaction: Transaction,
  upgrade: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const count = async (): Promise<number[]> =>
    await Promise.all(KEPT.map(async (table) => await transaction.table(table).count()));
  const before = await count();
  await upgrade(transaction);
  const after = await count();
  if (before.some((rows, index) => (after[index] ?? 0) < rows)) {
    throw new Error(
      `An upgrade of the library would have lost rows: ${before.join()} to ${after.join()}.`,
    );
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

/** Whether a later version of the product wrote this database; it may then be read, never written. */
export async function isNewer(database: LibraryDatabase): Promise<boolean> {
  await database.open();
  return Math.round(database.backendDB().version / 10) > database.known;
}

/** The version of a database on the disk; 0 where there is none. Asking neither makes nor changes one. */
export async function versionOnDisk(name: string): Promise<number> {
  if (!(await Dexie.exists(name))) return 0;
  const found = await new Dexie(name).open();
  const version = Math.round(found.backendDB().version / 10);
  found.close();
  return version;
}
