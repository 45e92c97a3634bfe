import { browser } from 'wxt/browser';
import * as v from 'valibot';
import type { LibraryMark } from '@/lib/collections/library-health';

/** Where the mark is kept: with the settings, which the browser never evicts with the databases. */
export type MarkStore = {
  read(): Promise<LibraryMark | undefined>;
  write(mark: LibraryMark): Promise<void>;
};

const KEY = 'libraryMark';
const stored = v.object({ library: v.string(), items: v.number(), at: v.number() });

export function openMark(): MarkStore {
  return {
    read: async () => {
      const found = (await browser.storage.local.get(KEY))[KEY];
      return v.is(stored, found) ? found : undefined;
    },
    write: async (mark) => await browser.storage.local.set({ [KEY]: mark }),
  };
}
