import { LIMITS } from '@/lib/dataset/limits';
import {
  type Described,
  type MetadataOf,
  parseSigned,
  type Root,
  type TargetFile,
} from '@/lib/dataset/signed-metadata';
import { metadataPath, type Role, targetPath } from '@/lib/dataset/signed-paths';
import { bad, good, type Result } from '@/lib/result';
import { sha256Hex } from './hash';
import type { Host } from './host';
import { isExpired, type Repository, type TrustProblem, type Verified } from './tuf-repository';
import { METADATA_MS, notFetched, refuse, updateRoot } from './tuf-root';
import { isSignedBy } from './tuf-signatures';

/** What a repository signs now; every file below it is named by length and hash. */
export type Refreshed = {
  readonly targets: Readonly<Record<string, TargetFile>>;
  /** False where the timestamp names exactly what is kept: nothing else was asked for then. */
  readonly isNew: boolean;
};

type Chain = { readonly repository: Repository; readonly root: Root; readonly isRotated: boolean };

/**
 * Brings trusted metadata up to date by the client workflow of the TUF specification 1.0.31, section 5:
 * root, timestamp, snapshot, targets. What passed is kept in one transaction at the end, so that a run
 * cut off in the middle, or a stolen timestamp key, leaves nothing behind that stands in the way later.
 *
 * The timestamp is asked for first, not the root: where it is in order and names exactly what is kept,
 * one small request was all, and nothing is accepted that was not accepted before. For anything else the
 * workflow begins with the root.
 */
export async function refresh(repository: Repository): Promise<Result<Refreshed, TrustProblem>> {
  const path = timestampPath(repository);
  const limits = { most: LIMITS.timestamp, within: METADATA_MS };
  const read = await repository.host.read(path, limits);
  if (!read.ok) return notFetched(read.problem);
  const kept = await unchanged(repository, read.value);
  if (kept) return good({ targets: kept.targets.metadata.targets, isNew: false });
  const updated = await updateRoot(repository);
  if (!updated.ok) return updated;
  const chain: Chain = { repository, ...updated.value };
  const passed = await followChain(chain, read.value);
  if (!passed.ok) return passed;
  await repository.keep(staged(passed.value));
  return good({ targets: passed.value.targets.metadata.targets, isNew: true });
}

type Passed = {
  readonly timestamp: Verified<'timestamp'>;
  readonly snapshot: Verified<'snapshot'>;
  readonly targets: Verified<'targets'>;
};

/** What is kept, where a timestamp names exactly that and all of it still passes by the kept root. */
async function unchanged(
  repository: Repository,
  timestamp: Uint8Array,
): Promise<Passed | undefined> {
  const root = parseSigned('root', repository.trusted.get('root') ?? new Uint8Array());
  if (!root.ok || isExpired(root.value.metadata, repository)) return undefined;
  const own = { ...repository, host: nowhere, keep: nothing };
  const chain: Chain = { repository: own, root: root.value.metadata, isRotated: false };
  const passed = await followChain(chain, timestamp);
  return passed.ok ? passed.value : undefined;
}

/** Whoever asks it has not got everything. */
const nowhere: Host = {
  read: async (path) => await Promise.resolve(bad({ kind: 'absent', path })),
};

async function nothing(): Promise<void> {
  await Promise.resolve();
}

async function followChain(chain: Chain, bytes: Uint8Array): Promise<Result<Passed, TrustProblem>> {
  const timestamp = await checkTimestamp(chain, bytes);
  if (!timestamp.ok) return timestamp;
  const { repository } = chain;
  if (!repository.guards.staging) await repository.keep(staged({ timestamp: timestamp.value }));
  const snapshot = await readSnapshot(chain, timestamp.value.metadata.meta['snapshot.json']);
  if (!snapshot.ok) return snapshot;
  const described = snapshot.value.metadata.meta['targets.json'];
  const targets = await readDescribed(chain, 'targets', described);
  if (!targets.ok) return targets;
  const [a, b, c] = [timestamp.value, snapshot.value, targets.value];
  return good({ timestamp: a, snapshot: b, targets: c });
}

function timestampPath({ folder }: Repository): string {
  return `${folder}${metadataPath('timestamp', 1)}`;
}

/** Reads the one file that a repository is there for; from what is kept where that is it already. */
export async function readSignedFile(
  repository: Repository,
  file: { readonly name: string; readonly target: TargetFile },
  most: number,
): Promise<Result<Uint8Array, TrustProblem>> {
  const kept = repository.trusted.get('file');
  if (kept && (await isDescribed(kept, file.target))) return good(kept);
  const read = await readTarget(repository, file, most);
  if (read.ok) await repository.keep(new Map([['file', read.value]]));
  return read;
}

/** Reads a file that `targets.json` names. */
export async function readTarget(
  { host, folder, guards }: Repository,
  file: { readonly name: string; readonly target: TargetFile },
  most: number,
): Promise<Result<Uint8Array, TrustProblem>> {
  const { length, hashes } = file.target;
  const path = `${folder}${targetPath(hashes.sha256, file.name)}`;
  if (guards.sizes && length > most) return refuse('not-as-signed', path);
  const read = await host.read(path, { most: guards.sizes ? length : most, within: METADATA_MS });
  if (!read.ok) return notFetched(read.problem);
  const isRight = !guards.hashes || (await isDescribed(read.value, file.target));
  return isRight ? read : refuse('not-as-signed', path);
}

function staged(
  passed: Readonly<Record<string, { readonly bytes: Uint8Array }>>,
): Map<Role, Uint8Array> {
  const changes = new Map<Role, Uint8Array>();
  for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
    const bytes = passed[role]?.bytes;
    if (bytes) changes.set(role, bytes);
  }
  return changes;
}

async function checkTimestamp(
  chain: Chain,
  bytes: Uint8Array,
): Promise<Result<Verified<'timestamp'>, TrustProblem>> {
  const { guards } = chain.repository;
  const path = timestampPath(chain.repository);
  const signed = await signedAs(chain, 'timestamp', { bytes, path });
  if (!signed.ok) return signed;
  const { metadata } = signed.value;
  const before = await trustedBefore(chain, 'timestamp');
  if (guards.versions && before) {
    const isOlder =
      metadata.version < before.version ||
      metadata.meta['snapshot.json'].version < before.meta['snapshot.json'].version;
    if (isOlder) return refuse('older', path);
  }
  return isExpired(metadata, chain.repository) ? refuse('expired', path) : signed;
}

async function readSnapshot(
  chain: Chain,
  described: Described,
): Promise<Result<Verified<'snapshot'>, TrustProblem>> {
  const snapshot = await readDescribed(chain, 'snapshot', described);
  if (!snapshot.ok) return snapshot;
  const before = await trustedBefore(chain, 'snapshot');
  const isOlder =
    before &&
    snapshot.value.metadata.meta['targets.json'].version < before.meta['targets.json'].version;
  return isOlder && chain.repository.guards.versions ? refuse('older', 'snapshot') : snapshot;
}

/** Snapshot or targets, as the role above describes it: from what is kept, else from the host. */
async function readDescribed<R extends 'snapshot' | 'targets'>(
  chain: Chain,
  role: R,
  described: Described,
): Promise<Result<Verified<R>, TrustProblem>> {
  const { repository } = chain;
  const path = `${repository.folder}${metadataPath(role, described.version)}`;
  const kept = repository.trusted.get(role);
  const read =
    kept && (await isDescribed(kept, described))
      ? good(kept)
      : await fetchDescribed(repository, { path, most: LIMITS[role] }, described);
  if (!read.ok) return read;
  const signed = await signedAs(chain, role, { bytes: read.value, path });
  if (!signed.ok) return signed;
  const { version } = signed.value.metadata;
  if (repository.guards.versions && version !== described.version) {
    return refuse('wrong-version', path);
  }
  return isExpired(signed.value.metadata, repository) ? refuse('expired', path) : signed;
}

async function fetchDescribed(
  { host, guards }: Repository,
  { path, most }: { readonly path: string; readonly most: number },
  described: Described,
): Promise<Result<Uint8Array, TrustProblem>> {
  if (guards.sizes && described.length > most) return refuse('not-as-signed', path);
  const read = await host.read(path, { most, within: METADATA_MS });
  if (!read.ok) return notFetched(read.problem);
  const isRight = !guards.hashes || (await isDescribed(read.value, described));
  return isRight ? read : refuse('not-as-signed', path);
}

async function isDescribed(bytes: Uint8Array, { length, hashes }: TargetFile): Promise<boolean> {
  return bytes.length === length && (await sha256Hex(bytes)) === hashes.sha256;
}

async function signedAs<R extends Role>(
  { repository, root }: Chain,
  role: R,
  { bytes, path }: { readonly bytes: Uint8Array; readonly path: string },
): Promise<Result<Verified<R>, TrustProblem>> {
  const signed = parseSigned(role, bytes);
  if (!signed.ok) return refuse('malformed', path);
  const by = { role: root.roles[role], keys: root.keys };
  const isSigned = await isSignedBy(signed.value, by, repository.guards);
  return isSigned ? good({ ...signed.value, bytes }) : refuse('unsigned', path);
}

/** What was trusted of a role, unless its keys are no longer those of the root. */
async function trustedBefore<R extends 'timestamp' | 'snapshot'>(
  { repository, root, isRotated }: Chain,
  role: R,
): Promise<MetadataOf<R> | undefined> {
  const bytes = repository.trusted.get(role);
  const signed = bytes && !isRotated && parseSigned(role, bytes);
  if (!signed || !signed.ok) return undefined;
  const by = { role: root.roles[role], keys: root.keys };
  const counts =
    !repository.guards.forgetsRotated || (await isSignedBy(signed.value, by, repository.guards));
  return counts ? signed.value.metadata : undefined;
}
