import type { PackManifest } from '@/lib/dataset/manifest';
import type { PackIndex } from '@/lib/dataset/pack-index';
import type { Frame } from '@/lib/dataset/shards';
import { ByteReader, ByteWriter } from '@/lib/retrieval/bytes';
import type { DatasetDatabase } from './dataset-database';

/**
 * A base's tables as look-ups read them, each in one row. A background that was asleep reads them
 * anew for its first card: inflating them then would keep the reader waiting for seconds.
 */
const FRAMES = -2;
const PAGES = -3;
const WORDS = -4;

/** The name that a base's tables are kept under. */
export function indexName(base: PackManifest['base']): string {
  return base.index[0]?.sha256 ?? '';
}

/** Keeps the tables of a base that was checked. Nothing refers to them before the switch. */
export async function storeTables(
  database: DatasetDatabase,
  index: string,
  { index: { frames, pages }, words }: { readonly index: PackIndex; readonly words: Uint8Array },
): Promise<void> {
  await database.pages.bulkPut([
    { index, page: FRAMES, bytes: writeFrames(frames) },
    { index, page: PAGES, bytes: writePages(pages) },
    { index, page: WORDS, bytes: words },
  ]);
}

/** Where a base's frames stand; undefined where that is not stored. */
export async function readFrames(
  database: DatasetDatabase,
  index: string,
): Promise<readonly Frame[] | undefined> {
  const row = await database.pages.get([index, FRAMES]);
  if (!row) return undefined;
  const reader = new ByteReader(row.bytes);
  const count = reader.number();
  const frames: Frame[] = [];
  for (let at = 0; at < count && !reader.broken; at += 1) {
    const [shard, offset, bytes, raw] = [
      reader.number(),
      reader.number(),
      reader.number(),
      reader.number(),
    ];
    frames.push({ shard, offset, bytes, raw });
  }
  return frames;
}

/** The pages that say in which frames an answer stands. */
export async function readPages(
  database: DatasetDatabase,
  index: string,
): Promise<readonly Uint8Array[]> {
  const row = await database.pages.get([index, PAGES]);
  if (!row) return [];
  const reader = new ByteReader(row.bytes);
  const count = reader.number();
  const pages: Uint8Array[] = [];
  for (let at = 0; at < count && !reader.broken; at += 1) pages.push(reader.run());
  return pages;
}

/** The index of a base's words, inflated. */
export async function readWords(
  database: DatasetDatabase,
  index: string,
): Promise<Uint8Array | undefined> {
  return (await database.pages.get([index, WORDS]))?.bytes;
}

function writeFrames(frames: readonly Frame[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(frames.length);
  for (const { shard, offset, bytes, raw } of frames) {
    for (const value of [shard, offset, bytes, raw]) writer.number(value);
  }
  return writer.finish();
}

function writePages(pages: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(pages.length);
  for (const page of pages) writer.run(page);
  return writer.finish();
}
