import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedTree } from '@/lib/dataset/build-dataset';
import { loadDelta } from '@/lib/dataset/delta';
import type { ReadObject } from '@/lib/dataset/edition';
import { editionRecords } from '@/lib/dataset/edition-records';
import {
  baseObjects,
  type Catalog,
  manifestPath,
  objectPath,
  type PackManifest,
  parseCatalog,
  parseManifest,
} from '@/lib/dataset/manifest';
import type { PreviousEdition, Step } from '@/lib/dataset/next-edition';

/** The catalog of a published tree. @throws where there is none that can be read */
export async function readCatalog(folder: string): Promise<Catalog> {
  const catalog = parseCatalog(await readFile(join(folder, 'catalog.json')));
  if (!catalog.ok) throw new Error(`${folder}/catalog.json is malformed`);
  return catalog.value;
}

/** The manifests of a published tree, in the order of its catalog. */
export async function readManifests(folder: string): Promise<readonly PackManifest[]> {
  const { packs } = await readCatalog(folder);
  return await Promise.all(
    packs.map(async ({ pack, manifest: { sha256 } }) => {
      const path = manifestPath(sha256, pack);
      const manifest = parseManifest(await readFile(join(folder, path)));
      if (!manifest.ok) throw new Error(`${folder}/${path} is ${manifest.problem}`);
      return manifest.value;
    }),
  );
}

/** Reads a published tree's objects. */
export function objectsIn(folder: string): ReadObject {
  return async ({ sha256 }) =>
    await readFile(join(folder, objectPath(sha256))).catch(() => undefined);
}

/** Every pack of a published tree, as the edition before another one. */
export async function readPrevious(folder: string): Promise<ReadonlyMap<string, PreviousEdition>> {
  const read = objectsIn(folder);
  const packs = new Map<string, PreviousEdition>();
  for (const manifest of await readManifests(folder)) {
    packs.set(manifest.pack, await previousOf(manifest, read));
  }
  return packs;
}

/** One pack as the edition before another one. @throws where readers would refuse it */
export async function previousOf(
  manifest: PackManifest,
  read: ReadObject,
): Promise<PreviousEdition> {
  const records = await editionRecords(manifest, read);
  if (!records.ok) {
    const { kind, where } = records.problem;
    throw new Error(`${manifest.dataset}/${manifest.pack}: ${kind} ${where}`);
  }
  return { manifest, records: records.value, steps: await stepsOf(manifest, read) };
}

/** Single steps, from edition to next edition; hops are made of them anew. */
async function stepsOf({ deltas }: PackManifest, read: ReadObject): Promise<Step[]> {
  const ends = new Set(deltas.map(({ from }) => from));
  const steps: Step[] = [];
  for (const delta of deltas.toSorted((a, b) => a.from - b.from)) {
    const isHop = [...ends].some((end) => delta.from < end && end < delta.to);
    if (isHop) continue;
    const changes = await loadDelta(delta, read);
    if (!changes.ok) throw new Error(`${changes.problem.kind} ${changes.problem.where}`);
    steps.push({ from: delta.from, to: delta.to, changes: changes.value });
  }
  return steps;
}

/** A new tree with the objects that its manifests name and that the edition before holds. */
export async function withKept(tree: PublishedTree, before: string): Promise<PublishedTree> {
  const all = new Map(tree);
  for (const [path, bytes] of tree) {
    if (!path.startsWith('t/')) continue;
    const manifest = parseManifest(bytes);
    if (!manifest.ok) continue;
    const named = [
      ...baseObjects(manifest.value),
      ...manifest.value.deltas.flatMap(({ object }) => object ?? []),
    ];
    for (const { sha256 } of named) {
      const at = objectPath(sha256);
      if (!all.has(at)) all.set(at, await readFile(join(before, at)));
    }
  }
  return all;
}
