// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { packTree } from '@/lib/dataset/tree-file';
import type { SourceFrom, SourcePreview, SourceProgress } from '@/lib/dataset/source-state';
import { openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { openSourcesStore } from '@/lib/storage/sources-store';
import { restoreSubscriptions } from '@/lib/storage/subscription-list';
import { idOf } from '@/test/support/records';
import {
  addressOf,
  fetchFrom,
  HARBOUR_URL,
  officeOf,
  seen,
  SyncHarbour,
} from '@/test/support/sync-harbour';
import { NOW } from '@/test/support/tuf-world';
import { type DeskOutside, SyncDesk } from './sources-desk';
import type { SyncOffice } from './sync-office';

const HERE: SourceFrom = { kind: 'address', typed: HARBOUR_URL };
let databases = 0;

type Choices = Partial<SyncOffice> &
  Pick<Partial<DeskOutside>, 'mayFetch'> & { readonly reinstall?: () => Promise<boolean> };

/** A reader with nothing but a desk, and what is told while it works. */
async function newDesk(fetchFile: typeof fetch, choices: Choices = {}) {
  const { mayFetch = yes, reinstall = no, ...more } = choices;
  const database = await openDatasetDatabase(`desk-${(databases += 1)}`);
  const told: (SourceProgress | undefined)[] = [];
  const switched = { times: 0 };
  const desk = new SyncDesk({
    office: async () => await Promise.resolve(officeOf(database, fetchFile, more)),
    store: async () =>
      await Promise.resolve(openSourcesStore(database, { reinstall, now: () => NOW })),
    locks: {
      request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
        await run({}),
    } as unknown as Pick<LockManager, 'request'>,
    tell: (progress) => void told.push(progress),
    changed: async () => {
      switched.times += 1;
      await Promise.resolve();
    },
    mayFetch,
  });
  return { desk, database, told, switched };
}

async function yes(): Promise<boolean> {
  return await Promise.resolve(true);
}

async function no(): Promise<boolean> {
  return await Promise.resolve(false);
}

async function fails(): Promise<never> {
  return await Promise.reject(new TypeError('failed'));
}

async function previewed(desk: SyncDesk, from: SourceFrom = HERE): Promise<SourcePreview> {
  const preview = await desk.preview(from);
  if (!preview.ok) throw new Error(preview.problem);
  return preview.value;
}

/** A yes to all that was shown. */
function agreed({ fingerprint }: SourcePreview): { readonly fingerprint: string } {
  return { fingerprint };
}

test('a preview shows what is offered and keeps nothing', async () => {
  const { desk, database } = await newDesk(fetchFrom(new SyncHarbour().files));

  const preview = await previewed(desk);

  expect(preview).toMatchObject({ id: 'harbour', edition: 1, standing: 'new', licence: 'CC0-1.0' });
  expect(preview.packs).toMatchObject([
    { pack: 'main', title: { en: 'Main' }, counts: { statements: 41, entities: 3 } },
  ]);
  expect(preview.samples).toHaveLength(5);
  expect(preview.samples[0]).toMatchObject({
    speaker: 'Ada Marsh',
    source: { title: expect.any(String) as string },
  });
  expect(preview.hosts.length).toBeGreaterThan(0);
  expect(await database.datasets.count()).toBe(0);
  expect(await database.tuf.count()).toBe(0);
});

test('a yes fetches the first edition and tells how far it is', async () => {
  const { desk, database, told, switched } = await newDesk(fetchFrom(new SyncHarbour().files));
  const { fingerprint } = await previewed(desk);

  const outcome = await desk.subscribe(HERE, { fingerprint });

  expect(outcome).toEqual({ ok: true, value: 'updated' });
  expect(await seen(database)).toContain('The harbour is open, 1.');
  const steps = told.map((each) => each?.step);
  expect([...new Set(steps)]).toEqual(['looking', 'fetching', 'checking', undefined]);
  expect(switched.times).toBe(1);
});

test('cards are told where the publisher is reached', async () => {
  const { desk, database } = await newDesk(fetchFrom(new SyncHarbour().files));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));

  const labels = await openShelf(database).datasets();

  expect(labels).toMatchObject([{ id: 'harbour', homepage: 'https://watch.example/' }]);
});

test('a later edition comes when it is asked for', async () => {
  const harbour = new SyncHarbour();
  const { desk, database } = await newDesk(fetchFrom(harbour.files));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  harbour.publish(2);

  const word = await desk.check('harbour');

  expect(word).toBe('updated');
  expect(await seen(database)).toContain('The harbour is open, 2.');
});

test('a look that found everything current is not repeated within a minute', async () => {
  const asked: string[] = [];
  const harbour = new SyncHarbour();
  const { desk } = await newDesk(fetchFrom(harbour.files, undefined, asked));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  await desk.check('harbour');
  const before = asked.length;

  const word = await desk.check('harbour');

  expect(word).toBe('current');
  expect(asked.length).toBe(before);
});

test('another key under the same name is shown as such, and a yes to it refused', async () => {
  let harbour = new SyncHarbour();
  const { desk, database } = await newDesk(
    async (input, init) => await fetchFrom(harbour.files)(input, init),
  );
  const { fingerprint } = await previewed(desk);
  await desk.subscribe(HERE, { fingerprint });
  harbour = new SyncHarbour();

  const preview = await previewed(desk);
  const outcome = await desk.subscribe(HERE, agreed(preview));

  expect(preview).toMatchObject({ standing: 'other-key', heldFingerprint: fingerprint });
  expect(outcome).toEqual({ ok: false, problem: 'other-key' });
  expect((await database.datasets.get('harbour'))?.fingerprint).toBe(fingerprint);
});

test('a key that changed between the preview and the yes is refused', async () => {
  let harbour = new SyncHarbour();
  const { desk, database } = await newDesk(
    async (input, init) => await fetchFrom(harbour.files)(input, init),
  );
  const { fingerprint } = await previewed(desk);
  harbour = new SyncHarbour();

  const outcome = await desk.subscribe(HERE, { fingerprint });

  expect(outcome).toEqual({ ok: false, problem: 'other-fingerprint' });
  expect(await database.datasets.count()).toBe(0);
});

test('an invitation that names another key stops at once', async () => {
  const { desk } = await newDesk(fetchFrom(new SyncHarbour().files));
  const invitation = btoa(JSON.stringify({ url: HARBOUR_URL, fingerprint: 'ab'.repeat(32) }));

  const preview = await desk.preview({
    kind: 'address',
    typed: `https://on-record.example/subscribe#${invitation.replaceAll('=', '')}`,
  });

  expect(preview).toEqual({ ok: false, problem: 'other-fingerprint' });
});

test('a dataset with the name of a built-in one cannot be added', async () => {
  const { desk, database } = await newDesk(fetchFrom(new SyncHarbour().files));
  await database.datasets.put({
    id: 'harbour',
    title: { en: 'Harbour' },
    edition: 1,
    trust: 'built-in',
    urls: [],
    changedAt: NOW,
  });

  const preview = await previewed(desk);
  const outcome = await desk.subscribe(HERE, agreed(preview));

  expect(preview.standing).toBe('built-in');
  expect(outcome).toEqual({ ok: false, problem: 'built-in' });
});

test('fifty subscriptions are enough', async () => {
  const { desk, database } = await newDesk(fetchFrom(new SyncHarbour().files));
  const one = { title: {}, edition: 0, trust: 'subscribed', urls: [], changedAt: 0 } as const;
  await database.datasets.bulkPut(
    Array.from({ length: 50 }, (_each, at) => Object.assign({ id: `other-${at}` }, one)),
  );
  const { fingerprint } = await previewed(desk);

  expect(await desk.subscribe(HERE, { fingerprint })).toEqual({ ok: false, problem: 'too-many' });
});

test('all together may not take more than 200 MB: no yes, and no later edition', async () => {
  const harbour = new SyncHarbour();
  const { desk, database } = await newDesk(fetchFrom(harbour.files));
  const { fingerprint } = await previewed(desk);
  await desk.subscribe(HERE, { fingerprint });
  const own = await database.packs.get(['harbour', 'main']);
  if (!own) throw new Error('there is no pack');
  const object = { sha256: 'ab'.repeat(32), bytes: 512 * 1024, raw: 0 };
  const shards = Array.from({ length: 400 }, () => object);
  await database.packs.put({ ...own, dataset: 'other', base: { ...own.base, shards } });
  await database.datasets.put({
    id: 'other',
    title: {},
    edition: 1,
    trust: 'built-in',
    urls: [],
    changedAt: 0,
  });
  harbour.publish(2);

  const later = await desk.check('harbour');
  await desk.remove('harbour');
  const anew = await desk.subscribe(HERE, { fingerprint });

  expect(later).toBe('over-limit');
  expect(anew).toEqual({ ok: false, problem: 'over-limit' });
});

test('what is stopped is told so, and keeps what it had', async () => {
  const harbour = new SyncHarbour();
  let serve = fetchFrom(harbour.files);
  const { desk, database } = await newDesk(async (input, init) => {
    const answer = await serve(input, init);
    init?.signal?.throwIfAborted();
    return answer;
  });
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  harbour.publish(2);
  await database.packs.update(['harbour', 'main'], { damaged: true });
  await database.objects.clear();
  serve = fetchFrom(harbour.files, (path) => {
    if (path.startsWith('o/')) desk.stop();
    return undefined;
  });

  const word = await desk.check('harbour');
  const { sources } = await desk.list();
  serve = fetchFrom(harbour.files);

  expect(word).toBe('stopped');
  expect(sources[0]).toMatchObject({ edition: 1, last: { word: 'stopped' } });
  expect(await desk.check('harbour')).toBe('updated');
});

test('a file is read by the same checks, without any request', async () => {
  const harbour = new SyncHarbour();
  const asked: string[] = [];
  const zip = packTree(harbour.files);
  const { desk, database } = await newDesk(async (input) => {
    asked.push(addressOf(input));
    return await Promise.resolve(new Response(Uint8Array.from(zip)));
  });
  const file: SourceFrom = { kind: 'file', name: 'harbour.zip', blob: 'https://blob.example/1' };

  const { fingerprint, urls } = await previewed(desk, file);
  const outcome = await desk.subscribe(file, { fingerprint });

  expect(urls).toEqual([]);
  expect(outcome).toEqual({ ok: true, value: 'updated' });
  expect(await seen(database)).toContain('The harbour is open, 1.');
  expect(new Set(asked)).toEqual(new Set(['https://blob.example/1']));
});

test('a file that somebody changed is refused', async () => {
  const harbour = new SyncHarbour();
  const path = [...harbour.files.keys()].find((each) => /^\d+\.targets\.json$/u.test(each)) ?? '';
  harbour.files.set(path, Uint8Array.from([...(harbour.files.get(path) ?? []), 32]));
  const zip = packTree(harbour.files);
  const { desk } = await newDesk(
    async () => await Promise.resolve(new Response(Uint8Array.from(zip))),
  );

  const preview = await desk.preview({ kind: 'file', name: 'x', blob: 'https://blob.example/1' });

  expect(preview).toEqual({ ok: false, problem: 'not-as-signed' });
});

test('a host that may not be asked is told apart from one that does not answer', async () => {
  const refused = await newDesk(fails, { mayFetch: async () => await Promise.resolve(false) });
  const silent = await newDesk(fails);

  expect(await refused.desk.preview(HERE)).toEqual({ ok: false, problem: 'not-permitted' });
  expect(await silent.desk.preview(HERE)).toEqual({ ok: false, problem: 'unreachable' });
});

test('what is paused is left alone by the schedule, and looked at when it is named', async () => {
  const asked: string[] = [];
  const { desk } = await newDesk(fetchFrom(new SyncHarbour().files, undefined, asked));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  await desk.change('harbour', { paused: true });
  const before = asked.length;

  await desk.run({});
  const after = asked.length;
  await desk.check('harbour');

  expect(after).toBe(before);
  expect(asked.length).toBeGreaterThan(after);
});

test('on a metered line only the list of recalls is fetched, and applied', async () => {
  const harbour = new SyncHarbour();
  const asked: string[] = [];
  const { desk, database } = await newDesk(fetchFrom(harbour.files, undefined, asked));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  harbour.publish(2, [idOf('statement', 'open')]);
  asked.length = 0;

  await desk.run({ isRecallsOnly: true });
  const { sources } = await desk.list();

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => !path.startsWith('recalls/'))).toEqual([]);
  expect((await seen(database)).filter((text) => text.startsWith('The harbour'))).toEqual([]);
  expect(sources[0]).toMatchObject({ edition: 1, recalled: { privacy: 1 } });
});

test('a damaged object is found and fetched again', async () => {
  const { desk, database } = await newDesk(fetchFrom(new SyncHarbour().files));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  const [first] = await database.objects.toArray();
  await database.objects.update(first?.sha256 ?? '', { bytes: Uint8Array.of(1, 2, 3) });

  const count = await desk.repair();

  expect(count).toBe(1);
  expect(await seen(database)).toContain('The harbour is open, 1.');
  expect((await desk.list()).sources[0]?.packs[0]?.damaged).toBe(false);
});

test('a look, and a repair, put the package right, and open pages are told', async () => {
  let isDamaged = true;
  const mend = async (): Promise<boolean> => {
    const was = isDamaged;
    isDamaged = false;
    return await Promise.resolve(was);
  };
  const { desk, switched } = await newDesk(fails, { reinstall: mend });

  await desk.run({ isRecallsOnly: true });
  const onMetered = isDamaged;
  await desk.check();
  const afterLook = [isDamaged, switched.times];
  isDamaged = true;
  await desk.repair();

  expect(onMetered).toBe(true);
  expect(afterLook).toEqual([false, 1]);
  expect([isDamaged, switched.times]).toEqual([false, 2]);
});

test('a pack that is off shows nothing; what is removed leaves nothing', async () => {
  const { desk, database, switched } = await newDesk(fetchFrom(new SyncHarbour().files));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));

  await desk.change('harbour', { packs: { main: false } });
  const off = await seen(database);
  await desk.change('harbour', { packs: { main: true } });
  const on = await seen(database);
  await desk.remove('harbour');

  expect([off.length, on.length > 0]).toEqual([0, true]);
  expect(switched.times).toBe(4);
  const tables = [database.datasets, database.packs, database.tuf, database.jobs];
  expect(await Promise.all(tables.map(async (table) => await table.count()))).toEqual([0, 0, 0, 0]);
});

test('a database that is made anew gets its subscriptions back, but not what was removed', async () => {
  const { files } = new SyncHarbour();
  const { desk } = await newDesk(fetchFrom(files));
  await desk.subscribe(HERE, await previewed(desk).then(agreed));
  const fresh = await newDesk(fetchFrom(files));
  const back = await restoreSubscriptions(fresh.database);
  const again = await restoreSubscriptions(fresh.database);

  await fresh.desk.run({});
  const words = await seen(fresh.database);
  await fresh.desk.remove('harbour');
  const later = await newDesk(fetchFrom(files));

  expect([back, again]).toEqual([1, 0]);
  expect(words).toContain('The harbour is open, 1.');
  expect(await restoreSubscriptions(later.database)).toBe(0);
});

const TWO_PACKS = [
  { pack: 'main', title: { en: 'Main' } },
  { pack: 'odd', title: { en: 'Odd boats' }, keys: ['odd/'] },
];
const EVEN = 'Boat 2 left in edition 1.';
const ODD = 'Boat 3 left in edition 1.';

describe('a dataset in several packs', () => {
  test('is fetched as far as the reader chose, and the rest when it is asked for', async () => {
    const harbour = new SyncHarbour(40, TWO_PACKS);
    const asked: string[] = [];
    const { desk, database } = await newDesk(fetchFrom(harbour.files, undefined, asked));
    const { fingerprint, packs } = await previewed(desk);
    asked.length = 0;

    await desk.subscribe(HERE, { fingerprint, packs: ['main'] });
    const first = await seen(database);
    const { sources } = await desk.list();
    const manifests = asked.filter((path) => /^t\/.*(?:main|odd)\.json$/u.test(path));
    await desk.change('harbour', { packs: { odd: true } });
    const second = await seen(database);

    expect(packs.map(({ pack }) => pack)).toEqual(['main', 'odd']);
    expect([first.includes(EVEN), first.includes(ODD)]).toEqual([true, false]);
    expect(manifests.filter((path) => path.includes('odd'))).toEqual([]);
    expect(sources[0]?.offered).toMatchObject([{ pack: 'odd', counts: { statements: 20 } }]);
    expect([second.includes(EVEN), second.includes(ODD)]).toEqual([true, true]);
    expect((await desk.list()).sources[0]?.offered).toEqual([]);
  });

  test('brings the later editions of those that were chosen, and of no other', async () => {
    const harbour = new SyncHarbour(40, TWO_PACKS);
    const { desk, database } = await newDesk(fetchFrom(harbour.files));
    await desk.subscribe(HERE, { ...agreed(await previewed(desk)), packs: ['odd'] });
    harbour.publish(2);

    await desk.check('harbour');

    const words = await seen(database);
    expect(words).toContain(ODD.replace('1.', '2.'));
    expect(words.filter((text) => /Boat \d*[02468] /u.test(text))).toEqual([]);
  });

  test('is the same choice after the database was lost', async () => {
    const harbour = new SyncHarbour(40, TWO_PACKS);
    const lost = await newDesk(fetchFrom(harbour.files));
    await lost.desk.subscribe(HERE, { ...agreed(await previewed(lost.desk)), packs: ['odd'] });
    const { desk, database } = await newDesk(fetchFrom(harbour.files));

    await restoreSubscriptions(database);
    await desk.check('harbour');

    expect((await desk.list()).sources[0]?.packs.map(({ pack }) => pack)).toEqual(['odd']);
  });

  test('may be larger than a subscription, as long as what is chosen is not', async () => {
    const harbour = new SyncHarbour(40, TWO_PACKS);
    const catalog = JSON.parse(Buffer.from(harbour.files.get('catalog.json') ?? []).toString()) as {
      packs: { pack: string; bytes: number }[];
    };
    for (const pack of catalog.packs) if (pack.pack === 'odd') pack.bytes = 30 * 1024 * 1024;
    harbour.publishCatalog(Buffer.from(JSON.stringify(catalog)));
    const { desk } = await newDesk(fetchFrom(harbour.files));
    const shown = agreed(await previewed(desk));

    const [all, some] = [
      await desk.subscribe(HERE, shown),
      await desk.subscribe(HERE, { ...shown, packs: ['main'] }),
    ];

    expect(all).toEqual({ ok: false, problem: 'over-limit' });
    expect(some).toEqual({ ok: true, value: 'updated' });
  });
});
