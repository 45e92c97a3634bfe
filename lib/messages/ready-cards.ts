import { browser } from 'wxt/browser';
import type { Opened } from '@/lib/reading/look-ahead';
import type { ReadingRoom } from '@/lib/reading/reading-room';

/** The answer that the page waits for goes out before this begins. */
const FIRST_MS = 100;

/**
 * Gets the cards of the article opened last ready, as long as its tab stays on it. Another article
 * ends the work for the one before: the reader has turned to it.
 */
export function readyCards(
  room: Pick<ReadingRoom, 'getReady'>,
): (opened: Opened, tabId: number | undefined) => void {
  let latest = 0;
  return (opened, tabId) => {
    const own = (latest += 1);
    const tab = watchTab(tabId);
    const turns = {
      pause: async () => await pause(0),
      isWanted: () => latest === own && tab.isThere(),
    };
    // What cannot be read now is told by the card that is opened.
    pause(FIRST_MS)
      .then(async () => await room.getReady(opened, turns))
      .catch(() => undefined)
      .finally(() => tab.end());
  };
}

async function pause(ms: number): Promise<void> {
  await new Promise<void>((done) => {
    setTimeout(done, ms);
  });
}

/** Whether a tab still shows what it showed. */
function watchTab(id: number | undefined): { isThere(): boolean; end(): void } {
  let isThere = true;
  const left = (): void => {
    isThere = false;
  };
  const onRemoved = (tabId: number): void => {
    if (tabId === id) left();
  };
  const onUpdated = (tabId: number, { status }: { readonly status?: string }): void => {
    if (tabId === id && status === 'loading') left();
  };
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.tabs.onUpdated.addListener(onUpdated);
  return {
    isThere: () => isThere,
    end: () => {
      browser.tabs.onRemoved.removeListener(onRemoved);
      browser.tabs.onUpdated.removeListener(onUpdated);
    },
  };
}
