import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import { edtf, i18n, lang, words } from '@/lib/record/base';
import { bad, good, type Result } from '@/lib/result';
import { fromBase64 } from './base64';
import { hexOf } from './build-pack';
import { LIMITS } from './limits';
import { parsePlain } from './plain-json';
import { datasetId } from './schema/dataset-file';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

/** A file named by its SHA-256: its length as stored, and inflated. */
const objectRef = v.object({
  sha256: sha256Hex,
  bytes: v.pipe(whole, v.maxValue(LIMITS.object)),
  raw: v.pipe(whole, v.maxValue(LIMITS.objectInflated)),
});
export type ObjectRef = v.InferOutput<typeof objectRef>;

const objects = v.pipe(v.array(objectRef), v.maxLength(2000));
/** One table in several objects, because an object is at most 512 KiB; joined after inflating. */
const parts = objects;

const packName = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/u));
const licence = v.picklist(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0']);
const countries = v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))));

const counts = v.object({
  entities: whole,
  sources: whole,
  statements: whole,
  measures: whole,
  figures: whole,
  links: whole,
  verdicts: whole,
  withdrawals: whole,
});
export type Counts = v.InferOutput<typeof counts>;

/** The changes from one edition to another, record by record. */
const delta = v.object({
  from: whole,
  to: whole,
  /** The delta's gzip in base64 where it is small, else an object. */
  inline: v.optional(v.pipe(v.string(), v.maxLength((LIMITS.deltaInline * 4) / 3 + 4))),
  raw: v.pipe(whole, v.maxValue(LIMITS.objectInflated)),
  object: v.optional(objectRef),
});
export type DeltaRef = v.InferOutput<typeof delta>;

const manifest = v.object({
  format: v.literal(1),
  /** A reader older than this keeps its last edition and says so. */
  minReader: whole,
  dataset: datasetId,
  pack: packName,
  edition: v.pipe(whole, v.minValue(1)),
  built: edtf,
  title: i18n(200),
  langs: v.array(lang),
  countries,
  licence,
  counts,
  base: v.object({
    edition: v.pipe(whole, v.minValue(1)),
    shards: objects,
    index: parts,
    names: parts,
    retrieval: parts,
  }),
  deltas: v.pipe(v.array(delta), v.maxLength(40)),
  /** Old ids to new ids. */
  renames: v.optional(parts),
});
/** What one edition of one pack is made of. Signed by name in `targets.json`. */
export type PackManifest = v.InferOutput<typeof manifest>;

const packEdition = v.pipe(whole, v.minValue(1));
const manifestBytes = v.pipe(whole, v.maxValue(LIMITS.manifest));

const listedPack = {
  pack: packName,
  title: i18n(200),
  langs: v.array(lang),
  countries,
  /** All bytes of the base, to be told before they are fetched. */
  bytes: whole,
  counts,
};

const packEntry = v.object({
  ...listedPack,
  edition: packEdition,
  manifest: v.object({ sha256: sha256Hex, bytes: manifestBytes }),
});
/** A pack as a small catalog has it: which manifest it has now, and what somebody chooses it by. */
export type PackEntry = v.InferOutput<typeof packEntry>;

/** Which manifest a pack has now: all that a look for something newer needs to know of it. */
export type PackRef = Pick<PackEntry, 'pack' | 'edition' | 'manifest'>;
/** What somebody chooses a pack by. */
export type ListedPack = Omit<PackEntry, 'edition' | 'manifest'>;

const catalogFacts = {
  dataset: datasetId,
  title: i18n(200),
  description: v.optional(i18n(1000)),
  publisher: v.optional(words(200)),
  homepage: v.optional(words(2000)),
  languages: v.array(lang),
  licence,
  edition: packEdition,
  built: edtf,
  mirrors: v.optional(v.array(words(2000))),
};

const smallCatalog = v.object({
  format: v.literal(1),
  ...catalogFacts,
  packs: v.pipe(
    v.array(packEntry),
    v.minLength(1),
    v.maxLength(LIMITS.packs),
    v.check((packs) => new Set(packs.map(({ pack }) => pack)).size === packs.length),
  ),
});
/** A catalog of few packs, which says all about each of them. */
export type SmallCatalog = v.InferOutput<typeof smallCatalog>;

const HASH_BYTES = 32;

const columns = v.object({
  names: v.pipe(
    v.array(packName),
    v.minLength(1),
    v.maxLength(LIMITS.packs),
    v.check((names) => names.every((name, at) => (names[at - 1] ?? '') < name)),
  ),
  editions: v.array(packEdition),
  /** Length and SHA-256 of each manifest; all hashes one after another, in base64. */
  bytes: v.array(manifestBytes),
  sha256: v.pipe(v.string(), v.transform(fromBase64), v.instance(Uint8Array)),
});

const largeCatalog = v.object({
  format: v.literal(2),
  ...catalogFacts,
  /** In columns, because they pack best: into 40 bytes a pack, of which its hash alone takes 32. */
  packs: v.pipe(
    columns,
    v.check(
      ({ names, editions, bytes, sha256 }) =>
        editions.length === names.length &&
        bytes.length === names.length &&
        sha256.length === names.length * HASH_BYTES,
    ),
    v.transform(packsIn),
  ),
  listing: v.object({ sha256: sha256Hex, bytes: v.pipe(whole, v.maxValue(LIMITS.listing)) }),
});
/** A catalog of many packs, which leaves what they are chosen by to its listing. */
export type LargeCatalog = v.InferOutput<typeof largeCatalog>;

/** What a dataset is, and the manifest of each of its packs: `catalog.json`. */
export type Catalog = SmallCatalog | LargeCatalog;

const listing = v.object({
  format: v.literal(1),
  dataset: datasetId,
  edition: packEdition,
  packs: v.array(v.object(listedPack)),
});
/** What the packs of a large catalog are chosen by; only who is going to choose reads it. */
export type Listing = v.InferOutput<typeof listing>;

function packsIn({ names, editions, bytes, sha256 }: v.InferOutput<typeof columns>): PackRef[] {
  return names.map((pack, at) => ({
    pack,
    edition: editions[at] ?? 0,
    manifest: {
      sha256: hexOf(sha256.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
      bytes: bytes[at] ?? 0,
    },
  }));
}

/** The version of the published form that this code reads. */
const READER = 1;

/** @returns `malformed` where the bytes are no manifest of this format, `too-new` where it asks for a newer reader. */
export function parseManifest(bytes: Uint8Array): Result<PackManifest, 'malformed' | 'too-new'> {
  const parsed = v.safeParse(manifest, plainOf(bytes));
  if (!parsed.success) return bad('malformed');
  return parsed.output.minReader > READER ? bad('too-new') : good(parsed.output);
}

export function parseCatalog(bytes: Uint8Array): Result<Catalog, 'malformed'> {
  const parsed = v.safeParse(v.variant('format', [smallCatalog, largeCatalog]), plainOf(bytes));
  return parsed.success ? good(parsed.output) : bad('malformed');
}

export function parseListing(bytes: Uint8Array): Result<Listing, 'malformed'> {
  const parsed = v.safeParse(listing, plainOf(bytes));
  return parsed.success ? good(parsed.output) : bad('malformed');
}

function plainOf(bytes: Uint8Array): unknown {
  return bytes.length > LIMITS.manifest ? undefined : parsePlain(strFromU8(bytes));
}

/** Where a pack's manifest stands in a published tree. */
export function manifestPath(sha256: string, pack: string): string {
  return `t/${sha256}.${pack}.json`;
}

/** Where the listing of a large catalog stands in a published tree. */
export function listingPath(sha256: string): string {
  return `t/${sha256}.packs.json`;
}

/** Where an object stands in a published tree. */
export function objectPath(sha256: string): string {
  return `o/${sha256}`;
}

/** Every object of a pack's base. */
export function baseObjects({
  base,
  renames = [],
}: Pick<PackManifest, 'base' | 'renames'>): readonly ObjectRef[] {
  return [...base.shards, ...base.index, ...base.names, ...base.retrieval, ...renames];
}

/** Every object that a manifest names: of its base, and of its deltas. */
export function namedObjects(
  named: Pick<PackManifest, 'base' | 'deltas' | 'renames'>,
): readonly ObjectRef[] {
  return [...baseObjects(named), ...named.deltas.flatMap(({ object }) => object ?? [])];
}
