import type { Result } from '@/lib/result';

/** Why a file did not come. `retryMs`: how long the host asks to be left alone. */
export type FetchProblem = {
  readonly kind: 'absent' | 'unreachable' | 'timeout' | 'too-large' | 'status';
  readonly path: string;
  readonly status?: number;
  readonly retryMs?: number;
};

/** One place where a tree is published: a mirror, or a file that was handed over. */
export type Host = {
  /**
   * Reads a file of the tree.
   * @param most bytes that it may have; `within` milliseconds that it may take
   */
  read(
    path: string,
    limits: { readonly most: number; readonly within: number },
  ): Promise<Result<Uint8Array, FetchProblem>>;
};
