import type { LibraryWishes } from '@/components/library/library-view';
import { plural, words } from '@/components/shared/words';
import { textFragmentLink } from '@/lib/collections/text-fragment';
import { changedSince, reopenItem } from './changed-since';
import { exchangeDevices } from './devices';
import { collectionWishes, doneWith } from './collection-wishes';
import { exportFiles } from './export-files';
import { type CourseSetter, previewOf } from './imports';
import { readFiles } from './read-files';
import { copyNow, schedule } from './keep';
import { backupsThere, keeper, library } from './library-desk';
import { mergeTwins } from './merge-twins';
import { recheckHealth } from './use-index';
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
    onOpen: ({ id, target }) => void reopenItem({ id, target }, tell),
    onCopyLink: ({ target }) =>
      void navigator.clipboard
        .writeText(textFragmentLink(target))
        .then(say(words('libraryCopied'))),
    onChange: (ids, change) =>
      void done(plural('libraryChanged', ids.length), library.update(ids, change)),
    onRemove: (ids) => void done(plural('libraryRemoved', ids.length), library.remove(ids)),
    onMergeTwins: () => void done(words('libraryMerged'), mergeTwins()),
    ...collectionWishes(done, setQuery),
    onExport: (format, wanted = {}) => void exportFiles(format, wanted, { setCourse, tell }),
    onSinceSaved: changedSince,
    onReadFiles: async (files, taking) => await readFiles(files, { setCourse, tell }, taking),
    onBackups: backupsThere,
    onReadBackup: async (number) =>
      await previewOf(await keeper.readBackup(number), { setCourse, tell }, 'restore'),
    onLetBe: () => void keeper.letBe().then(recheckHealth),
    onSchedule: schedule,
    onCopyNow: copyNow,
    onDevices: exchangeDevices,
  };
}
