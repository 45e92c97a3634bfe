import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hexOf } from '@/lib/dataset/build-pack';
import { loadDelta } from '@/lib/dataset/delta';
import type { ReadObject } from '@/lib/dataset/edition';
import { editionRecords } from '@/lib/dataset/edition-records';
import { isListingOf } from '@/lib/dataset/listing';
import {
  type Catalog,
  type LargeCatalog,
  listingPath,
  manifestPath,
  namedObjects,
  objectPath,
  type PackManifest,
  parseCatalog,
  parseListing,
  parseManifest,
} from '@/lib/dataset/manifest';
import type { PreviousEdition, Step } from '@/lib/dataset/next-edition';
import { sha256 as digest } from './dataset-folder';
import { problemInWords } from './edition-words';
import type { TreeSink } from './published-tree';

/** The catalog of a published tree. @throws where there is none that can be read, or not its listing */
export async function readCatalog(folder: string): Promise<Catalog> {
  const catalog = parseCatalog(await readFile(join(folder, 'catalog.json')));
  if (!catalog.ok) throw new Error(`${folder}/catalog.json is malformed`);
  if (catalog.value.format === 2) await checkListing(folder, catalog.value);
  return catalog.value;
}

async function checkListing(folder: string, catalog: LargeCatalog): Promise<void> {
  const where = listingPath(catalog.listing.sha256);
  const bytes = await readFile(join(folder, where)).catch(() => new Uint8Array());
  const listing = parseListing(bytes);
  const isRight = hexOf(digest(bytes)) === catalog.listing.sha256;
  if (isRight && listing.ok && isListingOf(catalog, listing.value)) return;
  throw new Error(`${folder}/${where} is not the listing of its catalog`);
}

/** The manifests of a published tree, in the order of its catalog. @param only of this pack */
export async function readManifests(
  folder: string,
  only?: string,
): Promise<readonly PackManifest[]> {
  const { packs } = await readCatalog(folder);
  const wanted = packs.filter(({ pack }) => only === undefined || pack === only);
  return await Promise.all(
    wanted.map(async ({ pack, manifest: { sha256 } }) => {
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

/** One pack of a published tree as the edition before another one; undefined where it has no such pack. */
export async function readPreviousPack(
  folder: string,
  pack: string,
): Promise<PreviousEdition | undefined> {
  const manifests = await readManifests(folder, pack);
  const [manifest] = manifests;
  return manifest && (await previousOf(manifest, objectsIn(folder)));
}

/** One pack as the edition before another one. @throws where readers would refuse it */
export async function previousOf(
  manifest: PackManifest,
  read: ReadObject,
): Promise<PreviousEdition> {
  const records = await editionRecords(manifest, read);
  if (!records.ok) {
    const words = problemInWords(records.problem);
    throw new Error(`${manifest.dataset}/${manifest.pack}: ${words}`);
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
    if (!changes.ok) throw new Error(problemInWords(changes.problem));
    steps.push({ from: delta.from, to: delta.to, changes: changes.value });
  }
  return steps;
}

/** Copies what a manifest names, and its edition did not write, from the tree of the edition before. */
export async function copyNamed(
  manifest: PackManifest,
  before: string,
  sink: TreeSink,
): Promise<void> {
  for (const { sha256 } of namedObjects(manifest)) {
    const path = objectPath(sha256);
    if (!sink.has(path)) await sink.write(path, await readFile(join(before, path)));
  }
}
