import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPack, type BuiltPack, hexOf, jsonBytes } from '@/lib/dataset/build-pack';
import { mergedChanges } from '@/lib/dataset/compare';
import { nextEdition, type PreviousEdition } from '@/lib/dataset/next-edition';
import { qualifiedRef } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import { entityId, person, publisher, source, statement, idOf } from '@/test/support/records';
import { sha256 } from '@/test/support/published';
import { type DatasetDatabase, type DatasetRow, openDatasetDatabase } from './dataset-database';
import { openDatasetNames } from './dataset-names';
import { openShelf } from './dataset-shelf';
import { pruneDatasets, verifyStored } from './keep-datasets';
import { preparePack } from './prepare-pack';
import { switchEdition } from './switch-edition';

let count = 0;
const fresh = async (): Promise<DatasetDatabase> =>
  await openDatasetDatabase(`update-${(count += 1)}`);
const facts = (edition: number) => ({
  dataset: 'harbour',
  pack: 'main',
  edition,
  built: `2026-01-${String(edition).padStart(2, '0')}`,
  title: { en: 'Harbour' },
  langs: ['en'],
  licence: 'CC0-1.0' as const,
});
const row = (edition: number): DatasetRow => ({
  id: 'harbour',
  title: { en: 'Harbour' },
  edition,
  trust: 'built-in',
  urls: [],
  changedAt: edition,
});

/** Ada's statements by number, each with its words at one edition. */
type Words = Readonly<Record<string, string>>;
const recordsOf = (words: Words, name = 'Ada Marsh'): PublishedRecord[] => [
  person('Ada Marsh', { names: [{ text: name, lang: 'en', kind: 'main', match: 'alone' }] }),
  publisher('Harbour Gazette'),
  source('report'),
  ...Object.entries(words).map(([key, text]) => statement(key, { by: 'Ada Marsh', text })),
];

/** Publishes editions one after the other, as `dataset build --previous` does. */
class Publisher {
  readonly objects = new Map<string, Uint8Array>();
  #previous: PreviousEdition | undefined;

  publish(edition: number, records: readonly PublishedRecord[]): BuiltPack['manifest'] {
    const before = this.#previous;
    const built = before
      ? nextEdition(facts(edition), { previous: before, records }, sha256)
      : buildPack(facts(edition), records, { sha256 });
    for (const [hash, bytes] of built.objects) this.objects.set(hash, bytes);
    const held = new Map(before?.records.map((record) => [record.id, record]) ?? []);
    const changes = records
      .filter(
        (record) =>
          JSON.stringify({ ...record, rev: 0 }) !==
          JSON.stringify({ ...held.get(record.id), rev: 0 }),
      )
      .map((record) => ({ op: 'put', id: record.id, record }) as const);
    const gone = [...held.keys()]
      .filter((id) => !records.some((record) => record.id === id))
      .map(
        (id) =>
          ({
            op: 'withdraw',
            id,
            reason: 'error',
            at: '2026',
            purge: false,
          }) as const,
      );
    const step = {
      from: before?.manifest.edition ?? 0,
      to: edition,
      changes: mergedChanges([[...changes, ...gone]]),
    };
    this.#previous = {
      manifest: built.manifest,
      records,
      steps: before ? [...before.steps, step] : [],
    };
    return built.manifest;
  }
}

async function update(
  database: DatasetDatabase,
  from: Publisher,
  manifest: BuiltPack['manifest'],
): Promise<number> {
  let bytes = 0;
  const prepared = await preparePack(
    database,
    { manifest, sha256: hexOf(sha256(jsonBytes(manifest))) },
    {
      read: async (object) => {
        bytes += object.bytes;
        return await Promise.resolve(from.objects.get(object.sha256));
      },
      at: manifest.edition,
    },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  await switchEdition(database, row(manifest.edition), [prepared.value]);
  return bytes;
}

const wordsSeen = async (database: DatasetDatabase): Promise<Words> => {
  const found = await openShelf(database).statementsBy(
    qualifiedRef(entityId('Ada Marsh'), 'harbour'),
  );
  return Object.fromEntries(found.map(({ ref, text }) => [ref, text]));
};
const expected = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, text]) => [`harbour:${idOf('statement', key)}`, text]),
  );

test('after any updates, with any editions left out, readers see exactly the newest edition', async () => {
  const words = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.constantFrom('Boats.', 'Nets.', 'Ropes.'),
  );
  const editions = fc.array(fc.record({ words, seen: fc.boolean() }), {
    minLength: 2,
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(editions, async (history) => {
      const publisherOf = new Publisher();
      const database = await fresh();
      for (const [at, { words: own, seen }] of history.entries()) {
        const manifest = publisherOf.publish(at + 1, recordsOf(own));
        if (!seen && at < history.length - 1) continue;
        await update(database, publisherOf, manifest);
        await pruneDatasets(database, at % 2 === 0 ? 10 ** 9 : 0);
        expect(await wordsSeen(database)).toEqual(expected(own));
      }
      await database.delete();
    }),
    { numRuns: 40 },
  );
});

test('fetches nothing for a small daily update: it stands in the manifest', async () => {
  const publisherOf = new Publisher();
  const database = await fresh();
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [`s${at}`, `Boat ${at} lies at berth ${at * 7}.`]),
  );
  await update(database, publisherOf, publisherOf.publish(1, recordsOf(many)));

  const next = publisherOf.publish(2, recordsOf({ ...many, s0: 'Boat 0 has left.' }));

  expect(await update(database, publisherOf, next)).toBe(0);
  expect(next.base.edition).toBe(1);
  expect((await wordsSeen(database))[`harbour:${idOf('statement', 's0')}`]).toBe(
    'Boat 0 has left.',
  );
  const similar = await openShelf(database).similar('Boat 0 has left', 1);
  expect(similar[0]?.statement).toBe(`harbour:${idOf('statement', 's0')}`);
});

test('finds a person by the new name after an update, and no longer by the old', async () => {
  const publisherOf = new Publisher();
  const database = await fresh();
  await update(database, publisherOf, publisherOf.publish(1, recordsOf({ a: 'Boats.' })));
  await update(
    database,
    publisherOf,
    publisherOf.publish(2, recordsOf({ a: 'Boats.' }, 'Ada Marsh-Reed')),
  );

  const names = await openDatasetNames(database);

  expect(names.scan('Then Ada Marsh-Reed spoke.').map(({ span }) => span)).toEqual([
    { start: 5, end: 19 },
  ]);
  expect(names.scan('Then Ada Marsh spoke.')).toEqual([]);
});

test('a stored object that went bad is found, its pack marked, and the next update brings it again', async () => {
  const publisherOf = new Publisher();
  const database = await fresh();
  const manifest = publisherOf.publish(1, recordsOf({ a: 'Boats.' }));
  await update(database, publisherOf, manifest);
  const [shard] = manifest.base.shards;
  await database.objects.update(shard?.sha256 ?? '', { bytes: new Uint8Array(3) });

  expect(await wordsSeen(database)).toEqual({});
  expect(await verifyStored(database)).toEqual([shard?.sha256]);
  expect((await database.packs.toArray())[0]?.damaged).toBe(true);
  await update(database, publisherOf, manifest);
  expect(await wordsSeen(database)).toEqual(expected({ a: 'Boats.' }));
});

test('a switch that fails half-way changes nothing', async () => {
  const publisherOf = new Publisher();
  const database = await fresh();
  await update(database, publisherOf, publisherOf.publish(1, recordsOf({ a: 'Boats.' })));
  database.datasets.hook('updating', () => {
    throw new Error('no room');
  });

  const failed = update(database, publisherOf, publisherOf.publish(2, recordsOf({ a: 'Nets.' })));

  await expect(failed).rejects.toThrow('no room');
  expect(await wordsSeen(database)).toEqual(expected({ a: 'Boats.' }));
});

test('a database of a newer version is made anew', async () => {
  const database = await fresh();
  const { name } = database;
  await database.datasets.put(row(1));
  database.close();
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(name, 30);
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });

  const reopened = await openDatasetDatabase(name);

  expect(await reopened.datasets.count()).toBe(0);
});
