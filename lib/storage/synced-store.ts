import type { EditionProblem } from '@/lib/dataset/edition';
import type { Catalog, ObjectRef, PackManifest } from '@/lib/dataset/manifest';
import type { Recalls } from '@/lib/dataset/recalls';
import type { Kept } from '@/lib/dataset/signed-paths';
import { good, type Result } from '@/lib/result';
import {
  bumpState,
  type DatasetDatabase,
  type DatasetRow,
  type JobRow,
  type PackRow,
} from './dataset-database';
import { bytesOfBase, pruneDatasets } from './keep-datasets';
import { planPack, preparePack, type TrustedManifest } from './prepare-pack';
import { missingObjects, storeObject } from './store-objects';
import { type PackSwitch, switchEdition } from './switch-edition';

const KEPT = [
  'root',
  'timestamp',
  'snapshot',
  'targets',
  'file',
  'listing',
] as const satisfies readonly Kept[];

/** A dataset as a sync sees it. */
type Synced = Pick<DatasetRow, 'id' | 'trust' | 'urls' | 'paused' | 'wanted'> & {
  readonly packs: readonly (Pick<PackRow, 'pack' | 'on' | 'edition'> & {
    readonly damaged: boolean;
    readonly bytes: number;
  })[];
};

/** What a sync reads and keeps; nothing here touches what the reader saved, which is elsewhere. */
export type SyncedStore = {
  subscriptions(): Promise<readonly Synced[]>;
  metadata(dataset: string, folder: string): Promise<ReadonlyMap<Kept, Uint8Array>>;
  keepMetadata(
    dataset: string,
    folder: string,
    changes: ReadonlyMap<Kept, Uint8Array | undefined>,
  ): Promise<void>;
  missing(manifest: PackManifest): Promise<Result<readonly ObjectRef[], EditionProblem>>;
  keepObject(
    object: ObjectRef,
    found: { readonly bytes: Uint8Array; readonly at: number },
  ): Promise<boolean>;
  bytesBeside(dataset: string): Promise<number>;
  prepare(trusted: TrustedManifest, at: number): Promise<Result<PackSwitch, EditionProblem>>;
  switchTo(catalog: Catalog, packs: readonly PackSwitch[], at: number): Promise<void>;
  keepRecalls(recalls: Recalls): Promise<void>;
  job(id: string): Promise<JobRow | undefined>;
  keepJob(job: JobRow): Promise<void>;
  note(dataset: string, result: { readonly at: number; readonly outcome: string }): Promise<void>;
  prune(now: number): Promise<unknown>;
};

export function openSyncedStore(database: DatasetDatabase): SyncedStore {
  return {
    subscriptions: async () => await subscriptionsOf(database),
    metadata: async (dataset, folder) => await metadataOf(database, dataset, folder),
    keepMetadata: async (dataset, folder, changes) => {
      await database.transaction('rw', database.tuf, async () => {
        for (const [role, bytes] of changes) {
          const key = `${folder}${role}`;
          if (bytes) await database.tuf.put({ dataset, role: key, bytes });
          else await database.tuf.delete([dataset, key]);
        }
      });
    },
    missing: async (manifest) => {
      const plan = await planPack(database, manifest);
      return plan.ok ? good(await missingObjects(database, plan.value.objects)) : plan;
    },
    keepObject: async (object, found) => await storeObject(database, object, found),
    bytesBeside: async (dataset) => {
      const others = await database.packs.filter((row) => row.dataset !== dataset).toArray();
      return others.reduce((sum, { base }) => sum + bytesOfBase(base), 0);
    },
    prepare: async (trusted, at) => {
      // Everything was fetched; what is missing all the same is refused as missing.
      return await preparePack(database, trusted, { read: nothing, at });
    },
    switchTo: async (catalog, packs, at) => await switchTo(database, { catalog, packs }, at),
    keepRecalls: async (recalls) => await keepRecalls(database, recalls),
    job: async (id) => await database.jobs.get(id),
    keepJob: async (job) => void (await database.jobs.put(job)),
    note: async (dataset, lastResult) =>
      void (await database.datasets.update(dataset, { lastResult })),
    prune: async (now) => await pruneDatasets(database, now),
  };
}

async function nothing(): Promise<undefined> {
  return await Promise.resolve(undefined);
}

async function subscriptionsOf({ datasets, packs }: DatasetDatabase): Promise<readonly Synced[]> {
  const [rows, all] = [await datasets.toArray(), await packs.toArray()];
  return rows.map(({ id, trust, urls, paused = false, wanted }) => ({
    id,
    trust,
    urls,
    paused,
    ...(wanted && { wanted }),
    packs: all
      .filter(({ dataset }) => dataset === id)
      .map(({ pack, on, edition, base, damaged = false }) => ({
        pack,
        on,
        edition,
        damaged,
        bytes: bytesOfBase(base),
      })),
  }));
}

async function metadataOf(
  { tuf }: DatasetDatabase,
  dataset: string,
  folder: string,
): Promise<ReadonlyMap<Kept, Uint8Array>> {
  const found = new Map<Kept, Uint8Array>();
  for (const role of KEPT) {
    const row = await tuf.get([dataset, `${folder}${role}`]);
    if (row) found.set(role, row.bytes);
  }
  return found;
}

async function switchTo(
  database: DatasetDatabase,
  { catalog, packs }: { readonly catalog: Catalog; readonly packs: readonly PackSwitch[] },
  at: number,
): Promise<void> {
  const held = await database.datasets.get(catalog.dataset);
  if (!held) throw new Error(`nobody subscribed to ${catalog.dataset}`);
  const { title, edition, publisher, homepage, licence } = catalog;
  const row: DatasetRow = {
    ...held,
    title,
    edition,
    licence,
    ...(publisher !== undefined && { publisher }),
    ...(homepage !== undefined && { homepage }),
    changedAt: at,
  };
  await switchEdition(database, row, packs);
}

/** The list replaces the one before; readers are told only where it differs. */
async function keepRecalls(
  database: DatasetDatabase,
  { dataset, recalls }: Recalls,
): Promise<void> {
  const rows = recalls.map((recall) => Object.assign({ dataset }, recall));
  await database.transaction('rw', [database.recalls, database.meta], async () => {
    const before = await database.recalls.filter((row) => row.dataset === dataset).toArray();
    if (asText(before) === asText(rows)) return;
    await database.recalls.bulkDelete(before.map(({ id }) => [dataset, id]));
    await database.recalls.bulkPut(rows);
    await bumpState(database);
  });
}

function asText(
  rows: readonly { readonly id: string; readonly reason: string; readonly purge: boolean }[],
): string {
  return rows
    .map(({ id, reason, purge }) => `${id} ${reason} ${purge}`)
    .toSorted()
    .join('\n');
}
