import type { Table } from 'dexie';
import type { DatasetDatabase } from './dataset-database';

/**
 * Rows of a table by their keys, in the order asked; undefined for each that is not stored. Asked of
 * the browser itself: a card waits for several such reads one after the other, and what Dexie does
 * around each costs as much as the reading.
 */
export async function readRows<Row>(
  database: DatasetDatabase,
  { name }: Pick<Table<Row>, 'name'>,
  keys: readonly IDBValidKey[],
): Promise<readonly (Row | undefined)[]> {
  if (keys.length === 0) return [];
  if (!database.isOpen()) await database.open();
  const store = database.backendDB().transaction(name, 'readonly').objectStore(name);
  // oxlint-disable-next-line typescript/no-unsafe-argument -- the table's own type, which only Dexie knows
  return await Promise.all(keys.map(async (key) => await answerTo<Row>(store.get(key))));
}

async function answerTo<Row>(request: IDBRequest<Row | undefined>): Promise<Row | undefined> {
  return await new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('nothing was read')));
  });
}
