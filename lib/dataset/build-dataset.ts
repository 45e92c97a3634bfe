import type { Keyed } from './records-of-book';
import { buildPack, hexOf, jsonBytes, ObjectsByHash, type PackFacts } from './build-pack';
import { type Catalog, manifestPath, objectPath, type PackManifest } from './manifest';
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

/**
 * Builds the published form of a dataset (`DATASET.md`, section 3, without signatures): `catalog.json`,
 * a manifest a pack under `t/`, every object under `o/`. Same records, same bytes.
 */
export function buildDataset(
  dataset: DatasetFile,
  records: readonly Keyed[],
  { sha256, previous }: BuildTools,
): PublishedTree {
  const tree = new Map<string, Uint8Array>();
  const packs: Catalog['packs'] = [];
  for (const [pack, own] of recordsByPack(dataset, records)) {
    const facts = factsOf(dataset, pack);
    const normal = own.map(({ record }) => asRead(record));
    const before = previous?.get(pack.pack);
    const built = before
      ? nextEdition(facts, { previous: before, records: normal }, sha256)
      : buildPack(facts, normal, { sha256 });
    for (const [hash, bytes] of built.objects) tree.set(objectPath(hash), bytes);
    packs.push(catalogEntry(withRenames(built.manifest, own, { tree, sha256 }), tree, sha256));
  }
  tree.set('catalog.json', jsonBytes(catalogOf(dataset, packs)));
  return tree;
}

type Writing = { readonly tree: Map<string, Uint8Array>; readonly sha256: Sha256 };

function withRenames(
  manifest: PackManifest,
  records: readonly Keyed[],
  { tree, sha256 }: Writing,
): PackManifest {
  const renames = records.flatMap(({ record: { id }, formerIds = [] }) =>
    formerIds.map((from) => ({ from, to: id })),
  );
  if (renames.length === 0) return manifest;
  const objects = new ObjectsByHash(sha256);
  const parts = objects.addTable(writeRenames(renames));
  for (const [hash, bytes] of objects.all) tree.set(objectPath(hash), bytes);
  return { ...manifest, renames: parts };
}

type PackRule = DatasetFile['packs'][number];

/** The first pack whose rule a record's key fits takes it; the first pack without a rule takes the rest. */
function recordsByPack(dataset: DatasetFile, records: readonly Keyed[]): Map<PackRule, Keyed[]> {
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

function catalogEntry(
  manifest: PackManifest,
  tree: Map<string, Uint8Array>,
  sha256: Sha256,
): Catalog['packs'][number] {
  const bytes = jsonBytes(manifest);
  const hash = hexOf(sha256(bytes));
  tree.set(manifestPath(hash, manifest.pack), bytes);
  const { pack, title, langs, countries, edition, counts, base } = manifest;
  const all = [...base.shards, ...base.index, ...base.names, ...base.retrieval];
  return {
    pack,
    title,
    langs,
    ...(countries && { countries }),
    edition,
    manifest: { sha256: hash, bytes: bytes.length },
    bytes: all.reduce((sum, object) => sum + object.bytes, 0),
    counts,
  };
}

function catalogOf(dataset: DatasetFile, packs: Catalog['packs']): Catalog {
  const { id, title, description, publisher, homepage, languages, licence } = dataset;
  const { edition, built, mirrors } = dataset;
  return {
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
}

/** A record as every reader will read it; one that readers would refuse stops the build. */
function asRead(record: PublishedRecord): PublishedRecord {
  const read = parseRecordLine(JSON.stringify(record));
  if (!read.ok) throw new Error(`readers would refuse ${JSON.stringify(record).slice(0, 200)}`);
  return read.value;
}
