import { bad, good, type Result } from '@/lib/result';
import { ByteReader, ByteWriter } from '@/lib/retrieval/bytes';
import type { PublishedRecord } from '@/lib/record/record';
import { hashOf, questionsOf } from './postings';
import type { Cut, Frame } from './shards';

/**
 * At most about this many postings a page. A question is put to every pack that the reader holds, and
 * a page is read from its beginning: of a hundred packs, pages of 512 cost milliseconds.
 */
const PAGE = 64;
const FORMAT = 1;
const MOST_FRAMES = 100_000;
const MOST_PAGE_BITS = 16;

/**
 * Where a pack's records stand: its frames, and for each question (`postings.ts`) the numbers of the
 * frames that hold an answer, in pages by the first bits of the question's hash.
 */
export type PackIndex = {
  readonly frames: readonly Frame[];
  readonly pages: Pages;
};

/** Pages one after the other, each after its length; they number a power of two. */
export type Pages = {
  readonly bytes: Uint8Array;
  /** Where each page begins in `bytes`, and where the last one ends. */
  readonly starts: Uint32Array;
};

/** They name no frame for any question. */
export const NO_PAGES: Pages = { bytes: new Uint8Array(0), starts: new Uint32Array(1) };

type Posting = { readonly hash: number; readonly frame: number };

/** The published index of a pack, before gzip. */
export function writeIndex({ frames, contents }: Pick<Cut, 'frames' | 'contents'>): Uint8Array {
  const postings = sortedPostings(contents);
  const bits = Math.min(
    MOST_PAGE_BITS,
    Math.max(0, Math.ceil(Math.log2(postings.length / PAGE || 1))),
  );
  const writer = new ByteWriter();
  writer.number(FORMAT);
  writer.number(frames.length);
  for (const { shard, bytes, raw } of frames) {
    writer.number(shard);
    writer.number(bytes);
    writer.number(raw);
  }
  writer.number(bits);
  for (const page of pagesOf(postings, bits)) writer.run(page);
  return writer.finish();
}

function sortedPostings(contents: readonly (readonly PublishedRecord[])[]): readonly Posting[] {
  const postings: Posting[] = [];
  for (const [frame, records] of contents.entries()) {
    const hashes = new Set<number>();
    for (const record of records) {
      for (const asked of questionsOf(record)) hashes.add(hashOf(asked));
    }
    for (const hash of hashes) postings.push({ hash, frame });
  }
  return postings.toSorted((a, b) => a.hash - b.hash || a.frame - b.frame);
}

function* pagesOf(postings: readonly Posting[], bits: number): Generator<Uint8Array> {
  let at = 0;
  for (let page = 0; page < 2 ** bits; page += 1) {
    const writer = new ByteWriter();
    let before = page * 2 ** (32 - bits);
    for (let next = postings[at]; next && pageOf(next.hash, bits) === page; next = postings[at]) {
      writer.number(next.hash - before);
      writer.number(next.frame);
      before = next.hash;
      at += 1;
    }
    yield writer.finish();
  }
}

function pageOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}

/** Reads a published index; any damage, also a frame outside its shard, is told. */
export function readIndex(bytes: Uint8Array): Result<PackIndex, 'malformed'> {
  const reader = new ByteReader(bytes);
  if (reader.number() !== FORMAT) return bad('malformed');
  const frames = readFrames(reader);
  const pages = readPages(reader);
  const whole = frames && pages && !reader.broken && reader.at === bytes.length;
  return whole ? good({ frames, pages }) : bad('malformed');
}

function readFrames(reader: ByteReader): Frame[] | undefined {
  const count = reader.number();
  if (count > MOST_FRAMES) return undefined;
  const frames: Frame[] = [];
  for (let number = 0; number < count && !reader.broken; number += 1) {
    const shard = reader.number();
    const last = frames.at(-1);
    const offset = last?.shard === shard ? last.offset + last.bytes : 0;
    frames.push({ shard, offset, bytes: reader.number(), raw: reader.number() });
  }
  return frames;
}

function readPages(reader: ByteReader): Pages | undefined {
  const bits = reader.number();
  return bits > MOST_PAGE_BITS ? undefined : takePages(reader, 2 ** bits);
}

/** Notes where each of so many pages stands, each written as `ByteWriter.run` does. */
export function takePages(reader: ByteReader, count: number): Pages {
  if (count > 2 ** MOST_PAGE_BITS) return NO_PAGES;
  const starts = new Uint32Array(count + 1);
  for (let page = 0; page < count && !reader.broken; page += 1) {
    starts[page] = reader.at;
    reader.run();
  }
  starts[count] = reader.at;
  return { bytes: reader.bytes, starts };
}

/** The frames that a pack's pages name for a question. */
export function framesFor(pages: Pages, asked: string): readonly number[] {
  return framesOfHash(pages, hashOf(asked));
}

/** Whether a pack's pages name any frame for one of these hashes of questions. */
export function namesAny(pages: Pages, hashes: readonly number[]): boolean {
  for (const hash of hashes) if (search(pages, hash)) return true;
  return false;
}

function framesOfHash(pages: Pages, hash: number): readonly number[] {
  const frames: number[] = [];
  search(pages, hash, frames);
  return frames;
}

/**
 * Whether any posting of a hash is there; where frames are wanted, with those of all. A question is put
 * to every pack that the reader holds: written without a reader of bytes, it leaves nothing behind.
 */
function search({ bytes, starts }: Pages, hash: number, frames?: number[]): boolean {
  const count = starts.length - 1;
  if (count === 0) return false;
  const page = pageOf(hash, Math.log2(count));
  const end = starts[page + 1] ?? 0;
  let from = numberEnd(bytes, starts[page] ?? 0);
  let at = page * (2 ** 32 / count);
  let isThere = false;
  while (from < end && at <= hash) {
    at += numberAt(bytes, from);
    from = numberEnd(bytes, from);
    if (at === hash) {
      isThere = true;
      frames?.push(numberAt(bytes, from));
    }
    from = numberEnd(bytes, from);
  }
  return isThere;
}

/** In bytes. */
const LONGEST_NUMBER = 5;

/** A number as `ByteWriter.number` wrote it. */
function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let step = 0; step < LONGEST_NUMBER; step += 1) {
    const byte = bytes[at + step] ?? 0;
    value |= (byte & 0x7f) << (step * 7);
    if (byte < 0x80) break;
  }
  return value >>> 0;
}

/** Where the next number begins; past every page where none ends: such bytes are searched no further. */
function numberEnd(bytes: Uint8Array, at: number): number {
  for (let end = at; end < at + LONGEST_NUMBER; end += 1) {
    if ((bytes[end] ?? 0) < 0x80) return end + 1;
  }
  return Number.POSITIVE_INFINITY;
}
