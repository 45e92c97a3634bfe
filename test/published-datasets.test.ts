import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from '@/lib/cli/dataset-build';
import { treeIn } from '@/lib/cli/published-tree';

const root = path.join(import.meta.dirname, '..');
const AUTHORED = path.join(root, 'lib/dataset/authored');
const PUBLISHED = path.join(root, 'public/datasets');

const datasets = readdirSync(AUTHORED, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** Signed metadata is made with keys, not built; every other file is. */
const isBuilt = (name: string): boolean => /^(?:catalog\.json$|[ot]\/[0-9a-f]{64})/u.test(name);

test.for(datasets)(
  'public/datasets/%s is what `npm run datasets` builds, byte for byte',
  async (name) => {
    const faults: string[] = [];

    const tree = new Map<string, Uint8Array>();

    const built = await buildFolder({ folder: path.join(AUTHORED, name) }, treeIn(tree), {
      err: (line) => faults.push(line),
    });

    expect(faults).toEqual([]);
    const folder = path.join(PUBLISHED, built?.dataset ?? '');
    const published = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isBuilt);
    expect(published.toSorted()).toEqual([...tree.keys()].toSorted());
    const different = [...tree].filter(
      ([file, bytes]) => !readFileSync(path.join(folder, file)).equals(bytes),
    );
    expect(different.map(([file]) => file)).toEqual([]);
  },
);

test('the list of bundled datasets names them all', () => {
  const list = JSON.parse(readFileSync(path.join(PUBLISHED, 'bundled.json'), 'utf8')) as unknown;

  expect(list).toEqual({ datasets });
});
