import { baseObjects, type ObjectRef, type PackManifest } from '@/lib/dataset/manifest';
import { bumpState, type DatasetDatabase, type PackRow } from './dataset-database';
import { sha256Hex } from './digest';
import { damagedTables, indexName } from './pack-tables';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Deletes objects, pages and overlay rows that no edition in use or just left names, an hour after
 * they came, so that an update under way and a card that is open keep theirs.
 * @returns how many objects went
 */
export async function pruneDatasets(database: DatasetDatabase, now: number): Promise<number> {
  const { packs, objects, pages, overlay } = database;
  return await database.transaction('rw', [packs, objects, pages, overlay], async () => {
    const rows = await packs.toArray();
    const bases = rows.flatMap((row) => basesOf(row, now));
    const named = [...bases.flatMap(objectsOfBase), ...rows.flatMap(renamesOf)];
    const kept = new Set(named.map(({ sha256 }) => sha256));
    const old = await objects
      .filter(({ sha256, storedAt }) => !kept.has(sha256) && storedAt < now - HOUR_MS)
      .primaryKeys();
    await objects.bulkDelete(old);
    const indexes = new Set(bases.map(indexName));
    await pages
      .where('index')
      .noneOf([...indexes])
      .delete();
    for (const row of rows) {
      await overlay
        .where('[dataset+pack]')
        .equals([row.dataset, row.pack])
        .filter(({ edition }) => edition <= row.base.edition)
        .delete();
    }
    return old.length;
  });
}

/**
 * Hashes every stored object and table again. One that is not what it was is deleted and the packs that
 * need it are marked, so that the next update brings it again.
 * @returns the hashes of objects, and the names of tables, that were bad
 */
export async function verifyStored(database: DatasetDatabase): Promise<readonly string[]> {
  const bad: string[] = [];
  for (const sha256 of await database.objects.toCollection().primaryKeys()) {
    const row = await database.objects.get(sha256);
    if (row && (await sha256Hex(row.bytes)) !== sha256) bad.push(sha256);
  }
  const tables = await damagedTables(database);
  if (bad.length + tables.size === 0) return bad;
  const { packs, objects, pages, meta } = database;
  await database.transaction('rw', [packs, objects, pages, meta], async () => {
    await objects.bulkDelete(bad);
    await pages
      .where('index')
      .anyOf([...tables])
      .delete();
    const hurt = await packs
      .filter(
        ({ base }) =>
          tables.has(indexName(base)) ||
          objectsOfBase(base).some(({ sha256 }) => bad.includes(sha256)),
      )
      .toArray();
    await packs.bulkPut(hurt.map((row) => Object.assign({}, row, { damaged: true })));
    await bumpState(database);
  });
  return [...bad, ...tables];
}

/** Forgets a dataset; its objects go with the next pruning. What the reader saved is elsewhere. */
export async function removeDataset(database: DatasetDatabase, dataset: string): Promise<void> {
  const { datasets, packs, overlay, recalls, tuf, jobs, meta } = database;
  const all = [datasets, packs, overlay, recalls, tuf, jobs, meta];
  await database.transaction('rw', all, async () => {
    await datasets.delete(dataset);
    await jobs.delete(dataset);
    for (const table of [packs, overlay, recalls, tuf]) {
      await table.filter((row) => row.dataset === dataset).delete();
    }
    await bumpState(database);
  });
}

function basesOf({ base, previous }: PackRow, now: number): PackManifest['base'][] {
  return previous && previous.until > now ? [base, previous.base] : [base];
}

function renamesOf({ manifest }: PackRow): readonly ObjectRef[] {
  return manifest.renames ?? [];
}

/** What a base takes on the device, as it came. */
export function bytesOfBase(base: PackManifest['base']): number {
  return objectsOfBase(base).reduce((sum, { bytes }) => sum + bytes, 0);
}

function objectsOfBase(base: PackManifest['base']): readonly ObjectRef[] {
  return baseObjects({ base });
}
