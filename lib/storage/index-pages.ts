import { ByteReader, ByteWriter } from '@/lib/retrieval/bytes';
import type { PackManifest } from '@/lib/dataset/manifest';
import type { PackIndex } from '@/lib/dataset/pack-index';
import type { Frame } from '@/lib/dataset/shards';
import type { DatasetDatabase, PageRow } from './dataset-database';

const FRAMES = -1;

/** The name that a base's pages are kept under. */
export function indexName(base: PackManifest['base']): string {
  return base.index[0]?.sha256 ?? '';
}

/** Keeps an index page by page, so that a look-up reads 2 KB of it. Nothing refers to them before the switch. */
export async function storePages(
  database: DatasetDatabase,
  index: string,
  { frames, pages }: PackIndex,
): Promise<void> {
  const rows: PageRow[] = pages.map((bytes, page) => ({ index, page, bytes: bytes.slice() }));
  rows.push({ index, page: FRAMES, bytes: writeFrames(frames, pages.length) });
  await database.pages.bulkPut(rows);
}

/** Where a base's frames stand, and how many pages its index has. */
export type FrameTable = { readonly frames: readonly Frame[]; readonly pages: number };

export async function readFrames(
  database: DatasetDatabase,
  index: string,
): Promise<FrameTable | undefined> {
  const row = await database.pages.get([index, FRAMES]);
  if (!row) return undefined;
  const reader = new ByteReader(row.bytes);
  const pages = reader.number();
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
  return { frames, pages };
}

function writeFrames(frames: readonly Frame[], pages: number): Uint8Array {
  const writer = new ByteWriter();
  writer.number(pages);
  writer.number(frames.length);
  for (const { shard, offset, bytes, raw } of frames) {
    for (const value of [shard, offset, bytes, raw]) writer.number(value);
  }
  return writer.finish();
}
