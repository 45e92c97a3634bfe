import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { packTree, unpackTree } from '@/lib/dataset/tree-file';
import type { Io } from './io';
import { filesOfNewest } from './published-tree';
import { readOptions } from './options';

/**
 * `onrecord dataset export TREE --out FILE.zip`: the newest edition of a published tree, with its
 * signatures, as one file.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, ['out']);
  const [folder] = given?.rest ?? [];
  const out = given?.options['out'];
  if (folder === undefined || out === undefined) {
    io.err('usage: onrecord dataset export TREE --out FILE.zip');
    return 2;
  }
  if (!existsSync(join(folder, 'catalog.json'))) {
    io.err(`onrecord: ${folder} is no published tree; build it first`);
    return 1;
  }
  const zip = packTree(await readTree(folder));
  const read = unpackTree(zip);
  if (!read.ok) {
    io.err(`onrecord: readers would refuse the file: ${read.problem}`);
    return 1;
  }
  await writeFile(out, zip);
  io.out(JSON.stringify({ file: out, files: read.value.size, bytes: zip.length }));
  return 0;
}

async function readTree(folder: string): Promise<Map<string, Uint8Array>> {
  const tree = new Map<string, Uint8Array>();
  const newest = await filesOfNewest(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (isOld(path, newest)) continue;
    tree.set(path, new Uint8Array(await readFile(join(folder, path))));
  }
  return tree;
}

/** Objects, manifests and catalogs of editions before the newest. */
function isOld(path: string, newest: ReadonlySet<string>): boolean {
  const isBuilt = path.startsWith('o/') || (path.startsWith('t/') && !path.endsWith('-root.json'));
  return isBuilt && !newest.has(path);
}
