// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Held, toLibraryFile } from '@/lib/collections/library-file';
import { type Incoming, readImport } from '@/lib/collections/read-import';
import type { LibraryMark } from '@/lib/collections/library-health';
import { libraries } from '@/test/support/libraries';
import { openBackups } from './library-backups';
import { LibraryDatabase, type Schema, SCHEMAS } from './library-database';
import { copyAside, openKeeper, openLibraryDatabase } from './library-keeper';
import { forgetRemoved } from './library-items';
import type { MarkStore } from './library-mark';
import { openLibrary } from './library-store';

let names = 0;
let ids = 0;
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

  const counts = await keeper.preview(file, 'import');

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
  const { keeper, library, database, backups, mark } = newKeeper();
  await library.save(request('precious', 'Dams'));
  await keeper.backUp('daily');
  await keeper.remember();
  const before = await keeper.held();
  await database.delete();
  const after = newKeeper(database.name, backups, mark);

  const health = await after.keeper.health();

  const [backup] = await backups.list();
  expect(health).toEqual({
    state: 'emptied',
    lost: { items: 1, at: NOW, backup: backup?.number },
  });
  const read = await after.keeper.readBackup(backup?.number ?? 0);
  if (read?.ok) await after.keeper.takeIn(read.value, { taking: 'restore' });
  expect(await after.keeper.held()).toEqual(before);
  expect(await after.keeper.health()).toEqual({ state: 'ready' });
});

test('still says that a library was emptied when the reader has saved anew, and keeps what was', async () => {
  const { keeper, library, database, backups, mark } = newKeeper();
  await library.save(request('precious'));
  await keeper.backUp('daily');
  await keeper.remember();
  await database.delete();
  const after = newKeeper(database.name, backups, mark);
  await after.library.save(request('another'));
  await after.keeper.remember();

  await after.keeper.backUp('daily');

  expect(await after.keeper.health()).toMatchObject({ state: 'emptied', lost: { items: 1 } });
  expect(await backups.list()).toHaveLength(1);
  await after.keeper.letBe();
  expect(await after.keeper.health()).toEqual({ state: 'ready' });
});

test('knows of a lost library when the backups are lost with it', async () => {
  const { keeper, library, database, mark } = newKeeper();
  await library.save(request('precious'));
  await keeper.remember();
  await database.delete();

  const { keeper: after } = newKeeper(database.name, undefined, mark);

  expect(await after.health()).toMatchObject({ state: 'emptied', lost: { items: 1 } });
});

test('calls no library emptied from which the reader deleted everything', async () => {
  const { keeper, library } = newKeeper();
  const { id } = await library.save(request('once'));
  await keeper.backUp('daily');
  await keeper.remember();

  await library.remove([id]);

  expect(await keeper.health()).toEqual({ state: 'ready' });
});

test('opens a library of a later version for reading and export, and writes nothing to it', async () => {
  const { library, database } = newKeeper();
  const item = await library.save(request('from the future'));
  database.close();
  const later = new LibraryDatabase(noCopy, database.name, [
    ...SCHEMAS,
    { ...NEXT, stores: { words: 'id', finds: null, items: 'id, [here+savedAt], *collections' } },
  ]);
  await later.open();
  later.close();
  const before = await indexedDB.databases();
  const old = newKeeper(database.name);
  expect(await old.library.items()).toEqual([item]);

  const saving = old.library.save(request('more'));

  await expect(saving).rejects.toThrow('newer-library');
  expect(await old.keeper.health()).toEqual({ state: 'newer' });
  expect((await old.keeper.held()).items).toEqual([item]);
  await old.library.keepFound(item.id, { outcome: 'gone', words: '', at: 1 });
  expect(await old.library.foundOf(item.id)).toBeUndefined();
  expect(await old.library.items()).toEqual([item]);
  const version = ({ name }: IDBDatabaseInfo): boolean => name === database.name;
  expect((await indexedDB.databases()).find(version)).toEqual(before.find(version));
});

test('upgrades the first version of the library with a copy set aside, and keeps every item', async () => {
  const { database, backups } = newKeeper();
  const old = new LibraryDatabase(noCopy, database.name, SCHEMAS.slice(0, 1));
  const item = await openLibrary(counting(), old).save(request('old'));
  old.close();

  const { library, keeper } = newKeeper(database.name, backups);

  expect(await library.item(item.id)).toEqual(item);
  expect(await keeper.health()).toEqual({ state: 'ready' });
  expect(await backups.list()).toMatchObject([{ reason: 'before-migration', items: 1 }]);
  await library.keepFound(item.id, { outcome: 'gone', words: 'old', at: 1 });
  expect(await library.foundOf(item.id)).toMatchObject({ outcome: 'gone' });
});

test('copies once, whichever page or script opens an older library first', async () => {
  const { database, backups, library } = newKeeper();
  await library.save(request('old'));
  database.close();
  const next = laterDatabase(database.name, backups, NEXT);

  await Promise.all([next.items.count(), next.collections.count(), next.open()]);

  expect(await backups.list()).toHaveLength(1);
  expect(await next.items.count()).toBe(1);
});

test.for(['lose', 'throw', 'copy fails', 'copy is not whole'] as const)(
  'leaves the library as it was, open to reading and export, where an upgrade breaks off: %s',
  async (fault) => {
    const { keeper, library, database, backups } = newKeeper();
    await library.save(request('old', 'Dams'));
    await library.save(request('older'));
    const before = await keeper.held();
    database.close();

    const next = laterDatabase(database.name, faulty(backups, fault), {
      ...NEXT,
      upgrade: async (transaction) => {
        if (fault !== 'lose' && fault !== 'throw') return;
        await transaction.table('items').clear();
        if (fault === 'throw') throw new Error('killed');
      },
    });
    const stuck = openKeeper(counting(), { database: next, backups, mark: memory() });

    await expect(openLibrary(counting(), next).save(request('more'))).rejects.toThrow(/./u);
    expect(await stuck.health()).toEqual({ state: 'stuck' });
    expect(await stuck.held()).toEqual(before);
    next.close();
    const again = newKeeper(database.name);
    expect(await again.keeper.held()).toEqual(before);
    expect(await again.keeper.health()).toEqual({ state: 'ready' });
  },
);

test('brings a backup back as it was, also what was changed or deleted since', async () => {
  const { keeper, library } = newKeeper();
  const kept = await library.save(request('kept', 'Dams'));
  const deleted = await library.save(request('deleted'));
  await keeper.backUp('daily');
  const before = await keeper.held();
  await library.update([kept.id], (item) => ({ ...item, note: 'spoilt', tags: ['x'] }));
  await library.remove([deleted.id]);
  const later = await library.save(request('later'));
  const [backup] = await keeper.backups();
  const read = await keeper.readBackup(backup?.number ?? 0);
  if (!read?.ok) throw new Error('The backup cannot be read.');

  const counts = await keeper.preview(read.value, 'restore');
  await keeper.takeIn(read.value, { taking: 'restore' });

  expect(counts).toMatchObject({ add: 1, replace: 1, merge: 0, same: 0 });
  const after = await keeper.held();
  expect(after.items.filter(({ id }) => id !== later.id)).toEqual(before.items);
  expect(after.items).toHaveLength(3);
  expect((await keeper.backups())[0]).toMatchObject({ reason: 'before-restore', items: 2 });
});

test('backs up and brings back a library larger than any one file may be', async () => {
  const { backups } = newKeeper();
  const held = many(60_001);

  const number = await backups.make(inParts(held, 7000), 'daily');

  expect(await backups.list()).toMatchObject([{ items: 60_001, collections: 1 }]);
  expect(await backups.read(number)).toEqual({ ok: true, value: { ...held, format: 'own' } });
});

test('brings back from a backup whatever a page or the reader gave, however long', async () => {
  const { keeper, library } = newKeeper();
  const long = 'ទំនប់ '.repeat(60_000);
  const { target, ...rest } = request(long);
  const wanted = { ...target, title: long, publisher: long, lang: long };
  const whole = await library.save({ ...rest, target: wanted, speaker: long, note: long });
  const brief = await library.save(request('brief'));
  await library.update([brief.id], (item) => ({ ...item, note: long }));
  await library.addCollection(long);
  await keeper.backUp('daily');

  const [backup] = await keeper.backups();
  const read = await keeper.readBackup(backup?.number ?? 0);

  const restored = read?.ok === true ? sorted(read.value) : undefined;
  expect(sorted(await keeper.held()).items).toHaveLength(2);
  expect(restored).toMatchObject(sorted(await keeper.held()));
  expect(whole.target.quote?.exact).toHaveLength(100_000);
});

test('forgets what was removed a month ago, and nothing else', async () => {
  const { keeper, library, database } = newKeeper();
  const [old, kept] = [await library.save(request('long gone')), await library.save(request('x'))];
  await library.remove([old.id]);
  await keeper.forget();
  expect(JSON.stringify(await database.items.toArray())).toContain('long gone');

  await forgetRemoved(database, Infinity);

  expect(JSON.stringify(await database.items.toArray())).not.toContain('long gone');
  expect(await library.items()).toEqual([kept]);
  expect((await keeper.health()).state).toBe('ready');
});

test('keeps what a dataset gave in no form of ours out of an item, and never the item', async () => {
  const { keeper, library } = newKeeper();
  const frozen = { kind: 'quote', groups: 'none' } as never;

  const item = await library.save({ ...request('the dam is safe'), frozen });

  expect(item.frozen).toBeUndefined();
  expect(await library.item(item.id)).toEqual(item);
  const { target } = item;
  const nowhere = { ...request('x'), target: { ...target, source: 'javascript:alert(1)' } };
  await expect(library.save(nowhere)).rejects.toThrow('no address');
  expect((await keeper.held()).items).toHaveLength(1);
});

test('backs up few items of very many words in files that can be read again', async () => {
  const { backups } = newKeeper();
  const { items, collections } = many(80);
  const note = 'x'.repeat(900_000);
  const held = { items: items.map((item) => ({ ...item, note })), collections };

  const number = await backups.make(inParts(held, 80), 'daily');

  expect(await backups.list()).toMatchObject([{ items: 80, collections: 1 }]);
  expect(await backups.count(number)).toEqual({ items: 80, collections: 1 });
});

/** The schema after the newest, as a later version of the product might bring it. */
const NEXT: Schema = {
  version: SCHEMAS.length + 1,
  stores: { words: 'id' },
  upgrade: async (transaction) => {
    await transaction.table('items').toCollection().modify({ seen: 1 });
  },
};

async function noCopy(): Promise<void> {
  await Promise.resolve();
}

function laterDatabase(name: string, backups: Opened['backups'], schema: Schema): LibraryDatabase {
  return new LibraryDatabase(async (old) => await copyAside(old, backups), name, [
    ...SCHEMAS,
    schema,
  ]);
}

/** Backups as a full disk, or a broken one, has them. */
function faulty(backups: Opened['backups'], fault: string): Opened['backups'] {
  if (fault === 'copy fails') {
    return { ...backups, make: async () => await Promise.reject(new Error('QuotaExceeded')) };
  }
  if (fault !== 'copy is not whole') return backups;
  return {
    ...backups,
    make: async (parts, reason) => await backups.make(withoutFirst(parts), reason),
  };
}

async function* withoutFirst(parts: AsyncIterable<Held>): AsyncGenerator<Held> {
  for await (const { items, collections } of parts) yield { items: items.slice(1), collections };
}

async function* inParts({ items, collections }: Held, size: number): AsyncGenerator<Held> {
  for (let from = 0; from < items.length; from += size) {
    await Promise.resolve();
    yield { items: items.slice(from, from + size), collections: from === 0 ? collections : [] };
  }
}

type Opened = {
  readonly keeper: ReturnType<typeof openKeeper>;
  readonly library: ReturnType<typeof openLibrary>;
  readonly database: LibraryDatabase;
  readonly backups: ReturnType<typeof openBackups>;
  readonly mark: MarkStore;
};

function newKeeper(
  name = `keeper-${(names += 1)}`,
  backups = openBackups(() => NOW, `${name}-backups`),
  mark = memory(),
): Opened {
  const database = openLibraryDatabase(backups, name);
  const sources = counting();
  return {
    keeper: openKeeper(sources, { database, backups, mark }),
    library: openLibrary(sources, database),
    database,
    backups,
    mark,
  };
}

/** A mark that is forgotten with the test. */
function memory(): MarkStore {
  let kept: LibraryMark | undefined;
  return {
    read: async () => await Promise.resolve(kept),
    write: async (mark) => {
      kept = mark;
      await Promise.resolve();
    },
  };
}

function counting(): { now: () => number; newId: () => string } {
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
