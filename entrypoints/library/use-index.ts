import { useEffect, useState } from 'preact/hooks';
import type { LibraryView } from '@/components/library/library-view';
import type { Finder } from '@/lib/collections/finder';
import type { Collection, Item } from '@/lib/collections/item';
import { topsOf } from '@/lib/collections/nesting';
import { backUpSoon, keeper, library } from './library-desk';
import { catchUp, fillFinder, finderNow } from './search-index';

/** What the index holds now; a new one after every write. */
export type Index = Pick<LibraryView, 'facets' | 'count' | 'isReady' | 'twins' | 'health'> &
  Pick<Finder, 'find' | 'years'> & { readonly collections: readonly Collection[] };

/** Takes in items that were read, and lets go of what is out of date. */
export type Hold = (more: readonly Item[], gone?: readonly string[]) => void;

const rechecks = new Set<() => Promise<void>>();

/** Asks anew whether the library is well, after the reader decided something about it. */
export async function recheckHealth(): Promise<void> {
  for (const recheck of rechecks) await recheck();
}

/** What the page shows at first: the newest items, while the rest is being read. */
const AT_FIRST = 60;

/** The index of the library; it follows every write, here or in another page. */
export function useIndex(hold: Hold): Index {
  const [index, setIndex] = useState<Index>(() => indexNow([], { state: 'ready' }, false));
  useEffect(() => {
    const recheck = async (): Promise<void> => {
      const health = await keeper.health();
      setIndex((before) => ({ ...before, health }));
    };
    const follow = async (): Promise<void> => {
      const touched = await catchUp();
      hold(await library.items({ ids: touched.slice(0, AT_FIRST) }), touched);
      setIndex(indexNow(await library.collections(), await keeper.health(), true));
    };
    const fill = async (): Promise<void> => {
      hold(await library.items({ most: AT_FIRST }));
      await fillFinder();
      await follow();
      backUpSoon(() => void recheck());
    };
    // A library that cannot be opened can still be exported.
    const filling = fill().catch(recheck);
    rechecks.add(recheck);
    const stop = library.watch(() => void filling.then(follow));
    return () => {
      rechecks.delete(recheck);
      stop();
    };
  }, [hold]);
  return index;
}

function indexNow(
  collections: readonly Collection[],
  health: LibraryView['health'],
  isReady: boolean,
): Index {
  const finder = finderNow();
  return {
    collections,
    health,
    isReady,
    facets: finder.facets(topsOf(collections)),
    twins: finder.twinCount(),
    count: finder.count(),
    find: (query) => finder.find(query),
    years: (query) => finder.years(query),
  };
}
