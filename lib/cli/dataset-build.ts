import { buildDataset, type PublishedTree } from '@/lib/dataset/build-dataset';
import { faultLine, readDatasetFolder, recordsOfFolder, sha256 } from './dataset-folder';
import type { Io } from './io';
import { writeTree } from './published-tree';

/** `onrecord dataset build DIR --out DIR`: validates, then writes the published tree. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, flag, out, ...others] = args;
  if (folder === undefined || flag !== '--out' || out === undefined || others.length > 0) {
    io.err('usage: onrecord dataset build DIR --out DIR');
    return 2;
  }
  const built = await buildFolder(folder, io);
  if (!built) return 1;
  await writeTree(built.tree, out);
  io.out(JSON.stringify({ dataset: built.id, files: built.tree.size, bytes: sizeOf(built.tree) }));
  return 0;
}

/** The published tree of an authored folder; faults go to standard error. */
export async function buildFolder(
  folder: string,
  io: Pick<Io, 'err'>,
): Promise<{ readonly id: string; readonly tree: PublishedTree } | undefined> {
  const read = await readDatasetFolder(folder);
  for (const fault of read.faults) io.err(faultLine(fault));
  const records = recordsOfFolder(read);
  if (!records || !read.dataset) return undefined;
  return { id: read.dataset.id, tree: buildDataset(read.dataset, records, sha256) };
}

function sizeOf(tree: PublishedTree): number {
  let bytes = 0;
  for (const file of tree.values()) bytes += file.length;
  return bytes;
}
