import type { Name } from '@/lib/record/record';
import { type Key, keyOf } from './key';
import {
  HEADER,
  type Header,
  KINDS,
  MAGIC,
  VERSION,
  checksumOf,
  columnLengths,
  numberAt,
} from './table';
import { utf8 } from './utf8';

/** An entity as the index of names needs it. */
export type NamedEntity = {
  readonly id: string;
  readonly of: 'person' | 'organisation' | 'other';
  readonly names: readonly Name[];
};

type Row = { readonly key: Key; readonly bearer: number; readonly text: string };

/**
 * The published "names" object of one pack, before gzip: the same entities give the same bytes, in
 * whatever order they come. Names with the rule `never`, and names that `keyOf` cannot look up, are
 * left out; the label of an entity is its first main name.
 */
export function compileNames(entities: readonly NamedEntity[]): Uint8Array {
  const sorted = entities.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const rows: Row[] = [];
  let longest = 0;
  let longestUnspaced = 0;
  for (const [at, { names }] of sorted.entries()) {
    for (const name of names) {
      const keyed = name.match === 'never' ? undefined : keyOf(name.text);
      if (!keyed) continue;
      rows.push({
        key: keyed.key,
        bearer: at * 2 + (name.match === 'alone' ? 0 : 1),
        text: name.text,
      });
      if (keyed.unspaced) longestUnspaced = Math.max(longestUnspaced, keyed.tokens.count);
      else longest = Math.max(longest, keyed.tokens.count);
    }
  }
  const texts = new Texts();
  const header = {
    rows: rows.length,
    entities: sorted.length,
    longest,
    longestUnspaced,
    ...sizes(rows.length),
  };
  return assembled(header, columnsOf(sorted, sortedRows(rows), { header, texts }), texts);
}

type Sizes = Pick<Header, 'bucketBits' | 'filterBits'>;
type Counts = Sizes & Pick<Header, 'rows' | 'entities' | 'longest' | 'longestUnspaced'>;

/** About four rows a bucket, and eight to sixteen bits of filter a row. */
function sizes(rows: number): Sizes {
  const bits = Math.ceil(Math.log2(Math.max(2, rows)));
  return { bucketBits: Math.max(2, bits - 2), filterBits: bits + 4 };
}

function sortedRows(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      a.key.first - b.key.first ||
      a.key.second - b.key.second ||
      a.bearer - b.bearer ||
      (a.text < b.text ? -1 : 1),
  );
}

function columnsOf(
  entities: readonly NamedEntity[],
  rows: readonly Row[],
  { header, texts }: { readonly header: Counts; readonly texts: Texts },
): Uint32Array[] {
  const columns = columnLengths({ ...header, ...EMPTY }).map((length) => new Uint32Array(length));
  fillRows(columns, rows, { header, texts });
  const [, , , , , kinds, ids, labels] = columns;
  for (const [at, entity] of entities.entries()) {
    put(kinds, at, KINDS.indexOf(entity.of));
    put(ids, at, texts.offset(entity.id));
    put(labels, at, texts.offset(labelOf(entity)));
  }
  return columns;
}

function fillRows(
  columns: readonly Uint32Array[],
  rows: readonly Row[],
  { header, texts }: { readonly header: Counts; readonly texts: Texts },
): void {
  const [filter, buckets, keys, bearers, names] = columns;
  for (const [at, { key, bearer, text }] of rows.entries()) {
    put(keys, at, key.second);
    put(bearers, at, bearer);
    put(names, at, texts.offset(text));
    const bit = key.second >>> (32 - header.filterBits);
    put(filter, bit >>> 5, numberAt(filter, bit >>> 5) | (1 << (bit & 31)));
    const bucket = key.first >>> (32 - header.bucketBits);
    put(buckets, bucket + 1, at + 1);
  }
  let last = 0;
  for (const [at, row] of buckets?.entries() ?? []) {
    last = Math.max(last, row);
    put(buckets, at, last);
  }
}

const EMPTY = { magic: 0, version: 0, bytes: 0, checksum: 0, texts: 0, spare: 0 };

function put(column: Uint32Array | undefined, at: number, value: number): void {
  if (column) column[at] = value;
}

function labelOf({ names, id }: NamedEntity): string {
  return (names.find(({ kind }) => kind === 'main') ?? names[0])?.text ?? id;
}

function assembled(counts: Counts, columns: readonly Uint32Array[], texts: Texts): Uint8Array {
  const numbers = columns.reduce<number>((sum, column) => sum + column.length, HEADER.length);
  const bytes = new Uint8Array(numbers * 4 + texts.length);
  const view = new DataView(bytes.buffer);
  const header: Header = {
    ...EMPTY,
    ...counts,
    magic: MAGIC,
    version: VERSION,
    bytes: bytes.length,
    texts: texts.length,
  };
  let at = HEADER.length * 4;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer), at);
    at += column.byteLength;
  }
  texts.copyInto(bytes, at);
  for (const [index, name] of HEADER.entries()) view.setUint32(index * 4, header[name], true);
  view.setUint32(HEADER.indexOf('checksum') * 4, checksumOf(bytes), true);
  return bytes;
}

/** Texts one behind the other, each once. */
class Texts {
  readonly #offsets = new Map<string, number>();
  readonly #parts: number[][] = [];
  length = 0;

  offset(text: string): number {
    const known = this.#offsets.get(text);
    if (known !== undefined) return known;
    const offset = this.length;
    const bytes = utf8(text).slice(0, 0xff_ff);
    this.#parts.push(bytes);
    this.#offsets.set(text, offset);
    this.length += bytes.length + 2;
    return offset;
  }

  copyInto(bytes: Uint8Array, from: number): void {
    let at = from;
    for (const part of this.#parts) {
      bytes[at] = part.length & 0xff;
      bytes[at + 1] = part.length >> 8;
      bytes.set(part, at + 2);
      at += part.length + 2;
    }
  }
}
