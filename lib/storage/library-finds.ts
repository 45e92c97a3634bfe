import type { Reopened } from '@/lib/collections/reopened';
import { isNewer, type LibraryDatabase } from './library-database';

/**
 * Remembers what became of an item's words when its page was opened, for "what changed since you
 * saved it". It is this device's own: neither sent to others nor exported. A newer library is left.
 */
export async function keepFound(
  database: LibraryDatabase,
  id: string,
  reopened: Reopened,
): Promise<void> {
  if (!(await isNewer(database))) await database.finds.put({ id, reopened });
}

/** What became of an item's words when its page was last opened; undefined where it never was. */
export async function foundOf(
  database: LibraryDatabase,
  id: string,
): Promise<Reopened | undefined> {
  await database.open();
  // A library of a later version may have no such table.
  if (!database.tables.some(({ name }) => name === 'finds')) return undefined;
  return (await database.finds.get(id))?.reopened;
}
