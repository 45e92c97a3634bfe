import { questionsOf } from '@/lib/dataset/postings';
import type { Change } from '@/lib/dataset/delta';
import type { PackManifest } from '@/lib/dataset/manifest';
import {
  bumpState,
  type DatasetDatabase,
  type DatasetRow,
  type OverlayRow,
  type PackRow,
} from './dataset-database';
import { tableObjects } from './pack-tables';

/** One pack on its way to a new edition; everything it names is stored and checked already. */
export type PackSwitch = {
  readonly manifest: PackManifest;
  readonly manifestSha256: string;
  /** The base to read from: the manifest's, or the one held where deltas lead on from it. */
  readonly base: PackManifest['base'];
  /** What changed since that base, with the edition that brought it; empty for a new base. */
  readonly changes: readonly { readonly edition: number; readonly change: Change }[];
};

const KEPT_MS = 60 * 60 * 1000;

/**
 * Shows readers the new edition: one transaction writes the overlay and the pointers. Before it
 * nothing of the new edition can be seen, after it everything; where it fails nothing happened.
 */
export async function switchEdition(
  database: DatasetDatabase,
  dataset: DatasetRow,
  packs: readonly PackSwitch[],
): Promise<void> {
  const { datasets, packs: rows, overlay, objects, meta } = database;
  await database.transaction('rw', [datasets, rows, overlay, objects, meta], async () => {
    for (const pack of packs) {
      const held = await rows.get([dataset.id, pack.manifest.pack]);
      await overlay.bulkPut(overlayRows(pack));
      await rows.put(rowAfter(pack, held, dataset.changedAt));
      await objects.bulkDelete(tableObjects(pack.base).map(({ sha256 }) => sha256));
    }
    await datasets.put(dataset);
    await bumpState(database);
  });
}

function rowAfter(
  { manifest, manifestSha256, base }: PackSwitch,
  held: PackRow | undefined,
  now: number,
): PackRow {
  const isRebased = held !== undefined && held.base.edition !== base.edition;
  return {
    dataset: manifest.dataset,
    pack: manifest.pack,
    on: held?.on ?? true,
    edition: manifest.edition,
    manifestSha256,
    manifest,
    base,
    ...(isRebased && { previous: { base: held.base, until: now + KEPT_MS } }),
  };
}

function overlayRows({ manifest: { dataset, pack }, changes }: PackSwitch): OverlayRow[] {
  return changes.map(({ edition, change }) => ({
    dataset,
    pack,
    id: change.id,
    edition,
    change,
    questions:
      change.op === 'put'
        ? questionsOf(change.record).map((asked) => `${dataset} ${pack} ${asked}`)
        : [],
  }));
}
