import type { DatasetLabel, Shelf } from '@/lib/context/shelf';
import type { Names } from '@/lib/names/names';
import type { Holdings } from '@/lib/reading/reading-room';
import {
  bumpState,
  type DatasetDatabase,
  hasDamagedPack,
  openDatasetDatabase,
  stateOf,
} from './dataset-database';
import { openDatasetNames } from './dataset-names';
import { openShelf } from './dataset-shelf';
import { type Embedded, installEmbedded } from './install-embedded';

/** The datasets that the reader holds, opened when something is first asked of them. */
export type DatasetStore = {
  /**
   * Names and records as they are now; after a switch to a new edition, and after a repair, they are
   * opened anew. Names are not read before they are asked for: a card needs none.
   */
  holdings(): Promise<Holdings>;
  labels(): Promise<readonly DatasetLabel[]>;
  database(): Promise<DatasetDatabase>;
  /** Installs anew what of the package is damaged or missing. @returns whether readers see a change */
  reinstall(): Promise<boolean>;
};

type Opened = {
  readonly state: number;
  readonly shelf: Shelf;
  names?: Promise<Names>;
};

/**
 * Opens the store over the extension's package: its datasets are installed through the checks that
 * subscriptions go through. Where they are damaged the rest still works, and says so until the next
 * install that finds everything in order.
 */
export function openDatasetStore(embedded: () => Embedded): DatasetStore {
  let ready: Promise<DatasetDatabase> | undefined;
  let opened: Opened | undefined;
  let isInstalled = true;
  const install = async (database: DatasetDatabase): Promise<boolean> => {
    const before = isInstalled;
    const outcome = await installEmbedded(database, embedded());
    isInstalled = outcome.ok;
    if (isInstalled !== before) await bumpState(database);
    return isInstalled !== before || (outcome.ok && outcome.value.installed.length > 0);
  };
  const open = async (): Promise<DatasetDatabase> => {
    const database = await openDatasetDatabase();
    await install(database);
    return database;
  };
  const database = async (): Promise<DatasetDatabase> => await (ready ??= open());
  return {
    database,
    labels: async () => await openShelf(await database()).datasets(),
    holdings: async () => {
      const stored = await database();
      const state = await stateOf(stored);
      if (opened?.state !== state) opened = { state, shelf: openShelf(stored) };
      const held = opened;
      return {
        shelf: held.shelf,
        named: async () => {
          const names = await namesIn(stored, held);
          return { names, damaged: !isInstalled || (await hasDamagedPack(stored)) };
        },
      };
    },
    reinstall: async () => await install(await database()),
  };
}

async function namesIn(database: DatasetDatabase, held: Opened): Promise<Names> {
  held.names ??= openDatasetNames(database);
  try {
    return await held.names;
  } catch (error) {
    // What could not be read now may be readable at the next question.
    delete held.names;
    throw error;
  }
}
