import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import { edtf } from '@/lib/record/base';
import { type PublishedRecord, withdrawal } from '@/lib/record/record';
import { id, type Id } from '@/lib/record/ref';
import { bad, good, type Result } from '@/lib/result';
import { parsePlain } from './plain-json';
import { parseRecord } from './record-line';

/** One change between two editions. */
export type Change =
  | { readonly op: 'put'; readonly id: Id; readonly record: PublishedRecord }
  | { readonly op: 'withdraw'; readonly id: Id };

const withdraw = v.object({
  op: v.literal('withdraw'),
  id,
  reason: withdrawal.entries.reason,
  at: edtf,
  purge: v.boolean(),
});
const put = v.object({ op: v.literal('put'), record: v.unknown() });

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
  if (withdrawn.success) return good({ op: 'withdraw', id: withdrawn.output.id });
  const wrapped = v.safeParse(put, value);
  if (!wrapped.success) return bad('malformed');
  const record = parseRecord(wrapped.output.record);
  return record.ok ? good({ op: 'put', id: record.value.id, record: record.value }) : record;
}
