import type { Host } from './host';
import type { SyncOffice } from './sync-office';
import type { Repository } from './tuf-repository';

/** A dataset's repository on a host, with what is kept of it. */
export async function repositoryOf(
  host: Host,
  { dataset, folder }: { readonly dataset: string; readonly folder: string },
  { store, now, guards }: SyncOffice,
): Promise<Repository> {
  return {
    host,
    folder,
    trusted: await store.metadata(dataset, folder),
    keep: async (changes) => await store.keepMetadata(dataset, folder, changes),
    now: now(),
    guards,
  };
}
