import { type Finder, newFinder } from '@/lib/collections/finder';
import { openIndexStore } from '@/lib/storage/library-index';
import { library } from './library-desk';
import { openQuietWork } from './when-quiet';

const store = openIndexStore();
/** A smaller library is read as quickly as its index. */
const WORTH_KEEPING = 2000;
/** So many changes are taken in anew at each opening, before the index is kept again. */
const MANY = 500;
/** The page stays at hand while so many items are taken into the index. */
const AT_ONCE = 500;

let finder = newFinder();
let mark = 0;
/** How many items were taken in since the index was kept. */
let fresh = 0;
const keeping = openQuietWork(document);

/** The index of the library as far as it was read. */
export function finderNow(): Finder {
  return finder;
}

/** Makes the index: from the one kept, or by reading the library. */
export async function fillFinder(): Promise<void> {
  const kept = await store.read((await library.id()) ?? '').catch(() => undefined);
  if (kept) {
    finder = newFinder(kept.frozen);
    ({ mark } = kept);
    return;
  }
  ({ mark } = await library.touchedSince(0));
  for await (const items of library.all()) finder.put(items);
  fresh = finder.count();
}

/** Brings the index up to date with what was written since. @returns the ids touched. */
export async function catchUp(): Promise<readonly string[]> {
  const since = await library.touchedSince(mark);
  ({ mark } = since);
  finder.drop(since.ids);
  for (let from = 0; from < since.ids.length; from += AT_ONCE) {
    finder.put(await library.items({ ids: since.ids.slice(from, from + AT_ONCE) }));
  }
  fresh += since.ids.length;
  keepSoon();
  return since.ids;
}

/** Once nothing more happens for a while, and enough did before. */
function keepSoon(): void {
  keeping.clear();
  if (fresh < MANY || finder.count() < WORTH_KEEPING) return;
  keeping.set(() => void keep().catch(() => undefined));
}

async function keep(): Promise<void> {
  const id = await library.id();
  if (id === undefined) return;
  fresh = 0;
  await store.write(id, { mark, frozen: finder.freeze() });
}
