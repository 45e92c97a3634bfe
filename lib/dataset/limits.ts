/** What a reader accepts from any publisher (`DATASET.md`, section 7). Sizes in bytes. */
export const LIMITS = {
  manifest: 256 * 1024,
  listing: 256 * 1024,
  /** Of one dataset. */
  packs: 200,
  object: 512 * 1024,
  objectInflated: 4 * 1024 * 1024,
  recordCharacters: 16 * 1024,
  recordDepth: 8,
  objectKeys: 64,
  delta: 256 * 1024,
  deltaInline: 16 * 1024,
  packStatements: 100_000,
  packBytes: 40 * 1024 * 1024,
  /** Inflated: every shard of a pack together, and one table (names, words, index), which is held whole. */
  shardsInflated: 256 * 1024 * 1024,
  tableInflated: 32 * 1024 * 1024,
  recalls: 10_000,
  recallsBytes: 1024 * 1024,
  root: 64 * 1024,
  rotations: 64,
  timestamp: 16 * 1024,
  snapshot: 64 * 1024,
  targets: 512 * 1024,
  /** All packs of one dataset that the reader subscribed to, and all packs together. */
  subscriptionBytes: 20 * 1024 * 1024,
  allBytes: 200 * 1024 * 1024,
  subscriptions: 50,
} as const;
