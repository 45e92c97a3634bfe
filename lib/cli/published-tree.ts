import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Catalog,
  listingPath,
  manifestPath,
  namedObjects,
  objectPath,
  type PackManifest,
  parseCatalog,
  parseListing,
  parseManifest,
} from '@/lib/dataset/manifest';
import { CATALOG_TARGET, targetPath } from '@/lib/dataset/signed-paths';
import { readCatalog } from './previous-edition';

/** Where a tree goes, a file at a time. */
export type TreeSink = {
  has(path: string): boolean;
  write(path: string, bytes: Uint8Array): Promise<void>;
};

/** A tree in memory. */
export function treeIn(tree: Map<string, Uint8Array>): TreeSink {
  return {
    has: (path) => tree.has(path),
    write: async (path, bytes) => void (await Promise.resolve(tree.set(path, bytes))),
  };
}

/** A tree below a folder. Objects are named by their hash, and one that is there is never written again. */
export function folderSink(folder: string): TreeSink {
  return {
    has: (path) => path.startsWith('o/') && existsSync(join(folder, path)),
    write: async (path, bytes) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    },
  };
}

/**
 * So many editions of a pack keep all their files: for readers in the middle of an update, for mirrors
 * and caches that are behind, and for those who hold the base before the newest.
 */
const EDITIONS_KEPT = 8;
/** Files that a build wrote; others in the folder are left alone. */
const BUILT = /^[0-9a-f]{64}(?:\.[a-z0-9-]+\.json)?$/u;

/**
 * Takes away manifests of editions long past, the catalogs that named them with their listings, and the
 * objects that only they named. Signed metadata is left alone.
 */
export async function pruneTree(folder: string): Promise<void> {
  const { manifests, others } = await filesNamed(folder);
  const kept = new Set<string>(others);
  for (const ofPack of Map.groupBy(manifests, ({ manifest }) => manifest.pack).values()) {
    const newest = ofPack.toSorted((a, b) => b.manifest.edition - a.manifest.edition);
    for (const { path, manifest } of newest.slice(0, EDITIONS_KEPT)) {
      kept.add(path);
      for (const { sha256 } of namedObjects(manifest)) kept.add(objectPath(sha256));
    }
  }
  await keepOnly(folder, kept);
}

/** Takes away every file that builds wrote, but for these. */
export async function keepOnly(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const part of ['o', 't']) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      if (BUILT.test(name) && !kept.has(`${part}/${name}`)) await rm(join(folder, part, name));
    }
  }
}

type FoundManifest = { readonly path: string; readonly manifest: PackManifest };

/** The manifests below a folder, and what else stands beside them that is still of use. */
async function filesNamed(folder: string): Promise<{
  readonly manifests: readonly FoundManifest[];
  readonly others: readonly string[];
}> {
  const manifests: FoundManifest[] = [];
  const catalogs: { readonly path: string; readonly catalog: Catalog }[] = [];
  const others: string[] = [];
  for (const name of await readdir(join(folder, 't')).catch(() => [])) {
    const path = `t/${name}`;
    const bytes = await readFile(join(folder, path));
    const manifest = parseManifest(bytes);
    const catalog = parseCatalog(bytes);
    if (manifest.ok) manifests.push({ path, manifest: manifest.value });
    else if (catalog.ok) catalogs.push({ path, catalog: catalog.value });
    else if (!parseListing(bytes).ok) others.push(path);
  }
  const newest = catalogs
    .toSorted((a, b) => b.catalog.edition - a.catalog.edition)
    .slice(0, EDITIONS_KEPT);
  const named = newest.flatMap(({ path, catalog }) => [path, ...listingPaths(catalog)]);
  // A tree that is not signed yet has its newest catalog at its root alone.
  const atRoot = parseCatalog(await readFile(join(folder, 'catalog.json')));
  if (atRoot.ok) named.push(...listingPaths(atRoot.value));
  return { manifests, others: [...others, ...named] };
}

function listingPaths(catalog: Catalog): readonly string[] {
  return catalog.format === 1 ? [] : [listingPath(catalog.listing.sha256)];
}

/** The files of a tree that readers of its newest edition need, signed metadata left out. */
export async function filesOfNewest(folder: string): Promise<ReadonlySet<string>> {
  const bytes = await readFile(join(folder, 'catalog.json'));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const named = new Set<string>(['catalog.json', targetPath(hash, CATALOG_TARGET)]);
  const catalog = await readCatalog(folder);
  for (const path of listingPaths(catalog)) named.add(path);
  for (const { pack, manifest } of catalog.packs) {
    const path = manifestPath(manifest.sha256, pack);
    const read = parseManifest(await readFile(join(folder, path)));
    named.add(path);
    if (read.ok) for (const { sha256 } of namedObjects(read.value)) named.add(objectPath(sha256));
  }
  return named;
}
