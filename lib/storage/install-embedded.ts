import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import type { EditionProblem } from '@/lib/dataset/edition';
import {
  type Catalog,
  manifestPath,
  objectPath,
  type PackManifest,
  type PackRef,
  parseCatalog,
  parseManifest,
} from '@/lib/dataset/manifest';
import { parsePlain } from '@/lib/dataset/plain-json';
import { datasetId } from '@/lib/dataset/schema/dataset-file';
import { bad, good, type Result } from '@/lib/result';
import type { DatasetDatabase, DatasetRow } from './dataset-database';
import { sha256Hex } from './digest';
import { preparePack } from './prepare-pack';
import type { ReadPath } from './store-objects';
import { type PackSwitch, switchEdition } from './switch-edition';

/** Where the bundled tree stands, how to read it, and the time in milliseconds since 1970. */
export type Embedded = { readonly read: ReadPath; readonly folder: string; readonly now: number };

/** What became of the bundled datasets: those installed now, and those that were there already. */
export type Installed = { readonly installed: readonly string[]; readonly kept: readonly string[] };

/** Which bundled dataset was refused, and why. */
export type InstallProblem = EditionProblem & { readonly dataset: string };

const bundled = v.object({ datasets: v.pipe(v.array(datasetId), v.maxLength(50)) });

/**
 * Installs or updates the datasets that come with the extension, through the checks and the switch
 * that subscriptions use. One that is damaged is refused and the edition before stays; the others
 * are installed all the same. A newer edition from the network is never replaced by an older one.
 */
export async function installEmbedded(
  database: DatasetDatabase,
  from: Embedded,
): Promise<Result<Installed, InstallProblem>> {
  const list = await readBundled(from);
  if (!list) return bad({ kind: 'missing', where: 'bundled.json', dataset: '' });
  const installed: string[] = [];
  const kept: string[] = [];
  let problem: InstallProblem | undefined;
  for (const dataset of list) {
    const outcome = await installDataset(database, dataset, from);
    if (!outcome.ok) problem ??= { ...outcome.problem, dataset };
    else if (outcome.value === 'installed') installed.push(dataset);
    else kept.push(dataset);
  }
  return problem ? bad(problem) : good({ installed, kept });
}

async function readBundled(from: Embedded): Promise<readonly string[] | undefined> {
  const bytes = await tryRead(from, 'bundled.json');
  const parsed = v.safeParse(bundled, bytes && parsePlain(strFromU8(bytes)));
  return parsed.success ? parsed.output.datasets : undefined;
}

async function tryRead({ read, folder }: Embedded, path: string): Promise<Uint8Array | undefined> {
  try {
    return await read(`${folder}/${path}`);
  } catch {
    // The caller names the file that is missing.
    return undefined;
  }
}

async function installDataset(
  database: DatasetDatabase,
  dataset: string,
  from: Embedded,
): Promise<Result<'installed' | 'kept', EditionProblem>> {
  const bytes = await tryRead(from, `${dataset}/catalog.json`);
  if (!bytes) return bad({ kind: 'missing', where: 'catalog.json' });
  const catalog = parseCatalog(bytes);
  if (!catalog.ok || catalog.value.dataset !== dataset) {
    return bad({ kind: 'malformed', where: 'catalog.json' });
  }
  const packs: PackSwitch[] = [];
  for (const entry of catalog.value.packs) {
    const prepared = await prepareEntry(database, { dataset, entry }, from);
    if (!prepared.ok) return prepared;
    if (prepared.value) packs.push(prepared.value);
  }
  if (packs.length === 0) return good('kept');
  await switchEdition(database, await datasetRow(database, catalog.value, from.now), packs);
  return good('installed');
}

type BundledPack = { readonly dataset: string; readonly entry: PackRef };

/** Stores and checks what a pack needs; undefined where it is held in this edition or a newer one. */
async function prepareEntry(
  database: DatasetDatabase,
  { dataset, entry }: BundledPack,
  from: Embedded,
): Promise<Result<PackSwitch | undefined, EditionProblem>> {
  const held = await database.packs.get([dataset, entry.pack]);
  if (held && isUpToDate(held, entry)) return good(undefined);
  const manifest = await readManifest({ dataset, entry }, from);
  if (!manifest.ok) return manifest;
  return await preparePack(
    database,
    { manifest: manifest.value, sha256: entry.manifest.sha256 },
    {
      read: async ({ sha256 }) => await tryRead(from, `${dataset}/${objectPath(sha256)}`),
      at: from.now,
    },
  );
}

/** An edition never goes down; the same edition built anew (a developer's build) is taken. */
function isUpToDate(
  held: { readonly edition: number; readonly manifestSha256: string; readonly damaged?: boolean },
  { edition, manifest }: PackRef,
): boolean {
  if (held.edition > edition) return true;
  return held.edition === edition && held.manifestSha256 === manifest.sha256 && !held.damaged;
}

async function readManifest(
  { dataset, entry }: BundledPack,
  from: Embedded,
): Promise<Result<PackManifest, EditionProblem>> {
  const { sha256 } = entry.manifest;
  const where = manifestPath(sha256, entry.pack);
  const bytes = await tryRead(from, `${dataset}/${where}`);
  if (!bytes) return bad({ kind: 'missing', where });
  if (bytes.length !== entry.manifest.bytes || (await sha256Hex(bytes)) !== sha256) {
    return bad({ kind: 'damaged', where });
  }
  const manifest = parseManifest(bytes);
  if (!manifest.ok) return bad({ kind: manifest.problem, where });
  const { dataset: own, pack, edition } = manifest.value;
  const fits = own === dataset && pack === entry.pack && edition === entry.edition;
  return fits ? manifest : bad({ kind: 'contradictory', where });
}

async function datasetRow(
  database: DatasetDatabase,
  { dataset, title, edition, publisher, homepage, licence }: Catalog,
  now: number,
): Promise<DatasetRow> {
  const held = await database.datasets.get(dataset);
  return {
    urls: [],
    ...held,
    id: dataset,
    title,
    edition,
    trust: 'built-in',
    ...(publisher !== undefined && { publisher }),
    ...(homepage !== undefined && { homepage }),
    licence,
    changedAt: now,
  };
}
