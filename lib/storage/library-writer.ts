import { type Clock, later, tick } from '@/lib/collections/clock';
import type { Item } from '@/lib/collections/item';
import type { CollectionState, ItemState } from '@/lib/collections/record-state';
import { writeItem } from '@/lib/collections/write-record';
import {
  isNewer,
  type ItemRow,
  type LibraryDatabase,
  type LogRow,
  rowOf,
} from './library-database';

/** Where time and ids come from. */
export type Sources = { readonly now: () => number; readonly newId: () => string };

/** Takes back what was done, and only that. */
export type Undo = () => Promise<void>;

/** Runs one write with a moment of this device's clock. */
export type Writer = {
  readonly database: LibraryDatabase;
  readonly sources: Sources;
  write<Answer>(work: (at: Clock) => Promise<Answer>): Promise<Answer>;
};

/** Every write is one transaction over all tables: wholly there or not at all. */
export function writerOf(database: LibraryDatabase, sources: Sources): Writer {
  const { items, collections, log, meta } = database;
  return {
    database,
    sources,
    write: async (work) => {
      if (await isNewer(database)) throw new Error('newer-library');
      return await database.transaction('rw', [items, collections, log, meta], async () => {
        const device = await textAt(database, 'device', sources.newId);
        const last = await textAt(database, 'clock', () => '');
        const at = tick(last, sources.now(), device);
        await meta.put({ key: 'clock', value: later(last, at) });
        return await work(at);
      });
    },
  };
}

async function textAt(
  { meta }: LibraryDatabase,
  key: string,
  otherwise: () => string,
): Promise<string> {
  const value = (await meta.get(key))?.value;
  if (typeof value === 'string') return value;
  const made = otherwise();
  await meta.put({ key, value: made });
  return made;
}

/** The rows of these ids, those unknown left out. */
export async function itemRows(
  { items }: LibraryDatabase,
  ids: readonly string[],
): Promise<ItemRow[]> {
  const rows = await items.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

/** Puts items and notes in the log that they were touched. */
export async function putItems(
  { items, log }: LibraryDatabase,
  states: readonly ItemState[],
  origin: Pick<LogRow, 'foreign'> = {},
): Promise<void> {
  await items.bulkPut(states.map(rowOf));
  if (states.length > 0) await log.add({ of: 'item', ids: states.map(({ id }) => id), ...origin });
}

/** Puts a collection and notes in the log that it was touched. */
export async function putCollection(
  { collections, log }: LibraryDatabase,
  state: CollectionState,
  origin: Pick<LogRow, 'foreign'> = {},
): Promise<void> {
  await collections.put({ id: state.id, state });
  await log.add({ of: 'collection', ids: [state.id], ...origin });
}

/** Makes items look as given, removed ones included. */
export async function showItems(
  database: LibraryDatabase,
  wanted: readonly Item[],
  at: Clock,
): Promise<void> {
  const ids = wanted.map(({ id }) => id);
  const states = new Map((await itemRows(database, ids)).map(({ id, state }) => [id, state]));
  await putItems(
    database,
    wanted.map((item) => writeItem(states.get(item.id), item, at)),
  );
}
