import { Dexie } from 'dexie';
import type { Backup } from '@/lib/collections/kept-backups';
import type { Held } from '@/lib/collections/library-file';
import type { Incoming } from '@/lib/collections/read-import';
import type { ImportCounts } from '@/lib/collections/plan-import';
import { collectionOf, itemOf } from '@/lib/collections/record-state';
import { type Backups, openBackups } from './library-backups';
import {
  type CollectionRow,
  isNewer,
  type ItemRow,
  LibraryDatabase,
  versionOnDisk,
} from './library-database';
import { type Course, importHeld, previewImport } from './library-import';
import { type Sources, writerOf } from './library-writer';

/** Whether the library may be used as it is: `newer`: written by a later version, read only; `emptied`: it held more. */
type LibraryHealth =
  | { readonly state: 'ready' | 'newer' }
  | { readonly state: 'emptied'; readonly backup: Backup };

/**
 * Copies an older library aside before anything opens it with the newer schema: an upgrade that fails
 * leaves the old database, and one that was wrong leaves this copy. Call it before the library is used.
 */
export async function copyBeforeUpgrade(
  backups: Backups,
  database: LibraryDatabase = new LibraryDatabase(),
): Promise<void> {
  const version = await versionOnDisk(database.name);
  if (version === 0 || version >= database.known) return;
  const old = await new Dexie(database.name).open();
  const held = await heldIn(old);
  old.close();
  if (held.items.length > 0) await backups.make(held, 'before-migration');
}

/** What sees to it that nothing of the library is ever lost. */
export type Keeper = {
  health(): Promise<LibraryHealth>;
  /** Everything there is, for export; works on a newer library too. */
  held(): Promise<Held>;
  /** Makes a backup where anything was written since the last. */
  backUp(reason: Backup['reason']): Promise<void>;
  backups(): Promise<readonly Backup[]>;
  readBackup(number: number): ReturnType<Backups['read']>;
  preview(incoming: Held): Promise<ImportCounts>;
  /** Backs up, then takes in, whole or not at all. */
  takeIn(incoming: Incoming, course?: Course): Promise<ImportCounts>;
};

/** Opens the keeper of a library. */
export function openKeeper(
  sources: Sources,
  backups: Backups = openBackups(sources.now),
  database: LibraryDatabase = new LibraryDatabase(),
): Keeper {
  const writer = writerOf(database, sources);
  const backUp = async (reason: Backup['reason']): Promise<void> => {
    const last = await database.log.orderBy('seq').last();
    const { value } = (await database.meta.get('backedUp')) ?? { value: 0 };
    const rest = await heldIn(database);
    if (rest.items.length === 0 || (reason === 'daily' && value === last?.seq)) return;
    await backups.make(rest, reason);
    if (!(await isNewer(database))) {
      await database.meta.put({ key: 'backedUp', value: last?.seq ?? 0 });
    }
  };
  return {
    health: async () => await healthOf(database, backups),
    held: async () => await heldIn(database),
    backUp,
    backups: async () => await backups.list(),
    readBackup: async (number) => await backups.read(number),
    preview: async (incoming) => await previewImport(database, incoming),
    takeIn: async (incoming, course) => {
      await backUp('before-import');
      return await importHeld(writer, incoming, course);
    },
  };
}

async function heldIn(database: Dexie): Promise<Held> {
  const rows = await database.table<ItemRow>('items').toArray();
  const collections = await database.table<CollectionRow>('collections').toArray();
  return {
    items: rows.flatMap(({ state }) => itemOf(state) ?? []),
    collections: collections.flatMap(({ state }) => collectionOf(state) ?? []),
  };
}

async function healthOf(database: LibraryDatabase, backups: Backups): Promise<LibraryHealth> {
  if (await isNewer(database)) return { state: 'newer' };
  const touched = await database.log.count();
  const backup = (await backups.list()).find(({ items }) => items > 0);
  return touched === 0 && backup ? { state: 'emptied', backup } : { state: 'ready' };
}
