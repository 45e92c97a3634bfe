import type { LibraryHealth } from '@/lib/collections/library-health';
import type { Reopened } from '@/lib/collections/reopened';
import { reopen } from './reopen';
import type { Replies } from './serve';

/** What the background can do with the library beside saving. */
export type LibraryOffice = {
  health(): Promise<LibraryHealth>;
  copyOut(): Promise<number>;
  keepFound(id: string, reopened: Reopened): Promise<void>;
};

/** The answers that concern the library. */
export function libraryReplies({
  library,
  now,
}: {
  readonly library: LibraryOffice;
  readonly now: () => number;
}): Pick<Replies, 'openItem' | 'libraryHealth' | 'copyLibrary'> {
  return {
    openItem: async ({ id, target }) => {
      const reopened = await reopen(target, now);
      if (reopened) await library.keepFound(id, reopened);
      return reopened;
    },
    libraryHealth: async () => await library.health(),
    copyLibrary: async () => await library.copyOut(),
  };
}
