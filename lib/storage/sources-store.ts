import {
  lastWordOf,
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
type Added = Pick<DatasetRow, 'id' | 'title' | 'urls'> & {
  readonly licence: string;
  readonly fingerprint: string;
  readonly publisher?: string;
  readonly homepage?: string;
  readonly firstRoot: Uint8Array;
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
  return rows
    .map((row) => stateOfRow(row, packs, recalls))
    .toSorted((a, b) => a.trust.localeCompare(b.trust) || a.id.localeCompare(b.id));
}

function stateOfRow(
  row: DatasetRow,
  packs: readonly PackRow[],
  recalls: readonly RecallRow[],
): SourceState {
  const { id, title, trust, urls, edition, changedAt, paused = false, lastResult } = row;
  const { publisher, homepage, licence, fingerprint } = row;
  const recalled: Record<string, number> = {};
  for (const { dataset, reason } of recalls) {
    if (dataset === id) recalled[reason] = (recalled[reason] ?? 0) + 1;
  }
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
    packs: packs.filter(({ dataset }) => dataset === id).map(packOf),
    recalled,
    ...(lastResult && { last: { at: lastResult.at, word: lastWordOf(lastResult.outcome) } }),
  };
}

function packOf({ pack, on, edition, base, damaged = false, manifest }: PackRow): SourcePack {
  const { statements, entities, figures } = manifest.counts;
  return {
    pack,
    title: manifest.title,
    on,
    edition,
    bytes: bytesOfBase(base),
    damaged,
    counts: { statements, entities, figures },
  };
}

async function addSource(database: DatasetDatabase, source: Added): Promise<void> {
  const { firstRoot, at, urls, ...facts } = source;
  const { id, title, licence, fingerprint, publisher, homepage } = facts;
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
      changedAt: at,
    });
    await database.tuf.put({ dataset: id, role: 'root', bytes: firstRoot });
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
    for (const [pack, on] of Object.entries(packs)) await rows.update([id, pack], { on });
    if (Object.keys(packs).length > 0) await bumpState(database);
  });
}
