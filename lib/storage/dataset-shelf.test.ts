import 'fake-indexeddb/auto';
import { describe } from 'vitest';
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
