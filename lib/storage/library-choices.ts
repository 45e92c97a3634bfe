import { browser } from 'wxt/browser';
import * as v from 'valibot';

const choices = v.object({
  url: v.optional(v.string(), ''),
  user: v.optional(v.string(), ''),
  password: v.optional(v.string(), ''),
  passphrase: v.optional(v.string(), ''),
  /** This device's own, for sealing. */
  salt: v.optional(v.array(v.number()), []),
  /** The last exchange with other devices; `problem`: why it did not come off. */
  exchanged: v.optional(v.object({ at: v.number(), problem: v.exactOptional(v.string()) })),
  /** A copy goes to the downloads folder every so many days; 0: never. */
  backupDays: v.optional(v.number(), 0),
  /** The copies there that are still ours to remove, oldest first: when, and the browser's numbers. */
  copies: v.optional(v.array(v.object({ at: v.number(), ids: v.array(v.number()) })), []),
  /** What the browser said when it was asked to keep our data; undefined until then. */
  isPersisted: v.optional(v.boolean()),
});

/** What the reader chose about the library: its other devices, and copies in the downloads folder. */
export type LibraryChoices = Readonly<v.InferOutput<typeof choices>>;

const KEY = 'libraryChoices';

/** What was chosen; what cannot be read is as at first. */
export async function readLibraryChoices(): Promise<LibraryChoices> {
  const read = v.safeParse(choices, (await browser.storage.local.get(KEY))[KEY]);
  return read.success ? read.output : v.parse(choices, {});
}

/** Changes some of the choices. @returns all of them, as they now are. */
export async function changeLibraryChoices(
  change: Partial<LibraryChoices>,
): Promise<LibraryChoices> {
  const next = { ...(await readLibraryChoices()), ...change };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}
