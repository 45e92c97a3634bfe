import { buildDataset, type PublishedTree } from '@/lib/dataset/build-dataset';
import { faultLine, readDatasetFolder, recordsOfFolder, sha256 } from './dataset-folder';
import type { Io } from './io';
import { readOptions } from './options';
import { readPrevious, withKept } from './previous-edition';
import { writeTree } from './published-tree';

/**
 * `onrecord dataset build DIR --out DIR [--previous DIR]`: validates, then writes the published tree.
 * With the tree of the edition before, readers are led on from it by deltas; `--out` and
 * `--previous` may be the same folder.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, ['out', 'previous']);
  const [folder] = given?.rest ?? [];
  const out = given?.options['out'];
  if (!given || folder === undefined || out === undefined || given.rest.length > 1) {
    io.err('usage: onrecord dataset build DIR --out DIR [--previous DIR]');
    return 2;
  }
  const built = await buildFolder(folder, io, given.options['previous']);
  if (!built) return 1;
  await writeTree(built.tree, out);
  io.out(JSON.stringify({ dataset: built.id, files: built.tree.size, bytes: sizeOf(built.tree) }));
  return 0;
}

type BuiltFolder = { readonly id: string; readonly tree: PublishedTree };

/** The published tree of an authored folder; faults go to standard error. */
export async function buildFolder(
  folder: string,
  io: Pick<Io, 'err'>,
  before?: string,
): Promise<BuiltFolder | undefined> {
  const read = await readDatasetFolder(folder);
  for (const fault of read.faults) io.err(faultLine(fault));
  const records = recordsOfFolder(read);
  if (!records || !read.dataset) return undefined;
  const { id, edition } = read.dataset;
  if (before === undefined) return { id, tree: buildDataset(read.dataset, records, { sha256 }) };
  const previous = await readPrevious(before);
  const published = Math.max(...[...previous.values()].map(({ manifest }) => manifest.edition));
  if (published >= edition) {
    io.err(`dataset.yaml: dataset: edition ${published} is published; this one must be higher`);
    return undefined;
  }
  const tree = buildDataset(read.dataset, records, { sha256, previous });
  return { id, tree: await withKept(tree, before) };
}

function sizeOf(tree: PublishedTree): number {
  let bytes = 0;
  for (const file of tree.values()) bytes += file.length;
  return bytes;
}
