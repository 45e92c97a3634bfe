import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openDatasetNames } from '@/lib/storage/dataset-names';
import { verifyStored } from '@/lib/storage/keep-datasets';
import { seen } from './sync-harbour';

let copies = 0;

/** The same stored data under another name. */
export async function copyOf(database: DatasetDatabase): Promise<DatasetDatabase> {
  const copy = await openDatasetDatabase(`copy-${(copies += 1)}`);
  for (const table of database.tables) {
    await copy.table(table.name).bulkPut(await table.toArray());
  }
  return copy;
}

/** What a context that starts anew sees of it: every statement, the names, and bytes that are wrong. */
export async function lookOf(name: string): Promise<string> {
  const database = await openDatasetDatabase(name);
  const words = await seen(database);
  const names = (await openDatasetNames(database)).scan('Ada Marsh spoke.').length;
  const bad = await verifyStored(database);
  database.close();
  return JSON.stringify({ words, names: words.length > 0 ? names : 0, bad });
}
