import type { ItemRow, LibraryDatabase } from './library-database';
import { itemRows } from './library-writer';

/** By what items are looked up here. */
type By = ':id' | 'place';

/** So many neighbours are asked for with one question, and so many questions stand at once. */
const TOGETHER = 50;
const QUESTIONS = 20;

/**
 * Those of some keys under which there may be rows; under all others there surely is none. A question
 * to the browser takes longer than what it answers, and what comes in is mostly new: neighbours are
 * asked for together.
 */
export async function mayBeUnder(
  database: LibraryDatabase,
  by: By,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  // The browser sorts keys as texts are sorted here, by UTF-16 units.
  const groups = [...inGroups([...new Set(keys)].toSorted(), TOGETHER)];
  const known = new Set<string>();
  for (const some of inGroups(groups, QUESTIONS)) {
    const found = await Promise.all(
      some.map(async (group) => await amongNeighbours(database, by, group)),
    );
    for (const key of found.flat()) known.add(key);
  }
  return known;
}

/** Of many that stand between two keys one cannot say whose they are, without reading all. */
async function amongNeighbours(
  database: LibraryDatabase,
  by: By,
  keys: readonly string[],
): Promise<readonly string[]> {
  const between = database.items.where(by).between(keys[0], keys.at(-1), true, true);
  const near = await between.limit(keys.length + 1).primaryKeys();
  if (near.length === 0) return [];
  if (near.length > keys.length) return keys;
  const found = by === ':id' ? near : (await itemRows(database, near)).map(({ place }) => place);
  const there = new Set(found);
  return keys.filter((key) => there.has(key));
}

/** The rows at some places. One question a place, all at once: a cursor waits for each in turn. */
export async function rowsAt(
  { items }: LibraryDatabase,
  places: Iterable<string>,
): Promise<ItemRow[]> {
  const rows = await Promise.all(
    [...places].map(async (place) => await items.where('place').equals(place).toArray()),
  );
  return rows.flat();
}

function* inGroups<Of>(list: readonly Of[], size: number): Generator<readonly Of[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
