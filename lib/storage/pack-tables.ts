import type { ObjectRef, PackManifest } from '@/lib/dataset/manifest';
import { NO_PAGES, type PackIndex, type Pages, takePages } from '@/lib/dataset/pack-index';
import type { Frame } from '@/lib/dataset/shards';
import { ByteReader, ByteWriter } from '@/lib/retrieval/bytes';
import type { DatasetDatabase, PageRow } from './dataset-database';
import { sha256Hex } from './digest';
import { readRows } from './read-rows';

/**
 * A base's tables as look-ups read them, each in one row. A background that was asleep reads them
 * anew for its first card: inflating them then would keep the reader waiting for seconds.
 */
const FRAMES = -2;
const PAGES = -3;
const WORDS = -4;

/**
 * What the tables of a base were made from: a quarter of it, which nobody reads any more once they are
 * made. It is not kept; where a table is damaged it is fetched again.
 */
export function tableObjects({
  index,
  retrieval,
}: Pick<PackManifest['base'], 'index' | 'retrieval'>): readonly ObjectRef[] {
  return [...index, ...retrieval];
}

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
  const tables = new Map([
    [FRAMES, writeFrames(frames)],
    [PAGES, writePages(pages)],
    [WORDS, words],
  ]);
  const rows: PageRow[] = [];
  for (const [page, bytes] of tables) {
    rows.push({ index, page, bytes, sha256: await sha256Hex(bytes) });
  }
  await database.pages.bulkPut(rows);
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
export async function readPages(database: DatasetDatabase, index: string): Promise<Pages> {
  const [row] = await readRows<PageRow>(database, database.pages, [[index, PAGES]]);
  if (!row) return NO_PAGES;
  const reader = new ByteReader(row.bytes);
  return takePages(reader, reader.number());
}

/** The index of a base's words, inflated. */
export async function readWords(
  database: DatasetDatabase,
  index: string,
): Promise<Uint8Array | undefined> {
  return (await database.pages.get([index, WORDS]))?.bytes;
}

/** Hashes every table again. @returns the names of bases of which one is not as it was made */
export async function damagedTables({ pages }: DatasetDatabase): Promise<ReadonlySet<string>> {
  const bad = new Set<string>();
  for (const key of await pages.toCollection().primaryKeys()) {
    const row = await pages.get(key);
    if (row?.sha256 === undefined) continue;
    if ((await sha256Hex(row.bytes)) !== row.sha256) bad.add(row.index);
  }
  return bad;
}

function writeFrames(frames: readonly Frame[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(frames.length);
  for (const { shard, offset, bytes, raw } of frames) {
    for (const value of [shard, offset, bytes, raw]) writer.number(value);
  }
  return writer.finish();
}

function writePages({ bytes, starts }: Pages): Uint8Array {
  const writer = new ByteWriter();
  writer.number(starts.length - 1);
  writer.bytes(bytes.subarray(starts[0], starts.at(-1)));
  return writer.finish();
}
