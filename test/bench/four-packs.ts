import 'fake-indexeddb/auto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexOf, jsonBytes } from '@/lib/dataset/build-pack';
import { catalogFiles } from '@/lib/dataset/listing';
import {
  manifestPath,
  type PackEntry,
  parseCatalog,
  parseManifest,
  type SmallCatalog,
} from '@/lib/dataset/manifest';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { ALL_GUARDS } from '@/lib/sync/guards';
import { syncDataset } from '@/lib/sync/sync-dataset';
import { hasNginx, type Logged, type Nginx, startNginx } from '@/test/support/nginx';
import { sha256 } from '@/test/support/published';
import { type BenchRow, rowsOf } from './row';
import { buildIn, type Packs, signIn, writePacks } from './scale-tree';

/**
 * Whether a reader of four packs of 10,000 statements pays the same in a dataset of ten such packs as
 * in one of a hundred, counted by a real nginx: the first download, a day on which nothing changed, and
 * one on which fifty records changed in every pack. Of the hundred, ninety are the first ten again under
 * other names: a reader who does not want them meets their entries in the catalog and nothing else.
 */
export async function benchFourPacks(): Promise<readonly BenchRow[]> {
  if (!hasNginx) return [];
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  // A server reads the tree under a name of its own.
  chmodSync(folder, 0o755);
  try {
    const publishers = [1, 10].map((times) => new Publisher(folder, times));
    const sides: Side[] = [];
    await build(folder, 1);
    for (const publisher of publishers) sides.push(await begun(publisher));
    await build(folder, 2);
    for (const [at, publisher] of publishers.entries()) {
      await publisher.publish();
      const side = sides[at];
      if (side) side.visits['a day of 200 changes'] = await visit(side);
    }
    const bills = await Promise.all(sides.map(async (side) => await billOf(side)));
    for (const { nginx, database } of sides) {
      await nginx.stop();
      await database.delete();
    }
    return rowsOf('four packs', rowsFor(bills));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PACKS: Omit<Packs, 'edition'> = { size: 100_000, packs: 10 };
const WANTED = ['pack-0', 'pack-3', 'pack-6', 'pack-9'];

type Traffic = { readonly bytes: number; readonly requests: number };
type Bill = {
  readonly size: number;
  readonly visits: Readonly<Record<string, Traffic>>;
  readonly stored: number;
};
/** A publisher's host and its reader. */
type Side = {
  readonly size: number;
  readonly nginx: Nginx;
  readonly database: DatasetDatabase;
  readonly visits: Record<string, Traffic>;
};

/** Ten packs by the real command, in an edition that goes on from the one before. */
async function build(folder: string, edition: number): Promise<void> {
  writePacks(folder, { ...PACKS, edition });
  await buildIn(folder, ...(edition > 1 ? ['--previous', join(folder, 'tree')] : []));
}

/** Publishes the ten packs as often as wanted, signed by the real command. */
class Publisher {
  readonly size: number;
  readonly work: string;
  readonly #from: string;
  readonly #times: number;

  constructor(folder: string, times: number) {
    this.size = PACKS.size * times;
    this.#from = join(folder, 'tree');
    this.#times = times;
    this.work = join(folder, `times-${times}`);
  }

  async publish(): Promise<void> {
    const tree = join(this.work, 'tree');
    mkdirSync(join(tree, 't'), { recursive: true });
    cpSync(join(this.#from, 'o'), join(tree, 'o'), { recursive: true });
    const catalog = catalogIn(this.#from);
    const packs: PackEntry[] = [];
    for (let time = 0; time < this.#times; time += 1) {
      for (const entry of catalog.packs) packs.push(this.#named(entry, time));
    }
    for (const [path, bytes] of catalogFiles({ ...catalog, packs }, sha256)) {
      writeFileSync(join(tree, path), bytes);
    }
    await signIn(this.work);
  }

  /** A pack under the name that it has the first, second … time. */
  #named(entry: PackEntry, time: number): PackEntry {
    const path = manifestPath(entry.manifest.sha256, entry.pack);
    const manifest = parseManifest(readFileSync(join(this.#from, path)));
    if (!manifest.ok) throw new Error(manifest.problem);
    const pack = time === 0 ? entry.pack : `${entry.pack}-${time}`;
    const bytes = jsonBytes({ ...manifest.value, pack });
    const hash = hexOf(sha256(bytes));
    writeFileSync(join(this.work, 'tree', manifestPath(hash, pack)), bytes);
    // No two packs hold the same number of anything.
    const seed = Number.parseInt(hash.slice(0, 6), 16) * Number(time > 0);
    const counts = { ...entry.counts, entities: entry.counts.entities + (seed % 991) };
    const told = { bytes: entry.bytes + (seed % 99_991), counts };
    return { ...entry, ...told, pack, manifest: { sha256: hash, bytes: bytes.length } };
  }
}

function catalogIn(tree: string): SmallCatalog {
  const catalog = parseCatalog(readFileSync(join(tree, 'catalog.json')));
  if (!catalog.ok || catalog.value.format !== 1) throw new Error('there is no small catalog');
  return catalog.value;
}

/** A reader's first two days. */
async function begun(publisher: Publisher): Promise<Side> {
  await publisher.publish();
  const nginx = await startNginx(join(publisher.work, 'tree'));
  const database = await newReader(publisher.work, nginx.url);
  const side: Side = { size: publisher.size, nginx, database, visits: {} };
  side.visits['first download'] = await visit(side);
  side.visits['a day without news'] = await visit(side);
  return side;
}

async function billOf({ size, visits, database }: Side): Promise<Bill> {
  const rows = await database.objects.toArray();
  return { size, visits, stored: rows.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

async function newReader(work: string, url: string): Promise<DatasetDatabase> {
  const database = await openDatasetDatabase(`four-${work}`);
  const row = { title: {}, edition: 0, trust: 'built-in', changedAt: 0 } as const;
  await database.datasets.put({ id: 'scale', urls: [url], wanted: WANTED, ...row });
  const bytes = new Uint8Array(readFileSync(join(work, 'tree/1.root.json')));
  await database.tuf.put({ dataset: 'scale', role: 'root', bytes });
  return database;
}

async function visit({ nginx, database }: Pick<Side, 'nginx' | 'database'>): Promise<Traffic> {
  await nginx.log();
  const store = openSyncedStore(database);
  const [subscription] = await store.subscriptions();
  if (!subscription) throw new Error('nobody subscribed');
  const outcome = await syncDataset(
    subscription,
    {
      store,
      fetch,
      now: Date.now,
      random: Math.random,
      room: async () => await Promise.resolve({}),
      guards: ALL_GUARDS,
    },
    { isQuick: true },
  );
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
  const log: readonly Logged[] = await nginx.log();
  return { bytes: log.reduce((sum, { sent }) => sum + sent, 0), requests: log.length };
}

type Row = Omit<BenchRow, 'bench'>;

function rowsFor(bills: readonly Bill[]): Row[] {
  const [small, large] = bills;
  if (!small || !large) return [];
  const against = (what: string, pick: (bill: Bill) => number): Row => ({
    measure: `${what}, ${large.size} published against ${small.size}`,
    ours: pick(large) / pick(small),
    goal: '≤ 1.1',
    peers: `${pick(large)} against ${pick(small)}`,
  });
  const month = ({ visits }: Bill): number =>
    (visits['first download']?.bytes ?? 0) + 30 * (visits['a day of 200 changes']?.bytes ?? 0);
  return [
    ...Object.keys(small.visits).flatMap((name) => [
      against(`${name}: bytes`, ({ visits }) => visits[name]?.bytes ?? 0),
      against(`${name}: requests`, ({ visits }) => visits[name]?.requests ?? 0),
    ]),
    against('first month with daily editions: bytes', month),
    against('stored: bytes', ({ stored }) => stored),
  ];
}
