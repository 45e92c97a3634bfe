import type { Office } from '@/lib/messages/replies';
import { mayFetch } from '@/lib/messages/sync-schedule';
import { pageWork } from '@/lib/messages/unseen-page';
import { openBackups } from '@/lib/storage/library-backups';
import { changeLibraryChoices, readLibraryChoices } from '@/lib/storage/library-choices';
import { type LibraryJournal, openJournal } from '@/lib/storage/library-devices';
import { openKeeper, openLibraryDatabase } from '@/lib/storage/library-keeper';
import { openMark } from '@/lib/storage/library-mark';
import { type Library, openLibrary } from '@/lib/storage/library-store';
import type { Sources } from '@/lib/storage/library-writer';
import { pageWorkOver } from '@/lib/storage/page-work';
import { readSettings } from '@/lib/storage/settings-store';
import { exchangeAndNote, isPlace } from '@/lib/sync/exchange-devices';
import { careFor, copyOut, type LibraryCare } from './library-care';

/** The library, what the background does to keep it, and what it may be asked about it. */
type LibraryHere = {
  readonly library: Library;
  readonly care: LibraryCare;
  readonly office: Office['library'];
  /** Exchanges with the reader's other devices, where there are any and the browser lets us. */
  readonly exchange: () => Promise<void>;
};

/** Opens the library for the background. */
export function libraryHere(sources: Sources): LibraryHere {
  const { now } = sources;
  const backups = openBackups(now);
  const database = openLibraryDatabase(backups);
  const library = openLibrary(sources, database);
  const keeper = openKeeper(sources, { database, backups, mark: openMark() });
  const work = pageWork(pageWorkOver(() => keeper.parts(), now));
  return {
    library,
    care: careFor(keeper, work, now),
    office: {
      health: async () => await keeper.health(),
      copyOut: async () => await copyOut(work, now()),
      keepFound: async (id, reopened) => await library.keepFound(id, reopened),
    },
    exchange: async () => await exchangeWhereWanted(openJournal(sources, database), now),
  };
}

async function exchangeWhereWanted(journal: LibraryJournal, now: () => number): Promise<void> {
  const place = await readLibraryChoices();
  const { updatesPaused } = await readSettings();
  if (updatesPaused || !isPlace(place) || !(await mayFetch(place.url))) return;
  await exchangeAndNote({ read: readLibraryChoices, note: changeLibraryChoices }, journal, { now });
}

/** A way to save after which the library is cared for; what was saved is saved, whatever becomes of that. */
export function saveWithCare<R, A>(
  save: (request: R) => Promise<A>,
  care: LibraryCare,
): (request: R) => Promise<A> {
  return async (request) => {
    const answer = await save(request);
    void care.saved().catch(() => undefined);
    return answer;
  };
}
