import type { Held } from '@/lib/collections/library-file';
import { keeper, library } from './library-desk';

/** So many at once, between which the page stays at hand. */
const AT_ONCE = 500;
/** What takes less is over before its course could be read. */
const WORTH_TELLING_MS = 300;

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

/** Parts, all together. */
export async function heldIn(parts: AsyncIterable<Held>): Promise<Held> {
  const items: Held['items'][number][] = [];
  const collections: Held['collections'][number][] = [];
  for await (const part of parts) {
    items.push(...part.items);
    collections.push(...part.collections);
  }
  return { items, collections };
}

/** The same parts, with word of how far they are; between them the reader may stop. */
export async function* watched(
  parts: AsyncIterable<Held>,
  signal: AbortSignal,
  onDone: (items: number) => void,
): AsyncGenerator<Held> {
  const began = performance.now();
  let done = 0;
  for await (const part of parts) {
    signal.throwIfAborted();
    done += part.items.length;
    if (performance.now() - began > WORTH_TELLING_MS) onDone(done);
    yield part;
  }
}
