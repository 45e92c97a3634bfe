import { Dexie } from 'dexie';
import type { Backup } from '@/lib/collections/kept-backups';
import { type Held, together } from '@/lib/collections/library-file';
import { healthBy, type LibraryHealth } from '@/lib/collections/library-health';
import type { ImportCounts, Taking } from '@/lib/collections/plan-import';
import type { Incoming } from '@/lib/collections/read-import';
import type { Backups } from './library-backups';
import { isNewer, LibraryDatabase, libraryId } from './library-database';
import { type Course, importHeld, previewImport } from './library-import';
import { countItems, forgetRemoved } from './library-items';
import type { MarkStore } from './library-mark';
import { collectionsIn, itemsIn, partsIn } from './library-parts';
import { type Sources, writerOf } from './library-writer';

/** Opens the library's database; an older one is backed up before it is upgraded. */
export function openLibraryDatabase(backups: Backups, name?: string): LibraryDatabase {
  return new LibraryDatabase(async (old) => await copyAside(old, backups), name);
}

/** Backs an older library up, and reads the backup again: whoever upgrades must be able to go back. */
export async function copyAside(old: Dexie, backups: Backups): Promise<void> {
  const before = { items: 0, collections: (await collectionsIn(old)).length };
  for await (const items of itemsIn(old)) before.items += items.length;
  if (before.items === 0) return;
  const copy = await backups.count(await backups.make(partsIn(old), 'before-migration'));
  if (copy.items !== before.items || copy.collections !== before.collections) {
    throw new Error('The copy of the library does not hold all of it.');
  }
}

/** What sees to it that nothing of the library is ever lost. */
export type Keeper = {
  health(): Promise<LibraryHealth>;
  /** Notes outside the database that the library is there; not while it is emptied. */
  remember(): Promise<void>;
  /** The reader goes on with the library as it is now, emptied or not. */
  letBe(): Promise<void>;
  held(): Promise<Held>;
  /** The same, as it is read. */
  parts(): AsyncIterable<Held>;
  /** Makes a backup where anything was written since the last. */
  backUp(reason: Backup['reason']): Promise<void>;
  /** Forgets what was removed a month ago. */
  forget(): Promise<void>;
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

/** So long what was removed could still be brought back. */
const KEPT_REMOVED_MS = 30 * 86_400_000;

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
    held: async () => await allOf(everythingIn(database)),
    parts: () => everythingIn(database),
    backUp,
    forget: async () => {
      const isOurs = (await opens(database)) && !(await isNewer(database));
      if (isOurs) await forgetRemoved(database, sources.now() - KEPT_REMOVED_MS);
    },
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

async function allOf(parts: AsyncIterable<Held>): Promise<Held> {
  const all: Held[] = [];
  for await (const part of parts) all.push(part);
  return together(all);
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
  if ((await countItems(database)) === 0) return;
  await backups.make(partsIn(database), reason);
  if (!(await isNewer(database))) {
    await database.meta.put({ key: 'backedUp', value: last?.seq ?? 0 });
  }
}

async function noteMark({ database, mark }: Stores, at: number): Promise<void> {
  const library = (await libraryId(database)) ?? '';
  await mark.write({ library, items: await countItems(database), at });
}

/** Everything there is, in parts, for export; also of a library that is newer or cannot be upgraded. */
export async function* everythingIn(database: LibraryDatabase): AsyncGenerator<Held> {
  const isOpen = await opens(database);
  const source = isOpen ? database : await new Dexie(database.name).open();
  try {
    yield* partsIn(source);
  } finally {
    if (!isOpen) source.close();
  }
}

async function opens(database: LibraryDatabase): Promise<boolean> {
  return await database.open().then(
    () => true,
    () => false,
  );
}

async function healthOf({ database, backups, mark }: Stores): Promise<LibraryHealth> {
  if (!(await opens(database))) return { state: 'stuck' };
  if (await isNewer(database)) return { state: 'newer' };
  return healthBy({
    library: await libraryId(database),
    rows: await database.items.count(),
    mark: await mark.read(),
    backup: (await backups.list()).find(({ items }) => items > 0),
  });
}
