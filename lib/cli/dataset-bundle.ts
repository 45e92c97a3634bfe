import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonBytes } from '@/lib/dataset/build-pack';
import { buildFolder, type Built } from './dataset-build';
import type { Io } from './io';
import { folderSink, keepOnly, treeIn } from './published-tree';

/** `onrecord dataset bundle DIR --out DIR`: builds every dataset below a folder, and the list of them. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, flag, out, ...others] = args;
  if (folder === undefined || flag !== '--out' || out === undefined || others.length > 0) {
    io.err('usage: onrecord dataset bundle DIR --out DIR');
    return 2;
  }
  const datasets: string[] = [];
  for (const name of await foldersWithin(folder)) {
    const built = await bundleOne(join(folder, name), out, io);
    if (!built) return 1;
    datasets.push(built.dataset);
    io.out(JSON.stringify(built));
  }
  await writeFile(join(out, 'bundled.json'), jsonBytes({ datasets }));
  return 0;
}

/** Nothing but the newest edition goes into the package. */
async function bundleOne(folder: string, out: string, io: Io): Promise<Built | undefined> {
  const tree = new Map<string, Uint8Array>();
  const built = await buildFolder({ folder }, treeIn(tree), io);
  if (!built) return undefined;
  const sink = folderSink(join(out, built.dataset));
  for (const [path, bytes] of tree) await sink.write(path, bytes);
  await keepOnly(join(out, built.dataset), new Set(tree.keys()));
  return built;
}

async function foldersWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'dataset.yaml')))
    .map(({ name }) => name)
    .toSorted();
}
