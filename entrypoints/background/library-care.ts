import type { PageWork } from '@/lib/collections/page-work';
import { mayDownload, putIntoDownloads, removeFromDownloads } from '@/lib/messages/downloads';
import { changeLibraryChoices, readLibraryChoices } from '@/lib/storage/library-choices';
import type { Keeper } from '@/lib/storage/library-keeper';

/** What the background does so that nothing saved is lost. */
export type LibraryCare = {
  /** After every save, whichever way it came. */
  saved(): Promise<void>;
  daily(): Promise<void>;
};

const DAY_MS = 86_400_000;
/** So many copies stay in the downloads folder; older ones of ours are removed. */
const MOST_COPIES = 5;

/** Keeps the library from being lost. */
export function careFor(keeper: Keeper, work: PageWork, now: () => number): LibraryCare {
  return {
    saved: async () => {
      await keeper.remember();
      await askOnce(work);
    },
    daily: async () => {
      await keeper.backUp('daily');
      await keeper.remember();
      await keeper.forget();
      if (await isDue(now())) await copyOut(work, now());
    },
  };
}

/** The browser is asked to keep our data once something of the reader's is in it. */
async function askOnce(work: PageWork): Promise<void> {
  const { isPersisted } = await readLibraryChoices();
  if (isPersisted !== undefined) return;
  await changeLibraryChoices({ isPersisted: await work.persist() });
}

async function isDue(at: number): Promise<boolean> {
  const { backupDays, copies } = await readLibraryChoices();
  const last = copies.at(-1)?.at ?? 0;
  // The alarm comes at no exact hour: a copy of yesterday noon is a day old this morning.
  const age = at - last + DAY_MS / 4;
  return backupDays > 0 && age >= backupDays * DAY_MS && (await mayDownload());
}

/** Puts the whole library into the downloads folder. @returns how many files that took */
export async function copyOut(work: PageWork, at: number): Promise<number> {
  const files = await work.libraryFiles(new Date(at).toISOString().slice(0, 10));
  try {
    const ids: number[] = [];
    for (const file of files) ids.push(await putIntoDownloads(file));
    if (ids.length > 0) await rollOn({ at, ids });
  } finally {
    await work.release(files.map(({ url }) => url));
  }
  return files.length;
}

/** Only once the new copy is whole are the oldest removed. */
async function rollOn(copied: { readonly at: number; readonly ids: number[] }): Promise<void> {
  const copies = [...(await readLibraryChoices()).copies, copied];
  await changeLibraryChoices({ copies: copies.slice(-MOST_COPIES) });
  for (const { ids } of copies.slice(0, -MOST_COPIES)) {
    for (const id of ids) await removeFromDownloads(id);
  }
}
