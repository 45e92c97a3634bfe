import type { EditionProblem } from '@/lib/dataset/edition';
import { LIMITS } from '@/lib/dataset/limits';
import {
  baseObjects,
  type Catalog,
  manifestPath,
  type ObjectRef,
  objectPath,
  type PackManifest,
  type PackRef,
  parseCatalog,
  parseManifest,
} from '@/lib/dataset/manifest';
import { CATALOG_TARGET } from '@/lib/dataset/signed-paths';
import { bad, good, type Result } from '@/lib/result';
import type { FetchProblem, Host } from './host';
import { sha256Hex } from './hash';
import type { SyncOffice } from './sync-office';
import type { Subscription } from './sync-store';
import { readSignedFile, type Refreshed } from './tuf-refresh';
import type { Repository, TrustProblem } from './tuf-repository';
import { METADATA_MS, notFetched } from './tuf-root';

export type SyncProblem = TrustProblem | EditionProblem;

/** A manifest that the signed catalog names. */
export type TrustedManifest = { readonly manifest: PackManifest; readonly sha256: string };

const OBJECT_MS = 60_000;
const AT_ONCE = 4;

/** The catalog that `targets.json` signs; where a dataset is named, for that one and no other. */
export async function readCatalog(
  repository: Repository,
  { targets }: Pick<Refreshed, 'targets'>,
  dataset?: string,
): Promise<Result<Catalog, SyncProblem>> {
  const target = targets[CATALOG_TARGET];
  if (!target) return bad({ kind: 'missing', where: CATALOG_TARGET });
  const file = { name: CATALOG_TARGET, target };
  const bytes = await readSignedFile(repository, file, LIMITS.manifest);
  if (!bytes.ok) return bytes;
  const catalog = parseCatalog(bytes.value);
  if (!catalog.ok) return bad({ kind: 'malformed', where: CATALOG_TARGET });
  return catalog.value.dataset === (dataset ?? catalog.value.dataset)
    ? catalog
    : bad({ kind: 'contradictory', where: CATALOG_TARGET });
}

/**
 * The packs of a catalog that the reader wants and has not got in this edition. It compares editions
 * and never asks whether the timestamp changed: a run cut off after the metadata was kept would else
 * stay behind for good.
 */
export function packsBehind(
  { packs: held, wanted }: Subscription,
  catalog: Catalog,
): readonly PackRef[] {
  return catalog.packs.filter(({ pack, edition }) => {
    const own = held.find((row) => row.pack === pack);
    if (own) return own.on && (own.edition < edition || own.damaged);
    return wanted ? wanted.includes(pack) : held.length === 0;
  });
}

/** Whether a catalog offers less than the reader has of some pack: somebody turns time back. */
export function isTurnedBack({ packs: held }: Subscription, { packs }: Catalog): boolean {
  return packs.some(({ pack, edition }) =>
    held.some((row) => row.pack === pack && row.edition > edition),
  );
}

export async function readManifest(
  { host, guards }: Repository,
  catalog: Catalog,
  entry: PackRef,
): Promise<Result<TrustedManifest, SyncProblem>> {
  const { sha256, bytes: most } = entry.manifest;
  const where = manifestPath(sha256, entry.pack);
  const read = await host.read(where, { most, within: METADATA_MS });
  if (!read.ok) return notFetched(read.problem);
  const isRight = read.value.length === most && (await sha256Hex(read.value)) === sha256;
  if (guards.hashes && !isRight) return bad({ kind: 'damaged', where });
  const manifest = parseManifest(read.value);
  if (!manifest.ok) return bad({ kind: manifest.problem, where });
  const { dataset, pack, edition } = manifest.value;
  const fits = dataset === catalog.dataset && pack === entry.pack && edition === entry.edition;
  if (guards.manifests && !fits) return bad({ kind: 'contradictory', where });
  return good({ manifest: manifest.value, sha256 });
}

/** What the bases of some manifests take when they are stored. */
export function bytesOf(manifests: readonly TrustedManifest[]): number {
  const objects = manifests.flatMap(({ manifest }) => baseObjects(manifest));
  return objects.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Fetches objects, four at a time; each is kept as soon as it is there, so that a run that is cut off
 * goes on from there.
 */
export async function fetchObjects(
  { host, now }: Pick<Repository, 'now'> & { readonly host: Host },
  objects: readonly ObjectRef[],
  { store }: Pick<SyncOffice, 'store'>,
): Promise<Result<number, SyncProblem>> {
  const left = [...new Map(objects.map((object) => [object.sha256, object])).values()];
  const count = left.length;
  let problem: SyncProblem | undefined;
  const work = async (): Promise<void> => {
    for (let object = left.shift(); object && !problem; object = left.shift()) {
      const read = await host.read(objectPath(object.sha256), limitsOf(object));
      if (!read.ok) problem ??= { kind: 'not-fetched', fetch: read.problem };
      else if (!(await store.keepObject(object, { bytes: read.value, at: now }))) {
        problem ??= { kind: 'damaged', where: object.sha256 };
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problem ? bad(problem) : good(count);
}

function limitsOf({ bytes }: ObjectRef): { readonly most: number; readonly within: number } {
  return { most: bytes, within: OBJECT_MS };
}

/** How long the host asked to be left alone, where it did. */
export function retryOf(problem: SyncProblem): number | undefined {
  const fetched: FetchProblem | undefined =
    problem.kind === 'not-fetched' ? problem.fetch : undefined;
  return fetched?.retryMs;
}
