import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openPage, refreshAllReaders, startInOpenTabs } from '@/lib/messages/background-tabs';
import { everyDay, everyHour } from '@/lib/messages/every-day';
import { readPackaged } from '@/lib/messages/packaged';
import { repliesOf } from '@/lib/messages/replies';
import { addMenus, serveSaving } from '@/lib/messages/save-selection';
import { serve } from '@/lib/messages/serve';
import { onSitesGranted, plantGate } from '@/lib/messages/site-access';
import { scheduleSync } from '@/lib/messages/sync-schedule';
import type { SaveRequest } from '@/lib/reading/card-view';
import { readingRoom } from '@/lib/reading/reading-room';
import { openDatasetStore } from '@/lib/storage/holdings';
import type { Embedded } from '@/lib/storage/install-embedded';
import { openOwnRecord } from '@/lib/storage/own-record-store';
import { changeSettings, onSettings, readSettings } from '@/lib/storage/settings-store';
import { libraryHere, saveWithCare } from './library-here';
import { deskOver, roundsOf } from './sources';

const now = (): number => Date.now();

/** Annotates, finds context, keeps what the reader saves; asleep most of the time. */
export default defineBackground({
  type: 'module',
  main: () => {
    const sources = { now, newId: (): string => crypto.randomUUID() };
    const { library, care, office, exchange } = libraryHere(sources);
    const embedded = (): Embedded => ({ read: readPackaged, folder: 'datasets', now: now() });
    const datasets = openDatasetStore(embedded);
    const sourcesDesk = deskOver(datasets, now);
    const room = readingRoom({
      holdings: async () => await datasets.holdings(),
      settings: readSettings,
      library,
      ownRecord: openOwnRecord(),
      now,
    });
    const save = saveWithCare(async (request: SaveRequest) => await room.save(request), care);
    serve(
      repliesOf({
        room: { ...room, save },
        library: office,
        settings: readSettings,
        change: changeSettings,
        datasets: async () => await datasets.labels(),
        sources: sourcesDesk,
        now,
      }),
    );
    onSitesGranted(() => void startInOpenTabs());
    onSettings(() => void refreshAllReaders());
    everyDay('back-up', async () => await care.daily());
    everyHour('devices', exchange);
    scheduleSync(roundsOf(sourcesDesk, now));
    serveSaving(save);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void addMenus();
      void plantGate().then(startInOpenTabs);
      if (reason === 'install') void openPage('welcome');
    });
  },
});
