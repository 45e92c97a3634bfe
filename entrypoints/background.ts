import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { memoryShelf } from '@/lib/context/memory-shelf';
import { openPage, refreshAllReaders } from '@/lib/messages/background-tabs';
import { repliesOf } from '@/lib/messages/replies';
import { serve } from '@/lib/messages/serve';
import { noNames } from '@/lib/names/names';
import { readingRoom } from '@/lib/reading/reading-room';
import { openLibrary } from '@/lib/storage/library-store';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';

/** Annotates, finds context, keeps what the reader saves; asleep most of the time. */
export default defineBackground({
  type: 'module',
  main: () => {
    const now = (): number => Date.now();
    const library = openLibrary({ now, newId: () => crypto.randomUUID() });
    const room = readingRoom({
      holdings: async () =>
        await Promise.resolve({ names: noNames, shelf: memoryShelf([]), damaged: false }),
      settings: readSettings,
      library,
      readBefore: async () => await Promise.resolve([]),
      now,
    });
    serve(
      repliesOf({
        room,
        settings: readSettings,
        change: changeSettings,
        datasets: async () => await Promise.resolve([]),
        now,
      }),
    );
    onSettings(() => void refreshAllReaders());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void openPage('welcome');
    });
  },
});
