// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Held, toLibraryFile } from '@/lib/collections/library-file';
import { type Incoming, readImport } from '@/lib/collections/read-import';
import { libraries } from '@/test/support/libraries';
import { openBackups } from './library-backups';
import { LibraryDatabase, type Schema } from './library-database';
import { copyBeforeUpgrade, openKeeper } from './library-keeper';
import { openLibrary } from './library-store';

let names = 0;
const NOW = 1_800_000_000_000;

test('takes a library in and gives it out again, the same', async () => {
  await fc.assert(
    fc.asyncProperty(libraries(12), async (held) => {
      const { keeper } = newKeeper();

      await keeper.takeIn(incoming(held));

      expect(sorted(await keeper.held())).toEqual(sorted(merged(held)));
    }),
    { numRuns: 60 },
  );
});

test('shows what an import would do, and does just that', async () => {
  const { keeper, library } = newKeeper();
  const kept = await library.save(request('kept already'));
  const older = await library.save(request('changed elsewhere'));
  const file: Held = {
    collections: [{ id: 'c', name: 'Dams', createdAt: 1, changedAt: 1 }],
    items: [
      kept,
      { ...older, note: 'later', changedAt: older.changedAt + 1 },
      { ...kept, id: 'twin', tags: ['water'], collections: ['c'] },
      { ...kept, id: 'twin again', tags: ['water'], collections: ['c'] },
      { ...kept, id: 'another', note: 'a note of its own' },
    ],
  };

  const counts = await keeper.preview(file);

  expect(counts).toEqual({ add: 1, replace: 1, merge: 1, same: 2, newCollections: 1 });
  expect(await keeper.takeIn(incoming(file))).toEqual(counts);
  expect(await library.item(kept.id)).toMatchObject({ tags: ['water'], collections: ['c'] });
  expect(await library.item(older.id)).toMatchObject({ note: 'later' });
  expect(await library.count()).toBe(3);
});

test('changes nothing the second time', async () => {
  const { keeper } = newKeeper();
  const [held] = fc.sample(libraries(30), { numRuns: 1, seed: 7 });
  if (!held) return;
  await keeper.takeIn(incoming(held));
  const once = await keeper.held();

  const counts = await keeper.takeIn(incoming(held));

  expect(counts).toMatchObject({ add: 0, replace: 0, merge: 0, newCollections: 0 });
  expect(await keeper.held()).toEqual(once);
});

test('puts a collection of the same name and place together with the one that is there', async () => {
  const { keeper, library } = newKeeper();
  const dams = await library.addCollection('Dams');
  const file: Held = {
    collections: [{ id: 'foreign', name: 'Dams', createdAt: 1, changedAt: 1 }],
    items: [
      { ...(await library.save(request('x'))), id: 'new', note: 'n', collections: ['foreign'] },
    ],
  };

  await keeper.takeIn(incoming(file));

  expect(await library.collections()).toEqual([dams]);
  expect(await library.item('new')).toMatchObject({ collections: [dams.id] });
});

test('leaves nothing behind of an import that the reader stops', async () => {
  const { keeper, library } = newKeeper();
  await library.save(request('kept'));
  const stop = new AbortController();
  const file = many(1200);

  const taking = keeper.takeIn(incoming(file), {
    signal: stop.signal,
    onProgress: (done) => {
      if (done >= 1000) stop.abort(new Error('stopped'));
    },
  });

  await expect(taking).rejects.toThrow('stopped');
  expect(await library.count()).toBe(1);
  expect(await library.collections()).toEqual([]);
});

test.for(Array.from({ length: 14 }, (_each, index) => index))(
  'is whole when killed at write %i of a save, an import, a removal or a backup',
  async (killAt) => {
    const { keeper, library, database } = newKeeper();
    await library.save(request('first'));
    await keeper.backUp('daily');
    const before = await keeper.held();
    let writes = 0;
    for (const table of [database.items, database.collections, database.log, database.meta]) {
      table.hook('creating', () => killed());
      table.hook('updating', () => killed());
    }
    const killed = (): undefined => {
      writes += 1;
      if (writes > killAt) throw new Error('killed');
      return undefined;
    };

    const first = before.items[0]?.id ?? '';
    const done = await library.remove([first]).then(
      () => true,
      () => false,
    );
    const afterRemoval = (await keeper.held()).items.length;
    await library.save(request('second', 'Dams')).catch(() => undefined);
    const afterSave = await keeper.held();
    await keeper.takeIn(incoming(many(3))).catch(() => undefined);
    const after = await keeper.held();

    expect(afterRemoval).toBe(done ? 0 : 1);
    expect([0, 1]).toContain(afterSave.items.length - afterRemoval);
    expect(afterSave.collections.length).toBe(afterSave.items.length - afterRemoval);
    expect([0, 3]).toContain(after.items.length - afterSave.items.length);
    const [backup] = await keeper.backups();
    expect((await keeper.readBackup(backup?.number ?? 0))?.ok).toBe(true);
  },
);

test('backs up only what changed, and before every import', async () => {
  const { keeper, library } = newKeeper();
  await keeper.backUp('daily');
  expect(await keeper.backups()).toEqual([]);
  await library.save(request('one'));

  await keeper.backUp('daily');
  await keeper.backUp('daily');
  await keeper.takeIn(incoming(many(2)));

  expect((await keeper.backups()).map(({ reason, items }) => [reason, items])).toEqual([
    ['before-import', 1],
    ['daily', 1],
  ]);
});

test('notices an emptied library, and brings it back from a backup', async () => {
  const { keeper, library, database, backups } = newKeeper();
  await library.save(request('precious', 'Dams'));
  await keeper.backUp('daily');
  const before = await keeper.held();
  await database.delete();
  const after = newKeeper(database.name, backups);

  const health = await after.keeper.health();

  expect(health).toMatchObject({ state: 'emptied', backup: { items: 1, collections: 1 } });
  const read = await after.keeper.readBackup(health.state === 'emptied' ? health.backup.number : 0);
  if (read?.ok) await after.keeper.takeIn(read.value);
  expect(await after.keeper.held()).toEqual(before);
  expect(await after.keeper.health()).toEqual({ state: 'ready' });
});

test('opens a library of a later version for reading and export, and refuses to write', async () => {
  const { library, database } = newKeeper();
  const item = await library.save(request('from the future'));
  database.close();
  const later = new LibraryDatabase(database.name, [...NEXT]);
  await later.open();
  later.close();
  const old = newKeeper(database.name);

  const saving = old.library.save(request('more'));

  await expect(saving).rejects.toThrow('newer-library');
  expect(await old.keeper.health()).toEqual({ state: 'newer' });
  expect((await old.keeper.held()).items).toEqual([item]);
});

test('upgrades with a copy set aside, and keeps every item', async () => {
  const { keeper, library, database, backups } = newKeeper();
  await library.save(request('old'));
  const before = await keeper.held();
  database.close();
  const next = new LibraryDatabase(database.name, NEXT);

  await copyBeforeUpgrade(backups, next);
  await next.open();

  expect(await openKeeper(counting(), backups, next).held()).toEqual(before);
  expect(await backups.list()).toMatchObject([{ reason: 'before-migration', items: 1 }]);
});

test('stays as it was where an upgrade would lose a row or breaks off', async () => {
  for (const fault of ['lose', 'throw'] as const) {
    const { keeper, library, database } = newKeeper();
    await library.save(request('old'));
    const before = await keeper.held();
    database.close();
    const broken: Schema = {
      version: 2,
      stores: { words: 'id' },
      upgrade: async (transaction) => {
        await transaction.table('items').clear();
        if (fault === 'throw') throw new Error('killed');
      },
    };

    const opening = new LibraryDatabase(database.name, [FIRST, broken]).open();

    await expect(opening).rejects.toThrow(fault === 'throw' ? 'killed' : 'lost rows');

    const again = newKeeper(database.name);
    expect(await again.keeper.held()).toEqual(before);
    expect(await again.keeper.health()).toEqual({ state: 'ready' });
  }
});

const FIRST: Schema = {
  version: 1,
  stores: {
    items: 'id, [here+savedAt], *collections, place',
    collections: 'id',
    log: '++seq',
    meta: 'key',
  },
};
const NEXT: readonly Schema[] = [
  FIRST,
  {
    version: 2,
    stores: { words: 'id' },
    upgrade: async (transaction) => {
      await transaction.table('items').toCollection().modify({ seen: 1 });
    },
  },
];

type Opened = {
  readonly keeper: ReturnType<typeof openKeeper>;
  readonly library: ReturnType<typeof openLibrary>;
  readonly database: LibraryDatabase;
  readonly backups: ReturnType<typeof openBackups>;
};

function newKeeper(
  name = `keeper-${(names += 1)}`,
  backups = openBackups(() => NOW, `${name}-backups`),
): Opened {
  const database = new LibraryDatabase(name);
  const sources = counting();
  return {
    keeper: openKeeper(sources, backups, database),
    library: openLibrary(sources, database),
    database,
    backups,
  };
}

function counting(): { now: () => number; newId: () => string } {
  let ids = 0;
  let now = NOW;
  return { now: () => (now += 1000), newId: () => `id${(ids += 1)}` };
}

function request(words: string, newCollection?: string): Parameters<Opened['library']['save']>[0] {
  return {
    kind: 'claim',
    target: {
      source: 'https://news.example/dam',
      title: 'The dam',
      quote: { exact: words, prefix: '', suffix: '' },
    },
    note: '',
    tags: [],
    collections: [],
    ...(newCollection === undefined ? {} : { newCollection }),
  };
}

function incoming(held: Held): Incoming {
  const read = readImport(toLibraryFile(held, NOW), NOW);
  if (!read.ok) throw new Error(read.problem.problem);
  return read.value;
}

function many(count: number): Held {
  const items = Array.from({ length: count }, (_each, index) => ({
    ...request(`words ${index}`),
    id: `many-${index}`,
    savedAt: index,
    changedAt: index,
  }));
  return { items, collections: [{ id: 'c', name: 'Many', createdAt: 0, changedAt: 0 }] };
}

/** What an import makes of a file in which the same words stand twice. */
function merged(held: Held): Held {
  const kept: Held['items'][number][] = [];
  for (const item of held.items) {
    const twin = kept.findIndex(
      (each) =>
        placeIn(each) === placeIn(item) &&
        each.kind === item.kind &&
        (item.note === '' || item.note === each.note),
    );
    const found = kept[twin];
    if (!found) kept.push(item);
    else {
      kept[twin] = {
        ...found,
        tags: [...new Set([...found.tags, ...item.tags])].toSorted(),
        collections: [...new Set([...found.collections, ...item.collections])].toSorted(),
      };
    }
  }
  return { ...held, items: kept };
}

function placeIn({ target }: Held['items'][number]): string {
  const words = target.quote?.exact.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  return `${target.canonical ?? target.source}\n${words ?? ''}`;
}

function sorted({ items, collections }: Held): Held {
  return { items: items.toSorted(byId), collections: collections.toSorted(byId) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
