import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import { bad, good, type Result } from '@/lib/result';
import { parsePlain } from './plain-json';
import type { Role } from './signed-paths';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const hex = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/u), v.maxLength(1024));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

/** Only the first minor version of the specification is written; any 1.x is read. */
const specVersion = v.pipe(v.string(), v.regex(/^1\.\d{1,3}(?:\.\d{1,3})?$/u));
const expires = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u), v.isoTimestamp());

function signedBy<R extends Role>(role: R) {
  return { _type: v.literal(role), spec_version: specVersion, version, expires };
}

/** A key of an algorithm unknown here is kept as it is: it can sign nothing. */
const publicKey = v.object({
  keytype: v.string(),
  scheme: v.string(),
  keyval: v.looseObject({ public: v.pipe(v.string(), v.maxLength(4096)) }),
});
export type PublicKey = v.InferOutput<typeof publicKey>;

const roleKeys = v.object({
  keyids: v.array(v.pipe(v.string(), v.maxLength(128))),
  threshold: version,
});
export type RoleKeys = v.InferOutput<typeof roleKeys>;

const root = v.object({
  ...signedBy('root'),
  consistent_snapshot: v.literal(true),
  keys: v.record(v.string(), publicKey),
  roles: v.object({ root: roleKeys, timestamp: roleKeys, snapshot: roleKeys, targets: roleKeys }),
});
export type Root = v.InferOutput<typeof root>;

/** Unlike in the specification length and hash are demanded: they tell how much to read. */
const described = v.object({ version, length: whole, hashes: v.looseObject({ sha256 }) });
export type Described = v.InferOutput<typeof described>;

const timestamp = v.object({
  ...signedBy('timestamp'),
  meta: v.object({ 'snapshot.json': described }),
});
const snapshot = v.object({
  ...signedBy('snapshot'),
  meta: v.object({ 'targets.json': described }),
});
const targetFile = v.object({ length: whole, hashes: v.looseObject({ sha256 }) });
export type TargetFile = v.InferOutput<typeof targetFile>;
const targets = v.object({
  ...signedBy('targets'),
  targets: v.record(v.string(), targetFile),
});

const SCHEMAS = { root, timestamp, snapshot, targets };
export type MetadataOf<R extends Role> = v.InferOutput<(typeof SCHEMAS)[R]>;

const envelope = v.object({
  signatures: v.pipe(
    v.array(v.object({ keyid: v.pipe(v.string(), v.maxLength(128)), sig: hex })),
    v.maxLength(64),
  ),
  signed: v.looseObject({}),
});
export type Signature = v.InferOutput<typeof envelope>['signatures'][number];

/** Signed metadata as read; nothing is checked yet but its form. */
export type Signed<R extends Role> = {
  readonly metadata: MetadataOf<R>;
  /** What the signatures are over, with every field that stands there. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signatures: readonly Signature[];
};

/** Reads the metadata of a role. */
export function parseSigned<R extends Role>(
  role: R,
  bytes: Uint8Array,
): Result<Signed<R>, 'malformed'> {
  const read = v.safeParse(envelope, parsePlain(strFromU8(bytes)));
  if (!read.success) return bad('malformed');
  const { signed: payload, signatures } = read.output;
  const schema: v.GenericSchema<unknown, MetadataOf<R>> = SCHEMAS[role];
  const parsed = v.safeParse(schema, payload);
  return parsed.success ? good({ metadata: parsed.output, payload, signatures }) : bad('malformed');
}
