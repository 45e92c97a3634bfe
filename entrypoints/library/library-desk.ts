import { newFinder } from '@/lib/collections/finder';
import type { Collection, Item } from '@/lib/collections/item';
import { mergeLabels } from '@/lib/collections/plan-import';
import { openJournal } from '@/lib/storage/library-devices';
import { openBackups } from '@/lib/storage/library-backups';
import { openKeeper, openLibraryDatabase } from '@/lib/storage/library-keeper';
import { openMark } from '@/lib/storage/library-mark';
import { openLibrary } from '@/lib/storage/library-store';
import type { Undo } from '@/lib/storage/library-writer';

const sources = { now: () => Date.now(), newId: () => crypto.randomUUID() };
const backups = openBackups(sources.now);
const database = openLibraryDatabase(backups);

export const library = openLibrary(sources, database);
export const keeper = openKeeper(sources, { database, backups, mark: openMark() });
export const journal = openJournal(sources, database);
export const finder = newFinder();

let mark = 0;

/** Reads the library into the index. */
export async function fillFinder(): Promise<void> {
  ({ mark } = await library.touchedSince(0));
  await library.readAll((items) => finder.put(items));
}

/** The page stays at hand while so many items are taken into the index. */
const AT_ONCE = 500;

/** Brings the index up to date with what was written since. @returns the ids touched. */
export async function catchUp(): Promise<{
  readonly touched: readonly string[];
  readonly collections: readonly Collection[];
}> {
  const since = await library.touchedSince(mark);
  ({ mark } = since);
  finder.drop(since.ids);
  for (let from = 0; from < since.ids.length; from += AT_ONCE) {
    finder.put(await library.items({ ids: since.ids.slice(from, from + AT_ONCE) }));
  }
  return { touched: since.ids, collections: await library.collections() };
}

/** Makes one of each group of items with the same words: the first saved, with the labels and notes of all. */
export async function mergeTwins(): Promise<Undo> {
  const groups = finder.twins();
  const undos: Undo[] = [];
  for (const ids of groups) {
    const [first, ...others] = await library.items({ ids });
    if (!first) continue;
    const merged = others.reduce(mergeNotes, first);
    undos.push(
      await library.update([first.id], () => merged),
      await library.remove(others.map(({ id }) => id)),
    );
  }
  return async () => {
    for (const undo of undos.toReversed()) await undo();
  };
}

function mergeNotes(item: Item, twin: Item): Item {
  const notes = [...new Set([item.note, twin.note].filter((note) => note !== ''))];
  return { ...mergeLabels(item, twin), note: notes.join('\n\n') };
}
