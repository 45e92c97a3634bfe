import { packsToShow } from '@/lib/dataset/listing';
import { parseCatalog } from '@/lib/dataset/manifest';
import {
  lastWordOf,
  type OfferedPack,
  type SourceChange,
  type SourcePack,
  type SourceState,
} from '@/lib/dataset/source-state';
import {
  bumpState,
  type DatasetDatabase,
  type DatasetRow,
  type PackRow,
  type RecallRow,
} from './dataset-database';
import { bytesOfBase, pruneDatasets, removeDataset, verifyStored } from './keep-datasets';
import { keepSubscriptionList } from './subscription-list';

/** A dataset that the reader says yes to; its first edition is still to come. */
type Added = Pick<DatasetRow, 'id' | 'title' | 'urls' | 'wanted'> & {
  readonly licence: string;
  readonly fingerprint: string;
  readonly publisher?: string;
  readonly homepage?: string;
  readonly firstRoot: Uint8Array;
  readonly listing?: Uint8Array;
  readonly at: number;
};

/** The datasets that the reader has, listed and changed; nothing here touches what the reader saved. */
export type SourcesKept = {
  list(): Promise<readonly SourceState[]>;
  add(source: Added): Promise<void>;
  change(id: string, change: SourceChange): Promise<void>;
  remove(id: string): Promise<void>;
  verify(): Promise<number>;
  reinstall(): Promise<boolean>;
};

/** What the sources need from outside; `now` in milliseconds since 1970. */
type Around = { readonly reinstall: () => Promise<boolean>; readonly now: () => number };

export function openSourcesStore(
  database: DatasetDatabase,
  { reinstall, now }: Around,
): SourcesKept {
  return {
    list: async () => await listSources(database),
    add: async (source) => {
      await addSource(database, source);
      await keepSubscriptionList(database);
    },
    change: async (id, change) => {
      await changeSource(database, id, change);
      await keepSubscriptionList(database);
    },
    remove: async (id) => {
      if ((await database.datasets.get(id))?.trust !== 'subscribed') return;
      await keepSubscriptionList(database, id);
      await removeDataset(database, id);
      await pruneDatasets(database, now());
    },
    verify: async () => (await verifyStored(database)).length,
    reinstall,
  };
}

/** Built-in datasets first, each group by title as it was added. */
async function listSources(database: DatasetDatabase): Promise<SourceState[]> {
  const [rows, packs, recalls] = await Promise.all([
    database.datasets.toArray(),
    database.packs.toArray(),
    database.recalls.toArray(),
  ]);
  const offered = await Promise.all(rows.map(async (row) => await offeredBy(database, row)));
  return rows
    .map((row, at) => stateOfRow(row, packs, recalls, offered[at] ?? []))
    .toSorted((a, b) => a.trust.localeCompare(b.trust) || a.id.localeCompare(b.id));
}

/** What the catalog that is kept beside the metadata offers; nothing where nobody can be asked for it. */
async function offeredBy(
  { tuf }: DatasetDatabase,
  { id, urls, edition }: DatasetRow,
): Promise<readonly OfferedPack[]> {
  const kept = urls.length > 0 && edition > 0 ? await tuf.get([id, 'file']) : undefined;
  const catalog = kept && parseCatalog(kept.bytes);
  if (catalog?.ok !== true) return [];
  const listing = await tuf.get([id, 'listing']);
  return packsToShow(catalog.value, listing?.bytes).map(offerOf);
}

function offerOf({ pack, title, bytes, counts }: OfferedPack): OfferedPack {
  const { statements, entities, figures } = counts;
  return { pack, title, bytes, counts: { statements, entities, figures } };
}

// oxlint-disable-next-line max-params -- a row and all that belongs to it
function stateOfRow(
  row: DatasetRow,
  packs: readonly PackRow[],
  recalls: readonly RecallRow[],
  offers: readonly OfferedPack[],
): SourceState {
  const { id, title, trust, urls, edition, changedAt, paused = false, lastResult } = row;
  const { publisher, homepage, licence, fingerprint } = row;
  const held = packs.filter(({ dataset }) => dataset === id);
  const recalled = reasonsOf(recalls.filter(({ dataset }) => dataset === id));
  return {
    id,
    title,
    ...(publisher !== undefined && { publisher }),
    ...(homepage !== undefined && { homepage }),
    ...(licence !== undefined && { licence }),
    trust,
    urls,
    ...(fingerprint !== undefined && { fingerprint }),
    edition,
    heldSince: changedAt,
    paused,
    packs: held.map(packOf),
    offered: offers.filter(({ pack }) => !held.some((each) => each.pack === pack)),
    recalled,
    ...(lastResult && { last: { at: lastResult.at, word: lastWordOf(lastResult.outcome) } }),
  };
}

function reasonsOf(recalls: readonly RecallRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of recalls) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function packOf({ pack, on, edition, base, damaged = false, manifest }: PackRow): SourcePack {
  const { title, counts } = manifest;
  return { ...offerOf({ pack, title, bytes: bytesOfBase(base), counts }), on, edition, damaged };
}

async function addSource(database: DatasetDatabase, source: Added): Promise<void> {
  const { firstRoot, listing, at, urls, ...facts } = source;
  const { id, title, licence, fingerprint, publisher, homepage, wanted } = facts;
  await database.transaction('rw', [database.datasets, database.tuf], async () => {
    const held = await database.datasets.get(id);
    if (held) {
      await database.datasets.update(id, { urls: [...new Set([...held.urls, ...urls])] });
      return;
    }
    await database.datasets.put({
      id,
      title,
      edition: 0,
      trust: 'subscribed',
      urls,
      fingerprint,
      ...(publisher !== undefined && { publisher }),
      ...(homepage !== undefined && { homepage }),
      licence,
      ...(wanted && { wanted }),
      changedAt: at,
    });
    await database.tuf.put({ dataset: id, role: 'root', bytes: firstRoot });
    if (listing) await database.tuf.put({ dataset: id, role: 'listing', bytes: listing });
  });
}

async function changeSource(
  database: DatasetDatabase,
  id: string,
  { paused, packs = {} }: SourceChange,
): Promise<void> {
  const { datasets, packs: rows, meta } = database;
  await database.transaction('rw', [datasets, rows, meta], async () => {
    if (paused !== undefined) await datasets.update(id, { paused });
    const others = new Map(Object.entries(packs));
    for (const [pack, on] of others) {
      if ((await rows.update([id, pack], { on })) > 0) others.delete(pack);
    }
    if (others.size > 0) await wantPacks(database, id, others);
    if (Object.keys(packs).length > 0) await bumpState(database);
  });
}

/** Packs that are not here yet: the next look brings those that the reader wants from now on. */
async function wantPacks(
  { datasets, packs }: DatasetDatabase,
  id: string,
  changes: ReadonlyMap<string, boolean>,
): Promise<void> {
  const row = await datasets.get(id);
  const held = (await packs.toArray()).filter(({ dataset }) => dataset === id);
  const before = row?.wanted ?? held.map(({ pack }) => pack);
  const kept = before.filter((pack) => changes.get(pack) !== false);
  const added = [...changes].flatMap(([pack, on]) => (on ? [pack] : []));
  await datasets.update(id, { wanted: [...new Set([...kept, ...added])] });
}
