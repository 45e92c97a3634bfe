import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareEditions } from '@/lib/dataset/compare';
import type { PublishedRecord } from '@/lib/record/record';
import type { Io } from './io';
import { openDatasetFolder } from './open-dataset';

/**
 * `onrecord dataset diff OLD NEW`: what changed between two datasets, each a published tree or an
 * authored folder; one JSON line a record, added, changed or removed, and a line of counts.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [older, newer, ...others] = args;
  if (older === undefined || newer === undefined || others.length > 0) {
    io.err('usage: onrecord dataset diff OLD NEW');
    return 2;
  }
  const absent = [older, newer].find(
    (folder) =>
      !existsSync(join(folder, 'catalog.json')) && !existsSync(join(folder, 'dataset.yaml')),
  );
  if (absent !== undefined) {
    io.err(`onrecord: ${absent} is neither a published tree nor an authored folder`);
    return 1;
  }
  const before = (await openDatasetFolder(older)).records;
  const after = (await openDatasetFolder(newer)).records;
  const { added, changed, removed, records } = compareEditions(before, after, 'XXXX');
  const was = new Map(before.map((record) => [record.id, record]));
  const now = new Map(records.map((record) => [record.id, record]));
  for (const id of added) io.out(JSON.stringify({ added: id, ...shown(now.get(id)) }));
  for (const id of changed)
    io.out(
      JSON.stringify({
        changed: id,
        ...shown(now.get(id)),
        fields: fieldsChanged(was.get(id), now.get(id)),
      }),
    );
  for (const id of removed) io.out(JSON.stringify({ removed: id, ...shown(was.get(id)) }));
  io.err(`${added.length} added, ${changed.length} changed, ${removed.length} removed`);
  return 0;
}

/** What a person recognises the record by. */
function shown(record: PublishedRecord | undefined): {
  readonly type?: string;
  readonly words?: string;
} {
  if (!record) return {};
  const words =
    'text' in record
      ? record.text
      : 'title' in record
        ? record.title
        : 'names' in record
          ? record.names[0]?.text
          : undefined;
  return words === undefined
    ? { type: record.type }
    : { type: record.type, words: words.slice(0, 120) };
}

function fieldsChanged(
  before: PublishedRecord | undefined,
  after: PublishedRecord | undefined,
): string[] {
  const [a, b] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter(
    (name) => name !== 'rev' && JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)),
  );
}
