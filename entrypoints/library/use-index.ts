import { useEffect, useState } from 'preact/hooks';
import type { LibraryView } from '@/components/library/library-view';
import type { Finder } from '@/lib/collections/finder';
import type { Collection, Item } from '@/lib/collections/item';
import { catchUp, fillFinder, finder, keeper, library } from './library-desk';

/** What the index holds now; a new one after every write. */
export type Index = Pick<LibraryView, 'facets' | 'count' | 'isReady' | 'twins' | 'health'> &
  Pick<Finder, 'find'> & { readonly collections: readonly Collection[] };

/** Takes in items that were read, and lets go of what is out of date. */
export type Hold = (more: readonly Item[], gone?: readonly string[]) => void;

/** What the page shows at first: the newest items, while the rest is being read. */
const AT_FIRST = 60;

/** The index of the library; it follows every write, here or in another page. */
export function useIndex(hold: Hold): Index {
  const [index, setIndex] = useState<Index>(() => indexNow([], 'ready', false));
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const { touched, collections } = await catchUp();
      hold(await library.items({ ids: touched.slice(0, AT_FIRST) }), touched);
      setIndex(indexNow(collections, (await keeper.health()).state, true));
    };
    const fill = async (): Promise<void> => {
      hold(await library.items({ most: AT_FIRST }));
      await fillFinder();
      await follow();
      await keeper.backUp('daily');
    };
    const filling = fill();
    return library.watch(() => void filling.then(follow));
  }, [hold]);
  return index;
}

function indexNow(
  collections: readonly Collection[],
  health: LibraryView['health'],
  isReady: boolean,
): Index {
  return {
    collections,
    health,
    isReady,
    facets: finder.facets(),
    twins: finder.twins().length,
    count: finder.count(),
    find: (query) => finder.find(query),
  };
}
