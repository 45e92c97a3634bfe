import type { Guards } from './guards';
import type { SyncStore } from './sync-store';

/** Everything from outside that a sync needs. */
export type SyncOffice = {
  readonly store: SyncStore;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** `navigator.storage.estimate()`, in bytes. */
  readonly room: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
  readonly guards: Guards;
  /** Aborted when the reader stops the work. */
  readonly signal?: AbortSignal;
};
