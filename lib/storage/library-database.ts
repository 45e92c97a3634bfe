import { Dexie, type PromiseExtended, type Table, type Transaction } from 'dexie';
import { placeOf } from '@/lib/collections/place';
import type { Reopened } from '@/lib/collections/reopened';
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
/** What became of an item's words when its page was last opened. */
export type FindRow = { readonly id: string; readonly reopened: Reopened };

/** One version of the schema: its tables, and how rows of the version before are changed into it. */
export type Schema = {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
};

/** The schema's change log, oldest first. */
export const SCHEMAS: readonly Schema[] = [
  {
    version: 1,
    stores: {
      items: 'id, [here+savedAt], *collections, place',
      collections: 'id',
      log: '++seq',
      meta: 'key',
    },
  },
  { version: 2, stores: { finds: 'id' } },
];

/** Tables of which an upgrade may lose no row. */
const KEPT = ['items', 'collections'] as const;

/**
 * Sets a copy of an older library aside, and throws where it does not hold all of it. It is given the
 * library as it is, opened without any schema.
 */
export type CopyAside = (old: Dexie) => Promise<void>;

/**
 * The library's database. An older one is copied aside, and the copy counted, before it is upgraded in
 * one transaction that counts again: killed at any moment, either the old one or the new one is whole.
 */
export class LibraryDatabase extends Dexie {
  declare readonly items: Table<ItemRow, string>;
  declare readonly collections: Table<CollectionRow, string>;
  declare readonly log: Table<LogRow, number>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly finds: Table<FindRow, string>;
  /** The newest schema that this code may write. */
  readonly known: number;
  readonly #copyAside: CopyAside;
  #opening: Promise<Dexie> | undefined;
  /** Why no upgrade may be done: none was copied yet, or the copying failed. */
  #refusal: unknown = new Error('An upgrade needs a copy of the library first.');

  constructor(copyAside: CopyAside, name: string = LIBRARY, schemas: readonly Schema[] = SCHEMAS) {
    super(name);
    this.#copyAside = copyAside;
    this.known = schemas.at(-1)?.version ?? 0;
    for (const { version, stores, upgrade } of schemas) {
      this.version(version)
        .stores({ ...stores })
        .upgrade(async (transaction) => {
          if (this.#refusal !== undefined) throw this.#refusal;
          if (upgrade) await counted(transaction, upgrade);
        });
    }
  }

  override open(): PromiseExtended<Dexie> {
    if (this.isOpen()) return super.open();
    // Whoever asks first has it copied; Dexie asks again for each table that is read meanwhile.
    this.#opening ??= this.#prepared()
      .then(async () => await super.open())
      .finally(() => {
        this.#opening = undefined;
      });
    return Dexie.Promise.resolve(this.#opening);
  }

  async #prepared(): Promise<void> {
    try {
      const version = await versionOnDisk(this.name);
      if (version > 0 && version < this.known) await withOld(this.name, this.#copyAside);
      if (version > this.known) await withOld(this.name, (later) => this.#suit(later));
      this.#refusal = undefined;
    } catch (error) {
      // The upgrade then refuses, the opening fails with this, and the library stays as it was.
      this.#refusal = error;
    }
  }

  /** Takes over the tables of a later version as they are; else Dexie would add ours to them. */
  #suit(later: Dexie): void {
    // Dexie makes tables anew for a schema; this one's own are others than those of its list.
    const handed = [this.items, this.collections, this.log, this.meta, this.finds];
    const stores: Record<string, string | null> = {};
    for (const { name } of handed) stores[name] = null;
    for (const { name, schema } of later.tables) {
      stores[name] = [schema.primKey, ...schema.indexes].map(({ src }) => src).join(',');
    }
    this.version(later.verno).stores(stores);
    // Whoever was handed a table before it was known whose the database is goes on with that one.
    this.on('ready', () => {
      for (const table of handed) {
        const same = this.tables.find(({ name }) => name === table.name);
        if (same) table.core = same.core;
      }
    });
  }
}

/** Works with a database as it is on the disk, without any schema of ours. */
async function withOld(name: string, work: (old: Dexie) => void | Promise<void>): Promise<void> {
  const old = await new Dexie(name).open();
  try {
    await work(old);
  } finally {
    old.close();
  }
}

/**
 * Changes the rows inside the one transaction that also counts them: where one is lost it throws, the
 * transaction is undone, and the database stays as it was.
 */
async function counted(
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

/** The id that the database was given at its first write. */
export async function libraryId({ meta }: LibraryDatabase): Promise<string | undefined> {
  const value = (await meta.get('device'))?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The version of a database on the disk; 0 where there is none. Asking neither makes nor changes one. */
async function versionOnDisk(name: string): Promise<number> {
  const found = (await indexedDB.databases()).find((each) => each.name === name);
  return Math.round((found?.version ?? 0) / 10);
}
