import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DATASETS, harbourRef } from '@/test/support/harbour';
import { bundledTree, readFrom } from '@/test/support/published';
import { shelfContract } from '@/test/support/shelf-contract';
import { openDatasetDatabase } from './dataset-database';
import { openShelf } from './dataset-shelf';
import { installEmbedded } from './install-embedded';

let count = 0;

describe('the shelf over stored packs', () => {
  shelfContract(async (datasets) => {
    const database = await openDatasetDatabase(`shelf-${(count += 1)}`);
    const read = readFrom(bundledTree(datasets));
    const installed = await installEmbedded(database, { read, folder: 'datasets', now: 0 });
    if (!installed.ok) throw new Error(JSON.stringify(installed.problem));
    return openShelf(database);
  });
});

test('a record that was read is not read again', async () => {
  const database = await openDatasetDatabase('shelf-again');
  const read = readFrom(bundledTree(DATASETS));
  await installEmbedded(database, { read, folder: 'datasets', now: 0 });
  const shelf = openShelf(database);
  const asked = ['none refused', 'some refused'].map((key) => harbourRef('statement', key));
  const before = await shelf.statements(asked);
  const links = await shelf.linksOf(harbourRef('statement', 'none refused'));
  await database.objects.clear();

  const again = await shelf.statements(asked.toReversed());

  expect(before.map(({ ref }) => ref)).toEqual(asked);
  expect(again).toEqual(before.toReversed());
  expect(links).toHaveLength(3);
  expect(await shelf.linksOf(harbourRef('statement', 'none refused'))).toEqual(links);
});
