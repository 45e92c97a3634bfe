import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedDataset, memoryShelf } from '@/lib/context/memory-shelf';
import type { Shelf } from '@/lib/context/shelf';
import { namedEntities } from '@/lib/dataset/build-pack';
import { editionRecords } from '@/lib/dataset/edition-records';
import { compileNames } from '@/lib/names/compile';
import type { Names } from '@/lib/names/names';
import { openNames } from '@/lib/names/open-names';
import type { PublishedRecord } from '@/lib/record/record';
import { faultLine, readDatasetFolder, recordsOfFolder } from './dataset-folder';
import { problemInWords } from './edition-words';
import { objectsIn, readCatalog, readManifests } from './previous-edition';

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
async function loadPublished(folder: string): Promise<LoadedDataset> {
  const { dataset: id, title, edition } = await readCatalog(folder);
  const records: PublishedRecord[] = [];
  for (const manifest of await readManifests(folder)) {
    const own = await editionRecords(manifest, objectsIn(folder));
    if (!own.ok) throw new Error(`${folder}: ${problemInWords(own.problem)}`);
    records.push(...own.value);
  }
  return { label: { id, title: titleOf(title, id), edition }, records };
}

function titleOf(title: Readonly<Record<string, string>>, id: string): string {
  return title['en'] ?? Object.values(title)[0] ?? id;
}
