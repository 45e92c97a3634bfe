// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImport } from '@/lib/collections/read-import';

const FORMATS = readFileSync('lib/collections/FORMATS.md', 'utf8');

test('the documented example of our own file is one', () => {
  const [, example = ''] = /```json\n([^`]*)```/u.exec(FORMATS) ?? [];

  const read = readImport(example, 0);

  expect(read).toMatchObject({
    ok: true,
    value: { format: 'own', items: [{ id: 'i1' }], collections: [{ id: 'c1' }, { id: 'c2' }] },
  });
});
