// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fetchFrom, officeOf, seen, subscribed, SyncHarbour } from '@/test/support/sync-harbour';
import { syncDataset } from './sync-dataset';
import type { SyncOffice } from './sync-office';

type Fault = (bytes: Uint8Array<ArrayBuffer>, at: number) => Response;

const FAULTS: readonly Fault[] = [
  (bytes, at) => new Response(bytes.slice(0, at % bytes.length)),
  (bytes, at) => new Response(bytes.map((byte, i) => (i === at % bytes.length ? byte ^ 1 : byte))),
  (bytes) => new Response(new Blob([bytes, bytes])),
  () => new Response(''),
  () => new Response('<!doctype html><title>Sign in</title>'),
  (_bytes, at) => new Response('', { status: [301, 403, 404, 429, 500, 503][at % 6] ?? 500 }),
  () => new Response(new Uint8Array(600_000)),
  () => {
    throw new TypeError('connection reset');
  },
];

const onlySubscription = async ({ store }: SyncOffice) => {
  const [subscription] = await store.subscriptions();
  if (!subscription) throw new Error('nobody subscribed');
  return subscription;
};

/** A reader of edition 1 whose publisher has edition 2. */
async function behind() {
  const harbour = new SyncHarbour();
  const database = await subscribed(harbour);
  const office = officeOf(database, fetchFrom(harbour.files));
  await syncDataset(await onlySubscription(office), office);
  const old = await seen(database);
  harbour.publish(2);
  const files = harbour.files;
  return { database, office, old, files };
}

const fresh = async (): Promise<readonly string[]> => {
  const { database, office } = await behind();
  await syncDataset(await onlySubscription(office), office);
  return await seen(database);
};

test('300 faults, one a run: what is seen is old or new, and the next run succeeds', async () => {
  const whole = await fresh();
  const wrong: string[] = [];
  for (let seed = 0; seed < 300; seed += 1) {
    const { database, office, old, files } = await behind();
    let request = 0;
    const faulty = fetchFrom(files, (path) => {
      const bytes = files.get(path) ?? new Uint8Array(10);
      const isNow = request === seed % 12;
      request += 1;
      return isNow ? FAULTS[seed % FAULTS.length]?.(Uint8Array.from(bytes), seed * 7) : undefined;
    });
    const broken = { ...office, fetch: faulty };
    await syncDataset(await onlySubscription(broken), broken);
    const words = JSON.stringify(await seen(database));
    await syncDataset(await onlySubscription(office), office);
    const after = JSON.stringify(await seen(database));
    if (words !== JSON.stringify(old) && words !== JSON.stringify(whole))
      wrong.push(`${seed} mixed`);
    if (after !== JSON.stringify(whole)) wrong.push(`${seed} stuck`);
    database.close();
  }

  expect(wrong).toEqual([]);
}, 60_000);

class Killed extends Error {}

test('ended before any step of the store: what is seen is old or new, and the next run succeeds', async () => {
  const whole = await fresh();
  const wrong: string[] = [];
  let steps = 0;
  for (let last = 0; ; last += 1) {
    const { database, office, old } = await behind();
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
    const words = JSON.stringify(await seen(database));
    await syncDataset(await onlySubscription(office), office);
    const after = JSON.stringify(await seen(database));
    if (words !== JSON.stringify(old) && words !== JSON.stringify(whole))
      wrong.push(`${last} mixed`);
    if (after !== JSON.stringify(whole)) wrong.push(`${last} stuck`);
    database.close();
    if (!(outcome instanceof Killed)) break;
  }

  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(8);
}, 60_000);
