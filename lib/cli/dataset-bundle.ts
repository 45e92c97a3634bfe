import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonBytes } from '@/lib/dataset/build-pack';
import { buildFolder } from './dataset-build';
import type { Io } from './io';
import { writeTree } from './published-tree';

/** `onrecord dataset bundle DIR --out DIR`: builds every dataset below a folder, and the list of them. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, flag, out, ...others] = args;
  if (folder === undefined || flag !== '--out' || out === undefined || others.length > 0) {
    io.err('usage: onrecord dataset bundle DIR --out DIR');
    return 2;
  }
  const datasets: string[] = [];
  for (const name of await foldersWithin(folder)) {
    const built = await buildFolder(join(folder, name), io);
    if (!built) return 1;
    await writeTree(built.tree, join(out, built.id));
    datasets.push(built.id);
    io.out(JSON.stringify({ dataset: built.id, files: built.tree.size }));
  }
  await writeFile(join(out, 'bundled.json'), jsonBytes({ datasets }));
  return 0;
}

async function foldersWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'dataset.yaml')))
    .map(({ name }) => name)
    .toSorted();
}
