/**
 * Where the signed metadata of a published tree stands. All of it lies at the root of the tree with
 * the names that the specification of The Update Framework gives (consistent snapshots), so that any
 * TUF client reads the tree as it is.
 */
export type Role = 'root' | 'timestamp' | 'snapshot' | 'targets';

/** What a reader keeps of a repository: its metadata, the one file that it is read for, and its listing. */
export type Kept = Role | 'file' | 'listing';

/** The folder of the second repository, which can only hide records. */
export const RECALLS_FOLDER = 'recalls/';

/** What `targets.json` signs of a dataset: its catalog, and the first root of its recalls. */
export const CATALOG_TARGET = 'catalog.json';
export const RECALLS_ROOT_TARGET = 'recalls-root.json';
/** What `recalls/targets.json` signs. */
export const RECALLS_TARGET = 'recalls.json';

/** The path of signed metadata; `timestamp.json` alone is not named by its version. */
export function metadataPath(role: Role, version: number): string {
  return role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`;
}

/** The path of a file that `targets.json` signs. */
export function targetPath(sha256: string, name: string): string {
  return `t/${sha256}.${name}`;
}
