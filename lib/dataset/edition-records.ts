import type { PublishedRecord } from '@/lib/record/record';
import { bad, good, type Result } from '@/lib/result';
import { loadDelta } from './delta';
import { checkBase, type EditionProblem, linesOfFrame, type ReadObject } from './edition';
import type { PackManifest } from './manifest';
import { parseRecordLine } from './record-line';
import type { Frame } from './shards';
import { cheapestPath } from './update-plan';

/** Every record of a pack at its manifest's edition, after the checks that a reader makes. */
export async function editionRecords(
  manifest: PackManifest,
  read: ReadObject,
): Promise<Result<readonly PublishedRecord[], EditionProblem>> {
  const checked = await checkBase(manifest, read);
  if (!checked.ok) return checked;
  const records = new Map<string, PublishedRecord>();
  for (const [number, object] of manifest.base.shards.entries()) {
    const frames = checked.value.index.frames.filter(({ shard }) => shard === number);
    for (const record of recordsIn(await read(object), frames)) records.set(record.id, record);
  }
  const changed = await applyDeltas(records, manifest, read);
  return changed.ok ? good([...records.values()]) : changed;
}

function recordsIn(bytes: Uint8Array | undefined, frames: readonly Frame[]): PublishedRecord[] {
  return frames.flatMap((frame) => parsed((bytes && linesOfFrame(bytes, frame)) ?? []));
}

async function applyDeltas(
  records: Map<string, PublishedRecord>,
  manifest: PackManifest,
  read: ReadObject,
): Promise<Result<true, EditionProblem>> {
  const path = cheapestPath(manifest, manifest.base.edition);
  if (!path) return bad({ kind: 'contradictory', where: 'deltas' });
  for (const delta of path) {
    const changes = await loadDelta(delta, read);
    if (!changes.ok) return changes;
    for (const change of changes.value) {
      if (change.op === 'put') records.set(change.id, change.record);
      else records.delete(change.id);
    }
  }
  return good(true);
}

function parsed(lines: readonly string[]): PublishedRecord[] {
  return lines.flatMap((line) => {
    const record = parseRecordLine(line);
    return record.ok ? [record.value] : [];
  });
}
