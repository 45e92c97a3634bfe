import { later, tick } from '@/lib/collections/clock';
import {
  type CollectionState,
  type ItemState,
  join,
  lastClock,
  type RecordState,
} from '@/lib/collections/record-state';
import type { LibraryDatabase } from './library-database';
import { itemRows, putCollection, putItems, type Sources, writerOf } from './library-writer';

/**
 * What the library remembers for the exchange with other devices (the `Journal` of
 * `lib/sync/device-folder.ts`).
 */
export type LibraryJournal = {
  device(): Promise<string>;
  unsent(): Promise<{ readonly parts: Parts; readonly upTo: number }>;
  everything(): Parts;
  sent(upTo: number): Promise<void>;
  claim(above: number): Promise<number>;
  seen(): Promise<ReadonlySet<string>>;
  take(path: string, states: readonly RecordState[]): Promise<void>;
};

type Parts = AsyncIterable<readonly RecordState[]>;

/** So many at once, between which a page that is open stays at hand. */
const AT_ONCE = 500;

/** Opens the journal of a library. */
export function openJournal(sources: Sources, database: LibraryDatabase): LibraryJournal {
  const writer = writerOf(database, sources);
  return {
    device: async () => await writer.write(async () => textOf(await metaAt(database, 'device'))),
    unsent: async () => await unsent(database),
    everything: () => everything(database),
    sent: async (upTo) => void (await database.meta.put({ key: 'sentUpTo', value: upTo })),
    claim: async (above) =>
      await writer.write(async () => {
        const number = Math.max(above, numberOf(await metaAt(database, 'segment'))) + 1;
        await database.meta.put({ key: 'segment', value: number });
        return number;
      }),
    seen: async () => new Set(namesOf(await metaAt(database, 'seenSegments'))),
    take: async (path, states) =>
      await writer.write(async () => {
        await takeIn(database, states, sources);
        const seen = namesOf(await metaAt(database, 'seenSegments'));
        await database.meta.put({ key: 'seenSegments', value: [...new Set([...seen, path])] });
      }),
  };
}

async function unsent(database: LibraryDatabase): Promise<{ parts: Parts; upTo: number }> {
  const from = numberOf(await metaAt(database, 'sentUpTo'));
  const rows = await database.log.where('seq').above(from).toArray();
  const here = rows.filter(({ foreign }) => foreign !== true);
  const idsOf = (of: 'item' | 'collection'): string[] => [
    ...new Set(here.filter((row) => row.of === of).flatMap((row) => row.ids)),
  ];
  const parts = statesOf(database, idsOf('collection'), idsOf('item'));
  return { parts, upTo: rows.at(-1)?.seq ?? from };
}

// oxlint-disable-next-line max-params -- a database and the ids of its two tables
async function* statesOf(
  database: LibraryDatabase,
  collections: readonly string[],
  items: readonly string[],
): AsyncGenerator<readonly RecordState[]> {
  const groups = await database.collections.bulkGet([...collections]);
  yield groups.flatMap((row) => row?.state ?? []);
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const rows = await database.items.bulkGet(items.slice(from, from + AT_ONCE));
    yield rows.flatMap((row) => row?.state ?? []);
  }
}

/** Removed items too, which other devices must learn of. */
async function* everything(database: LibraryDatabase): AsyncGenerator<readonly RecordState[]> {
  const collections = await database.collections.toCollection().primaryKeys();
  const items = await database.items.toCollection().primaryKeys();
  yield* statesOf(database, collections, items);
}

/** Joins records in; this device's clock never falls behind what it has seen. */
async function takeIn(
  database: LibraryDatabase,
  states: readonly RecordState[],
  { now }: Sources,
): Promise<void> {
  let seen = '';
  for (const state of states) seen = later(seen, lastClock(state));
  const clock = textOf(await metaAt(database, 'clock'));
  if (seen > clock) {
    const device = textOf(await metaAt(database, 'device'));
    await database.meta.put({ key: 'clock', value: tick(seen, now(), device) });
  }
  await takeItems(
    database,
    states.filter((state) => state.of === 'item'),
  );
  for (const state of states) if (state.of === 'collection') await takeCollection(database, state);
}

/** Of what is known already nothing is written, so that no page reads it anew. */
async function takeItems(database: LibraryDatabase, states: readonly ItemState[]): Promise<void> {
  for (let from = 0; from < states.length; from += AT_ONCE) {
    const some = states.slice(from, from + AT_ONCE);
    const rows = await itemRows(
      database,
      some.map(({ id }) => id),
    );
    const mine = new Map(rows.map(({ id, state }) => [id, state]));
    const joined = new Map<string, ItemState>();
    for (const state of some) {
      const known = joined.get(state.id) ?? mine.get(state.id);
      joined.set(state.id, known ? join(known, state) : state);
    }
    const changed = [...joined.values()].filter((state) => !isSame(state, mine.get(state.id)));
    await putItems(database, changed, { foreign: true });
  }
}

async function takeCollection(database: LibraryDatabase, state: CollectionState): Promise<void> {
  const mine = (await database.collections.get(state.id))?.state;
  const joined = mine ? join(mine, state) : state;
  if (!isSame(joined, mine)) await putCollection(database, joined, { foreign: true });
}

function isSame(a: RecordState, b: RecordState | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

async function metaAt({ meta }: LibraryDatabase, key: string): Promise<unknown> {
  return (await meta.get(key))?.value;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
