import { tick } from '@/lib/collections/clock';
import { join, lastClock, type RecordState } from '@/lib/collections/record-state';
import type { LibraryDatabase } from './library-database';
import { putCollection, putItems, type Sources, writerOf } from './library-writer';

/**
 * What the library remembers for the exchange with other devices (the `Journal` of
 * `lib/sync/device-folder.ts`).
 */
export type LibraryJournal = {
  device(): Promise<string>;
  unsent(): Promise<{ readonly states: readonly RecordState[]; readonly upTo: number }>;
  everything(): Promise<readonly RecordState[]>;
  sent(upTo: number): Promise<void>;
  claim(above: number): Promise<number>;
  seen(): Promise<ReadonlySet<string>>;
  take(path: string, states: readonly RecordState[]): Promise<void>;
};

/** Opens the journal of a library. */
export function openJournal(sources: Sources, database: LibraryDatabase): LibraryJournal {
  const writer = writerOf(database, sources);
  return {
    device: async () => await writer.write(async () => textOf(await metaAt(database, 'device'))),
    unsent: async () => await unsent(database),
    everything: async () => await everything(database),
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
        for (const state of states) await takeOne(database, state, sources);
        const seen = namesOf(await metaAt(database, 'seenSegments'));
        await database.meta.put({ key: 'seenSegments', value: [...new Set([...seen, path])] });
      }),
  };
}

async function unsent(database: LibraryDatabase): Promise<{ states: RecordState[]; upTo: number }> {
  const from = numberOf(await metaAt(database, 'sentUpTo'));
  const rows = await database.log.where('seq').above(from).toArray();
  const here = rows.filter(({ foreign }) => foreign !== true);
  const ids = (of: 'item' | 'collection'): string[] => [
    ...new Set(here.filter((row) => row.of === of).flatMap((row) => row.ids)),
  ];
  const collections = await database.collections.bulkGet(ids('collection'));
  const items = await database.items.bulkGet(ids('item'));
  return {
    states: [...collections, ...items].flatMap((row) => row?.state ?? []),
    upTo: rows.at(-1)?.seq ?? from,
  };
}

async function everything(database: LibraryDatabase): Promise<RecordState[]> {
  const collections = await database.collections.toArray();
  const items = await database.items.toArray();
  return [...collections, ...items].map(({ state }) => state);
}

/** Joins one record in; this device's clock never falls behind what it has seen. */
async function takeOne(
  database: LibraryDatabase,
  state: RecordState,
  { now }: Sources,
): Promise<void> {
  const seen = lastClock(state);
  const clock = textOf(await metaAt(database, 'clock'));
  if (seen > clock) {
    const device = textOf(await metaAt(database, 'device'));
    await database.meta.put({ key: 'clock', value: tick(seen, now(), device) });
  }
  if (state.of === 'item') {
    const mine = await database.items.get(state.id);
    await putItems(database, [mine ? join(mine.state, state) : state], { foreign: true });
  } else {
    const mine = await database.collections.get(state.id);
    await putCollection(database, mine ? join(mine.state, state) : state, { foreign: true });
  }
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
