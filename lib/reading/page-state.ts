import type { MarkKind } from '@/lib/settings';
import type { Finding } from './finding';

/** What became of a page; the popup and the panel say it in words. */
export type PageState = {
  readonly url: string;
  readonly status:
    | 'reading'
    | 'marked'
    | 'not-an-article'
    | 'nothing-found'
    | 'no-body'
    | 'too-long'
    | 'paused-here'
    | 'not-chosen'
    | 'paused'
    | 'private-window'
    | 'host-removed'
    | 'dataset-damaged'
    | 'not-permitted'
    | 'failed';
  /** The gate's reason, a message key of the interface's words. */
  readonly reason?: string;
  readonly title?: string;
  readonly examined: Readonly<Record<MarkKind, number>>;
  readonly withContext: Readonly<Record<MarkKind, number>>;
  /** What could not be read (frames of other origins, text in images), as message keys. */
  readonly unread: readonly string[];
};

const NONE: Readonly<Record<MarkKind, number>> = {
  person: 0,
  organisation: 0,
  figure: 0,
  claim: 0,
};

/** A state in which nothing has been examined. */
export function emptyState(url: string, status: PageState['status'], reason?: string): PageState {
  return {
    url,
    status,
    ...(reason === undefined ? {} : { reason }),
    examined: NONE,
    withContext: NONE,
    unread: [],
  };
}

/** How many findings there are of each kind of mark. */
export function countsOf(findings: readonly Finding[]): Record<MarkKind, number> {
  const counts = { ...NONE };
  for (const { mark } of findings) counts[mark] += 1;
  return counts;
}
