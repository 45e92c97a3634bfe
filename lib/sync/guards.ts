/**
 * Each guard of a sync, so that its test can take it out and see an attack succeed. Nothing but tests
 * passes anything else than `ALL_GUARDS`.
 */
export type Guards = {
  /** Signatures are verified and counted against the threshold. */
  readonly signatures: boolean;
  /** A key counts once, under however many ids it stands. */
  readonly distinctKeys: boolean;
  /** A new root is signed by the former root's keys too. */
  readonly rootHandover: boolean;
  /** A root's version is the next one. */
  readonly rootSequence: boolean;
  /** Anything but a clean 404 for the next root ends the run. */
  readonly cleanAbsence: boolean;
  /** No more new roots are followed in one run than a publisher needs in years. */
  readonly rotations: boolean;
  /** Metadata past its day is refused. */
  readonly expiry: boolean;
  /** Versions never go down. */
  readonly versions: boolean;
  /** Rotated keys make stored versions void. */
  readonly forgetsRotated: boolean;
  /** Length and SHA-256 are those that trusted metadata names. */
  readonly hashes: boolean;
  /** A body is cut off one byte after what it may have. */
  readonly sizes: boolean;
  /** A request that takes too long is given up. */
  readonly timeouts: boolean;
  /** Metadata is kept all together when all of it passed. */
  readonly staging: boolean;
  /** A manifest is the one of its dataset, pack and edition, and no older than what is held. */
  readonly manifests: boolean;
  /** A listing is of the dataset of its catalog, of no later edition, and has its packs, each once. */
  readonly listings: boolean;
  /** "Nothing to do" is told by editions, never by an unchanged timestamp. */
  readonly editions: boolean;
};

export const ALL_GUARDS: Guards = {
  signatures: true,
  distinctKeys: true,
  rootHandover: true,
  rootSequence: true,
  cleanAbsence: true,
  rotations: true,
  expiry: true,
  versions: true,
  forgetsRotated: true,
  hashes: true,
  sizes: true,
  timeouts: true,
  staging: true,
  manifests: true,
  listings: true,
  editions: true,
};
