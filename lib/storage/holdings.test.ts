import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { LoadedDataset } from '@/lib/context/memory-shelf';
import { qualifiedRef } from '@/lib/record/qualify';
import { bundledTree, readFrom } from '@/test/support/published';
import { entityId, person, publisher, source, statement } from '@/test/support/records';
import { DatasetDatabase } from './dataset-database';
import { type DatasetStore, openDatasetStore } from './holdings';
import { verifyStored } from './keep-datasets';

const HARBOUR: LoadedDataset = {
  label: { id: 'harbour', title: 'Harbour', edition: 1 },
  records: [
    person('Ada Marsh'),
    publisher('Harbour Gazette'),
    source('report'),
    statement('open', { by: 'Ada Marsh', text: 'The harbour stays open.' }),
  ],
};

let opened: DatasetStore | undefined;
afterEach(async () => {
  (await opened?.database())?.close();
  await new DatasetDatabase().delete();
});

/** The store over a package whose files can be changed while it is open. */
function storeOver(tree: Map<string, Uint8Array>): DatasetStore {
  opened = openDatasetStore(() => ({ read: readFrom(tree), folder: 'datasets', now: 0 }));
  return opened;
}

/** What a page is told: words of the speaker, names found, and whether something is damaged. */
async function told(store: DatasetStore) {
  const { shelf, named } = await store.holdings();
  const { names, damaged } = await named();
  const words = await shelf.statementsBy(qualifiedRef(entityId('Ada Marsh'), 'harbour'));
  return { words: words.length, names: names.scan('Ada Marsh spoke.').length, damaged };
}

const SOUND = { words: 1, names: 1, damaged: false };

test('a package that could not be read is told of until the next install that can read it', async () => {
  const whole = bundledTree([HARBOUR]);
  const tree = new Map(whole);
  tree.delete('datasets/harbour/catalog.json');
  const store = storeOver(tree);

  const before = await told(store);
  for (const [path, bytes] of whole) tree.set(path, bytes);
  const isMended = await store.reinstall();
  const after = await told(store);

  expect(before).toEqual({ words: 0, names: 0, damaged: true });
  expect(isMended).toBe(true);
  expect(after).toEqual(SOUND);
  expect(await store.reinstall()).toBe(false);
});

const DAMAGES: readonly (readonly [string, (database: DatasetDatabase) => Promise<unknown>])[] = [
  [
    'shards that turned to rubbish',
    async ({ objects }) => await objects.toCollection().modify({ bytes: Uint8Array.of(1, 2, 3) }),
  ],
  ['objects that are gone', async ({ objects }) => await objects.clear()],
  ['an index that is gone', async ({ pages }) => await pages.clear()],
];

test.for(DAMAGES)('%s are told of, and no more after a repair', async ([, damage]) => {
  const store = storeOver(bundledTree([HARBOUR]));
  const database = await store.database();
  await damage(database);

  await told(store);
  const before = await told(store);
  await verifyStored(database);
  const isMended = await store.reinstall();
  const after = await told(store);

  expect(before).toMatchObject({ words: 0, damaged: true });
  expect(isMended).toBe(true);
  expect(after).toEqual(SOUND);
});

test('damage to a pack that is off is not told of', async () => {
  const store = storeOver(bundledTree([HARBOUR]));
  const { packs } = await store.database();
  await packs.toCollection().modify({ on: false, damaged: true });

  expect(await told(store)).toEqual({ words: 0, names: 0, damaged: false });
});
