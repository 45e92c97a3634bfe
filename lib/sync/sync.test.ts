// @vitest-environment node
import 'fake-indexeddb/auto';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatasetDatabase } from '@/lib/storage/dataset-database';
import { dice } from '@/test/support/dice';
import { idOf } from '@/test/support/records';
import { copyOf } from '@/test/support/stored-copies';
import {
  addressOf,
  fetchFrom,
  HARBOUR_URL,
  officeOf,
  seen,
  subscribed,
  SyncHarbour,
} from '@/test/support/sync-harbour';
import { NOW } from '@/test/support/tuf-world';
import { ALL_GUARDS } from './guards';
import { backoff, pauseBefore, syncAll } from './sync';

/** The lock of one browser profile. */
function profile(): Pick<LockManager, 'request'> {
  let isHeld = false;
  const request = async (
    _name: string,
    _options: LockOptions,
    run: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (isHeld) return await run(null);
    isHeld = true;
    try {
      return await run({ name: 'dataset-sync', mode: 'exclusive' });
    } finally {
      isHeld = false;
    }
  };
  return { request } as Pick<LockManager, 'request'>;
}

const at = (edition: number): string => `The harbour is open, ${edition}.`;

test('the first run brings the newest edition, the second finds nothing to do', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  const office = officeOf(database, fetchFrom(harbour.files));

  const first = await syncAll(office, profile());
  const second = await syncAll(office, profile());

  expect(first).toEqual(new Map([['harbour', { kind: 'updated', edition: 1 }]]));
  expect(second).toEqual(new Map([['harbour', { kind: 'current' }]]));
  expect(await seen(database)).toContain(at(1));
});

test('a later edition replaces the one before', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  const office = officeOf(database, fetchFrom(harbour.files));
  await syncAll(office, profile());

  harbour.publish(2);
  await syncAll(office, profile());

  const words = await seen(database);
  expect(words).toContain(at(2));
  expect(words.length).toBe(81);
});

test('recalled records are hidden, and seen again when the recall is taken back', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  const office = officeOf(database, fetchFrom(harbour.files));
  const look = async (): Promise<boolean> => {
    await syncAll(office, profile(), { isRecallsOnly: true });
    return (await seen(database)).includes(at(1));
  };

  await syncAll(office, profile());
  const before = await look();
  harbour.publish(1, [idOf('statement', 'open')]);
  const recalled = await look();
  harbour.publish(1);
  const after = await look();

  expect([before, recalled, after]).toEqual([true, false, true]);
});

/** Three contexts of one profile start a look at about the same time. @returns runs in which work was done twice */
async function doneTwice(runs: number, lockOf: typeof profile): Promise<readonly number[]> {
  const harbour = new SyncHarbour(8);
  const random = dice(20_261_128);
  const twice: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const asked: string[] = [];
    const serve = fetchFrom(harbour.files, undefined, asked);
    const slow: typeof fetch = async (...given) => {
      await setTimeout(random(4));
      return await serve(...given);
    };
    const { name } = await subscribed(harbour);
    const contexts = await Promise.all([1, 2, 3].map(async () => await openDatasetDatabase(name)));
    const locks = lockOf();
    await Promise.all(
      contexts.map(async (database) => {
        await setTimeout(random(3));
        return await syncAll(officeOf(database, slow), locks);
      }),
    );
    const objects = asked.filter((path) => path.startsWith('o/'));
    if (objects.length !== new Set(objects).size) twice.push(run);
    for (const database of contexts) expect((await seen(database)).length).toBe(9);
    for (const database of contexts) database.close();
  }
  return twice;
}

test('contexts that start together do the work once, fifty times over', async () => {
  expect(await doneTwice(50, profile)).toEqual([]);
});

function nobodyWaits(): ReturnType<typeof profile> {
  return {
    request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
      await run({}),
  } as unknown as ReturnType<typeof profile>;
}

test('without the lock they are found doing it twice', async () => {
  expect(await doneTwice(3, nobodyWaits)).not.toEqual([]);
});

test('where there is no room nothing is fetched and nothing lost; with room it goes on', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  await syncAll(officeOf(database, fetchFrom(harbour.files)), profile());
  harbour.publish(2);
  let quota = 1000;
  const office = officeOf(database, fetchFrom(harbour.files), {
    room: async () => await Promise.resolve({ usage: 990, quota }),
  });

  const full = await syncAll(office, profile());
  const words = await seen(database);
  quota = 1e9;
  const roomy = await syncAll(office, profile());

  expect(full).toMatchObject(new Map([['harbour', { kind: 'full' }]]));
  expect(words).toContain(at(1));
  expect(roomy).toEqual(new Map([['harbour', { kind: 'updated', edition: 2 }]]));
});

test('another mirror is asked where one fails', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  await database.datasets.update('harbour', { urls: ['https://gone.example/', HARBOUR_URL] });
  const serve = fetchFrom(harbour.files);
  const office = officeOf(database, async (input, init) =>
    addressOf(input).startsWith(HARBOUR_URL)
      ? await serve(input, init)
      : new Response('', { status: 503 }),
  );

  const report = await syncAll(office, profile());

  expect(report).toEqual(new Map([['harbour', { kind: 'updated', edition: 1 }]]));
});

test('after a failure it waits, as long as the host asks; the reader need not', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  const headers = { 'retry-after': '7200' };
  const busy = (): Response => new Response('', { status: 429, headers });
  await syncAll(officeOf(database, fetchFrom(harbour.files, busy)), profile());
  const office = officeOf(database, fetchFrom(harbour.files));

  const soon = await syncAll(office, profile());
  const asked = await syncAll(office, profile(), { isAsked: true });

  expect((await database.jobs.get('harbour'))?.nextAt).toBe(NOW);
  expect(soon).toEqual(new Map());
  expect(asked).toEqual(new Map([['harbour', { kind: 'updated', edition: 1 }]]));
});

const random = (): number => 0.5;

test('pauses grow from a quarter of an hour to a day', () => {
  const minutes = [1, 2, 3, 20].map(
    (attempts) => backoff(attempts, undefined, { random }) / 60_000,
  );

  expect(minutes).toEqual([15, 30, 60, 1440]);
  expect(backoff(1, 9_000_000, { random })).toBe(9_000_000);
});

test.for([
  ['first', 1, 30],
  ['next', 20 * 60, 28 * 60],
  ['recalls', 7 * 60, 9 * 60],
] as const)('the %s look comes after %d to %d minutes', ([look, least, most]) => {
  const ends = [0, 1].map((chance) => pauseBefore(look, { random: () => chance }) / 60_000);

  expect(ends).toEqual([least, most]);
});

test.for([-10 * 365, -1, 1, 10 * 365])(
  'a clock that is off by %d days loses nothing',
  async (days) => {
    const harbour = new SyncHarbour();
    const database = await subscribed(harbour);
    const office = officeOf(database, fetchFrom(harbour.files));
    await syncAll(office, profile());
    harbour.publish(2);
    const wrong = officeOf(database, fetchFrom(harbour.files), {
      now: () => NOW + days * 86_400_000,
    });

    await syncAll(wrong, profile(), { isAsked: true });
    const between = await seen(database);
    await syncAll(office, profile(), { isAsked: true });

    expect(between.includes(at(1)) !== between.includes(at(2))).toBe(true);
    expect(await seen(database)).toContain(at(2));
  },
);

test.for([-10 * 365, -1, 1, 10 * 365])(
  'a clock that jumps by %d days in the middle of a run leaves the old edition or the new one',
  async (days) => {
    const harbour = new SyncHarbour(8);
    const before = await subscribed(harbour);
    await syncAll(officeOf(before, fetchFrom(harbour.files)), profile());
    await harbour.publishNext(2);
    const looks: boolean[] = [];
    for (let moment = 0; moment < 8; moment += 1) {
      const database = await copyOf(before);
      let calls = 0;
      const now = (): number => NOW + ((calls += 1) > moment ? days * 86_400_000 : 0);
      await syncAll(officeOf(database, fetchFrom(harbour.files), { now }), profile(), {
        isAsked: true,
      });
      const between = await seen(database);
      await syncAll(officeOf(database, fetchFrom(harbour.files)), profile(), { isAsked: true });
      looks.push(between.includes(at(1)) !== between.includes(at(2)));
      looks.push((await seen(database)).includes(at(2)));
    }

    expect(looks.filter((isRight) => !isRight)).toEqual([]);
  },
);

test('a manifest of another edition is refused, thanks to its guard', async () => {
  const outcomes = await Promise.all(
    [ALL_GUARDS, { ...ALL_GUARDS, manifests: false }].map(async (guards) => {
      const harbour = new SyncHarbour();
      const database = await subscribed(harbour);
      const catalog = JSON.parse(
        Buffer.from(harbour.files.get('catalog.json') ?? []).toString(),
      ) as {
        packs: { edition: number }[];
      };
      catalog.packs = catalog.packs.map((pack) => ({ ...pack, edition: 7 }));
      harbour.publishCatalog(Buffer.from(JSON.stringify(catalog)));
      const report = await syncAll(
        officeOf(database, fetchFrom(harbour.files), { guards }),
        profile(),
      );
      return report === 'busy' ? report : report.get('harbour')?.kind;
    }),
  );

  expect(outcomes).toEqual(['failed', 'updated']);
});

/** What a look asks for, by the clock or by the reader, after the looks before it. */
async function asksFor(
  harbour: SyncHarbour,
  looks: readonly ('scheduled' | 'asked' | 'recalls' | (() => unknown))[],
): Promise<readonly string[]> {
  const database = await subscribed(harbour);
  const asked: string[] = [];
  const office = officeOf(database, fetchFrom(harbour.files, undefined, asked));
  for (const look of ['asked', ...looks] as const) {
    asked.length = 0;
    if (typeof look === 'function') await look();
    else {
      const errand = { isAsked: look === 'asked', isRecallsOnly: look === 'recalls' };
      await syncAll(office, profile(), errand);
    }
  }
  return asked;
}

test('where nothing changed a daily look is one request, and one for recalls is one', async () => {
  const harbour = new SyncHarbour();

  expect(await asksFor(harbour, ['scheduled'])).toEqual(['timestamp.json']);
  expect(await asksFor(harbour, ['recalls'])).toEqual(['recalls/timestamp.json']);
  expect(await asksFor(harbour, ['asked'])).toEqual(['timestamp.json', 'recalls/timestamp.json']);
});

test('a timestamp that was only signed anew is still one request', async () => {
  const harbour = new SyncHarbour();

  const asked = await asksFor(harbour, [
    () => harbour.publishTimestamp(),
    'scheduled',
    () => harbour.publishTimestamp(),
    'scheduled',
  ]);

  expect(asked).toEqual(['timestamp.json']);
});

test('a small edition is one request beyond the metadata', async () => {
  const harbour = new SyncHarbour();

  const asked = await asksFor(harbour, [async () => await harbour.publishNext(2), 'scheduled']);

  expect(asked.map(withoutHash)).toEqual([
    'timestamp.json',
    '2.root.json',
    'N.snapshot.json',
    'N.targets.json',
    't/H.catalog.json',
    't/H.main.json',
  ]);
});

function withoutHash(path: string): string {
  return path.replace(/[0-9a-f]{64}/u, 'H').replace(/^\d+\.([st])/u, 'N.$1');
}

test('recalls wait for their own hour only once they were read', async () => {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  harbour.publish(1, [idOf('statement', 'open')]);
  const cut = officeOf(
    database,
    fetchFrom(harbour.files, (path) => {
      if (path.startsWith('recalls/')) throw new Killed();
      return undefined;
    }),
  );
  const store = { ...cut.store, keepJob: killed };
  await syncAll({ ...cut, store }, profile()).catch(() => undefined);

  await syncAll(officeOf(database, fetchFrom(harbour.files)), profile());

  expect((await seen(database)).filter((text) => text.startsWith('The harbour'))).toEqual([]);
});

class Killed extends Error {}

async function killed(): Promise<never> {
  return await Promise.reject(new Killed());
}

test('what a cut-off run left behind is caught up with, thanks to its guard', async () => {
  const outcomes = await Promise.all(
    [ALL_GUARDS, { ...ALL_GUARDS, editions: false }].map(async (guards) => {
      const harbour = new SyncHarbour();
      const database = await subscribed(harbour);
      const office = officeOf(database, fetchFrom(harbour.files), { guards });
      await syncAll(office, profile());
      harbour.publish(2);
      const cut = fetchFrom(harbour.files, (path) =>
        path.startsWith('t/') ? new Response('', { status: 500 }) : undefined,
      );
      await syncAll({ ...office, fetch: cut }, profile());
      await syncAll(office, profile(), { isAsked: true });
      return (await seen(database)).includes(at(2));
    }),
  );

  expect(outcomes).toEqual([true, false]);
});
