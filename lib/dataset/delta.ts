import { strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { edtf } from '@/lib/record/base';
import { type PublishedRecord, withdrawal } from '@/lib/record/record';
import { id, type Id } from '@/lib/record/ref';
import { bad, good, type Result } from '@/lib/result';
import { fromBase64 } from './base64';
import type { EditionProblem, ReadObject } from './edition';
import { inflate } from './inflate';
import type { DeltaRef } from './manifest';
import { parsePlain } from './plain-json';
import { parseRecord } from './record-line';

const withdraw = v.object({
  op: v.literal('withdraw'),
  id,
  reason: withdrawal.entries.reason,
  at: edtf,
  purge: v.boolean(),
});
const put = v.object({ op: v.literal('put'), record: v.unknown() });
/** One change between two editions. */
export type Change =
  | { readonly op: 'put'; readonly id: Id; readonly record: PublishedRecord }
  | v.InferOutput<typeof withdraw>;

/** The NDJSON of a delta, before gzip. */
export function writeDelta(changes: readonly Change[]): Uint8Array {
  const lines = changes.map((change) =>
    JSON.stringify(change.op === 'put' ? { op: 'put', record: change.record } : change),
  );
  return strToU8(lines.map((line) => `${line}\n`).join(''));
}

/** The changes of a delta that stands in a manifest or in an object. */
export async function loadDelta(
  delta: DeltaRef,
  read: ReadObject,
): Promise<Result<readonly Change[], EditionProblem>> {
  const where = `delta ${delta.from}-${delta.to}`;
  const packed =
    delta.inline === undefined
      ? delta.object && (await read(delta.object))
      : fromBase64(delta.inline);
  if (!packed) return bad({ kind: 'missing', where });
  const inflated = inflate(packed, delta.raw);
  if (!inflated) return bad({ kind: 'damaged', where });
  const changes = readDelta(inflated);
  return changes.ok ? changes : bad({ kind: 'malformed', where });
}

/** Reads the NDJSON of a delta; records of types unknown here are left out, as in a shard. */
export function readDelta(bytes: Uint8Array): Result<readonly Change[], 'malformed'> {
  const changes: Change[] = [];
  for (const line of strFromU8(bytes).split('\n')) {
    if (line === '') continue;
    const change = readChange(parsePlain(line));
    if (!change.ok && change.problem === 'malformed') return bad('malformed');
    if (change.ok) changes.push(change.value);
  }
  return good(changes);
}

function readChange(value: unknown): Result<Change, 'malformed' | 'unknown-type'> {
  const withdrawn = v.safeParse(withdraw, value);
  if (withdrawn.success) return good(withdrawn.output);
  const wrapped = v.safeParse(put, value);
  if (!wrapped.success) return bad('malformed');
  const record = parseRecord(wrapped.output.record);
  return record.ok ? good({ op: 'put', id: record.value.id, record: record.value }) : record;
}
