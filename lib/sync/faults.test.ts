// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDatabase } from '@/lib/storage/dataset-database';
import { dice } from '@/test/support/dice';
import { type Fault, type FaultProxy, FAULTS, startFaultProxy } from '@/test/support/fault-proxy';
import { MANY_PACKS } from '@/test/support/published';
import { copyOf, lookOf } from '@/test/support/stored-copies';
import {
  addressOf,
  fetchFrom,
  HARBOUR_URL,
  officeOf,
  subscribed,
  SyncHarbour,
} from '@/test/support/sync-harbour';
import { startTreeServer } from '@/test/support/tree-server';
import { type Outcome, syncDataset } from './sync-dataset';
import type { SyncOffice } from './sync-office';
import type { SyncStore } from './sync-store';

const RUNS = 300;
const BOATS = 12;
/** A reader in a hurry gives up after so many milliseconds, where a real one waits up to a minute. */
const PATIENCE = 300;
let isHurried = false;

let tree: ReadonlyMap<string, Uint8Array> = new Map();
let host: Awaited<ReturnType<typeof startTreeServer>>;
let proxy: FaultProxy;

beforeAll(async () => {
  host = await startTreeServer(() => tree);
  proxy = await startFaultProxy(host.url);
});
afterAll(async () => {
  await proxy.close();
  await host.close();
});

const overNetwork: typeof fetch = async (input, init) => {
  const given = init?.signal ? [init.signal] : [];
  const late = isHurried ? [AbortSignal.timeout(PATIENCE)] : [];
  const signal = AbortSignal.any([...given, ...late]);
  return await fetch(addressOf(input).replace(HARBOUR_URL, proxy.url), { ...init, signal });
};

const onlySubscription = async ({ store }: SyncOffice) => {
  const [subscription] = await store.subscriptions();
  if (!subscription) throw new Error('nobody subscribed');
  return subscription;
};

/** As somebody looks who is before the page of sources: the listing is read too. */
const ASKED = { isAsked: true };

/** One look, over the proxy; `changed` as a test wants its store to be. */
async function lookThrough(
  database: DatasetDatabase,
  changed: Partial<SyncStore> = {},
): Promise<Outcome> {
  const office = officeOf(database, overNetwork);
  const wanting = { ...office, store: { ...office.store, ...changed } };
  return await syncDataset(await onlySubscription(wanting), wanting, ASKED);
}

type Publish = (harbour: SyncHarbour) => void | Promise<void>;

const smallHarbour = (): SyncHarbour => new SyncHarbour(BOATS);
/** Its catalog has a listing; the reader wants one pack of it. */
const largeHarbour = (): SyncHarbour => new SyncHarbour(BOATS, MANY_PACKS);

type Scene = {
  readonly before: DatasetDatabase;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly allowed: readonly string[];
  readonly whole: string;
  readonly requests: number;
};

/** A reader of edition 1 whose publisher has edition 2, and an update that nothing befalls. */
async function sceneOf(publish: Publish, harbour = smallHarbour()): Promise<Scene> {
  const before = await subscribed(harbour, ['main']);
  const office = officeOf(before, fetchFrom(harbour.files));
  await syncDataset(await onlySubscription(office), office, ASKED);
  await publish(harbour);
  tree = harbour.files;
  proxy.spoil(Number.NaN);
  const copy = await copyOf(before);
  const outcome = await lookThrough(copy);
  if (outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  const whole = await lookOf(copy.name);
  const allowed = [await lookOf(before.name), whole];
  return { before, files: tree, whole, allowed, requests: proxy.count() };
}

const next: Publish = async (harbour) => await harbour.publishNext(2);
const PUBLISHED: readonly (readonly [Publish, () => SyncHarbour])[] = [
  [(harbour) => harbour.publish(2), smallHarbour],
  [next, smallHarbour],
  [next, largeHarbour],
];

/** What a test changes about a store. */
type Changed = (database: DatasetDatabase) => Partial<SyncStore>;

/** One run: a copy of the scene's reader looks while one request meets a fault, and then again. */
async function runWith(
  scene: Scene,
  fault: Fault,
  { which, at, changed }: { which: number; at: number; changed: Changed },
) {
  tree = scene.files;
  const reader = await copyOf(scene.before);
  proxy.spoil(which, fault, at);
  isHurried = true;
  const outcome = await lookThrough(reader, changed(reader));
  isHurried = false;
  const isMet = proxy.count() > which;
  const between = await lookOf(reader.name);
  proxy.spoil(Number.NaN);
  await lookThrough(reader);
  reader.close();
  const isStuck = (await lookOf(reader.name)) !== scene.whole;
  return { ends: outcome.kind, isMet, isMixed: !scene.allowed.includes(between), isStuck };
}

/** Looks again and again, each time with another fault at another request. */
async function runsWithFaults(runs: number, changed: Changed = () => ({})) {
  const scenes: Scene[] = [];
  for (const [publish, open] of PUBLISHED) scenes.push(await sceneOf(publish, open()));
  const random = dice(20_261_128);
  const tally = { wrong: [] as string[], met: new Set<string>(), failed: 0 };
  for (let run = 0; run < runs; run += 1) {
    const count = scenes.length;
    const [scene, fault] = [scenes[run % count], FAULTS[Math.floor(run / count) % FAULTS.length]];
    if (!scene || !fault) throw new Error('nothing to try');
    const which = random(scene.requests);
    const ended = await runWith(scene, fault, { which, at: random(1_000_000), changed });
    const named = `run ${run}, request ${which}, ${fault.name}`;
    if (ended.isMet) tally.met.add(fault.name);
    if (ended.ends === 'failed') tally.failed += 1;
    if (ended.isMixed) tally.wrong.push(`${named}: mixed`);
    if (ended.isStuck) tally.wrong.push(`${named}: stuck`);
  }
  return tally;
}

test('300 faults, one a run: what is seen is old or new, and the next run succeeds', async () => {
  const { wrong, met, failed } = await runsWithFaults(RUNS);

  expect(wrong).toEqual([]);
  expect([...met].toSorted()).toEqual(FAULTS.map(({ name }) => name).toSorted());
  expect(failed).toBeGreaterThan(RUNS / 2);
}, 400_000);

test('a store that keeps whatever comes is found out by the same runs', async () => {
  const { wrong } = await runsWithFaults(60, (database) => ({
    keepObject: async ({ sha256 }, { bytes, at }) => {
      await database.objects.put({ sha256, bytes, storedAt: at });
      return true;
    },
  }));

  expect(wrong.length).toBeGreaterThan(0);
}, 120_000);

class Killed extends Error {}

test('ended before any step of the store: what is seen is old or new, and the next run succeeds', async () => {
  const { before, files, whole, allowed } = await sceneOf((harbour) => harbour.publish(2));
  const wrong: string[] = [];
  let steps = 0;
  for (let last = 0; ; last += 1) {
    const database = await copyOf(before);
    const office = officeOf(database, fetchFrom(files));
    steps = 0;
    const store = new Proxy(office.store, {
      get: (target, name, receiver) => {
        const step: unknown = Reflect.get(target, name, receiver);
        if (typeof step !== 'function') return step;
        return async (...given: unknown[]): Promise<unknown> => {
          if (steps >= last) throw new Killed();
          steps += 1;
          return await (Reflect.apply(step, target, given) as Promise<unknown>);
        };
      },
    });
    const subscription = await onlySubscription(office);
    const outcome = await syncDataset(subscription, { ...office, store }).catch(
      (error: unknown) => error,
    );
    if (!allowed.includes(await lookOf(database.name))) wrong.push(`${last} mixed`);
    await syncDataset(await onlySubscription(office), office);
    if ((await lookOf(database.name)) !== whole) wrong.push(`${last} stuck`);
    database.close();
    if (!(outcome instanceof Killed)) break;
  }

  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(8);
}, 60_000);
