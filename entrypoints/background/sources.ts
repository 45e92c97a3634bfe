import { refreshAllReaders } from '@/lib/messages/background-tabs';
import { newsOfSync } from '@/lib/messages/sync-news';
import { mayFetch, type SyncRounds } from '@/lib/messages/sync-schedule';
import type { DatasetDatabase } from '@/lib/storage/dataset-database';
import type { DatasetStore } from '@/lib/storage/holdings';
import { readSettings } from '@/lib/storage/settings-store';
import { openSourcesStore } from '@/lib/storage/sources-store';
import { restoreSubscriptions } from '@/lib/storage/subscription-list';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { ALL_GUARDS } from '@/lib/sync/guards';
import { SyncDesk } from '@/lib/sync/sources-desk';
import { pauseBefore } from '@/lib/sync/sync';

/** What the reader can do with sources; nothing is opened before something is asked. */
export function deskOver(datasets: DatasetStore, now: () => number): SyncDesk {
  let opened: Promise<DatasetDatabase> | undefined;
  const reinstall = async (): Promise<boolean> => await datasets.reinstall();
  const database = async (): Promise<DatasetDatabase> => await (opened ??= openFor(datasets));
  return new SyncDesk({
    office: async () => ({
      store: openSyncedStore(await database()),
      fetch: async (input, init) => await fetch(input, init),
      now,
      random: Math.random,
      room: async () => await navigator.storage.estimate(),
      guards: ALL_GUARDS,
    }),
    store: async () => openSourcesStore(await database(), { reinstall, now }),
    locks: navigator.locks,
    tell: newsOfSync(),
    changed: refreshAllReaders,
    mayFetch,
  });
}

/** Where the database had to be made anew, what the reader subscribed to comes back first. */
async function openFor(datasets: DatasetStore): Promise<DatasetDatabase> {
  const database = await datasets.database();
  await restoreSubscriptions(database);
  return database;
}

/** What is done on a schedule, at moments that chance chooses. */
export function roundsOf(desk: SyncDesk, now: () => number): SyncRounds {
  return {
    run: async (errand) => await desk.run(errand),
    retryAt: async () => await desk.retryAt(),
    pause: (look) => pauseBefore(look, { random: Math.random }),
    isPaused: async () => (await readSettings()).updatesPaused,
    now,
  };
}
