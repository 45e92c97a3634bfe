import type { MetadataOf, Signed } from '@/lib/dataset/signed-metadata';
import type { Kept, Role } from '@/lib/dataset/signed-paths';
import type { Guards } from './guards';
import type { FetchProblem, Host } from './host';

/** A repository as one reader knows it: where it is read from, and what is trusted of it. */
export type Repository = {
  readonly host: Host;
  /** Before every path: empty, or `recalls/`. */
  readonly folder: string;
  /** The bytes kept of each role; `root` has to be there. */
  readonly trusted: ReadonlyMap<Kept, Uint8Array>;
  /** Keeps what passed, all of it in one transaction; undefined forgets. */
  keep(changes: ReadonlyMap<Kept, Uint8Array | undefined>): Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly guards: Guards;
};

/** Why metadata is refused; nothing that was trusted before changes. */
export type TrustProblem =
  | { readonly kind: 'not-fetched'; readonly fetch: FetchProblem }
  | {
      readonly kind:
        | 'malformed'
        | 'unsigned'
        | 'older'
        | 'wrong-version'
        | 'expired'
        | 'not-as-signed'
        | 'too-many-roots';
      readonly where: string;
    };

/** Metadata that passed, and its bytes. */
export type Verified<R extends Role> = Signed<R> & { readonly bytes: Uint8Array };

export function isExpired(
  { expires }: Pick<MetadataOf<Role>, 'expires'>,
  { now, guards }: Pick<Repository, 'now' | 'guards'>,
): boolean {
  return guards.expiry && Date.parse(expires) <= now;
}
