import { fingerprintText } from '@/lib/dataset/fingerprint-words';
import { LIMITS } from '@/lib/dataset/limits';
import {
  type Catalog,
  type ListedPack,
  objectPath,
  type PackManifest,
} from '@/lib/dataset/manifest';
import { parseSigned } from '@/lib/dataset/signed-metadata';
import { metadataPath } from '@/lib/dataset/signed-paths';
import type { Counted, SourcePreview } from '@/lib/dataset/source-state';
import { bad, good, type Result } from '@/lib/result';
import { sha256Hex } from './hash';
import type { Host } from './host';
import { readCatalog, readManifest, type SyncProblem } from './read-edition';
import { readListing } from './read-listing';
import { type Sample, sampleOf } from './sample';
import { isMirror } from './source-address';
import type { SyncOffice } from './sync-office';
import { refresh } from './tuf-refresh';
import type { Repository } from './tuf-repository';
import { METADATA_MS, notFetched, refuse } from './tuf-root';
import { isSignedBy } from './tuf-signatures';

const OBJECT_MS = 60_000;
const MOST_URLS = 8;

/** What stands at an address or in a file, read and verified, nothing of it kept yet. */
export type Offer = {
  readonly preview: Omit<SourcePreview, 'standing' | 'heldFingerprint'>;
  /** The first root, on which all later trust in this dataset rests. */
  readonly firstRoot: Uint8Array;
  /** What its packs were chosen from, where that is a file of its own: the first sync need not fetch it again. */
  readonly listing?: Uint8Array;
};

/**
 * Reads what a publisher offers. The first root is trusted because it is the first (its fingerprint is
 * there to be compared by other ways); everything else is verified by it as in any later sync.
 * @param url where it was found; none for a file
 */
export async function readOffer(
  host: Host,
  url: string | undefined,
  { now, guards }: Pick<SyncOffice, 'now' | 'guards'>,
): Promise<Result<Offer, SyncProblem>> {
  const path = metadataPath('root', 1);
  const first = await host.read(path, { most: LIMITS.root, within: METADATA_MS });
  if (!first.ok) return notFetched(first.problem);
  const root = parseSigned('root', first.value);
  if (!root.ok) return refuse('malformed', path);
  const { metadata } = root.value;
  const own = { role: metadata.roles.root, keys: metadata.keys };
  if (!(await isSignedBy(root.value, own, guards))) return refuse('unsigned', path);
  let listing: Uint8Array | undefined;
  const repository: Repository = {
    host,
    folder: '',
    trusted: new Map([['root', first.value]]),
    keep: async (changes) => {
      listing = changes.get('listing') ?? listing;
      await Promise.resolve();
    },
    now: now(),
    guards,
  };
  const listed = await readListedCatalog(repository);
  if (!listed.ok) return listed;
  const sample = await readSample(repository, listed.value);
  if (!sample.ok) return sample;
  const fingerprint = await sha256Hex(new TextEncoder().encode(fingerprintText(metadata)));
  return good({
    firstRoot: first.value,
    ...(listing && { listing }),
    preview: previewOf(listed.value, { url, fingerprint, sample: sample.value }),
  });
}

type Listed = { readonly catalog: Catalog; readonly packs: readonly ListedPack[] };

async function readListedCatalog(repository: Repository): Promise<Result<Listed, SyncProblem>> {
  const refreshed = await refresh(repository);
  const catalog = refreshed.ok ? await readCatalog(repository, refreshed.value) : refreshed;
  if (!catalog.ok) return catalog;
  const packs = await readListing(repository, catalog.value);
  return packs.ok ? good({ catalog: catalog.value, packs: packs.value }) : packs;
}

/** Statements from the first pack that has any: its first shard, and the last, where names stand. */
async function readSample(
  repository: Repository,
  { catalog, packs }: Listed,
): Promise<Result<Sample, SyncProblem>> {
  const first = packs.find(({ counts }) => counts.statements > 0);
  const entry = catalog.packs.find(({ pack }) => pack === first?.pack);
  if (!entry) return good({ statements: [], hosts: [] });
  const manifest = await readManifest(repository, catalog, entry);
  if (!manifest.ok) return manifest;
  const shards: Uint8Array[] = [];
  for (const object of endsOf(manifest.value.manifest)) {
    const path = objectPath(object.sha256);
    const read = await repository.host.read(path, { most: object.bytes, within: OBJECT_MS });
    if (!read.ok) return notFetched(read.problem);
    const isRight = (await sha256Hex(read.value)) === object.sha256;
    if (repository.guards.hashes && !isRight) return bad({ kind: 'damaged', where: path });
    shards.push(read.value);
  }
  return good(sampleOf(shards));
}

function endsOf({ base: { shards } }: PackManifest): PackManifest['base']['shards'] {
  return shards.length <= 2 ? shards : [...shards.slice(0, 1), ...shards.slice(-1)];
}

type Seen = {
  readonly url: string | undefined;
  readonly fingerprint: string;
  readonly sample: Sample;
};

function previewOf(
  { catalog, packs }: Listed,
  { url, fingerprint, sample }: Seen,
): Offer['preview'] {
  const { title, description, publisher, homepage, licence, languages, edition, built } = catalog;
  const found = [...(url === undefined ? [] : [url]), ...(catalog.mirrors ?? []).filter(isMirror)];
  const urls = [...new Set(found.map((each) => (each.endsWith('/') ? each : `${each}/`)))];
  return {
    id: catalog.dataset,
    title,
    ...(description && { description }),
    ...(publisher !== undefined && { publisher }),
    ...(homepage !== undefined && { homepage }),
    licence,
    languages,
    edition,
    built,
    packs: packs.map(({ pack, title: named, bytes, counts }) => ({
      pack,
      title: named,
      bytes,
      counts: countedOf(counts),
    })),
    urls: urls.slice(0, MOST_URLS),
    fingerprint,
    samples: sample.statements,
    hosts: sample.hosts,
  };
}

function countedOf({ statements, entities, figures }: Counted): Counted {
  return { statements, entities, figures };
}
