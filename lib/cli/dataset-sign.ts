import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { fingerprintText, fingerprintWords } from '@/lib/dataset/fingerprint-words';
import { LIMITS } from '@/lib/dataset/limits';
import { jsonBytes } from '@/lib/dataset/build-pack';
import { parseRecalls, type Recalls } from '@/lib/dataset/recalls';
import {
  CATALOG_TARGET,
  metadataPath,
  RECALLS_FOLDER,
  RECALLS_ROOT_TARGET,
  RECALLS_TARGET,
  type Role,
} from '@/lib/dataset/signed-paths';
import { parseSigned } from '@/lib/dataset/signed-metadata';
import type { Io } from './io';
import { readOptions } from './options';
import { readCatalog } from './previous-edition';
import { type Policy, signRepository } from './sign-repository';
import { type Algorithm, openKeyRing, rotateKeys } from './signing-keys';

const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const satisfies readonly Role[];
const RECALLS_PREFIX = 'recalls-';
const ALL_ROLES = [...ROLES, ...ROLES.map((role) => `${RECALLS_PREFIX}${role}`)];
const ALGORITHMS = ['ed25519', 'p256'] as const satisfies readonly Algorithm[];
const OPTIONS = ['keys', 'date', 'recalls', 'rotate', 'algorithm'];
const USAGE = `usage: onrecord dataset sign DIR --keys DIR [--date ISO] [--recalls FILE]
       [--rotate ROLE] [--algorithm ed25519|p256]
  roles: ${ALL_ROLES.join(', ')}`;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const policyFile = v.record(
  v.picklist(ALL_ROLES),
  v.strictObject({ threshold: v.optional(count), days: v.optional(count) }),
);
type PolicyFile = v.InferOutput<typeof policyFile>;

/**
 * `onrecord dataset sign DIR --keys DIR`: signs a built tree in place, so that any static host can
 * serve it. Keys that are missing are made; `policy.json` beside them sets thresholds and days.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, OPTIONS);
  const [folder] = given?.rest ?? [];
  const job = given && folder !== undefined && jobOf(folder, given.options);
  if (!job || given.rest.length > 1) {
    io.err(USAGE);
    return 2;
  }
  return await orTell(io, async () => {
    io.out(JSON.stringify(await signTree(job)));
    return 0;
  });
}

/** Runs a step whose errors are for the publisher to read. */
export async function orTell(io: Io, step: () => Promise<number>): Promise<number> {
  try {
    return await step();
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function timeOf(date: string | undefined): number {
  return date === undefined ? Date.now() : Date.parse(date);
}

/** What is to be signed with which keys, and when. */
export type SignTree = {
  readonly folder: string;
  readonly keys: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A JSON file `{"recalls": [{"id", "reason", "at", "purge"}]}`; absent: as published before. */
  readonly recalls?: string;
  /** The role that gets a new key first. */
  readonly rotate?: string;
  readonly algorithm?: Algorithm;
};

/** The job that options describe; undefined where one of them is missing or wrong. */
export function jobOf(
  folder: string,
  { keys, date, recalls, rotate, algorithm }: Readonly<Record<string, string>>,
): SignTree | undefined {
  const now = timeOf(date);
  if (keys === undefined || Number.isNaN(now)) return undefined;
  if (rotate !== undefined && !ALL_ROLES.includes(rotate)) return undefined;
  const chosen = ALGORITHMS.find((name) => name === (algorithm ?? 'ed25519'));
  if (!chosen) return undefined;
  return {
    folder,
    keys,
    now,
    algorithm: chosen,
    ...(recalls !== undefined && { recalls }),
    ...(rotate !== undefined && { rotate }),
  };
}

/**
 * Signs the catalog of a built tree, and its recalls in the second repository.
 * @throws where the tree, the keys or the recalls cannot be read, or too few keys are there
 */
export async function signTree(job: SignTree): Promise<Record<string, unknown>> {
  const { folder, keys: keyFolder, now, algorithm } = job;
  const { dataset, edition } = await readCatalog(folder);
  if (job.rotate !== undefined) await rotateKeys(keyFolder, job.rotate, algorithm);
  const keys = await openKeyRing(keyFolder, ALL_ROLES, algorithm);
  const policy = await readPolicy(keyFolder);
  const recalls = await recallsOf(job, dataset);
  await mkdir(join(folder, RECALLS_FOLDER), { recursive: true });
  // As `catalog.json`, a copy by its plain name for people and for the next signing.
  await writeFile(join(folder, RECALLS_FOLDER, RECALLS_TARGET), jsonBytes(recalls));
  const hidden = await signRepository({
    folder: join(folder, RECALLS_FOLDER),
    keys,
    prefix: RECALLS_PREFIX,
    policy: policyOf(policy, RECALLS_PREFIX),
    targets: new Map([[RECALLS_TARGET, jsonBytes(recalls)]]),
    now,
  });
  const signed = await signRepository({
    folder,
    keys,
    prefix: '',
    policy: policyOf(policy, ''),
    targets: new Map([
      [CATALOG_TARGET, await readFile(join(folder, 'catalog.json'))],
      [RECALLS_ROOT_TARGET, await readFile(join(folder, RECALLS_FOLDER, '1.root.json'))],
    ]),
    now,
  });
  const key = await keyWords(folder);
  return { dataset, edition, key, versions: signed, recalls: recalls.recalls.length, hidden };
}

/** The words that readers see of the key, for the publisher to give out by other ways. */
async function keyWords(folder: string): Promise<string> {
  const path = join(folder, metadataPath('root', 1));
  const root = parseSigned('root', await readFile(path));
  if (!root.ok) throw new Error(`${path} is malformed`);
  const text = fingerprintText(root.value.metadata);
  return fingerprintWords(createHash('sha256').update(text).digest('hex'));
}

const DEFAULT_DAYS: Readonly<Record<string, number>> = {
  root: 365,
  targets: 90,
  snapshot: 30,
  timestamp: 7,
  'recalls-root': 365,
  'recalls-targets': 30,
  'recalls-snapshot': 30,
  'recalls-timestamp': 3,
};

function policyOf(file: PolicyFile, prefix: string): Policy {
  const of = (role: Role): Policy[Role] => {
    const own = file[`${prefix}${role}`];
    const days = own?.days ?? DEFAULT_DAYS[`${prefix}${role}`] ?? 7;
    return { threshold: own?.threshold ?? 1, days };
  };
  return {
    root: of('root'),
    targets: of('targets'),
    snapshot: of('snapshot'),
    timestamp: of('timestamp'),
  };
}

async function readPolicy(folder: string): Promise<PolicyFile> {
  const text = await readFile(join(folder, 'policy.json'), 'utf8').catch(() => '{}');
  const read = v.safeParse(policyFile, JSON.parse(text));
  if (!read.success) throw new Error(`policy.json: ${read.issues[0].message}`);
  return read.output;
}

async function recallsOf({ folder, recalls }: SignTree, dataset: string): Promise<Recalls> {
  const path = recalls ?? join(folder, RECALLS_FOLDER, RECALLS_TARGET);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes && recalls === undefined) return { format: 1, dataset, recalls: [] };
  const read = bytes && parseRecalls(bytes, dataset);
  if (!read?.ok) throw new Error(`${path}: no list of at most ${LIMITS.recalls} recalls`);
  return read.value;
}
