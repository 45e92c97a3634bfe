import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Item } from '@/lib/collections/item';
import { itemOf } from '@/lib/collections/record-state';
import { LibraryDatabase } from './library-database';
import { importHeld, previewImport } from './library-import';
import { type Writer, writerOf } from './library-writer';

/** An import asks for neighbours together; what it finds never depends on how many stand between them. */
test.for([0, 1, 40, 60, 400])(
  'finds ids and words that are kept already where %i others stand among them',
  async (crowd) => {
    const writer = await newLibrary();
    const others = numbered(crowd, (number) => itemAt(`${number % 100}-other-${number}`));
    const kept = numbered(30, (number) => itemAt(`${number}`));
    await importHeld(writer, { items: [...others, ...kept], collections: [] });
    const file = {
      collections: [],
      items: [
        ...numbered(100, (number) => itemAt(`${number}-new`)),
        ...kept.slice(0, 10).map((item) => ({ ...item, note: 'later', changedAt: 2 })),
        ...kept.slice(10, 20).map((item) => ({ ...item, id: `twin of ${item.id}`, tags: ['t'] })),
        ...kept.slice(20),
      ],
    };

    const counts = await previewImport(writer.database, file, 'import');

    expect(counts).toMatchObject({ add: 100, replace: 10, merge: 10, same: 10 });
    expect(await importHeld(writer, file)).toEqual(counts);
    expect(await writer.database.items.count()).toBe(crowd + 130);
  },
);

test('adds labels to words that stand parts earlier in the same file', async () => {
  const writer = await newLibrary();
  const items = numbered(1200, (number) => itemAt(`${number}`));
  const twins = items.slice(0, 5).map((item) => ({ ...item, id: `b${item.id}`, tags: ['t'] }));

  const counts = await importHeld(writer, { items: [...items, ...twins], collections: [] });

  expect(counts).toMatchObject({ add: 1200, merge: 5 });
  expect((await writer.database.items.get('3'))?.state.tags.here.map(([name]) => name)).toEqual([
    't',
  ]);
});

test.for([1, 1200])(
  'of two versions of an item that stand %i apart in a file the later one stays',
  async (apart) => {
    const writer = await newLibrary();
    const old = { ...itemAt('twice'), note: 'earlier' };
    const { target } = itemAt('elsewhere');
    const young = { ...old, target, note: 'later', changedAt: 2 };
    const others = numbered(apart, (number) => itemAt(`${number}`));

    const falling = await importHeld(writer, { items: [young, ...others, old], collections: [] });
    const rising = await importHeld(await newLibrary(), {
      items: [old, ...others, young],
      collections: [],
    });

    expect(falling).toMatchObject({ add: apart + 1, same: 1 });
    expect(rising).toMatchObject({ add: apart + 1, replace: 1 });
    const row = await writer.database.items.get('twice');
    expect(row && itemOf(row.state)?.note).toBe('later');
  },
);

let opened = 0;
const nothingOlder = async (): Promise<void> => await Promise.resolve();

async function newLibrary(): Promise<Writer> {
  const database = new LibraryDatabase(nothingOlder, `import-${(opened += 1)}`);
  await database.open();
  return writerOf(database, { now: () => 1, newId: () => 'device' });
}

function numbered<Of>(count: number, of: (number: number) => Of): Of[] {
  return Array.from({ length: count }, (_each, number) => of(number));
}

function itemAt(id: string): Item {
  return {
    id,
    kind: 'selection',
    target: {
      source: `https://news.example/${id}`,
      title: 'A story',
      quote: { exact: `Words of ${id}`, prefix: '', suffix: '' },
    },
    note: '',
    tags: [],
    collections: [],
    savedAt: 1,
    changedAt: 1,
  };
}
