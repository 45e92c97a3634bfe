import type { DatasetLabel, Shelf } from '@/lib/context/shelf';
import type { Names } from '@/lib/names/names';
import type { Holdings } from '@/lib/reading/reading-room';
import { type DatasetDatabase, openDatasetDatabase, stateOf } from './dataset-database';
import { openDatasetNames } from './dataset-names';
import { openShelf } from './dataset-shelf';
import { type Embedded, installEmbedded } from './install-embedded';

/** The datasets that the reader holds, opened when something is first asked of them. */
export type DatasetStore = {
  /** Names and records as they are now; after a switch to a new edition they are opened anew. */
  holdings(): Promise<Holdings>;
  labels(): Promise<readonly DatasetLabel[]>;
  database(): Promise<DatasetDatabase>;
};

type Opened = { readonly state: number; readonly names: Names; readonly shelf: Shelf };

/**
 * Opens the store over the extension's package: its datasets are installed through the checks that
 * subscriptions go through. Where they are damaged the rest still works, and says so.
 */
export function openDatasetStore(embedded: () => Embedded): DatasetStore {
  let installed: Promise<{ database: DatasetDatabase; damaged: boolean }> | undefined;
  let opened: Promise<Opened> | undefined;
  const install = async (): Promise<{ database: DatasetDatabase; damaged: boolean }> => {
    const database = await openDatasetDatabase();
    const outcome = await installEmbedded(database, embedded());
    return { database, damaged: !outcome.ok };
  };
  const ready = async (): Promise<{ database: DatasetDatabase; damaged: boolean }> =>
    await (installed ??= install());
  return {
    database: async () => (await ready()).database,
    labels: async () => await openShelf((await ready()).database).datasets(),
    holdings: async () => {
      const { database, damaged } = await ready();
      const state = await stateOf(database);
      if ((await opened)?.state !== state) opened = openAt(database, state);
      const { names, shelf } = await (opened ?? openAt(database, state));
      return { names, shelf, damaged };
    },
  };
}

async function openAt(database: DatasetDatabase, state: number): Promise<Opened> {
  return { state, names: await openDatasetNames(database), shelf: openShelf(database, state) };
}
