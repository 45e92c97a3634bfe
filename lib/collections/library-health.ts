/**
 * Whether the library may be used as it is. `newer`: a later version wrote it, it is read only;
 * `stuck`: it could not be upgraded and is as it was; `emptied`: it held more, and nobody deleted it.
 */
export type LibraryHealth =
  | { readonly state: 'ready' | 'newer' | 'stuck' }
  | { readonly state: 'emptied'; readonly lost: Lost };

/** What is known of what is gone. */
type Lost = {
  readonly items: number;
  /** When that was known, milliseconds since 1970. */
  readonly at: number;
  /** Number of the newest backup in the profile that holds anything; undefined where none is left. */
  readonly backup?: number;
};

/** What is remembered of the library outside its database: enough to notice that it is gone. */
export type LibraryMark = {
  /** The id that the database was given at its first write. */
  readonly library: string;
  readonly items: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** What a health is judged by. */
export type Signs = {
  /** Undefined where nothing was ever written to the database. */
  readonly library: string | undefined;
  /** Rows, those of deleted items included: a reader who deletes everything leaves rows. */
  readonly rows: number;
  readonly mark: LibraryMark | undefined;
  /** The newest backup that holds anything. */
  readonly backup:
    | { readonly number: number; readonly items: number; readonly at: number }
    | undefined;
};

/** Judges whether a library was emptied from outside, by the browser or by a fault. */
export function healthBy({ library, rows, mark, backup }: Signs): LibraryHealth {
  const isLost = mark
    ? mark.items > 0 && (rows === 0 || library !== mark.library)
    : rows === 0 && backup !== undefined;
  if (!isLost) return { state: 'ready' };
  const { items, at } = backup ?? mark ?? { items: 0, at: 0 };
  return { state: 'emptied', lost: { items, at, ...(backup && { backup: backup.number }) } };
}
