import { Dexie, type Table } from 'dexie';
import type { Change } from '@/lib/dataset/delta';
import type { Catalog, PackManifest } from '@/lib/dataset/manifest';
import { readRows } from './read-rows';

/** Everything here came from publishers and can be fetched again; the reader's own is in `library`. */
const DATASET = 'dataset';

/** A dataset that the reader holds. Times are milliseconds since 1970. */
export type DatasetRow = {
  readonly id: string;
  readonly title: Catalog['title'];
  readonly edition: number;
  /** Built in, trusted with the extension itself; or subscribed to. */
  readonly trust: 'built-in' | 'subscribed';
  readonly urls: readonly string[];
  readonly fingerprint?: string;
  readonly publisher?: string;
  /** Where its publisher can be reached. */
  readonly homepage?: string;
  readonly licence?: string;
  /** The reader wants no updates for now. */
  readonly paused?: boolean;
  /** Packs that the reader chose; absent where all of the first edition were taken. */
  readonly wanted?: readonly string[];
  readonly changedAt: number;
  /** What came of the last look for something newer, for the Sources page. */
  readonly lastResult?: { readonly at: number; readonly outcome: string };
};

export type PackRow = {
  readonly dataset: string;
  readonly pack: string;
  readonly on: boolean;
  /** The edition that readers see: the base, and the overlay up to it. */
  readonly edition: number;
  readonly manifestSha256: string;
  readonly manifest: PackManifest;
  /** What is stored of the base; older than the manifest's where deltas led here. */
  readonly base: PackManifest['base'];
  /** The base before, kept a while for cards that are open. */
  readonly previous?: { readonly base: PackManifest['base']; readonly until: number };
  readonly damaged?: boolean;
};

/** Gzip as it came, under its SHA-256. */
export type ObjectRow = {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly storedAt: number;
};

/** What look-ups read of a base, under the hash of its index's first part; see `pack-tables.ts`. */
export type PageRow = {
  readonly index: string;
  readonly page: number;
  readonly bytes: Uint8Array;
  /** Of the bytes when they were made; missing in rows that an older version wrote. */
  readonly sha256?: string;
};

/** A record changed since the base. */
export type OverlayRow = {
  readonly dataset: string;
  readonly pack: string;
  readonly id: string;
  readonly edition: number;
  readonly change: Change;
  /** `dataset pack question` for each question that the record answers. */
  readonly questions: readonly string[];
};
export type RecallRow = {
  readonly dataset: string;
  readonly id: string;
  readonly reason: string;
  readonly purge: boolean;
  readonly at: string;
};
export type MetadataRow = {
  readonly dataset: string;
  readonly role: string;
  readonly bytes: Uint8Array;
};
export type JobRow = {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly nextAt: number;
  readonly plan?: unknown;
  readonly missing?: readonly string[];
};
export type LookupRow = {
  readonly bucket: string;
  readonly bytes: Uint8Array;
  readonly storedAt: number;
};
/** `state` counts the switches, so that whoever keeps something in memory knows when it is old. */
type MetaRow = { readonly key: 'state'; readonly value: number };

const VERSION = 2;
/** Dexie counts in tens what the browser counts in ones. */
const VERSION_STEP = 10;

/**
 * Versions of the schema:
 * 1  datasets, tuf, packs, objects, pages, overlay, recalls, jobs, lookups, meta.
 * 2  a base's tables each in one row. Packs stored before are prepared anew, from what is stored.
 */
export class DatasetDatabase extends Dexie {
  declare readonly datasets: Table<DatasetRow, string>;
  declare readonly tuf: Table<MetadataRow, [string, string]>;
  declare readonly packs: Table<PackRow, [string, string]>;
  declare readonly objects: Table<ObjectRow, string>;
  declare readonly pages: Table<PageRow, [string, number]>;
  declare readonly overlay: Table<OverlayRow, [string, string, string, number]>;
  declare readonly recalls: Table<RecallRow, [string, string]>;
  declare readonly jobs: Table<JobRow, string>;
  declare readonly lookups: Table<LookupRow, string>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string = DATASET) {
    super(name);
    this.version(1).stores({
      datasets: 'id',
      tuf: '[dataset+role]',
      packs: '[dataset+pack]',
      objects: 'sha256',
      pages: '[index+page], index',
      overlay: '[dataset+pack+id+edition], [dataset+pack], *questions',
      recalls: '[dataset+id]',
      jobs: 'id',
      lookups: 'bucket',
      meta: 'key',
    });
    this.version(VERSION).upgrade(async (upgrade) => {
      await upgrade.table('pages').clear();
      // As after damage: what is stored is checked and made ready again, and nothing fetched twice.
      await upgrade.table('packs').toCollection().modify({ damaged: true });
    });
  }
}

/**
 * Opens the database; one that a newer extension wrote, or that does not open, is deleted: all of it
 * comes again from the package and the network.
 */
export async function openDatasetDatabase(name: string = DATASET): Promise<DatasetDatabase> {
  const database = new DatasetDatabase(name);
  try {
    await database.open();
    if (database.backendDB().version <= VERSION * VERSION_STEP) return database;
  } catch {
    // Not readable by this version; made anew below.
  }
  await database.delete();
  const fresh = new DatasetDatabase(name);
  await fresh.open();
  return fresh;
}

/** How often what readers see was switched. */
export async function stateOf(database: DatasetDatabase): Promise<number> {
  const [row] = await readRows<MetaRow>(database, database.meta, ['state']);
  return row?.value ?? 0;
}

/** Tells everyone who keeps something in memory to read again; inside the transaction that changed it. */
export async function bumpState(database: DatasetDatabase): Promise<void> {
  const { value = 0 } = (await database.meta.get('state')) ?? {};
  await database.meta.put({ key: 'state', value: value + 1 });
}

/**
 * Marks a pack whose stored bytes are not what they were; the next update or repair brings them
 * again. Readers are told once, not at each question that finds the damage.
 */
export async function markDamaged(
  database: DatasetDatabase,
  { dataset, pack }: Pick<PackRow, 'dataset' | 'pack'>,
): Promise<void> {
  const { packs, meta } = database;
  await database.transaction('rw', [packs, meta], async () => {
    const row = await packs.get([dataset, pack]);
    if (!row || row.damaged === true) return;
    await packs.put({ ...row, damaged: true });
    await bumpState(database);
  });
}

/** Whether something that the reader wants to see is marked as damaged. */
export async function hasDamagedPack({ packs }: DatasetDatabase): Promise<boolean> {
  return (await packs.filter(({ on, damaged = false }) => on && damaged).count()) > 0;
}
