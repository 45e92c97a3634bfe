import type { SourceProgress } from '@/lib/dataset/source-state';
import type { SyncOffice } from './sync-office';
import type { SyncStore } from './sync-store';

/** The same office, whose work is told of as it goes and ends when the signal is aborted. */
export function watchedOffice(
  office: SyncOffice,
  tell: (progress: SourceProgress) => void,
  signal: AbortSignal,
): SyncOffice {
  return {
    ...office,
    store: watchedStore(office.store, tell),
    signal,
    fetch: async (input, init) => {
      const given = init?.signal;
      const both = given ? AbortSignal.any([given, signal]) : signal;
      return await office.fetch(input, { ...init, signal: both });
    },
  };
}

/** A sync asks the store for each step that it takes; that is where its progress is seen. */
function watchedStore(store: SyncStore, tell: (progress: SourceProgress) => void): SyncStore {
  let id = '';
  const bytes = { done: 0, of: 0 };
  const packs = { done: 0, of: 0 };
  return {
    ...store,
    metadata: async (dataset, folder) => {
      if (dataset !== id) {
        id = dataset;
        for (const count of [bytes, packs]) Object.assign(count, { done: 0, of: 0 });
        tell({ id, step: 'looking', done: 0, of: 0 });
      }
      return await store.metadata(dataset, folder);
    },
    missing: async (manifest) => {
      const missing = await store.missing(manifest);
      packs.of += 1;
      if (missing.ok) for (const object of missing.value) bytes.of += object.bytes;
      return missing;
    },
    keepObject: async (object, found) => {
      const isKept = await store.keepObject(object, found);
      bytes.done = Math.min(bytes.of, bytes.done + object.bytes);
      tell({ id, step: 'fetching', ...bytes });
      return isKept;
    },
    prepare: async (trusted, at) => {
      tell({ id, step: 'checking', ...packs });
      packs.done += 1;
      return await store.prepare(trusted, at);
    },
  };
}
