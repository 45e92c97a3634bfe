/**
 * What became of saved words when their page was opened again: `exact`, `moved`, `changed` and `gone`
 * as `anchor` has them; `unread`: the page could not be looked at, so nothing is known.
 */
export type Reopened = {
  readonly outcome: 'exact' | 'moved' | 'changed' | 'gone' | 'unread';
  /** The words as they were saved. */
  readonly words: string;
  /** What stands in their place now, where they were changed. */
  readonly now?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};
