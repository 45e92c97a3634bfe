import { createHash } from 'node:crypto';
import type { LoadedDataset } from '@/lib/context/memory-shelf';
import { buildDataset } from '@/lib/dataset/build-dataset';
import { jsonBytes } from '@/lib/dataset/build-pack';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';

/** SHA-256 by Node. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** A dataset.yaml for tests. */
export function datasetFile(facts: Partial<DatasetFile> & { readonly id: string }): DatasetFile {
  return {
    title: { en: facts.id },
    languages: ['en'],
    licence: 'CC0-1.0',
    edition: 1,
    built: '2026-01-01',
    packs: [{ pack: 'main', title: { en: 'Main' } }],
    ...facts,
  };
}

/**
 * So many packs that the catalog has a listing. All records are in the first, but for those about odd
 * boats, which are in the last.
 */
export const MANY_PACKS: DatasetFile['packs'] = [
  { pack: 'main', title: { en: 'Main' } },
  ...'abcdefghijklnopqrstuvwxy0123456789'.split('').map((letter) => ({
    pack: `${letter}ain`,
    title: { en: `Pack ${letter}` },
    keys: [`${letter}/`],
  })),
  { pack: 'zain', title: { en: 'Odd boats' }, keys: ['odd/'] },
];

/** The bundled tree of these datasets, as the extension would carry it. */
export function bundledTree(
  datasets: readonly LoadedDataset[],
  more: Partial<DatasetFile> = {},
): Map<string, Uint8Array> {
  const tree = new Map<string, Uint8Array>();
  for (const { label, records } of datasets) {
    const facts = { id: label.id, title: { en: label.title }, edition: label.edition, ...more };
    const keyed = records.map((record) => ({ key: record.id as string, record }));
    const built = buildDataset(datasetFile(facts), keyed, { sha256 });
    for (const [path, bytes] of built) tree.set(`datasets/${label.id}/${path}`, bytes);
  }
  tree.set('datasets/bundled.json', jsonBytes({ datasets: datasets.map(({ label }) => label.id) }));
  return tree;
}

/** Reads from a tree in memory, as `fetch` reads the package. */
export function readFrom(
  tree: ReadonlyMap<string, Uint8Array>,
): (path: string) => Promise<Uint8Array> {
  return async (path) => {
    const bytes = tree.get(path);
    if (!bytes) throw new Error(`there is no ${path}`);
    return await Promise.resolve(bytes);
  };
}
