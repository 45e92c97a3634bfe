import { LIMITS } from '@/lib/dataset/limits';
import { parseSigned, type RoleKeys, type Root } from '@/lib/dataset/signed-metadata';
import { metadataPath, type Role } from '@/lib/dataset/signed-paths';
import { bad, good, type Result } from '@/lib/result';
import type { FetchProblem } from './host';
import { isExpired, type Repository, type TrustProblem, type Verified } from './tuf-repository';
import { isSignedBy } from './tuf-signatures';

/** A root file is under 64 KiB and comes in 15 seconds. */
export const METADATA_MS = 15_000;

/** The newest root, and whether timestamp or snapshot got other keys on the way to it. */
export type UpdatedRoot = { readonly root: Root; readonly isRotated: boolean };

/**
 * Follows the roots one version at a time, each signed by the one before and by itself, and keeps each
 * at once (TUF specification, section 5.3). Only a clean 404 says that a root is the newest: else who
 * answers 503 could hide that a stolen key was revoked.
 */
export async function updateRoot(
  repository: Repository,
): Promise<Result<UpdatedRoot, TrustProblem>> {
  const first = parseSigned('root', repository.trusted.get('root') ?? new Uint8Array());
  if (!first.ok) return refuse('malformed', 'root');
  let newest = first.value.metadata;
  for (let step = 0; ; step += 1) {
    const next = await nextRoot(repository, newest);
    if (!next.ok) return next;
    if (!next.value) break;
    if (repository.guards.rotations && step >= LIMITS.rotations)
      return refuse('too-many-roots', 'root');
    await keepRoot(repository, newest, next.value);
    newest = next.value.metadata;
  }
  if (isExpired(newest, repository)) return refuse('expired', 'root');
  const isRotated = hasRotated(first.value.metadata, newest);
  return good({ root: newest, isRotated: isRotated && repository.guards.forgetsRotated });
}

async function keepRoot(
  repository: Repository,
  before: Root,
  { bytes, metadata }: Verified<'root'>,
): Promise<void> {
  const changes = new Map<Role, Uint8Array | undefined>([['root', bytes]]);
  if (repository.guards.forgetsRotated && hasRotated(before, metadata)) {
    for (const role of FORGOTTEN) changes.set(role, undefined);
  }
  await repository.keep(changes);
}

/** A stolen key may have signed a version so high that no other could follow. */
const FORGOTTEN = ['timestamp', 'snapshot'] as const;

function hasRotated({ roles: before }: Root, { roles: now }: Root): boolean {
  return (
    hasOtherKeys(before.timestamp, now.timestamp) || hasOtherKeys(before.snapshot, now.snapshot)
  );
}

async function nextRoot(
  { host, folder, guards }: Repository,
  before: Root,
): Promise<Result<Verified<'root'> | undefined, TrustProblem>> {
  const path = `${folder}${metadataPath('root', before.version + 1)}`;
  const read = await host.read(path, { most: LIMITS.root, within: METADATA_MS });
  if (!read.ok)
    return isNewest(read.problem, guards.cleanAbsence) ? good(undefined) : notFetched(read.problem);
  const signed = parseSigned('root', read.value);
  if (!signed.ok) return refuse('malformed', path);
  const { metadata: root } = signed.value;
  const isHandedOver =
    !guards.rootHandover ||
    (await isSignedBy(signed.value, { role: before.roles.root, keys: before.keys }, guards));
  const own = { role: root.roles.root, keys: root.keys };
  if (!isHandedOver || !(await isSignedBy(signed.value, own, guards))) {
    return refuse('unsigned', path);
  }
  if (guards.rootSequence && root.version !== before.version + 1) {
    return refuse('wrong-version', path);
  }
  return good({ ...signed.value, bytes: read.value });
}

function isNewest({ kind }: FetchProblem, isStrict: boolean): boolean {
  return kind === 'absent' || !isStrict;
}

function hasOtherKeys(before: RoleKeys, now: RoleKeys): boolean {
  return before.keyids.toSorted().join() !== now.keyids.toSorted().join();
}

export function refuse(
  kind: Exclude<TrustProblem['kind'], 'not-fetched'>,
  where: string,
): Result<never, TrustProblem> {
  return bad({ kind, where });
}

export function notFetched(fetch: FetchProblem): Result<never, TrustProblem> {
  return bad({ kind: 'not-fetched', fetch });
}
