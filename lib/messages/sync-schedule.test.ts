import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scheduleSync, type SyncRounds } from './sync-schedule';

const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.unstubAllGlobals();
});

function roundsWith(more: Partial<SyncRounds> = {}) {
  const ran: boolean[] = [];
  const rounds: SyncRounds = {
    run: async ({ isRecallsOnly }) => await Promise.resolve(ran.push(isRecallsOnly)),
    retryAt: async () => await Promise.resolve(undefined),
    pause: (look) => ({ first: 1, next: 24, recalls: 8 })[look] * HOUR,
    isPaused: async () => await Promise.resolve(false),
    now: () => NOW,
    ...more,
  };
  return { ran, rounds };
}

async function ring(name: string): Promise<void> {
  await fakeBrowser.alarms.onAlarm.trigger({
    name,
    scheduledTime: NOW,
    persistAcrossSessions: false,
  });
  await new Promise((done) => {
    setTimeout(done, 5);
  });
}

async function dueIn(name: string): Promise<number> {
  return ((await fakeBrowser.alarms.get(name))?.scheduledTime ?? Number.NaN) - NOW;
}

test('the first look is set once, however often the background starts', async () => {
  const { rounds } = roundsWith();
  scheduleSync(rounds);
  await vi.waitFor(async () => expect(await dueIn('sync')).toBe(HOUR));

  scheduleSync({ ...rounds, now: () => NOW + HOUR / 2 });
  await new Promise((done) => {
    setTimeout(done, 5);
  });

  expect(await dueIn('sync')).toBe(HOUR);
  expect(await dueIn('sync-recalls')).toBe(HOUR);
});

test('a look sets the next one before its work', async () => {
  const { rounds, ran } = roundsWith({ run: async () => await Promise.reject(new Error('ended')) });
  scheduleSync(rounds);

  await ring('sync');

  expect(await dueIn('sync')).toBe(24 * HOUR);
  expect(ran).toEqual([]);
});

test('what failed is tried again sooner', async () => {
  const { rounds } = roundsWith({
    retryAt: async () => await Promise.resolve(NOW + HOUR / 4),
  });
  scheduleSync(rounds);

  await ring('sync');

  expect(await dueIn('sync')).toBe(HOUR / 4);
});

test('recalls have an alarm of their own', async () => {
  const { rounds, ran } = roundsWith();
  scheduleSync(rounds);

  await ring('sync-recalls');

  expect(ran).toEqual([true]);
  expect(await dueIn('sync-recalls')).toBe(8 * HOUR);
});

test.for([{ saveData: true }, { type: 'cellular' }])(
  'where bytes are dear (%o) only recalls are looked for',
  async (connection) => {
    vi.stubGlobal('navigator', { connection });
    const { rounds, ran } = roundsWith();
    scheduleSync(rounds);

    await ring('sync');

    expect(ran).toEqual([true]);
  },
);

test('nothing is asked for while the reader has paused updates', async () => {
  const { rounds, ran } = roundsWith({ isPaused: async () => await Promise.resolve(true) });
  scheduleSync(rounds);

  await ring('sync');
  await ring('sync-recalls');

  expect(ran).toEqual([]);
});
