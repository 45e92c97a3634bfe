import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseSigned } from '@/lib/dataset/signed-metadata';
import { metadataPath, type Role, targetPath } from '@/lib/dataset/signed-paths';
import { type KeyRing, signatureOf, type SigningKey } from './signing-keys';

/** How many keys of a role must sign, and for how many days what they signed counts. */
type RolePolicy = { readonly threshold: number; readonly days: number };
export type Policy = Readonly<Record<Role, RolePolicy>>;

/** What one repository of four roles signs. */
export type SigningJob = {
  readonly folder: string;
  readonly keys: KeyRing;
  /** Which key of the ring signs for a role: `targets`, or `recalls-targets`. */
  readonly prefix: string;
  readonly policy: Policy;
  /** Files by name; they are copied below `t/` under their hash. */
  readonly targets: ReadonlyMap<string, Uint8Array>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

type Signed = { readonly version: number; readonly expires: string } & Readonly<
  Record<string, unknown>
>;
type Document = { readonly version: number; readonly bytes: Uint8Array };

const DAY_MS = 86_400_000;
const ORDER = ['root', 'timestamp', 'snapshot', 'targets'] as const satisfies readonly Role[];

/**
 * Signs root, targets, snapshot and timestamp over the targets given (TUF specification 1.0.31).
 * A role is signed anew when what it says changes, when its keys change, or when half of its time is
 * over (a timestamp: a seventh; a root: three quarters); else its file stays as it is, and readers
 * need not fetch it again. Same keys, dates and targets:
 * same bytes with Ed25519 keys; ECDSA signatures are random by nature.
 * @returns the version of each role
 */
export async function signRepository(job: SigningJob): Promise<Readonly<Record<Role, number>>> {
  const root = await signRoot(job);
  const listed: Record<string, unknown> = {};
  for (const [name, bytes] of job.targets) {
    listed[name] = { length: bytes.length, hashes: { sha256: sha256Of(bytes) } };
    await write(job, targetPath(sha256Of(bytes), name), bytes);
  }
  const targets = await signRole(job, 'targets', { targets: listed });
  const snapshot = await signRole(job, 'snapshot', { meta: { 'targets.json': about(targets) } });
  const meta = { 'snapshot.json': about(snapshot) };
  const timestamp = await signRole(job, 'timestamp', { meta });
  return {
    root: root.version,
    targets: targets.version,
    snapshot: snapshot.version,
    timestamp: timestamp.version,
  };
}

/** Bytes of metadata as they are published. */
export function metadataBytes(signed: Signed, keys: readonly SigningKey[]): Uint8Array {
  const signatures = keys.map((key) => signatureOf(signed, key));
  return Buffer.from(`${JSON.stringify({ signatures, signed }, undefined, 1)}\n`);
}

function about({ version, bytes }: Document): Record<string, unknown> {
  return { version, length: bytes.length, hashes: { sha256: sha256Of(bytes) } };
}

async function signRoot(job: SigningJob): Promise<Document> {
  const before = await newest(job, 'root');
  const says = rootSays(job);
  const isOld = before && dueAt(before.signed, job.policy.root.days * 0.25) <= job.now;
  if (before && !isOld && isSame(before.signed, says)) return before;
  const signed = dated(job, 'root', { version: (before?.version ?? 0) + 1, says });
  const signers = rootSigners(job, before);
  return await publish(job, 'root', { signed, signers });
}

/** The new root's keys, and as many of the former root's as it takes to hand over. */
function rootSigners({ keys, prefix }: SigningJob, before: Document | undefined): SigningKey[] {
  const former = before && rootKeysOf(before.bytes);
  const own = (keys.current[`${prefix}root`] ?? []).map(({ id }) => id);
  const wanted = new Set([...own, ...(former?.keyids ?? [])]);
  const all = [...Object.values(keys.current).flat(), ...keys.retired];
  const signers = all.filter(({ id }, at) => wanted.has(id) && isFirst(all, at));
  if (former) assertEnough(former.keyids, former.threshold, signers);
  return signers;
}

function rootSays({ keys, prefix, policy }: SigningJob): Record<string, unknown> {
  const listed: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  for (const role of ORDER) {
    const own = keys.current[`${prefix}${role}`] ?? [];
    if (own.length < policy[role].threshold) {
      throw new Error(`${role}: ${own.length} keys cannot reach ${policy[role].threshold}`);
    }
    for (const key of own) listed[key.id] = key.listed;
    roles[role] = { keyids: own.map(({ id }) => id), threshold: policy[role].threshold };
  }
  return { consistent_snapshot: true, keys: listed, roles };
}

function isFirst(keys: readonly SigningKey[], at: number): boolean {
  return keys.findIndex(({ id }) => id === keys[at]?.id) === at;
}

function assertEnough(
  keyids: readonly string[],
  threshold: number,
  signers: readonly SigningKey[],
): void {
  const able = signers.filter(({ id }) => keyids.includes(id)).length;
  if (able < threshold) {
    throw new Error(`root: ${able} of the ${threshold} keys that must sign are here`);
  }
}

async function signRole(
  job: SigningJob,
  role: Exclude<Role, 'root'>,
  says: Record<string, unknown>,
): Promise<Document> {
  const before = await newest(job, role);
  const signers = job.keys.current[`${job.prefix}${role}`] ?? [];
  const left = job.policy[role].days * (role === 'timestamp' ? 6 / 7 : 1 / 2);
  const isFresh = before && dueAt(before.signed, left) > job.now;
  if (isFresh && isSame(before.signed, says) && isSignedBy(before, signers)) return before;
  const signed = dated(job, role, { version: (before?.version ?? 0) + 1, says });
  return await publish(job, role, { signed, signers });
}

function dated(
  { policy, now }: SigningJob,
  role: Role,
  { version, says }: { readonly version: number; readonly says: Record<string, unknown> },
): Signed {
  const expires = new Date(now + policy[role].days * DAY_MS).toISOString().replace(/\.\d+Z/u, 'Z');
  return { _type: role, spec_version: '1.0.31', version, expires, ...says };
}

/** When metadata has only so many days left. */
function dueAt({ expires }: Signed, days: number): number {
  return Date.parse(expires) - days * DAY_MS;
}

function isSame(signed: Signed, says: Record<string, unknown>): boolean {
  return Object.entries(says).every(
    ([name, value]) => JSON.stringify(signed[name]) === JSON.stringify(value),
  );
}

type Found = Document & { readonly signed: Signed; readonly signers: readonly string[] };

function isSignedBy({ signers }: Found, keys: readonly SigningKey[]): boolean {
  return keys.length === signers.length && keys.every(({ id }) => signers.includes(id));
}

async function newest(job: SigningJob, role: Role): Promise<Found | undefined> {
  const pattern = role === 'timestamp' ? '^timestamp\\.json$' : `^(\\d+)\\.${role}\\.json$`;
  const names = await readdir(job.folder).catch(() => []);
  const [path] = names
    .filter((file) => new RegExp(pattern, 'u').test(file))
    .toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  if (path === undefined) return undefined;
  const bytes = await readFile(join(job.folder, path));
  const read = parseSigned(role, bytes);
  if (!read.ok) throw new Error(`${join(job.folder, path)} is malformed`);
  const { metadata, payload, signatures } = read.value;
  const { version, expires } = metadata;
  const signed = { ...payload, version, expires };
  return { version, bytes, signed, signers: signatures.map(({ keyid }) => keyid) };
}

function rootKeysOf(bytes: Uint8Array): { readonly keyids: string[]; readonly threshold: number } {
  const read = parseSigned('root', bytes);
  if (!read.ok) throw new Error('the published root is malformed');
  return read.value.metadata.roles.root;
}

async function publish(
  job: SigningJob,
  role: Role,
  { signed, signers }: { readonly signed: Signed; readonly signers: readonly SigningKey[] },
): Promise<Document> {
  const bytes = metadataBytes(signed, signers);
  await write(job, metadataPath(role, signed.version), bytes);
  return { version: signed.version, bytes };
}

async function write({ folder }: SigningJob, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
