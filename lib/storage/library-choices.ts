import { browser } from 'wxt/browser';
import * as v from 'valibot';

/** What the reader chose about the library: its other devices, and backups to the downloads folder. */
export type LibraryChoices = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly passphrase: string;
  /** Every so many days; 0: never. */
  readonly backupDays: number;
  /** Of the last such backup, milliseconds since 1970. */
  readonly backedUpAt: number;
};

const KEY = 'libraryChoices';
const NONE: LibraryChoices = {
  url: '',
  user: '',
  password: '',
  passphrase: '',
  backupDays: 0,
  backedUpAt: 0,
};
const stored = v.object({
  url: v.string(),
  user: v.string(),
  password: v.string(),
  passphrase: v.string(),
  backupDays: v.number(),
  backedUpAt: v.number(),
});

/** What was chosen; what cannot be read is as at first. */
export async function readLibraryChoices(): Promise<LibraryChoices> {
  const found = (await browser.storage.local.get(KEY))[KEY];
  return v.is(stored, found) ? found : NONE;
}

/** Changes some of the choices. @returns all of them, as they now are. */
export async function changeLibraryChoices(
  change: Partial<LibraryChoices>,
): Promise<LibraryChoices> {
  const next = { ...(await readLibraryChoices()), ...change };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}
