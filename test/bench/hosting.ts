import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { ALL_GUARDS } from '@/lib/sync/guards';
import { syncAll } from '@/lib/sync/sync';
import { EditionsHost } from '@/test/support/editions-host';
import { hasNginx, type Nginx, startNginx } from '@/test/support/nginx';
import { type BenchRow, rowsOf } from './row';

/**
 * What a host sends to a subscriber in a month, counted by a real nginx (bodies and headers, without
 * TLS), for a dataset of 10,000 statements in one pack; and from it what ten million readers ask for.
 */
export async function benchHosting(): Promise<readonly BenchRow[]> {
  if (!hasNginx) return [];
  const months: Month[] = [];
  for (const plan of PLANS) months.push(await monthOf(plan));
  return rowsOf('hosting', [...months.flatMap(rowsOfMonth), ...months.flatMap(rowsOfMillions)]);
}

const STATEMENTS = Number(process.env['HOSTING_STATEMENTS'] ?? 10_000);
const DAYS = 30;
const DAY_MS = 86_400_000;
/** Looks for recalls between those for editions; one every eight hours. */
const RECALL_LOOKS = 3;
const READERS = 10_000_000;
/** Of which so many began this month. */
const NEW_READERS = 0.1;

type Plan = {
  readonly name: string;
  /** Every so many days there is an edition; never: the publisher only signs. */
  readonly editionEvery: number;
  readonly changes: number;
};

const PLANS: readonly Plan[] = [
  { name: 'nothing new', editionEvery: Infinity, changes: 0 },
  { name: 'a weekly edition with 350 changes', editionEvery: 7, changes: 350 },
  { name: 'a daily edition with 50 changes', editionEvery: 1, changes: 50 },
];

type Traffic = { bytes: number; requests: number };
type Month = {
  readonly plan: Plan;
  readonly first: Traffic;
  readonly looks: Traffic;
  readonly recalls: Traffic;
  /** One look of somebody who was away for the week, or the month, before. */
  readonly afterWeek: Traffic;
  readonly afterMonth: Traffic;
};

async function monthOf(plan: Plan): Promise<Month> {
  const host = new EditionsHost(STATEMENTS, plan.changes);
  await host.publish();
  const nginx = await startNginx(host.tree);
  try {
    const start = Date.now();
    const [daily, monthly, weekly] = [
      await newReader(host, nginx),
      await newReader(host, nginx),
      await newReader(host, nginx),
    ];
    const first = await trafficOf(nginx, async () => await look(daily, start));
    for (const reader of [monthly, weekly]) await look(reader, start);
    const looks: Traffic = { bytes: 0, requests: 0 };
    const recalls: Traffic = { bytes: 0, requests: 0 };
    let afterWeek: Traffic = { bytes: 0, requests: 0 };
    for (let day = 1; day <= DAYS; day += 1) {
      const now = start + day * DAY_MS;
      if (day % plan.editionEvery === 0) await host.publish(day);
      else await host.sign(day);
      add(looks, await trafficOf(nginx, async () => await look(daily, now)));
      for (let at = 0; at < RECALL_LOOKS; at += 1) {
        add(recalls, await trafficOf(nginx, async () => await look(daily, now, true)));
      }
      if (day % 7 === 0) afterWeek = await trafficOf(nginx, async () => await look(weekly, now));
    }
    const end = start + DAYS * DAY_MS;
    const afterMonth = await trafficOf(nginx, async () => await look(monthly, end));
    for (const reader of [daily, monthly, weekly]) await reader.delete();
    return { plan, first, looks, recalls, afterWeek, afterMonth };
  } finally {
    await nginx.stop();
    host.close();
  }
}

function add(sum: Traffic, { bytes, requests }: Traffic): void {
  sum.bytes += bytes;
  sum.requests += requests;
}

async function trafficOf(nginx: Nginx, work: () => Promise<void>): Promise<Traffic> {
  await nginx.log();
  await work();
  const log = await nginx.log();
  return { bytes: log.reduce((sum, { sent }) => sum + sent, 0), requests: log.length };
}

let readers = 0;

async function newReader({ tree }: EditionsHost, { url }: Nginx): Promise<DatasetDatabase> {
  const database = await openDatasetDatabase(`hosting-${(readers += 1)}`);
  const row = { title: {}, edition: 0, trust: 'subscribed', changedAt: 0 } as const;
  await database.datasets.put({ id: 'harbour', urls: [url], ...row });
  const bytes = new Uint8Array(readFileSync(join(tree, '1.root.json')));
  await database.tuf.put({ dataset: 'harbour', role: 'root', bytes });
  return database;
}

const locks = {
  request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
    await run({}),
} as unknown as Pick<LockManager, 'request'>;

async function look(database: DatasetDatabase, now: number, isRecallsOnly = false): Promise<void> {
  const office = {
    store: openSyncedStore(database),
    fetch,
    now: () => now,
    random: Math.random,
    room: async () => await Promise.resolve({}),
    guards: ALL_GUARDS,
  };
  const report = await syncAll(office, locks, { isRecallsOnly });
  const outcome = report === 'busy' ? undefined : report.get('harbour');
  if (outcome?.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
}

type Row = Omit<BenchRow, 'bench'>;

function rowsOfMonth({ plan, first, looks, recalls, afterWeek, afterMonth }: Month): Row[] {
  const row = (what: string, { bytes, requests }: Traffic): Row[] => [
    { measure: `${plan.name}: ${what}, kB`, ours: bytes / 1000, goal: '', peers: '' },
    { measure: `${plan.name}: ${what}, requests`, ours: requests, goal: '', peers: '' },
  ];
  return [
    ...row('first download', first),
    ...row('30 daily looks', looks),
    ...row('90 looks for recalls', recalls),
    ...row('one look after a week away', afterWeek),
    ...row('one look after a month away', afterMonth),
  ];
}

function rowsOfMillions({ plan, first, looks, recalls }: Month): Row[] {
  const total = { bytes: 0, requests: 0 };
  for (const [{ bytes, requests }, share] of [
    [looks, 1],
    [recalls, 1],
    [first, NEW_READERS],
  ] as const) {
    total.bytes += bytes * share * READERS;
    total.requests += requests * share * READERS;
  }
  const row = (what: string, ours: number): Row => ({
    measure: `ten million readers, ${plan.name}: ${what}`,
    ours,
    goal: '',
    peers: '',
  });
  return [
    row('TB a month', total.bytes / 1e12),
    row('million requests a month', total.requests / 1e6),
    row('requests a second on average', total.requests / (DAYS * 86_400)),
  ];
}
