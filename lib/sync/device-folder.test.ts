// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { segmentLine } from '@/lib/collections/segment';
import { openBackups } from '@/lib/storage/library-backups';
import { forgetRemoved } from '@/lib/storage/library-items';
import { openLibraryDatabase } from '@/lib/storage/library-keeper';
import { openJournal } from '@/lib/storage/library-devices';
import { openLibrary } from '@/lib/storage/library-store';
import { zeros } from '@/test/support/bombs';
import { history, memoryFolder } from '@/test/support/devices';
import { exchange } from './device-folder';
import { openSegment, sealOf, writeSegment } from './segment-file';

test('brings two to four devices to the same library in 500 histories of a bad network', async () => {
  let items = 0;
  for (let seed = 1; seed <= 500; seed += 1) {
    const shown = await history(seed, memoryFolder());
    items += JSON.stringify(shown[0]).split('"kind"').length - 1;

    expect(
      shown.map((each) => JSON.stringify(each)),
      `history ${seed}`,
    ).toEqual(shown.map(() => JSON.stringify(shown[0])));
  }
}, 120_000);

test('keeps both versions of a note written on two devices, and what one added while the other removed', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('one'), newLibrary('two')];
  const item = await one.library.save(request);
  await exchange(folder, one.journal);
  await exchange(folder, two.journal);
  await one.library.update([item.id], (each) => ({ ...each, note: 'from one', tags: ['a'] }));
  await two.library.update([item.id], (each) => ({ ...each, note: 'from two', tags: ['b'] }));
  await two.library.remove([item.id]);

  for (const { journal } of [one, two, one]) await exchange(folder, journal);

  const found = await one.library.item(item.id);
  expect(found?.tags).toEqual(['a', 'b']);
  expect(found?.note).toContain('from one');
  expect(await two.library.item(item.id)).toEqual(found);
});

test('carries a removal and a collection over, and sends nothing twice', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('three'), newLibrary('four')];
  const item = await one.library.save({ ...request, newCollection: 'Dams' });
  await exchange(folder, one.journal);
  await exchange(folder, two.journal);
  expect(await two.library.collections()).toEqual(await one.library.collections());
  await two.library.remove([item.id]);

  const sent = await exchange(folder, two.journal);
  const taken = await exchange(folder, one.journal);
  const nothing = await exchange(folder, two.journal);

  expect([sent.written, taken.read, nothing]).toEqual([
    true,
    1,
    { read: 0, waiting: 0, wrongPassphrase: false, written: false },
  ]);
  expect(await one.library.count()).toBe(0);
});

test('writes one file with everything in place of many, which a new device reads', async () => {
  const folder = memoryFolder();
  const one = newLibrary('five');
  for (let at = 0; at < 6; at += 1) {
    await one.library.save({ ...request, note: `note ${at}` });
    await exchange(folder, one.journal, { compactAfter: 5 });
  }
  const late = newLibrary('six');

  await exchange(folder, late.journal);

  const [device = ''] = await folder.list('on-record/v1/');
  expect(await folder.list(`on-record/v1/${device}`)).toHaveLength(2);
  expect(await late.library.count()).toBe(6);
});

test('says that a segment is sealed with another passphrase, and reads it with the right one', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('seven'), newLibrary('eight')];
  await one.library.save(request);
  await exchange(folder, one.journal, { seal: sealOf('horse battery') });

  const wrong = await exchange(folder, two.journal, { seal: sealOf('staple') });
  const none = await exchange(folder, two.journal);
  const right = await exchange(folder, two.journal, { seal: sealOf('horse battery') });

  expect([wrong.wrongPassphrase, none.wrongPassphrase, right.read]).toEqual([true, true, 1]);
  expect(await two.library.count()).toBe(1);
});

test('writes anew what was sealed with a mistyped passphrase, or with none', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('eighteen'), newLibrary('nineteen')];
  await one.library.save(request);
  const right = sealOf('horse battery');
  await exchange(folder, one.journal, { seal: sealOf('horse batery') });
  await exchange(folder, one.journal, { seal: right });
  await exchange(folder, one.journal, { seal: right });

  const read = await exchange(folder, two.journal, { seal: sealOf('horse battery') });

  expect(read).toMatchObject({ read: 1, waiting: 0, wrongPassphrase: false });
  expect(await two.library.count()).toBe(1);
  await exchange(folder, one.journal);
  const [device = ''] = await folder.list('on-record/v1/');
  expect(await folder.list(`on-record/v1/${device}`)).toHaveLength(1);
});

test('shows nothing of a sealed library in its files or their names', async () => {
  const folder = memoryFolder();
  const one = newLibrary('nine');
  await one.library.save({ ...request, note: 'a secret note' });

  await exchange(folder, one.journal, { seal: sealOf('horse battery') });

  const [device = ''] = await folder.list('on-record/v1/');
  const file = await folder.get(`on-record/v1/${device}00000001.seg`);
  expect(device).toMatch(/^[0-9a-f]{32}\/$/u);
  expect(new TextDecoder('latin1').decode(file?.slice(0, 4))).toBe('ORE1');
  expect(new TextDecoder('latin1').decode(file)).not.toMatch(/secret|items/u);
});

test('takes a file cut anywhere, or with one bit turned, for no segment', async () => {
  const one = newLibrary('ten');
  await one.library.save(request);
  const states = await allOf((await one.journal.unsent()).parts);
  const file = await writeSegment(states.map(segmentLine));

  for (let length = 0; length < file.length; length += 7) {
    expect((await openSegment(file.slice(0, length))).ok, `${length} bytes`).toBe(false);
    const bent = file.slice();
    bent[length] = (bent[length] ?? 0) ^ 4;
    const read = await openSegment(bent);
    // A turned bit that gzip does not mind (a time stamp in its header) changes nothing.
    expect(read.ok ? read.value : states, `bit in byte ${length}`).toEqual(states);
  }
});

test('writes a large library as several segments, each of which every device reads', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('eleven'), newLibrary('twelve')];
  const note = 'x'.repeat(99_000);
  for (let at = 0; at < 700; at += 1) await one.library.save({ ...request, note: note + at });

  await exchange(folder, one.journal);
  const taken = await exchange(folder, two.journal);

  expect(taken).toMatchObject({ read: 3, waiting: 0 });
  expect(await two.library.count()).toBe(700);
  const [device = ''] = await folder.list('on-record/v1/');
  await one.library.save(request);
  await exchange(folder, one.journal, { compactAfter: 4 });
  expect(await folder.list(`on-record/v1/${device}`)).toHaveLength(3);
});

test('brings a profile and its copy on another computer together, though both bear one name', async () => {
  const folder = memoryFolder();
  const [one, copy] = [newLibrary('twin', 'twin-1'), newLibrary('twin', 'twin-2')];
  await one.library.save({ ...request, note: 'here' });
  await copy.library.save({ ...request, note: 'there' });
  expect(await one.journal.device()).toBe(await copy.journal.device());

  for (const { journal } of [one, copy, one]) await exchange(folder, journal, { compactAfter: 2 });

  for (const { library } of [one, copy]) {
    const notes = (await library.items()).map((each) => each.note);
    expect(notes.toSorted()).toEqual(['here', 'there']);
  }
});

test('forgets what was removed, tells others that it is gone, and takes back what one still changed', async () => {
  const folder = memoryFolder();
  const [one, two, late] = [newLibrary('fifteen'), newLibrary('sixteen'), newLibrary('seventeen')];
  const gone = await one.library.save({ ...request, note: 'a removed secret' });
  const changed = await one.library.save({ ...request, note: 'removed here' });
  for (const { journal } of [one, two]) await exchange(folder, journal);
  await one.library.remove([gone.id, changed.id]);
  await forgetRemoved(one.database, Infinity);

  expect(JSON.stringify(await one.database.items.toArray())).not.toContain('removed');
  await two.library.update([changed.id], (each) => ({ ...each, tags: ['kept'] }));
  for (const { journal } of [one, two, one, late]) await exchange(folder, journal);

  for (const { library } of [one, two, late]) {
    const items = await library.items();
    expect(items).toMatchObject([{ id: changed.id, tags: ['kept'], note: 'removed here' }]);
  }
});

test('leaves what a copy of the profile sealed otherwise, and reads it once it can', async () => {
  const folder = memoryFolder();
  const [one, copy] = [newLibrary('double', 'double-1'), newLibrary('double', 'double-2')];
  await one.library.save({ ...request, note: 'here' });
  await copy.library.save({ ...request, note: 'there' });
  const right = sealOf('horse battery');
  await exchange(folder, one.journal, { seal: right });

  await exchange(folder, copy.journal, { seal: sealOf('staple'), compactAfter: 1 });
  await exchange(folder, copy.journal, { seal: right });
  await exchange(folder, one.journal, { seal: right });

  for (const { library } of [one, copy]) expect(await library.count()).toBe(2);
});

test('writes nothing of what it knows already, so that no page reads it anew', async () => {
  const folder = memoryFolder();
  const [one, two] = [newLibrary('thirteen'), newLibrary('fourteen')];
  for (let at = 0; at < 3; at += 1) await one.library.save({ ...request, note: `note ${at}` });
  await exchange(folder, one.journal);
  await exchange(folder, two.journal);
  const { mark } = await two.library.touchedSince(0);

  // Everything again, in one segment, and one change.
  await one.library.save({ ...request, note: 'new' });
  await exchange(folder, one.journal, { compactAfter: 1 });
  await exchange(folder, two.journal);

  expect((await two.library.touchedSince(mark)).ids).toHaveLength(1);
  expect(await two.library.count()).toBe(4);
});

async function allOf<Of>(parts: AsyncIterable<readonly Of[]>): Promise<Of[]> {
  const all: Of[] = [];
  for await (const part of parts) all.push(...part);
  return all;
}

const request = {
  kind: 'page' as const,
  target: { source: 'https://news.example/dam', title: 'The dam' },
  note: '',
  tags: [],
  collections: [],
};

const BACKUPS = openBackups(() => 1_800_000_000_000);

/** A library of this name; `profile`: where there are several of one name. */
function newLibrary(
  name: string,
  profile = name,
): {
  library: ReturnType<typeof openLibrary>;
  journal: ReturnType<typeof openJournal>;
  database: ReturnType<typeof openLibraryDatabase>;
} {
  let ids = 0;
  // The first id is the device's.
  const newId = (): string => ((ids += 1) === 1 ? `${name}-1` : `${profile}-${ids}`);
  const sources = { now: () => 1_800_000_000_000, newId };
  const database = openLibraryDatabase(BACKUPS, `devices-${profile}`);
  return {
    library: openLibrary(sources, database),
    journal: openJournal(sources, database),
    database,
  };
}

test('gives a segment up that unpacks to more than any library, without holding it', async () => {
  const bomb = Uint8Array.from([...new TextEncoder().encode('ORS1'), ...zeros(400)]);
  const before = process.memoryUsage().rss;

  const read = await openSegment(bomb);

  expect(read).toEqual({ ok: false, problem: 'half-written' });
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});
