// @vitest-environment node
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalog, objectPath, parseCatalog, parseManifest } from '@/lib/dataset/manifest';
import { qualifiedRef } from '@/lib/record/qualify';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { ALL_GUARDS } from '@/lib/sync/guards';
import { syncDataset } from '@/lib/sync/sync-dataset';
import { EDITIONS_URL, EditionsHost } from './support/editions-host';
import { entityId } from './support/records';

const EDITIONS = 40;
const host = new EditionsHost(600, 3);
/** A reader who stopped looking at each edition. */
const readers = new Map<number, DatasetDatabase>();

beforeAll(async () => {
  for (let edition = 1; edition <= EDITIONS; edition += 1) {
    await host.publish();
    const reader = await newReader(edition);
    await look(reader);
    readers.set(edition, reader);
  }
}, 300_000);
afterAll(() => host.close());

async function newReader(name: number | string): Promise<DatasetDatabase> {
  const database = await openDatasetDatabase(`editions-${name}`);
  const row = { title: {}, edition: 0, trust: 'subscribed', changedAt: 0 } as const;
  await database.datasets.put({ id: 'harbour', urls: [EDITIONS_URL], ...row });
  const bytes = new Uint8Array(readFileSync(join(host.tree, '1.root.json')));
  await database.tuf.put({ dataset: 'harbour', role: 'root', bytes });
  return database;
}

/** One look for something newer. @returns what was asked for */
async function look(database: DatasetDatabase): Promise<readonly string[]> {
  const asked: string[] = [];
  const store = openSyncedStore(database);
  const [subscription] = await store.subscriptions();
  if (!subscription) throw new Error('nobody subscribed');
  const outcome = await syncDataset(subscription, {
    store,
    fetch: host.fetch(asked),
    now: Date.now,
    random: () => 0.5,
    room: async () => await Promise.resolve({}),
    guards: ALL_GUARDS,
  });
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
  return asked;
}

async function seenBy(database: DatasetDatabase): Promise<string> {
  const shelf = openShelf(database);
  const speakers = Array.from({ length: 30 }, (_each, at) => entityId(`Speaker ${at}`));
  const words: string[] = [];
  for (const speaker of speakers) {
    const said = await shelf.statementsBy(qualifiedRef(speaker, 'harbour'));
    words.push(...said.map(({ text }) => text));
  }
  return words.toSorted().join('\n');
}

const jsonIn = (path: string): Uint8Array => new Uint8Array(readFileSync(join(host.tree, path)));

function newestManifest() {
  const catalog = parseCatalog(jsonIn('catalog.json'));
  const entry: Catalog['packs'][number] | undefined = catalog.ok
    ? catalog.value.packs[0]
    : undefined;
  const manifest = entry && parseManifest(jsonIn(`t/${entry.manifest.sha256}.main.json`));
  if (!manifest?.ok) throw new Error('there is no manifest');
  return manifest.value;
}

const BEHIND = [1, 2, 6, 7, 8, 15, 29, 30];

test.for(BEHIND)(
  'a reader who is %d editions behind is led on by deltas, to the same',
  async (behind) => {
    const fresh = await newReader(`fresh-${behind}`);
    const reader = readers.get(EDITIONS - behind);
    if (!reader) throw new Error('there is no such reader');
    await look(fresh);
    const held = new Set((await reader.objects.toArray()).map(({ sha256 }) => objectPath(sha256)));
    const { base, deltas } = newestManifest();

    const asked = await look(reader);

    const objects = asked.filter((path) => path.startsWith('o/'));
    const ofDeltas = new Set(deltas.map(({ object }) => objectPath(object?.sha256 ?? '')));
    expect(objects.filter((path) => !ofDeltas.has(path))).toEqual([]);
    expect(objects.length).toBeLessThanOrEqual(behind === 1 ? 0 : 2);
    expect(base.edition).toBeGreaterThan(1);
    expect(held.size).toBeGreaterThan(0);
    expect(await seenBy(reader)).toBe(await seenBy(fresh));
  },
);

test('a reader who is further behind takes the base, and sees the same', async () => {
  const [fresh, reader] = [await newReader('fresh'), readers.get(EDITIONS - 35)];
  if (!reader) throw new Error('there is no such reader');
  await look(fresh);

  const asked = await look(reader);

  const { base } = newestManifest();
  expect(asked).toContain(objectPath(base.index[0]?.sha256 ?? ''));
  expect(await seenBy(reader)).toBe(await seenBy(fresh));
});

test('the tree keeps the files of eight editions, and no more', () => {
  const manifests = readdirSync(join(host.tree, 't')).filter((name) => name.endsWith('.main.json'));
  const catalogs = readdirSync(join(host.tree, 't')).filter((name) =>
    name.endsWith('.catalog.json'),
  );
  const named = new Set<string>();
  for (const name of manifests) {
    const manifest = parseManifest(jsonIn(`t/${name}`));
    if (!manifest.ok) throw new Error(name);
    const { base, deltas } = manifest.value;
    const all = [...base.shards, ...base.index, ...base.names, ...base.retrieval];
    for (const { sha256 } of [...all, ...deltas.flatMap(({ object }) => object ?? [])])
      named.add(sha256);
  }

  expect([manifests.length, catalogs.length]).toEqual([8, 8]);
  expect(new Set(readdirSync(join(host.tree, 'o')))).toEqual(named);
});
