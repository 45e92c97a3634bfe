import type { LibraryWishes } from '@/components/library/library-view';
import { plural, words } from '@/components/shared/words';
import type { Reopened } from '@/lib/collections/reopened';
import { sinceSaved } from '@/lib/collections/since-saved';
import { textFragmentLink } from '@/lib/collections/text-fragment';
import { ask } from '@/lib/messages/ask';
import { openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { changeLibraryChoices } from '@/lib/storage/library-choices';
import { exchangeDevices } from './devices';
import { collectionWishes, doneWith } from './collection-wishes';
import { exportHeld } from './export-files';
import { heldOf, nameOf } from './held-of';
import { type CourseSetter, previewOf, readFile } from './imports';
import { keeper, library, mergeTwins } from './library-desk';
import type { Shown } from './use-library';

/** Carries out what the reader wants; everything that changes items can be taken back. */
export function wishesOf(
  { setQuery, need, tell }: Pick<Shown, 'setQuery' | 'need' | 'tell'>,
  setCourse: CourseSetter,
): LibraryWishes {
  const done = doneWith(tell);
  const say = (text: string) => (): void => tell({ text });
  return {
    onQuery: setQuery,
    onNeed: need,
    onOpen: ({ target }) => void ask('openItem', { target }).then(sayReopened(tell)),
    onCopyLink: ({ target }) =>
      void navigator.clipboard
        .writeText(textFragmentLink(target))
        .then(say(words('libraryCopied'))),
    onChange: (ids, change) =>
      void done(plural('libraryChanged', ids.length), library.update(ids, change)),
    onRemove: (ids) => void done(plural('libraryRemoved', ids.length), library.remove(ids)),
    onMergeTwins: () => void done(words('libraryMerged'), mergeTwins()),
    ...collectionWishes(done, setQuery),
    onExport: (format, ids) =>
      void heldOf(ids).then((held) => exportHeld(format, held, nameOf(held))),
    onSinceSaved: async ({ frozen }) =>
      frozen
        ? await sinceSaved(frozen, openShelf(await openDatasetDatabase()))
        : { withdrawn: [], reworded: [], added: [] },
    onReadFile: async (file) => await readFile(file, { setCourse, tell }),
    onBackups: async () => await keeper.backups(),
    onReadBackup: async (number) =>
      await previewOf(await keeper.readBackup(number), { setCourse, tell }),
    onScheduled: async (backupDays) =>
      (await changeLibraryChoices(backupDays === undefined ? {} : { backupDays })).backupDays,
    onDevices: exchangeDevices,
  };
}

/** Says what became of an item's words on their page, for when the reader comes back from there. */
function sayReopened(tell: Shown['tell']): (reopened: Reopened | undefined) => void {
  return (reopened) => {
    if (reopened) tell({ text: words(`reopened_${reopened.outcome}`) });
  };
}
