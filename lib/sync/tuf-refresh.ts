import { LIMITS } from '@/lib/dataset/limits';
import {
  type Described,
  type MetadataOf,
  parseSigned,
  type Root,
  type TargetFile,
} from '@/lib/dataset/signed-metadata';
import { metadataPath, type Role, targetPath } from '@/lib/dataset/signed-paths';
import { good, type Result } from '@/lib/result';
import { sha256Hex } from './hash';
import { isExpired, type Repository, type TrustProblem, type Verified } from './tuf-repository';
import { METADATA_MS, notFetched, refuse, updateRoot } from './tuf-root';
import { isSignedBy } from './tuf-signatures';

/** What a repository signs now; every file below it is named by length and hash. */
export type Refreshed = {
  readonly targets: Readonly<Record<string, TargetFile>>;
  /** Until when the newest timestamp counts. */
  readonly expires: string;
};

type Chain = { readonly repository: Repository; readonly root: Root; readonly isRotated: boolean };

/**
 * Brings trusted metadata up to date by the client workflow of the TUF specification 1.0.31, section 5:
 * root, timestamp, snapshot, targets. What passed is kept in one transaction at the end, so that a run
 * cut off in the middle, or a stolen timestamp key, leaves nothing behind that stands in the way later.
 */
export async function refresh(repository: Repository): Promise<Result<Refreshed, TrustProblem>> {
  const updated = await updateRoot(repository);
  if (!updated.ok) return updated;
  const chain: Chain = { repository, ...updated.value };
  const timestamp = await readTimestamp(chain);
  if (!timestamp.ok) return timestamp;
  if (!repository.guards.staging) await repository.keep(staged({ timestamp: timestamp.value }));
  const snapshot = await readSnapshot(chain, timestamp.value.metadata.meta['snapshot.json']);
  if (!snapshot.ok) return snapshot;
  const described = snapshot.value.metadata.meta['targets.json'];
  const targets = await readDescribed(chain, 'targets', described);
  if (!targets.ok) return targets;
  await repository.keep(
    staged({ timestamp: timestamp.value, snapshot: snapshot.value, targets: targets.value }),
  );
  return good({
    targets: targets.value.metadata.targets,
    expires: timestamp.value.metadata.expires,
  });
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

async function readTimestamp(chain: Chain): Promise<Result<Verified<'timestamp'>, TrustProblem>> {
  const { host, folder, guards } = chain.repository;
  const path = `${folder}timestamp.json`;
  const read = await host.read(path, { most: LIMITS.timestamp, within: METADATA_MS });
  if (!read.ok) return notFetched(read.problem);
  const signed = await signedAs(chain, 'timestamp', { bytes: read.value, path });
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
