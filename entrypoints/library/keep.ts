import type { CopiesView } from '@/components/library/library-view';
import { troubleWords } from '@/components/shared/trouble-words';
import { plural, words } from '@/components/shared/words';
import { ask } from '@/lib/messages/ask';
import { askForDownloads } from '@/lib/messages/downloads';
import {
  changeLibraryChoices,
  type LibraryChoices,
  readLibraryChoices,
} from '@/lib/storage/library-choices';
import { keeper } from './library-desk';

/** Notes that the library is there, and asks the browser, once something is in it, to keep it. */
export async function rememberLibrary(count: number): Promise<void> {
  await keeper.remember();
  const { isPersisted } = await readLibraryChoices();
  if (count === 0 || isPersisted !== undefined) return;
  await changeLibraryChoices({ isPersisted: await navigator.storage.persist() });
}

/** Sets how often a copy goes to the downloads folder, where it is given; the browser asks the reader first. */
export async function schedule(backupDays?: number): Promise<CopiesView> {
  if (backupDays === undefined) return viewOf(await readLibraryChoices());
  if (backupDays > 0 && !(await askForDownloads())) return await refused();
  return {
    ...viewOf(await changeLibraryChoices({ backupDays })),
    told: words('libraryScheduled'),
  };
}

/** Puts a copy into the downloads folder now. */
export async function copyNow(): Promise<CopiesView> {
  if (!(await askForDownloads())) return await refused();
  try {
    const files = await ask('copyLibrary');
    const told = files === 0 ? words('libraryNothingToCopy') : plural('libraryCopiedOut', files);
    return { ...viewOf(await readLibraryChoices()), told };
  } catch (error) {
    const told = words('libraryCopyFailed', troubleWords(error));
    return { ...viewOf(await readLibraryChoices()), told };
  }
}

async function refused(): Promise<CopiesView> {
  return { ...viewOf(await readLibraryChoices()), told: words('libraryCopiesRefused') };
}

function viewOf({ backupDays, copies, isPersisted }: LibraryChoices): CopiesView {
  const last = copies.at(-1)?.at;
  return {
    days: backupDays,
    ...(last === undefined ? {} : { last }),
    ...(isPersisted === undefined ? {} : { isPersisted }),
  };
}
