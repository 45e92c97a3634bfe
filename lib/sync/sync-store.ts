import type { Change } from '@/lib/dataset/delta';
import type { EditionProblem } from '@/lib/dataset/edition';
import type { Catalog, ObjectRef, PackManifest } from '@/lib/dataset/manifest';
import type { Recalls } from '@/lib/dataset/recalls';
import type { Kept } from '@/lib/dataset/signed-paths';
import type { Result } from '@/lib/result';

/** A dataset that is kept in step with its publisher. */
export type Subscription = {
  readonly id: string;
  readonly trust: 'built-in' | 'subscribed';
  /** Mirrors, all equal, each ending in `/`. */
  readonly urls: readonly string[];
  /** The reader wants no updates for now. */
  readonly paused?: boolean;
  /** Packs that the reader chose; absent where all of the first edition were taken. */
  readonly wanted?: readonly string[];
  /** None before the first edition. */
  readonly packs: readonly {
    readonly pack: string;
    readonly on: boolean;
    readonly edition: number;
    readonly damaged: boolean;
    /** What its base takes. */
    readonly bytes: number;
  }[];
};

/** A pack whose new edition is stored and checked, and seen by nobody yet. */
export type PreparedPack = {
  readonly manifest: PackManifest;
  readonly manifestSha256: string;
  readonly base: PackManifest['base'];
  readonly changes: readonly { readonly edition: number; readonly change: Change }[];
};

/** How often a dataset failed in a row, and when it is tried again; times are ms since 1970. */
type Job = {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly nextAt: number;
};

/** What a sync reads and keeps, in its own words; storage provides it. */
export type SyncStore = {
  subscriptions(): Promise<readonly Subscription[]>;
  /** Trusted metadata below a folder of the tree: empty, or `recalls/`. */
  metadata(dataset: string, folder: string): Promise<ReadonlyMap<Kept, Uint8Array>>;
  /** Keeps or (undefined) forgets metadata, all in one transaction. */
  keepMetadata(
    dataset: string,
    folder: string,
    changes: ReadonlyMap<Kept, Uint8Array | undefined>,
  ): Promise<void>;
  /** The objects on the cheapest way to an edition that are not stored yet. */
  missing(manifest: PackManifest): Promise<Result<readonly ObjectRef[], EditionProblem>>;
  /** Keeps an object in a transaction of its own; false where length or hash are wrong. */
  keepObject(
    object: ObjectRef,
    found: { readonly bytes: Uint8Array; readonly at: number },
  ): Promise<boolean>;
  /** What the packs of all other datasets take, in bytes. */
  bytesBeside(dataset: string): Promise<number>;
  /** Checks every record of an edition whose objects are stored. */
  prepare(
    trusted: { readonly manifest: PackManifest; readonly sha256: string },
    at: number,
  ): Promise<Result<PreparedPack, EditionProblem>>;
  /** Shows readers the new editions, in one transaction. */
  switchTo(catalog: Catalog, packs: readonly PreparedPack[], at: number): Promise<void>;
  /** Hides exactly these records of a dataset, in one transaction. */
  keepRecalls(recalls: Recalls): Promise<void>;
  job(id: string): Promise<Job | undefined>;
  keepJob(job: Job): Promise<void>;
  note(dataset: string, result: { readonly at: number; readonly outcome: string }): Promise<void>;
  prune(now: number): Promise<unknown>;
};
