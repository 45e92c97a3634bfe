import type { Held } from '@/lib/collections/library-file';
import { keeper, library } from './library-desk';

/** So many at once, between which the page stays at hand. */
const AT_ONCE = 500;

/** What is to be exported, as it is read: the items named, or everything. */
export async function* partsOf(ids?: readonly string[]): AsyncGenerator<Held> {
  if (!ids) {
    yield* keeper.parts();
    return;
  }
  let collections = await library.collections();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    yield { items: await library.items({ ids: ids.slice(from, from + AT_ONCE) }), collections };
    collections = [];
  }
}

/** The same, all together. */
export async function heldOf(ids?: readonly string[]): Promise<Held> {
  const items: Held['items'][number][] = [];
  const collections: Held['collections'][number][] = [];
  for await (const part of partsOf(ids)) {
    items.push(...part.items);
    collections.push(...part.collections);
  }
  return { items, collections };
}
