import 'fake-indexeddb/auto';
import { newFinder } from '@/lib/collections/finder';
import type { Item } from '@/lib/collections/item';
import { toLibraryFile } from '@/lib/collections/library-file';
import { readImport } from '@/lib/collections/read-import';
import { openBackups } from '@/lib/storage/library-backups';
import { openKeeper, openLibraryDatabase } from '@/lib/storage/library-keeper';
import type { BenchRow } from './row';

const NO_MARK = {
  read: async () => await Promise.resolve(undefined),
  write: async () => await Promise.resolve(),
};
const ITEMS = 100_000;
const IMPORTED = 10_000;

/** The library at size: search at 10^5 items, import of 10^4 (an IndexedDB in memory, under Node). */
export async function benchLibrary(): Promise<BenchRow[]> {
  const items = Array.from({ length: ITEMS }, (_each, index) => invented(index));
  const finder = newFinder();
  const filling = timed(() => finder.put(items));
  finder.find({ text: 'a' });
  const queries = Array.from({ length: 300 }, (_each, index) => {
    const words = [word(index * 7), word(index * 13 + 1).slice(0, 1 + (index % 5)), 'ទំនប់'];
    return words.slice(index % 3, (index % 3) + 1 + (index % 2)).join(' ');
  });
  const times = queries.map((text) => timed(() => finder.find({ text }))).toSorted((a, b) => a - b);
  const importing = await importTime(items.slice(0, IMPORTED));
  return [
    row('search at 10^5 items, p50 ms', times[150] ?? 0, ''),
    row('search at 10^5 items, p95 ms', times[285] ?? 0, '≤ 50'),
    row('index 10^5 items, s', filling / 1000, ''),
    row('import of 10^4 items, s', importing / 1000, '≤ 5'),
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

const SYLLABLES = ['ra', 'to', 'mi', 'ke', 'su', 'no', 'ba', 'li', 'de', 'fo', 'gu', 'pa'];

/** One of about 20,000 invented words; small numbers are met more often. */
function word(number: number): string {
  let left = ((number * 2_654_435_761) % 20_736) + 144;
  let text = '';
  while (left > 0) {
    text += SYLLABLES[left % 12] ?? '';
    left = Math.floor(left / 12);
  }
  return text;
}

function invented(index: number): Item {
  const words = Array.from({ length: 30 }, (_each, at) =>
    word(Math.floor(((index * 31 + at * 17) % 997) ** 1.4)),
  );
  return {
    id: `item-${index}`,
    kind: 'claim',
    target: {
      source: `https://site${index % 50}.example/story/${index}`,
      title: `${words[3] ?? ''} ${words[4] ?? ''} ${index}`,
      quote: {
        exact: `${words.join(' ')}${index % 20 === 0 ? ' ទំនប់នេះមានសុវត្ថិភាព' : ''}`,
        prefix: words.slice(0, 5).join(' '),
        suffix: words.slice(5, 9).join(' '),
      },
    },
    speaker: `Speaker ${index % 400}`,
    note: index % 3 === 0 ? `note ${word(index)} ${word(index + 1)}` : '',
    tags: [`tag${index % 40}`],
    collections: [],
    savedAt: index,
    changedAt: index,
  };
}

function row(measure: string, ours: number, goal: string): BenchRow {
  return { bench: 'library', measure, ours, goal, peers: '' };
}
