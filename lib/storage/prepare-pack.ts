import { type Change, loadDelta } from '@/lib/dataset/delta';
import { checkBase, type EditionProblem } from '@/lib/dataset/edition';
import type { DeltaRef, ObjectRef, PackManifest } from '@/lib/dataset/manifest';
import { planUpdate, type UpdatePlan } from '@/lib/dataset/update-plan';
import { bad, good, type Result } from '@/lib/result';
import type { DatasetDatabase, PackRow } from './dataset-database';
import { indexName, storeTables } from './pack-tables';
import { fetchObjects, heldObjects, objectsOf } from './store-objects';
import type { PackSwitch } from './switch-edition';

/** A manifest whose hash somebody we trust has named. */
export type TrustedManifest = { readonly manifest: PackManifest; readonly sha256: string };

/** Where objects come from, and the time in milliseconds since 1970. */
export type ObjectSource = {
  readonly read: (object: ObjectRef) => Promise<Uint8Array | undefined>;
  readonly at: number;
};

/** The cheapest way from what is stored to a manifest's edition. */
export async function planPack(
  database: DatasetDatabase,
  manifest: PackManifest,
): Promise<Result<UpdatePlan, EditionProblem>> {
  const row = await database.packs.get([manifest.dataset, manifest.pack]);
  const stored = await heldObjects(database);
  const missing = (objects: readonly ObjectRef[]): number =>
    objects.reduce((sum, { sha256, bytes }) => sum + (stored.has(sha256) ? 0 : bytes), 0);
  const held = row && !row.damaged ? { edition: row.edition, base: row.base, missing } : undefined;
  const plan = planUpdate(manifest, held);
  return plan ? good(plan) : bad({ kind: 'contradictory', where: 'deltas' });
}

/**
 * Fetches, stores and checks everything that a pack's new edition needs, and changes nothing that
 * readers see. What was fetched before an interruption is not fetched again.
 */
export async function preparePack(
  database: DatasetDatabase,
  { manifest, sha256 }: TrustedManifest,
  source: ObjectSource,
): Promise<Result<PackSwitch, EditionProblem>> {
  const plan = await planPack(database, manifest);
  if (!plan.ok) return plan;
  const fetched = await fetchObjects(database, plan.value.objects, source);
  if (!fetched.ok) return fetched;
  const row = await database.packs.get([manifest.dataset, manifest.pack]);
  const base = await readyBase(database, manifest, plan.value.base === 'held' ? row : undefined);
  if (!base.ok) return base;
  const changes = await readChanges(database, plan.value.deltas);
  if (!changes.ok) return changes;
  return good({ manifest, manifestSha256: sha256, base: base.value, changes: changes.value });
}

async function readyBase(
  database: DatasetDatabase,
  manifest: PackManifest,
  held: PackRow | undefined,
): Promise<Result<PackManifest['base'], EditionProblem>> {
  if (held) return good(held.base);
  const checked = await checkBase(manifest, objectsOf(database));
  if (!checked.ok) return checked;
  await storeTables(database, indexName(manifest.base), checked.value);
  return good(manifest.base);
}

type Dated = { readonly edition: number; readonly change: Change };

async function readChanges(
  database: DatasetDatabase,
  deltas: readonly DeltaRef[],
): Promise<Result<readonly Dated[], EditionProblem>> {
  const changes: Dated[] = [];
  for (const delta of deltas) {
    const read = await loadDelta(delta, objectsOf(database));
    if (!read.ok) return read;
    for (const change of read.value) changes.push({ edition: delta.to, change });
  }
  return good(changes);
}
