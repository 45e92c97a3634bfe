import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { buildDataset } from '@/lib/dataset/build-dataset';
import { jsonBytes } from '@/lib/dataset/build-pack';
import { qualifiedRef } from '@/lib/record/qualify';
import { datasetFile, readFrom, sha256 } from '@/test/support/published';
import { entityId, person } from '@/test/support/records';
import { openDatasetDatabase } from './dataset-database';
import { openShelf } from './dataset-shelf';
import { installEmbedded } from './install-embedded';
import { pruneDatasets } from './keep-datasets';

test('finds a record under the id it had before its publisher renamed it', async () => {
  const record = person('Ada Marsh');
  const keyed = [{ key: 'person/xx/ada', record, formerIds: [entityId('Ada Old')] }];
  const tree = new Map([['datasets/bundled.json', jsonBytes({ datasets: ['harbour'] })]]);
  for (const [path, bytes] of buildDataset(datasetFile({ id: 'harbour' }), keyed, { sha256 })) {
    tree.set(`datasets/harbour/${path}`, bytes);
  }
  const database = await openDatasetDatabase('renames');
  await installEmbedded(database, { read: readFrom(tree), folder: 'datasets', now: 0 });
  await pruneDatasets(database, 10 ** 12);

  const found = await openShelf(database).entities([qualifiedRef(entityId('Ada Old'), 'harbour')]);

  expect(found.map(({ ref }) => ref)).toEqual([qualifiedRef(record.id, 'harbour')]);
});
