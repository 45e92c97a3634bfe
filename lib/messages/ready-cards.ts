import { browser } from 'wxt/browser';
import type { Opened } from '@/lib/reading/look-ahead';
import type { ReadingRoom } from '@/lib/reading/reading-room';
import type { Sender } from './serve';

/** The answer that the page waits for goes out before this begins. */
const FIRST_MS = 100;

/** The tab that a question came from, as it was then. */
type Tab = NonNullable<Sender['tab']>;

/**
 * Gets the cards of the article opened last ready, as long as its tab stays on it. Another article
 * ends the work for the one before: the reader has turned to it.
 */
export function readyCards(
  room: Pick<ReadingRoom, 'getReady'>,
): (opened: Opened, tab: Tab | undefined) => void {
  let latest = 0;
  return (opened, tab) => {
    const own = (latest += 1);
    const turns = {
      pause: async () => await pause(0),
      isWanted: async () => latest === own && (await isThere(tab)),
    };
    // What cannot be read now is told by the card that is opened.
    pause(FIRST_MS)
      .then(async () => await room.getReady(opened, turns))
      .catch(() => undefined);
  };
}

async function pause(ms: number): Promise<void> {
  await new Promise<void>((done) => {
    setTimeout(done, ms);
  });
}

/**
 * Whether a tab still shows what it showed. It is asked, for a worker that ends while it listens to
 * tabs is woken for every one of them.
 */
async function isThere(tab: Tab | undefined): Promise<boolean> {
  if (tab?.id === undefined) return true;
  return await browser.tabs.get(tab.id).then(
    ({ url }) => url === tab.url,
    () => false,
  );
}
