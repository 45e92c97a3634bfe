// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { packTree } from '@/lib/dataset/tree-file';
import type { SourceFrom } from '@/lib/dataset/source-state';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openSourcesStore } from '@/lib/storage/sources-store';
import { MANY_PACKS } from '@/test/support/published';
import {
  type Answer,
  fetchFrom,
  HARBOUR_URL,
  officeOf,
  seen,
  subscribed,
  SyncHarbour,
} from '@/test/support/sync-harbour';
import { NOW } from '@/test/support/tuf-world';
import { SyncDesk } from './sources-desk';
import { syncAll } from './sync';

const locks = {
  request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
    await run({}),
} as unknown as Pick<LockManager, 'request'>;

async function nothingToMend(): Promise<boolean> {
  return await Promise.resolve(false);
}

const AROUND = { reinstall: nothingToMend, now: () => NOW };
const NAMES = MANY_PACKS.map(({ pack }) => pack).toSorted();
/** A mirror that has everything else. */
const withoutListing: Answer = (path) =>
  isListing(path) ? new Response('', { status: 404 }) : undefined;
const largeHarbour = (): SyncHarbour => new SyncHarbour(4, MANY_PACKS);
const isListing = (path: string): boolean => path.endsWith('.packs.json');

/** A reader of some packs of a large dataset, and what is asked for. */
class Reader {
  readonly asked: string[] = [];
  readonly database: DatasetDatabase;
  readonly #harbour: SyncHarbour;

  private constructor(harbour: SyncHarbour, database: DatasetDatabase) {
    this.#harbour = harbour;
    this.database = database;
  }

  static async of(harbour: SyncHarbour, ...packs: string[]): Promise<Reader> {
    const reader = new Reader(harbour, await subscribed(harbour, packs));
    await reader.look();
    return reader;
  }

  /** One look, by the clock where nobody asked. @returns what was asked for */
  async look(isAsked = false, before?: Answer): Promise<readonly string[]> {
    this.asked.length = 0;
    const office = officeOf(this.database, fetchFrom(this.#harbour.files, before, this.asked));
    await syncAll(office, locks, { isAsked });
    return [...this.asked];
  }

  /** The packs that the page of sources offers. */
  async offered(): Promise<readonly string[]> {
    const [source] = await this.#sources().list();
    return source?.offered.map(({ pack }) => pack) ?? [];
  }

  async keptListings(): Promise<readonly Uint8Array[]> {
    const rows = await this.database.tuf.filter(({ role }) => role === 'listing').toArray();
    return rows.map(({ bytes }) => bytes);
  }

  #sources() {
    return openSourcesStore(this.database, AROUND);
  }
}

function withoutHash(path: string): string {
  return path.replace(/[0-9a-f]{64}/u, 'H').replace(/^\d+\.([st])/u, 'N.$1');
}

const METADATA = ['timestamp.json', '2.root.json', 'N.snapshot.json', 'N.targets.json'];

test('a look by the clock asks for no more than in a small dataset', async () => {
  const harbour = largeHarbour();
  const reader = await Reader.of(harbour, 'main');
  await harbour.publishNext(2);

  const asked = await reader.look();

  const files = ['t/H.catalog.json', 't/H.main.json'];
  expect(asked.map(withoutHash)).toEqual([...METADATA, ...files]);
  expect(await seen(reader.database)).toContain('The harbour is open, 2.');
  expect(await reader.keptListings()).toEqual([]);
  expect(await reader.offered()).toEqual([]);
});

test('a look that the reader asks for reads the listing, so that all packs are offered', async () => {
  const reader = await Reader.of(largeHarbour(), 'main');

  const asked = await reader.look(true);

  expect(asked.map(withoutHash)).toContain('t/H.packs.json');
  expect(await reader.offered()).toEqual(NAMES.filter((pack) => pack !== 'main'));
  expect((await reader.look(true)).filter(isListing)).toEqual([]);
});

test('editions later the listing that is kept still offers all packs', async () => {
  const harbour = largeHarbour();
  const reader = await Reader.of(harbour, 'main');
  await reader.look(true);
  const kept = await reader.keptListings();

  for (const edition of [2, 3, 4]) {
    harbour.publish(edition);
    await reader.look();
  }

  expect(await reader.offered()).toEqual(NAMES.filter((pack) => pack !== 'main'));
  expect(await reader.keptListings()).toEqual(kept);
});

test('a listing takes the place of the one before', async () => {
  const harbour = largeHarbour();
  const reader = await Reader.of(harbour, 'main');
  await reader.look(true);
  harbour.publish(2);

  const asked = await reader.look(true);

  expect(asked.filter(isListing)).toHaveLength(1);
  const listing = harbour.files.get(asked.find(isListing) ?? '') ?? new Uint8Array();
  expect((await reader.keptListings()).map((bytes) => Buffer.from(bytes))).toEqual([
    Buffer.from(listing),
  ]);
});

test('a kept listing that turned to rubbish is fetched again', async () => {
  const reader = await Reader.of(largeHarbour(), 'main');
  await reader.look(true);
  const rubbish = { bytes: Uint8Array.of(1, 2, 3) };
  await reader.database.tuf.filter(({ role }) => role === 'listing').modify(rubbish);

  const first = await reader.look(true);
  const second = await reader.look(true);

  expect([first.filter(isListing), second.filter(isListing)]).toMatchObject([{ length: 1 }, []]);
});

test('a mirror without the listing keeps nobody from news who did not ask', async () => {
  const harbour = largeHarbour();
  const reader = await Reader.of(harbour, 'main');
  await harbour.publishNext(2);

  await reader.look(true, withoutListing);
  const before = await seen(reader.database);
  await reader.database.jobs.clear();
  await reader.look(false, withoutListing);

  expect(before).toContain('The harbour is open, 1.');
  expect(await seen(reader.database)).toContain('The harbour is open, 2.');
});

test('a dataset that became small again offers what its catalog says', async () => {
  const harbour = largeHarbour();
  const reader = await Reader.of(harbour, 'main');
  await reader.look(true);
  harbour.publishCatalog(new SyncHarbour(4).files.get('catalog.json') ?? new Uint8Array());

  await reader.look();

  expect(await reader.offered()).toEqual([]);
});

let desks = 0;

/** A reader who has nothing yet but the page of sources. */
async function newDesk(fetchFile: typeof fetch): Promise<SyncDesk> {
  const database = await openDatasetDatabase(`large-desk-${(desks += 1)}`);
  return new SyncDesk({
    office: async () => await Promise.resolve(officeOf(database, fetchFile)),
    store: async () => await Promise.resolve(openSourcesStore(database, AROUND)),
    locks,
    tell: () => {},
    changed: async () => await Promise.resolve(),
    mayFetch: async () => await Promise.resolve(true),
  });
}

const LARGE_ZIP = packTree(largeHarbour().files);

test.for<readonly [string, SourceFrom, (asked: string[]) => typeof fetch]>([
  [
    'an address',
    { kind: 'address', typed: HARBOUR_URL },
    (asked) => fetchFrom(largeHarbour().files, undefined, asked),
  ],
  [
    'a file',
    { kind: 'file', name: 'harbour.zip', blob: 'https://blob.example/1' },
    () => async () => await Promise.resolve(new Response(Uint8Array.from(LARGE_ZIP))),
  ],
])('all packs are shown of a large dataset from %s, and those chosen come', async (row) => {
  const [, from, serve] = row;
  const asked: string[] = [];
  const desk = await newDesk(serve(asked));

  const preview = await desk.preview(from);
  if (!preview.ok) throw new Error(preview.problem);
  const { packs, fingerprint, samples } = preview.value;
  asked.length = 0;
  const word = await desk.subscribe(from, { fingerprint, packs: ['main', 'zain'] });

  expect(packs.map(({ pack }) => pack)).toEqual(NAMES);
  expect(samples.length).toBeGreaterThan(0);
  expect(word).toEqual({ ok: true, value: 'updated' });
  const [source] = (await desk.list()).sources;
  expect(source?.packs.map(({ pack }) => pack)).toEqual(['main', 'zain']);
  // The offer's listing is kept, and the first sync does not fetch it again.
  expect(asked.filter(isListing).length).toBe(from.kind === 'file' ? 0 : 1);
});
