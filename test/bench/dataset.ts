import 'fake-indexeddb/auto';
import { gzipSync, strToU8 } from 'fflate';
import { buildPack, type BuiltPack, hexOf, jsonBytes } from '@/lib/dataset/build-pack';
import { nextEdition } from '@/lib/dataset/next-edition';
import type { CutSizes } from '@/lib/dataset/shards';
import { qualifiedRef } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import { parseRef, type Ref } from '@/lib/record/ref';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openShelf } from '@/lib/storage/dataset-shelf';
import { preparePack } from '@/lib/storage/prepare-pack';
import { switchEdition } from '@/lib/storage/switch-edition';
import { inventedRecords } from '@/test/support/invented-statements';
import { sha256 } from '@/test/support/published';
import type { BenchRow } from './row';

/**
 * Datasets of invented people, built, stored and asked. IndexedDB is the one in memory that tests
 * use, so times say how the work grows, not what a browser needs. `DATASET_SIZES=1000000` measures
 * a million statements, in packs of 100,000.
 */
export async function benchDataset(): Promise<readonly BenchRow[]> {
  const sizes = (process.env['DATASET_SIZES'] ?? '10000,100000').split(',').map(Number);
  const rows: BenchRow[] = [];
  for (const size of sizes) rows.push(...(await benchSize(size)));
  rows.push(...cuts(10_000));
  return rows;
}

const PACK = 100_000;
const facts = (edition: number, pack: string) => ({
  dataset: 'harbour',
  pack,
  edition,
  built: '2026-01-01',
  title: { en: 'Harbour' },
  langs: ['en'],
  licence: 'CC0-1.0' as const,
});

async function benchSize(size: number): Promise<BenchRow[]> {
  const database = await openDatasetDatabase(`bench-${size}`);
  let built = 0;
  let imported = 0;
  let stored = 0;
  const asked: PublishedRecord[] = [];
  const rows: BenchRow[] = [];
  for (let at = 0; at * PACK < size; at += 1) {
    const records = inventedRecords(Math.min(PACK, size), at + 1);
    asked.push(...records.filter(({ id }) => id.endsWith('0')).slice(0, 300));
    const began = cpuMs();
    const pack = buildPack(facts(1, `pack-${at}`), records, { sha256 });
    built += cpuMs() - began;
    const start = cpuMs();
    await install(database, pack);
    imported += cpuMs() - start;
    if (size <= 10_000) rows.push(...daily(pack, records));
  }
  await database.objects.each(({ bytes }) => (stored += bytes.length));
  await database.pages.each(({ bytes }) => (stored += bytes.length));
  const name = `${size} statements`;
  rows.unshift(
    row(`${name}: build, CPU s`, built / 1000, size <= 10_000 ? 'seconds' : ''),
    row(
      `${name}: import, checked, CPU s`,
      imported / 1000,
      size <= 10_000 ? '≤ 5 (in a browser)' : '',
    ),
    row(`${name}: stored, MB`, stored / 1e6, size === 100_000 ? '≤ 25' : ''),
    row(`${name}: bytes a statement`, stored / size, '137–200'),
  );
  rows.push(...(await lookUps(database, asked, name)));
  await database.delete();
  return rows;
}

async function install(database: DatasetDatabase, { manifest, objects }: BuiltPack): Promise<void> {
  const prepared = await preparePack(
    database,
    { manifest, sha256: hexOf(sha256(jsonBytes(manifest))) },
    { read: async (object) => await Promise.resolve(objects.get(object.sha256)), at: 0 },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  const dataset = {
    id: 'harbour',
    title: { en: 'Harbour' },
    edition: manifest.edition,
    trust: 'built-in',
    urls: [],
    changedAt: 0,
  } as const;
  await switchEdition(database, dataset, [prepared.value]);
}

/** A new shelf for every few questions, so that most of them find nothing in memory. */
async function lookUps(
  database: DatasetDatabase,
  records: readonly PublishedRecord[],
  name: string,
): Promise<BenchRow[]> {
  const refs = records.map(({ id }) => qualifiedRef(id, 'harbour'));
  const people = refs.filter((_, at) => records[at]?.type === 'entity');
  const statements = refs.filter((_, at) => records[at]?.type === 'statement');
  const shelf = openShelf(database);
  await shelf.entities(refs.slice(0, 1));
  const times = {
    'an entity': await timed(people, async (ref) => await shelf.entities([ref])),
    'a speaker’s statements': await timed(people, async (ref) => await shelf.statementsBy(ref)),
    'a statement with its links': await timed(statements, async (ref) => [
      await shelf.statements([ref]),
      await shelf.linksOf(ref),
    ]),
  };
  return Object.entries(times).flatMap(([what, took]) => [
    row(`${name}: look-up of ${what}, p50 CPU ms`, quantile(took, 0.5), ''),
    row(`${name}: look-up of ${what}, p95 CPU ms`, quantile(took, 0.95), '≤ 5'),
  ]);
}

/** CPU time: on a machine that does other work too, the clock would measure that. */
async function timed(refs: readonly Ref[], ask: (ref: Ref) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (const ref of refs.slice(0, 300)) {
    const began = cpuMs();
    await ask(ref);
    took.push(cpuMs() - began);
  }
  return took;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a reader fetches on a day on which 50 records changed. */
function daily(pack: BuiltPack, records: readonly PublishedRecord[]): BenchRow[] {
  const fresh = inventedRecords(60, 99)
    .filter(({ type }) => type === 'statement')
    .slice(0, 50);
  const previous = { manifest: pack.manifest, records, steps: [] };
  const changed = records.map((record, at) =>
    record.type === 'statement' && at % 997 === 0 && fresh[0]
      ? { ...record, text: (fresh[0] as typeof record).text }
      : record,
  );
  const next = nextEdition(
    facts(2, 'pack-0'),
    {
      previous,
      records: [
        ...changed,
        ...fresh
          .slice(0, 50 - changedCount(records, changed))
          .map((record) => Object.assign({}, record, { id: newId(record.id) })),
      ],
    },
    sha256,
  );
  const [delta] = next.manifest.deltas;
  return [
    row(
      'daily update of 50 changes: manifest with its delta, bytes',
      jsonBytes(next.manifest).length,
      '',
    ),
    row(
      'daily update of 50 changes: delta, bytes',
      ((delta?.inline ?? '').length * 3) / 4 + (delta?.object?.bytes ?? 0),
      '≤ 10000',
    ),
    row(
      'daily update of 50 changes: requests beyond metadata',
      next.manifest.deltas.filter(({ inline }) => inline === undefined).length,
      '≤ 1',
    ),
  ];
}

function changedCount(
  before: readonly PublishedRecord[],
  after: readonly PublishedRecord[],
): number {
  return before.filter((record, at) => record !== after[at]).length;
}

function newId(id: PublishedRecord['id']): PublishedRecord['id'] {
  const ref = parseRef(`x:${id.slice(0, -1)}z`);
  return (ref?.slice(2) ?? id) as PublishedRecord['id'];
}

/** Frames against whole shards: how many bytes each costs, and how much one question inflates. */
function cuts(size: number): BenchRow[] {
  const records = inventedRecords(size);
  const raw = records.reduce((sum, record) => sum + JSON.stringify(record).length + 1, 0);
  const whole = gzipSync(
    strToU8(records.map((record) => JSON.stringify(record)).join('\n')),
  ).length;
  const ways: readonly (readonly [string, CutSizes])[] = [
    ['frames of 8 KB', { frameRaw: 8 * 1024, shardBytes: 48 * 1024 }],
    ['frames of 12 KB (chosen)', { frameRaw: 12 * 1024, shardBytes: 48 * 1024 }],
    ['frames of 16 KB', { frameRaw: 16 * 1024, shardBytes: 48 * 1024 }],
    ['shards inflated whole', { frameRaw: 128 * 1024, shardBytes: 32 * 1024 }],
  ];
  return ways.map(([name, sizes]) => {
    const { manifest } = buildPack(facts(1, 'cut'), records, { sha256, sizes });
    const bytes = manifest.base.shards.reduce((sum, shard) => sum + shard.bytes, 0);
    return row(
      `${name}: bytes of shards against one gzip of all`,
      bytes / whole,
      `raw ${(raw / 1e6).toFixed(1)} MB`,
    );
  });
}

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * at)] ?? Number.NaN;
}

function row(measure: string, ours: number, goal: string): BenchRow {
  return { bench: 'dataset', measure, ours, goal, peers: '' };
}
