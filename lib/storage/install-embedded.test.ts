import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { LoadedDataset } from '@/lib/context/memory-shelf';
import { qualifiedRef } from '@/lib/record/qualify';
import { bundledTree, MANY_PACKS, readFrom } from '@/test/support/published';
import { entityId, person, publisher, source, statement, topic } from '@/test/support/records';
import { type DatasetDatabase, openDatasetDatabase } from './dataset-database';
import { openDatasetNames } from './dataset-names';
import { openShelf } from './dataset-shelf';
import { installEmbedded } from './install-embedded';
import { verifyStored } from './keep-datasets';

let count = 0;
const fresh = async (): Promise<DatasetDatabase> =>
  await openDatasetDatabase(`install-${(count += 1)}`);

function harbour(edition: number, words: string): LoadedDataset {
  return {
    label: { id: 'harbour', title: 'Harbour', edition },
    records: [
      person('Ada Marsh'),
      publisher('Harbour Gazette'),
      topic('harbour'),
      source('report'),
      statement('open', { by: 'Ada Marsh', text: words }),
    ],
  };
}

const install = async (
  database: DatasetDatabase,
  tree: ReadonlyMap<string, Uint8Array>,
): ReturnType<typeof installEmbedded> =>
  await installEmbedded(database, { read: readFrom(tree), folder: 'datasets', now: 1000 });

const wordsSeen = async (database: DatasetDatabase): Promise<string[]> => {
  const ada = qualifiedRef(entityId('Ada Marsh'), 'harbour');
  return (await openShelf(database).statementsBy(ada)).map(({ text }) => text);
};

test('installs the bundled datasets, and does nothing the second time', async () => {
  const database = await fresh();
  const tree = bundledTree([harbour(1, 'The harbour stays open.')]);

  const first = await install(database, tree);
  const second = await install(database, tree);

  expect(first).toEqual({ ok: true, value: { installed: ['harbour'], kept: [] } });
  expect(second).toEqual({ ok: true, value: { installed: [], kept: ['harbour'] } });
  expect(await wordsSeen(database)).toEqual(['The harbour stays open.']);
  const names = await openDatasetNames(database);
  expect(names.scan('Yesterday Ada Marsh spoke.')).toMatchObject([
    { span: { start: 10, end: 19 } },
  ]);
});

test('makes ready again what an older version of the extension stored, fetching nothing', async () => {
  const database = await fresh();
  const tree = bundledTree([harbour(1, 'The harbour stays open.')]);
  await install(database, tree);
  // It kept what tables are made from.
  for (const [path, bytes] of tree) {
    const sha256 = /\/o\/(?<hash>\w+)$/u.exec(path)?.groups?.['hash'];
    if (sha256 !== undefined) await database.objects.put({ sha256, bytes, storedAt: 0 });
  }
  await storedByVersion1(database);

  const reopened = await openDatasetDatabase(database.name);
  const withoutObjects = new Map([...tree].filter(([path]) => !path.includes('/o/')));
  const again = await install(reopened, withoutObjects);

  expect(again).toEqual({ ok: true, value: { installed: ['harbour'], kept: [] } });
  expect(await wordsSeen(reopened)).toEqual(['The harbour stays open.']);
});

test('keeps a table and not what it was made from', async () => {
  const database = await fresh();
  const tree = bundledTree([harbour(1, 'The harbour stays open.')]);

  await install(database, tree);

  const [pack] = await database.packs.toArray();
  const kept = await database.objects.toCollection().primaryKeys();
  const { shards, names, index, retrieval } = pack?.base ?? {};
  expect(kept).toEqual(
    [...(shards ?? []), ...(names ?? [])].map(({ sha256 }) => sha256).toSorted(),
  );
  expect([index?.length, retrieval?.length]).toEqual([1, 1]);
});

const LOSSES: readonly (readonly [string, (database: DatasetDatabase) => Promise<unknown>])[] = [
  ['gone', async ({ pages }) => await pages.filter(({ page }) => page === WORDS).delete()],
  [
    'rubbish',
    async ({ pages }) =>
      await pages.filter(({ page }) => page === WORDS).modify({ bytes: Uint8Array.of(1) }),
  ],
];
const WORDS = -4;

test.for(LOSSES)('words that are %s are made anew by the next install', async ([, damage]) => {
  const database = await fresh();
  const tree = bundledTree([harbour(1, 'The harbour stays open.')]);
  await install(database, tree);
  const found = async (): Promise<number> =>
    (await openShelf(database).similar('the harbour stays open', 5)).length;
  await damage(database);

  const between = await found();
  await install(database, tree);

  expect([between, await found()]).toEqual([0, 1]);
});

test('a table that is not as it was made is found by a look at what is stored', async () => {
  const database = await fresh();
  await install(database, bundledTree([harbour(1, 'The harbour stays open.')]));
  const before = await verifyStored(database);
  await database.pages.toCollection().modify({ bytes: Uint8Array.of(1, 2) });

  const after = await verifyStored(database);

  expect([before.length, after.length]).toEqual([0, 1]);
  expect(await database.packs.toArray()).toMatchObject([{ damaged: true }]);
});

/** As version 1 left a database: other rows of pages, and Dexie's number of it. */
async function storedByVersion1(database: DatasetDatabase): Promise<void> {
  const rows = {
    datasets: await database.datasets.toArray(),
    packs: await database.packs.toArray(),
    objects: await database.objects.toArray(),
    pages: [{ index: 'x', page: -1, bytes: Uint8Array.of(1) }],
  };
  await database.delete();
  const old = new Dexie(database.name);
  old.version(1).stores({
    datasets: 'id',
    packs: '[dataset+pack]',
    objects: 'sha256',
    pages: '[index+page], index',
    overlay: '[dataset+pack+id+edition], [dataset+pack], *questions',
    recalls: '[dataset+id]',
    meta: 'key',
  });
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkPut(all);
  old.close();
}

test('takes a newer edition and never an older one', async () => {
  const database = await fresh();
  const editionsSeen = async (): Promise<number[]> =>
    (await openShelf(database).datasets()).map(({ edition }) => edition);

  await install(database, bundledTree([harbour(2, 'Second.')]));
  expect(await editionsSeen()).toEqual([2]);
  await install(database, bundledTree([harbour(3, 'Third.')]));
  await install(database, bundledTree([harbour(1, 'First.')]));

  expect(await wordsSeen(database)).toEqual(['Third.']);
  expect(await editionsSeen()).toEqual([3]);
});

const DAMAGES: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array | undefined])[] = [
  ['is missing', () => undefined],
  ['is empty', () => new Uint8Array()],
  ['is cut off', (bytes) => bytes.subarray(0, bytes.length - 2)],
  ['is one byte longer', (bytes) => Uint8Array.from([...bytes, 0])],
  [
    'has one bit turned',
    (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  ],
  ['is something else', () => new TextEncoder().encode('<!doctype html><title>Sign in</title>')],
];

test.for(DAMAGES)('keeps the edition before when any file %s', async ([name, damage]) => {
  const database = await fresh();
  await install(database, bundledTree([harbour(1, 'First.')]));
  const newer = bundledTree([harbour(2, 'Second.')]);
  const held = new Set(
    (await database.objects.toArray()).map(({ sha256 }) => `datasets/harbour/o/${sha256}`),
  );

  const accepted: string[] = [];
  for (const [path, bytes] of newer) {
    // The lists that name manifests have no hash of their own here; signatures cover them.
    const isList = /bundled|catalog/u.test(path);
    if (held.has(path) || (isList && name === 'has one bit turned')) continue;
    const tree = new Map(newer);
    const damaged = damage(bytes);
    if (damaged) tree.set(path, damaged);
    else tree.delete(path);

    const outcome = await install(database, tree);

    if (outcome.ok || (await wordsSeen(database))[0] !== 'First.') accepted.push(path);
  }
  expect(accepted).toEqual([]);
  await install(database, newer);
  expect(await wordsSeen(database)).toEqual(['Second.']);
});

test('installs the other datasets when one is damaged', async () => {
  const database = await fresh();
  const other: LoadedDataset = {
    ...harbour(1, 'Here.'),
    label: { id: 'other', title: 'Other', edition: 1 },
  };
  const tree = bundledTree([other, harbour(1, 'First.')]);
  tree.delete('datasets/other/catalog.json');

  const outcome = await install(database, tree);

  expect(outcome).toEqual({
    ok: false,
    problem: { kind: 'missing', where: 'catalog.json', dataset: 'other' },
  });
  expect(await wordsSeen(database)).toEqual(['First.']);
});

test('installs every pack of a dataset whose catalog has a listing, and does not ask for that', async () => {
  const database = await fresh();
  const tree = bundledTree([harbour(1, 'First.')], { packs: MANY_PACKS });
  for (const path of tree.keys()) if (path.endsWith('.packs.json')) tree.delete(path);

  const outcome = await install(database, tree);

  expect(outcome.ok).toBe(true);
  expect(await database.packs.count()).toBe(MANY_PACKS.length);
});
