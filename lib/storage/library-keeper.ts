import { Dexie } from 'dexie';
import type { Backup } from '@/lib/collections/kept-backups';
import type { Held } from '@/lib/collections/library-file';
import { healthBy, type LibraryHealth } from '@/lib/collections/library-health';
import type { ImportCounts, Taking } from '@/lib/collections/plan-import';
import type { Incoming } from '@/lib/collections/read-import';
import { collectionOf, itemOf } from '@/lib/collections/record-state';
import type { Backups } from './library-backups';
import { type CollectionRow, isNewer, type ItemRow, LibraryDatabase } from './library-database';
import { type Course, importHeld, previewImport } from './library-import';
import { countItems } from './library-items';
import type { MarkStore } from './library-mark';
import { type Sources, writerOf } from './library-writer';

/** Opens the library's database; an older one is backed up before it is upgraded. */
export function openLibraryDatabase(backups: Backups, name?: string): LibraryDatabase {
  return new LibraryDatabase(async (old) => await copyAside(old, backups), name);
}

/** Backs an older library up, and reads the backup again: whoever upgrades must be able to go back. */
export async function copyAside(old: Dexie, backups: Backups): Promise<void> {
  const held = await heldIn(old);
  if (held.items.length === 0) return;
  const copy = await backups.read(await backups.make(held, 'before-migration'));
  const isWhole =
    copy?.ok === true &&
    copy.value.items.length === held.items.length &&
    copy.value.collections.length === held.collections.length;
  if (!isWhole) throw new Error('The copy of the library does not hold all of it.');
}

/** What sees to it that nothing of the library is ever lost. */
export type Keeper = {
  health(): Promise<LibraryHealth>;
  /** Notes outside the database that the library is there; not while it is emptied. */
  remember(): Promise<void>;
  /** The reader goes on with the library as it is now, emptied or not. */
  letBe(): Promise<void>;
  held(): Promise<Held>;
  /** Makes a backup where anything was written since the last. */
  backUp(reason: Backup['reason']): Promise<void>;
  backups(): Promise<readonly Backup[]>;
  readBackup(number: number): ReturnType<Backups['read']>;
  preview(incoming: Held, taking: Taking): Promise<ImportCounts>;
  /** Backs up, then takes in, whole or not at all. */
  takeIn(incoming: Incoming, course?: Course): Promise<ImportCounts>;
};

/** Where the library is, and what is kept beside it. */
export type Stores = {
  readonly database: LibraryDatabase;
  readonly backups: Backups;
  readonly mark: MarkStore;
};

/** Opens the keeper of a library. */
export function openKeeper(sources: Sources, stores: Stores): Keeper {
  const { database, backups } = stores;
  const writer = writerOf(database, sources);
  const letBe = async (): Promise<void> => await noteMark(stores, sources.now());
  const backUp = async (reason: Backup['reason']): Promise<void> => await make(stores, reason);
  return {
    health: async () => await healthOf(stores),
    remember: async () => {
      if ((await healthOf(stores)).state === 'ready') await letBe();
    },
    letBe,
    held: async () => await everythingIn(database),
    backUp,
    backups: async () => await backups.list(),
    readBackup: async (number) => await backups.read(number),
    preview: async (incoming, taking) => await previewImport(database, incoming, taking),
    takeIn: async (incoming, course) => {
      const isRestore = course?.taking === 'restore';
      await backUp(isRestore ? 'before-restore' : 'before-import');
      const counts = await importHeld(writer, incoming, course);
      if (isRestore) await letBe();
      return counts;
    },
  };
}

/** An emptied library is not backed up day by day: what is left of it would push out what was lost. */
async function make(stores: Stores, reason: Backup['reason']): Promise<void> {
  const { database, backups } = stores;
  const last = await database.log.orderBy('seq').last();
  const { value } = (await database.meta.get('backedUp')) ?? { value: 0 };
  if (reason === 'daily') {
    const { state } = await healthOf(stores);
    if (state === 'emptied' || value === last?.seq) return;
  }
  const held = await heldIn(database);
  if (held.items.length === 0) return;
  await backups.make(held, reason);
  if (!(await isNewer(database))) {
    await database.meta.put({ key: 'backedUp', value: last?.seq ?? 0 });
  }
}

async function noteMark({ database, mark }: Stores, at: number): Promise<void> {
  const library = (await libraryIn(database)) ?? '';
  await mark.write({ library, items: await countItems(database), at });
}

/** The id that the database was given at its first write. */
async function libraryIn({ meta }: LibraryDatabase): Promise<string | undefined> {
  const value = (await meta.get('device'))?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Everything there is, for export; also of a library that is newer or cannot be upgraded. */
export async function everythingIn(database: LibraryDatabase): Promise<Held> {
  try {
    await database.open();
    return await heldIn(database);
  } catch {
    const asItIs = await new Dexie(database.name).open();
    try {
      return await heldIn(asItIs);
    } finally {
      asItIs.close();
    }
  }
}

async function heldIn(database: Dexie): Promise<Held> {
  const rows = await database.table<ItemRow>('items').toArray();
  const collections = await database.table<CollectionRow>('collections').toArray();
  return {
    items: rows.flatMap(({ state }) => itemOf(state) ?? []),
    collections: collections.flatMap(({ state }) => collectionOf(state) ?? []),
  };
}

async function healthOf({ database, backups, mark }: Stores): Promise<LibraryHealth> {
  const opened = await database.open().then(
    () => true,
    () => false,
  );
  if (!opened) return { state: 'stuck' };
  if (await isNewer(database)) return { state: 'newer' };
  return healthBy({
    library: await libraryIn(database),
    rows: await database.items.count(),
    mark: await mark.read(),
    backup: (await backups.list()).find(({ items }) => items > 0),
  });
}
