import { Dexie, type Table } from 'dexie';
import type { FrozenFinder } from '@/lib/collections/finder-frozen';

/** Its own database, for it can always be made anew from the library. */
const INDEX = 'library-index';

/** Grows with every change of what is frozen, or of which words an item is found under. */
const FORM = 1;

/** The search index of a library as it was at a mark of its log. */
type KeptIndex = { readonly mark: number; readonly frozen: FrozenFinder };

type IndexRow = KeptIndex & {
  readonly id: 'index';
  readonly form: number;
  readonly library: string;
};

class IndexDatabase extends Dexie {
  declare readonly index: Table<IndexRow, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ index: 'id' });
  }
}

/** Keeps the search index, so that a large library is searchable as soon as its page is open. */
export type IndexStore = {
  /** The index of this library; undefined where there is none, or one of another form. */
  read(library: string): Promise<KeptIndex | undefined>;
  write(library: string, kept: KeptIndex): Promise<void>;
};

export function openIndexStore(name: string = INDEX): IndexStore {
  const { index } = new IndexDatabase(name);
  return {
    read: async (library) => {
      const row = await index.get('index');
      return row?.form === FORM && row.library === library ? row : undefined;
    },
    write: async (library, kept) =>
      void (await index.put({ id: 'index', form: FORM, library, ...kept })),
  };
}
