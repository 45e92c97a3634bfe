import { strToU8 } from 'fflate';
import { compileNames, type NamedEntity } from '@/lib/names/compile';
import type { PublishedRecord } from '@/lib/record/record';
import { buildRetrieval, type Document } from '@/lib/retrieval/build-index';
import type { Counts, ObjectRef, PackManifest } from './manifest';
import { writeIndex } from './pack-index';
import { question } from './postings';
import type { Sha256 } from './published-id';
import { readingOrder } from './reading-order';
import { cutShards, type CutSizes, gzipped, joined } from './shards';

/** What a pack says about itself. */
export type PackFacts = Pick<
  PackManifest,
  'dataset' | 'pack' | 'edition' | 'built' | 'title' | 'langs' | 'countries' | 'licence'
>;

/** A pack as published: its manifest, and every object by its SHA-256. */
export type BuiltPack = {
  readonly manifest: PackManifest;
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** How many records differ from the edition before; all of them where there was none. */
  readonly changes: number;
};

/** Objects of a table are cut from so many bytes before gzip, and so never over the limit after it. */
const PART = 384 * 1024;

/**
 * Builds a pack's base from its records. The same records in any order give the same bytes. A record
 * that the same list withdraws is left out; its withdrawal is published.
 */
export function buildPack(
  facts: PackFacts,
  all: readonly PublishedRecord[],
  { sha256, sizes }: { readonly sha256: Sha256; readonly sizes?: CutSizes },
): BuiltPack {
  const records = withoutWithdrawn(all);
  const objects = new ObjectsByHash(sha256);
  const cut = cutShards(readingOrder(records), sizes);
  const base = {
    edition: facts.edition,
    shards: cut.shards.map(({ bytes, raw }) => objects.add(bytes, raw)),
    index: objects.addTable(writeIndex(cut)),
    names: objects.addTable(compileNames(namedEntities(records))),
    retrieval: objects.addTable(buildRetrieval(documents(records))),
  };
  const manifest = {
    format: 1,
    minReader: 1,
    ...facts,
    counts: countsOf(records),
    base,
    deltas: [],
  } as const;
  return { manifest: { ...manifest, deltas: [] }, objects: objects.all, changes: records.length };
}

function withoutWithdrawn(records: readonly PublishedRecord[]): readonly PublishedRecord[] {
  const withdrawn = new Set<string>();
  for (const record of records) if (record.type === 'withdrawal') withdrawn.add(record.of);
  return withdrawn.size === 0 ? records : records.filter(({ id }) => !withdrawn.has(id));
}

/** Objects under the names they are published by. */
export class ObjectsByHash {
  readonly #sha256: Sha256;
  readonly all = new Map<string, Uint8Array>();

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** @param bytes gzip @param raw its inflated length */
  add(bytes: Uint8Array, raw: number): ObjectRef {
    const sha256 = hexOf(this.#sha256(bytes));
    this.all.set(sha256, bytes);
    return { sha256, bytes: bytes.length, raw };
  }

  /** A table of any size, as several objects. */
  addTable(table: Uint8Array): ObjectRef[] {
    const parts: ObjectRef[] = [];
    for (let at = 0; at < table.length; at += PART) {
      const part = table.subarray(at, at + PART);
      parts.push(this.add(gzipped(part), part.length));
    }
    return parts;
  }
}

/** Joins the inflated parts of a table again. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  return joined(
    parts,
    parts.reduce((sum, { length }) => sum + length, 0),
  );
}

export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** JSON for people and programs alike: fields in the order of the types, one line end. */
export function jsonBytes(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, undefined, 1)}\n`);
}

/** What the index of names is compiled from. */
export function namedEntities(records: readonly PublishedRecord[]): readonly NamedEntity[] {
  return records.flatMap((record): NamedEntity[] =>
    record.type === 'entity'
      ? [{ id: record.id, of: NAMED_AS[record.kind], names: record.names }]
      : [],
  );
}

const NAMED_AS = {
  person: 'person',
  organisation: 'organisation',
  publisher: 'organisation',
  group: 'other',
  office: 'other',
  place: 'other',
  law: 'other',
  event: 'other',
  topic: 'other',
} as const;

/** What retrieval searches: the statements' words, among those of a speaker or a subject. */
export function documents(records: readonly PublishedRecord[]): Document[] {
  return records.flatMap((record) => {
    if (record.type !== 'statement') return [];
    const { id, text, lang, speaker, about } = record;
    const keys = [question('by', speaker), ...about.map((subject) => question('about', subject))];
    return [{ id, text, lang, keys }];
  });
}

const COUNTED = {
  entity: 'entities',
  source: 'sources',
  statement: 'statements',
  measure: 'measures',
  figure: 'figures',
  link: 'links',
  verdict: 'verdicts',
  withdrawal: 'withdrawals',
} as const;

export function countsOf(records: readonly PublishedRecord[]): Counts {
  const counts = {
    entities: 0,
    sources: 0,
    statements: 0,
    measures: 0,
    figures: 0,
    links: 0,
    verdicts: 0,
    withdrawals: 0,
  };
  for (const { type } of records) counts[COUNTED[type]] += 1;
  return counts;
}
