import type { PublishedRecord } from '@/lib/record/record';
import type { Id } from '@/lib/record/ref';
import type { Change } from './delta';

/** What changed between two editions of a pack. */
export type Comparison = {
  /** The newer records, each revision counted on from the older edition. */
  readonly records: readonly PublishedRecord[];
  readonly added: readonly Id[];
  readonly changed: readonly Id[];
  readonly removed: readonly Id[];
  /** The same as the changes of a delta, in order of ids. */
  readonly changes: readonly Change[];
};

/**
 * Compares two editions; both as `parseRecord` gives them, so that fields come in one order. A
 * record counts as changed where anything but its revision differs.
 * @param built the day of the newer edition, for records that went without a withdrawal
 */
export function compareEditions(
  older: readonly PublishedRecord[],
  newer: readonly PublishedRecord[],
  built: string,
): Comparison {
  const before = new Map(older.map((record) => [record.id, record]));
  const records = newer.map((record) => revised(record, before.get(record.id)));
  const now = new Set(newer.map(({ id }) => id));
  const added = records.filter(({ id }) => !before.has(id));
  const changed = records.filter(({ id, rev }) => (before.get(id)?.rev ?? rev) !== rev);
  const removed = older.filter(({ id }) => !now.has(id)).map(({ id }) => id);
  const puts = [...added, ...changed].map((record): Change => ({
    op: 'put',
    id: record.id,
    record,
  }));
  const withdrawals = removed.map((id) => withdrawalOf(id, records, built));
  return {
    records,
    added: added.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    removed,
    changes: mergedChanges([[...puts, ...withdrawals]]),
  };
}

/** Several steps as one, in order of ids: of two changes to a record the later counts. */
export function mergedChanges(steps: readonly (readonly Change[])[]): readonly Change[] {
  const last = new Map<string, Change>();
  for (const step of steps) for (const change of step) last.set(change.id, change);
  return [...last.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function revised(record: PublishedRecord, held: PublishedRecord | undefined): PublishedRecord {
  if (!held) return record;
  const isSame = textOf(record) === textOf(held);
  return Object.assign({}, record, { rev: isSame ? held.rev : held.rev + 1 });
}

function textOf(record: PublishedRecord): string {
  return JSON.stringify(Object.assign({}, record, { rev: 0 }));
}

function withdrawalOf(id: Id, records: readonly PublishedRecord[], built: string): Change {
  const said = records.find((record) => record.type === 'withdrawal' && record.of === id);
  return said?.type === 'withdrawal'
    ? { op: 'withdraw', id, reason: said.reason, at: said.at, purge: said.purge }
    : { op: 'withdraw', id, reason: 'error', at: built, purge: false };
}
