import type { Item } from '@/lib/collections/item';
import { placeOf } from '@/lib/collections/place';
import { mergeLabels } from '@/lib/collections/plan-import';
import type { Undo } from '@/lib/storage/library-writer';
import { library } from './library-desk';
import { finderNow } from './search-index';

/** So many groups in one write: quick where there are thousands, and each group whole. */
const AT_ONCE = 200;

/** Makes one of each group of items with the same words: the first saved, with the labels and notes of all. */
export async function mergeTwins(): Promise<Undo> {
  const undos: Undo[] = [];
  const groups = finderNow().twins();
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const merged = new Map<string, Item>();
    const gone: string[] = [];
    for (const group of await itemsOf(groups.slice(from, from + AT_ONCE))) {
      const [first, ...others] = group;
      const twins = others.filter((other) => first && isTwin(first, other));
      if (!first || twins.length === 0) continue;
      merged.set(first.id, twins.reduce(mergeNotes, first));
      gone.push(...twins.map(({ id }) => id));
    }
    undos.push(
      await library.update([...merged.keys()], (item) => merged.get(item.id) ?? item),
      await library.remove(gone),
    );
  }
  return async () => {
    for (const undo of undos.toReversed()) await undo();
  };
}

/** The items of each group, as they are now. */
async function itemsOf(groups: readonly (readonly string[])[]): Promise<Item[][]> {
  const found = await library.items({ ids: groups.flat() });
  const byId = new Map(found.map((item) => [item.id, item]));
  return groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

/** The index goes by a number that stands for the words; the words themselves decide. */
function isTwin(a: Item, b: Item): boolean {
  return a.kind === b.kind && placeOf(a.target) === placeOf(b.target);
}

function mergeNotes(item: Item, twin: Item): Item {
  const notes = [...new Set([item.note, twin.note].filter((note) => note !== ''))];
  return { ...mergeLabels(item, twin), note: notes.join('\n\n') };
}
