import { type Result, bad, good } from '@/lib/result';
import { fromUtf8 } from './utf8';

/**
 * The published "names" object, before gzip. All numbers are little-endian 32-bit; after the header
 * come the columns in this order, each ready to be read where it lies:
 * filter (one bit a key), buckets (first row of each), key halves, entity and rule, text; then of
 * the entities kind and offsets of id and label; then the texts, each a 16-bit length and UTF-8.
 * Rows are sorted by key, so the same names give the same bytes.
 */
export const HEADER = [
  'magic',
  'version',
  'bytes',
  'checksum',
  'rows',
  'entities',
  'bucketBits',
  'filterBits',
  'longest',
  'longestUnspaced',
  'texts',
  'spare',
] as const;
export type Header = Readonly<Record<(typeof HEADER)[number], number>>;
export const MAGIC = 0x31_4e_52_4f;
export const VERSION = 1;
export const KINDS = ['person', 'organisation', 'other'] as const;

/** A names object opened: views over its bytes, nothing copied. */
export type NamesTable = {
  readonly header: Header;
  readonly filter: Uint32Array;
  readonly buckets: Uint32Array;
  readonly keys: Uint32Array;
  /** Entity number times two, plus one where the name needs context. */
  readonly bearers: Uint32Array;
  readonly names: Uint32Array;
  readonly kinds: Uint32Array;
  readonly ids: Uint32Array;
  readonly labels: Uint32Array;
  readonly texts: Uint8Array;
};

/** The lengths of the columns, in 32-bit numbers, by what the header says. */
export function columnLengths(header: Header): readonly number[] {
  const { rows, entities } = header;
  return [
    2 ** header.filterBits / 32,
    2 ** header.bucketBits + 1,
    rows,
    rows,
    rows,
    entities,
    entities,
    entities,
  ];
}

/** Opens a names object, refusing bytes that are cut, altered or of another make. */
export function readNames(bytes: Uint8Array): Result<NamesTable, 'damaged-names'> {
  const opened = openTable(bytes);
  if (!opened.ok) return opened;
  return checksumOf(bytes) === opened.value.header.checksum ? opened : bad('damaged-names');
}

/** Opens a names object whose bytes were verified when they were stored: only its shape is checked. */
export function openTable(bytes: Uint8Array): Result<NamesTable, 'damaged-names'> {
  const start = HEADER.length * 4;
  if (bytes.length < start) return bad('damaged-names');
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = headerOf(aligned);
  if (!isSound(header, bytes.length)) return bad('damaged-names');
  let at = start;
  const column = (length: number): Uint32Array => {
    const view = new Uint32Array(aligned.buffer, aligned.byteOffset + at, length);
    at += length * 4;
    return view;
  };
  const [filter = 0, buckets = 0, rows = 0, , , entities = 0] = columnLengths(header);
  return good({
    header,
    filter: column(filter),
    buckets: column(buckets),
    keys: column(rows),
    bearers: column(rows),
    names: column(rows),
    kinds: column(entities),
    ids: column(entities),
    labels: column(entities),
    texts: aligned.subarray(at),
  });
}

function headerOf(bytes: Uint8Array): Header {
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER.length);
  const at = (name: (typeof HEADER)[number]): number => numbers[HEADER.indexOf(name)] ?? 0;
  return {
    magic: at('magic'),
    version: at('version'),
    bytes: at('bytes'),
    checksum: at('checksum'),
    rows: at('rows'),
    entities: at('entities'),
    bucketBits: at('bucketBits'),
    filterBits: at('filterBits'),
    longest: at('longest'),
    longestUnspaced: at('longestUnspaced'),
    texts: at('texts'),
    spare: at('spare'),
  };
}

const MOST_BITS = 32;
const LONGEST_NAME = 256;

function isSound(header: Header, length: number): boolean {
  if (header.magic !== MAGIC || header.version !== VERSION || header.bytes !== length) return false;
  if (header.bucketBits > MOST_BITS - 4 || header.filterBits < 5 || header.filterBits > MOST_BITS)
    return false;
  if (header.longest > LONGEST_NAME || header.longestUnspaced > LONGEST_NAME) return false;
  const numbers = columnLengths(header).reduce((sum, column) => sum + column, HEADER.length);
  return numbers * 4 + header.texts === length;
}

/** FNV-1a over everything behind the checksum's own place. */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 16; at < bytes.length; at += 1)
    sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01_00_01_93);
  return sum >>> 0;
}

/** A column's number, zero where the column ends before it. */
export function numberAt(column: Uint32Array | Int32Array | undefined, at: number): number {
  return column?.[at] ?? 0;
}

/** The text at an offset into the texts, empty where the offset points outside. */
export function textAt(table: NamesTable, offset: number): string {
  const { texts } = table;
  const length = (texts[offset] ?? 0) | ((texts[offset + 1] ?? 0) << 8);
  return fromUtf8(texts.subarray(offset + 2, offset + 2 + length));
}
