import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseRecordLine } from '@/lib/dataset/record-line';
import type { Keyed } from '@/lib/dataset/records-of-book';
import { bad, good, type Result } from '@/lib/result';

/** Where the imported records of a pack stand, if anywhere. */
type Store = { readonly folder: string | undefined; readonly pack: string };

const ENDING = '.ndjson';

/**
 * A pack's authored records and the imported ones from `<pack>.ndjson`, one a line as `dataset import`
 * prints them. An authored record stands in for an imported one of the same id.
 * @returns the first fault as `file:line: rule: message`
 */
export async function withImported(
  authored: readonly Keyed[],
  { folder, pack }: Store,
): Promise<Result<readonly Keyed[], string>> {
  const file = folder === undefined ? '' : join(folder, `${pack}${ENDING}`);
  if (folder === undefined || !existsSync(file)) return good(authored);
  const records = new Map<string, Keyed>();
  let number = 0;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    const read = parseRecordLine(line);
    const at = `${pack}${ENDING}:${number}: records:`;
    if (!read.ok) return bad(`${at} ${read.problem}`);
    const { id } = read.value;
    if (records.has(id)) return bad(`${at} ${id} stands twice`);
    records.set(id, { key: id, record: read.value });
  }
  for (const keyed of authored) records.set(keyed.record.id, keyed);
  return good([...records.values()]);
}

/** Files of a store that belong to no pack. */
export async function strayStores(
  folder: string,
  packs: readonly string[],
): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  return names.filter((name) => !packs.includes(name.slice(0, -ENDING.length))).toSorted();
}
