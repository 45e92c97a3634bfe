import type { LibraryWishes, Told } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { words } from '@/components/shared/words';
import type { Undo } from '@/lib/storage/library-writer';
import { library } from './library-desk';

type Done = (text: string, doing: Promise<Undo>) => Promise<void>;

const SLOW_MS = 400;

/** Says what was done, with the way back. */
export function doneWith(tell: (told: Told) => void): Done {
  return async (text, doing) => {
    // Thousands of items take a while, and the reader is told so.
    const telling = setTimeout(() => tell({ text: words('libraryWorking') }), SLOW_MS);
    try {
      const undo = await doing;
      clearTimeout(telling);
      tell({ text, onUndo: () => void undo().then(() => tell({ text: words('libraryUndone') })) });
    } catch (error) {
      clearTimeout(telling);
      tell({ text: words('libraryFailed', troubleWords(error)) });
    }
  };
}

type CollectionWish =
  | 'onAddCollection'
  | 'onRenameCollection'
  | 'onNestCollection'
  | 'onRemoveCollection';

/** What the reader may do with collections. */
export function collectionWishes(
  done: Done,
  setQuery: LibraryWishes['onQuery'],
): Pick<LibraryWishes, CollectionWish> {
  return {
    onAddCollection: (name, parent) => void library.addCollection(name, parent),
    onRenameCollection: (id, name) =>
      void done(
        words('libraryRenamed'),
        library.updateCollection(id, (each) => ({ ...each, name })),
      ),
    onNestCollection: (id, parent) =>
      void done(
        words('libraryNested'),
        library.updateCollection(id, ({ parent: _before, ...each }) => ({
          ...each,
          ...(parent === undefined ? {} : { parent }),
        })),
      ),
    onRemoveCollection: (id) => {
      setQuery({});
      void done(words('libraryCollectionRemoved'), library.removeCollection(id));
    },
  };
}
