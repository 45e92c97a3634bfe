/** What a reader accepts from any publisher (`DATASET.md`, section 7). Sizes in bytes. */
export const LIMITS = {
  manifest: 256 * 1024,
  object: 512 * 1024,
  objectInflated: 4 * 1024 * 1024,
  recordCharacters: 16 * 1024,
  recordDepth: 8,
  objectKeys: 64,
  delta: 256 * 1024,
  deltaInline: 16 * 1024,
  packStatements: 100_000,
  packBytes: 40 * 1024 * 1024,
  recalls: 10_000,
} as const;
