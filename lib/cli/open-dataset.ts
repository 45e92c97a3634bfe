import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadedDataset, memoryShelf } from '@/lib/context/memory-shelf';
import type { Shelf } from '@/lib/context/shelf';
import { namedEntities } from '@/lib/dataset/build-pack';
import { checkBase, linesOfFrame, type ReadObject } from '@/lib/dataset/edition';
import {
  type Catalog,
  manifestPath,
  objectPath,
  parseCatalog,
  parseManifest,
} from '@/lib/dataset/manifest';
import { parseRecordLine } from '@/lib/dataset/record-line';
import { compileNames } from '@/lib/names/compile';
import type { Names } from '@/lib/names/names';
import { openNames } from '@/lib/names/open-names';
import type { PublishedRecord } from '@/lib/record/record';
import { faultLine, readDatasetFolder, recordsOfFolder } from './dataset-folder';

/** A dataset opened from a folder, all of it in memory. */
export type OpenDataset = {
  readonly id: string;
  readonly names: Names;
  readonly shelf: Shelf;
  readonly records: readonly PublishedRecord[];
};

/**
 * Opens a dataset for the command line: a published tree (with `catalog.json`) after the checks that
 * the extension makes, or an authored folder (with `dataset.yaml`).
 * @throws an error that says in words why the folder cannot be used
 */
export async function openDatasetFolder(folder: string): Promise<OpenDataset> {
  const loaded = existsSync(join(folder, 'catalog.json'))
    ? await loadPublished(folder)
    : await loadAuthored(folder);
  const bytes = compileNames(namedEntities(loaded.records));
  const names = openNames([{ dataset: loaded.label.id, bytes }]);
  return { id: loaded.label.id, names, shelf: memoryShelf([loaded]), records: loaded.records };
}

async function loadAuthored(folder: string): Promise<LoadedDataset> {
  const read = await readDatasetFolder(folder);
  const records = recordsOfFolder(read);
  if (!records || !read.dataset) {
    const [first] = read.faults;
    throw new Error(`${folder} is no dataset: ${first ? faultLine(first) : 'nothing in it'}`);
  }
  const { id, title, edition } = read.dataset;
  return {
    label: { id, title: titleOf(title, id), edition },
    records: records.map(({ record }) => record),
  };
}

/** The records of a published tree; every file is checked as the extension checks it. */
export async function loadPublished(folder: string): Promise<LoadedDataset> {
  const catalog = parseCatalog(await readFile(join(folder, 'catalog.json')));
  if (!catalog.ok) throw new Error(`${folder}/catalog.json is malformed`);
  const records: PublishedRecord[] = [];
  for (const pack of catalog.value.packs) records.push(...(await recordsOfPack(folder, pack)));
  const { dataset: id, title, edition } = catalog.value;
  return { label: { id, title: titleOf(title, id), edition }, records };
}

async function recordsOfPack(
  folder: string,
  pack: Catalog['packs'][number],
): Promise<PublishedRecord[]> {
  const path = manifestPath(pack.manifest.sha256, pack.pack);
  const manifest = parseManifest(await readFile(join(folder, path)));
  if (!manifest.ok) throw new Error(`${folder}/${path} is ${manifest.problem}`);
  const read: ReadObject = async ({ sha256 }) =>
    await readFile(join(folder, objectPath(sha256))).catch(() => undefined);
  const checked = await checkBase(manifest.value, read);
  if (!checked.ok) throw new Error(`${folder}: ${checked.problem.kind} ${checked.problem.where}`);
  const records: PublishedRecord[] = [];
  for (const [number, object] of manifest.value.base.shards.entries()) {
    const bytes = await read(object);
    for (const frame of checked.value.index.frames) {
      if (frame.shard === number && bytes)
        records.push(...parsedLines(linesOfFrame(bytes, frame) ?? []));
    }
  }
  return records;
}

function parsedLines(lines: readonly string[]): PublishedRecord[] {
  return lines.flatMap((line) => {
    const record = parseRecordLine(line);
    return record.ok ? [record.value] : [];
  });
}

function titleOf(title: Readonly<Record<string, string>>, id: string): string {
  return title['en'] ?? Object.values(title)[0] ?? id;
}
