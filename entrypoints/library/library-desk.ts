import type { Backup } from '@/lib/collections/kept-backups';
import { openBackups } from '@/lib/storage/library-backups';
import { openJournal } from '@/lib/storage/library-devices';
import { openKeeper, openLibraryDatabase } from '@/lib/storage/library-keeper';
import { openMark } from '@/lib/storage/library-mark';
import { openLibrary } from '@/lib/storage/library-store';
import { openQuietWork } from './when-quiet';

const sources = { now: () => Date.now(), newId: () => crypto.randomUUID() };
const backups = openBackups(sources.now);
const database = openLibraryDatabase(backups);

export const library = openLibrary(sources, database);
export const keeper = openKeeper(sources, { database, backups, mark: openMark() });
export const journal = openJournal(sources, database);

const backingUp = openQuietWork(document);

/** Backs up once the reader is quiet; where the page is closed before, the background does it daily. */
export function backUpSoon(onFailed: () => void): void {
  backingUp.set(() => void keeper.backUp('daily').catch(onFailed));
}

/** The backups there are; a reader who looks for them before there is one gets one now. */
export async function backupsThere(): Promise<readonly Backup[]> {
  const there = await keeper.backups();
  if (there.length > 0) return there;
  await keeper.backUp('daily').catch(() => undefined);
  return await keeper.backups();
}
