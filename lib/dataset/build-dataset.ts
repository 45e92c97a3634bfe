import type { Keyed } from './records-of-book';
import { buildPack, hexOf, jsonBytes, ObjectsByHash, type PackFacts } from './build-pack';
import { catalogFiles } from './listing';
import {
  manifestPath,
  objectPath,
  type PackEntry,
  type PackManifest,
  type SmallCatalog,
} from './manifest';
import { nextEdition, type PreviousEdition } from './next-edition';
import type { Sha256 } from './published-id';
import { parseRecordLine } from './record-line';
import { writeRenames } from './renames';
import type { PublishedRecord } from '@/lib/record/record';
import type { DatasetFile } from './schema/dataset-file';

/** `previous`: the edition before of each pack, where readers are to be led on from it by deltas. */
export type BuildTools = {
  readonly sha256: Sha256;
  readonly previous?: ReadonlyMap<string, PreviousEdition>;
};

/** A published tree: paths below its root, and bytes. */
export type PublishedTree = ReadonlyMap<string, Uint8Array>;

/** One pack as the catalog names it, and its new files. Objects of former editions stay as they are. */
export type PublishedPack = {
  readonly entry: PackEntry;
  readonly manifest: PackManifest;
  readonly files: PublishedTree;
};

export type PackRule = DatasetFile['packs'][number];

/** A pack to be published: the records of a rule of `dataset.yaml`, and the edition before. */
export type PackToPublish = {
  readonly rule: PackRule;
  readonly records: readonly Keyed[];
  readonly previous?: PreviousEdition | undefined;
};

/**
 * Builds the published form of a dataset (`DATASET.md`, section 3, without signatures), all of it in
 * memory: `catalog.json`, a manifest a pack and the listing of a large catalog under `t/`, every object
 * under `o/`. Same records, same bytes.
 */
export function buildDataset(
  dataset: DatasetFile,
  records: readonly Keyed[],
  { sha256, previous }: BuildTools,
): PublishedTree {
  const tree = new Map<string, Uint8Array>();
  const entries: PackEntry[] = [];
  for (const [rule, own] of recordsByPack(dataset, records)) {
    const pack = { rule, records: own, previous: previous?.get(rule.pack) };
    const { entry, files } = publishPack(dataset, pack, sha256);
    for (const [path, bytes] of files) tree.set(path, bytes);
    entries.push(entry);
  }
  for (const [path, bytes] of catalogOf(dataset, entries, sha256)) tree.set(path, bytes);
  return tree;
}

/**
 * Builds one pack. Where nothing of it changed since the edition before, that one stays, and readers
 * fetch nothing.
 */
export function publishPack(
  dataset: DatasetFile,
  { rule, records, previous }: PackToPublish,
  sha256: Sha256,
): PublishedPack {
  const files = new Map<string, Uint8Array>();
  const facts = factsOf(dataset, rule);
  const normal = records.map(({ record }) => asRead(record));
  const built = previous
    ? nextEdition(facts, { previous, records: normal }, sha256)
    : buildPack(facts, normal, { sha256 });
  const manifest = withRenames(built.manifest, records, { files, sha256 });
  if (previous && built.changes === 0 && isSameBeside(previous.manifest, manifest)) {
    return publishedAs(previous.manifest, new Map(), sha256);
  }
  for (const [hash, bytes] of built.objects) files.set(objectPath(hash), bytes);
  return publishedAs(manifest, files, sha256);
}

/** Whether two manifests say the same, but for their editions and what follows from those. */
function isSameBeside(before: PackManifest, now: PackManifest): boolean {
  return toldBeside(before) === toldBeside(now);
}

function toldBeside({ title, langs, countries, licence, renames }: PackManifest): string {
  return JSON.stringify([title, langs, countries, licence, renames]);
}

type Writing = { readonly files: Map<string, Uint8Array>; readonly sha256: Sha256 };

function withRenames(
  manifest: PackManifest,
  records: readonly Keyed[],
  { files, sha256 }: Writing,
): PackManifest {
  const renames = records.flatMap(({ record: { id }, formerIds = [] }) =>
    formerIds.map((from) => ({ from, to: id })),
  );
  if (renames.length === 0) return manifest;
  const objects = new ObjectsByHash(sha256);
  const parts = objects.addTable(writeRenames(renames));
  for (const [hash, bytes] of objects.all) files.set(objectPath(hash), bytes);
  return { ...manifest, renames: parts };
}

/** The first pack whose rule a record's key fits takes it; the first pack without a rule takes the rest. */
export function recordsByPack(
  dataset: DatasetFile,
  records: readonly Keyed[],
): ReadonlyMap<PackRule, readonly Keyed[]> {
  const packs = new Map(dataset.packs.map((pack): [PackRule, Keyed[]] => [pack, []]));
  const rest = dataset.packs.find(({ keys }) => keys === undefined) ?? dataset.packs.at(-1);
  for (const keyed of records) {
    const pack =
      dataset.packs.find(({ keys }) => keys?.some((prefix) => keyed.key.startsWith(prefix))) ??
      rest;
    if (pack) packs.get(pack)?.push(keyed);
  }
  return packs;
}

function factsOf(dataset: DatasetFile, rule: PackRule): PackFacts {
  return {
    dataset: dataset.id,
    pack: rule.pack,
    edition: dataset.edition,
    built: dataset.built,
    title: rule.title,
    langs: rule.langs ?? dataset.languages,
    ...(rule.countries && { countries: rule.countries }),
    licence: dataset.licence,
  };
}

function publishedAs(
  manifest: PackManifest,
  objects: PublishedTree,
  sha256: Sha256,
): PublishedPack {
  const bytes = jsonBytes(manifest);
  const hash = hexOf(sha256(bytes));
  const files = new Map([...objects, [manifestPath(hash, manifest.pack), bytes]]);
  const entry = catalogEntry(manifest, { sha256: hash, bytes: bytes.length });
  return { entry, manifest, files };
}

function catalogEntry(manifest: PackManifest, named: PackEntry['manifest']): PackEntry {
  const { pack, title, langs, countries, edition, counts, base } = manifest;
  const all = [...base.shards, ...base.index, ...base.names, ...base.retrieval];
  return {
    pack,
    title,
    langs,
    ...(countries && { countries }),
    edition,
    manifest: named,
    bytes: all.reduce((sum, object) => sum + object.bytes, 0),
    counts,
  };
}

/**
 * `catalog.json`: what the dataset is, and which manifest each of its packs has now. A listing comes
 * before it, so that whoever writes in this order never names what is not there.
 */
export function catalogOf(dataset: DatasetFile, packs: PackEntry[], sha256: Sha256): PublishedTree {
  const { id, title, description, publisher, homepage, languages, licence } = dataset;
  const { edition, built, mirrors } = dataset;
  const catalog: SmallCatalog = {
    format: 1,
    dataset: id,
    title,
    description,
    publisher,
    homepage,
    languages,
    licence,
    edition,
    built,
    mirrors,
    packs,
  };
  return catalogFiles(catalog, sha256);
}

/** A record as every reader will read it; one that readers would refuse stops the build. */
function asRead(record: PublishedRecord): PublishedRecord {
  const read = parseRecordLine(JSON.stringify(record));
  if (!read.ok) throw new Error(`readers would refuse ${JSON.stringify(record).slice(0, 200)}`);
  return read.value;
}
