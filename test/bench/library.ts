import 'fake-indexeddb/auto';
import { newFinder } from '@/lib/collections/finder';
import type { Item } from '@/lib/collections/item';
import { toLibraryFile } from '@/lib/collections/library-file';
import { readImport } from '@/lib/collections/read-import';
import { openBackups } from '@/lib/storage/library-backups';
import { openKeeper, openLibraryDatabase } from '@/lib/storage/library-keeper';
import { inventedClaim, inventedQueries } from './invented-library';
import { benchLibraryInBrowsers } from './library-in-browsers';
import type { BenchRow } from './row';

const NO_MARK = {
  read: async () => await Promise.resolve(undefined),
  write: async () => await Promise.resolve(),
};
const ITEMS = 100_000;
const IMPORTED = 10_000;

/**
 * The library at size: search at 10^5 items, import of 10^4, under Node with an IndexedDB in memory;
 * then the whole page with the same items in each real browser.
 */
export async function benchLibrary(): Promise<BenchRow[]> {
  const items = Array.from({ length: ITEMS }, (_each, index) => inventedClaim(index));
  const finder = newFinder();
  const filling = timed(() => finder.put(items));
  finder.find({ text: 'a' });
  const queries = inventedQueries(300);
  const times = queries.map((text) => timed(() => finder.find({ text }))).toSorted((a, b) => a - b);
  const importing = await importTime(items.slice(0, IMPORTED));
  return [
    row('search at 10^5 items, p50 ms', times[150] ?? 0, ''),
    row('search at 10^5 items, p95 ms', times[285] ?? 0, '≤ 50'),
    row('index 10^5 items, s', filling / 1000, ''),
    row('import of 10^4 items, s', importing / 1000, '≤ 5'),
    ...(await benchLibraryInBrowsers()),
  ];
}

async function importTime(items: readonly Item[]): Promise<number> {
  const file = toLibraryFile({ items, collections: [] }, 0);
  const sources = { now: () => 1, newId: () => 'device' };
  const backups = openBackups(sources.now, 'bench-backups');
  const keeper = openKeeper(sources, {
    database: openLibraryDatabase(backups, 'bench'),
    backups,
    mark: NO_MARK,
  });
  const began = performance.now();
  const read = readImport(file, 0);
  if (!read.ok) throw new Error(read.problem.problem);
  await keeper.takeIn(read.value);
  return performance.now() - began;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function row(measure: string, ours: number, goal: string): BenchRow {
  return { bench: 'library', measure, ours, goal, peers: '' };
}
