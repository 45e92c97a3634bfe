import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { SaveRequest } from '@/lib/reading/card-view';
import { openBackups } from './library-backups';
import { openLibraryDatabase } from './library-keeper';
import { type Library, openLibrary } from './library-store';

let databases = 0;
const BACKUPS = openBackups(() => 1_800_000_000_000);

test('saves what the reader keeps, with a collection made on the spot', async () => {
  const library = newLibrary();

  const item = await library.save(request('the dam is safe', { newCollection: ' Dams ' }));

  const [dams] = await library.collections();
  expect(dams).toMatchObject({ name: 'Dams' });
  expect(item).toMatchObject({ collections: [dams?.id], note: '', tags: [] });
  expect(await library.items({ collection: dams?.id ?? '' })).toEqual([item]);
  expect(await library.lastCollection()).toBe(dams?.id);
});

test('knows words that are saved already, whatever way the reader came to the page', async () => {
  const library = newLibrary();
  const { target } = request('the dam is safe');
  const item = await library.save(request('the dam is safe'));

  const same = await library.savedAs({ ...target, source: `${target.source}?utm_source=x#top` });

  expect(same).toEqual([item.id]);
  expect(await library.savedAs(request('the dam is old').target)).toEqual([]);
});

test('gives the newest first, some at a time', async () => {
  const library = newLibrary();
  for (const words of ['one', 'two', 'three']) await library.save(request(words));

  const some = await library.items({ from: 1, most: 1 });

  expect(some.map(({ target }) => target.quote?.exact)).toEqual(['two']);
  expect(await library.count()).toBe(3);
});

test('takes back an edit and a removal', async () => {
  const library = newLibrary();
  const item = await library.save(request('the dam is safe'));
  const undoEdit = await library.update([item.id], (each) => ({
    ...each,
    note: 'ask again',
    tags: ['water'],
  }));
  expect(await library.item(item.id)).toMatchObject({ note: 'ask again', tags: ['water'] });
  await undoEdit();
  const undoRemoval = await library.remove([item.id]);
  expect(await library.item(item.id)).toBeUndefined();
  expect(await library.savedAs(item.target)).toEqual([]);

  await undoRemoval();

  expect(await library.item(item.id)).toEqual(item);
  expect(await library.savedAs(item.target)).toEqual([item.id]);
});

test('keeps the items of a collection that is removed, and brings both back', async () => {
  const library = newLibrary();
  const collection = await library.addCollection('Dams');
  const item = await library.save(request('safe', { collections: [collection.id] }));

  const undo = await library.removeCollection(collection.id);

  expect(await library.collections()).toEqual([]);
  expect(await library.item(item.id)).toMatchObject({ collections: [] });
  await undo();
  expect(await library.collections()).toEqual([collection]);
  expect(await library.item(item.id)).toEqual(item);
});

test('renames a collection and takes the name back', async () => {
  const library = newLibrary();
  const { id } = await library.addCollection('Dams');

  const undo = await library.updateCollection(id, (each) => ({ ...each, name: 'Rivers' }));

  expect(await library.collections()).toMatchObject([{ name: 'Rivers' }]);
  await undo();
  expect(await library.collections()).toMatchObject([{ name: 'Dams' }]);
});

test('writes nothing of a save that breaks off', async () => {
  const database = openLibraryDatabase(BACKUPS, `library-${(databases += 1)}`);
  const library = openLibrary(counting(), database);
  database.log.hook('creating', () => {
    throw new Error('killed');
  });

  const saving = library.save(request('the dam is safe', { newCollection: 'Dams' }));

  await expect(saving).rejects.toThrow('killed');
  expect(await library.count()).toBe(0);
  expect(await database.collections.count()).toBe(0);
  expect(await Dexie.exists(database.name)).toBe(true);
});

function newLibrary(): Library {
  return openLibrary(counting(), openLibraryDatabase(BACKUPS, `library-${(databases += 1)}`));
}

function counting(): { now: () => number; newId: () => string } {
  let ids = 0;
  let now = 1_800_000_000_000;
  return { now: () => (now += 1000), newId: () => `id${(ids += 1)}` };
}

function request(words: string, facts: Partial<SaveRequest> = {}): SaveRequest {
  return {
    kind: 'claim',
    target: {
      source: 'https://news.example/dam',
      title: 'The dam',
      quote: { exact: words, prefix: 'said ', suffix: '.' },
    },
    note: '',
    tags: [],
    collections: [],
    ...facts,
  };
}
