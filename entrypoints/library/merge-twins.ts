import type { Item } from '@/lib/collections/item';
import { placeOf } from '@/lib/collections/place';
import { mergeLabels } from '@/lib/collections/plan-import';
import type { Undo } from '@/lib/storage/library-writer';
import { library } from './library-desk';
import { finderNow } from './search-index';

/** Makes one of each group of items with the same words: the first saved, with the labels and notes of all. */
export async function mergeTwins(): Promise<Undo> {
  const undos: Undo[] = [];
  for (const ids of finderNow().twins()) {
    const [first, ...others] = await library.items({ ids });
    const twins = others.filter((other) => first && isTwin(first, other));
    if (!first || twins.length === 0) continue;
    const merged = twins.reduce(mergeNotes, first);
    undos.push(
      await library.update([first.id], () => merged),
      await library.remove(twins.map(({ id }) => id)),
    );
  }
  return async () => {
    for (const undo of undos.toReversed()) await undo();
  };
}

/** The index goes by a number that stands for the words; the words themselves decide. */
function isTwin(a: Item, b: Item): boolean {
  return a.kind === b.kind && placeOf(a.target) === placeOf(b.target);
}

function mergeNotes(item: Item, twin: Item): Item {
  const notes = [...new Set([item.note, twin.note].filter((note) => note !== ''))];
  return { ...mergeLabels(item, twin), note: notes.join('\n\n') };
}
