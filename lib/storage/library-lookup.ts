import type { ItemRow, LibraryDatabase } from './library-database';

/** By what items are looked up here. */
type By = ':id' | 'place';

/** So many neighbours are asked for with one question. */
const TOGETHER = 50;

/**
 * The rows under some keys. A question to the browser takes longer than what it answers, and what comes
 * in is mostly new: neighbours are asked for together, and one by one only where much stands between them.
 */
export async function rowsUnder(
  database: LibraryDatabase,
  by: By,
  keys: readonly string[],
): Promise<ItemRow[]> {
  // The browser sorts keys as texts are sorted here, by UTF-16 units.
  const sorted = [...new Set(keys)].toSorted();
  const groups: string[][] = [];
  for (let from = 0; from < sorted.length; from += TOGETHER) {
    groups.push(sorted.slice(from, from + TOGETHER));
  }
  const found = await Promise.all(
    groups.map(async (group) => await rowsAmong(database, by, group)),
  );
  return found.flat();
}

async function rowsAmong(
  { items }: LibraryDatabase,
  by: By,
  keys: readonly string[],
): Promise<ItemRow[]> {
  const between = items.where(by).between(keys[0], keys.at(-1), true, true);
  const near = await between
    .clone()
    .limit(keys.length + 1)
    .primaryKeys();
  if (near.length === 0) return [];
  if (near.length <= keys.length) {
    const wanted = new Set(keys);
    const rows = await between.toArray();
    return rows.filter((row) => wanted.has(by === 'place' ? row.place : row.id));
  }
  const rows = await Promise.all(
    keys.map(async (key) => await items.where(by).equals(key).toArray()),
  );
  return rows.flat();
}
