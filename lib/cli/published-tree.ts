import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PublishedTree } from '@/lib/dataset/build-dataset';

/**
 * Writes a published tree below a folder, and takes away the objects and manifests of former builds
 * that it no longer names. Signed metadata in the same folder is left alone.
 */
export async function writeTree(tree: PublishedTree, out: string): Promise<void> {
  for (const [path, bytes] of tree) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), bytes);
  }
  for (const folder of ['o', 't']) {
    for (const name of await readdir(join(out, folder)).catch(() => [])) {
      const isOurs = /^[0-9a-f]{64}(?:\.[a-z0-9-]+\.json)?$/u.test(name);
      if (isOurs && !tree.has(`${folder}/${name}`)) await rm(join(out, folder, name));
    }
  }
}
