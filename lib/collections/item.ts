import type { Annotation } from '@/lib/annotate/annotation';
import type { Context } from '@/lib/context/context';

/** W3C TextQuoteSelector: the words, and what stood directly before and after them. */
export type QuoteSelector = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** Where an item stands: W3C Web Annotation selectors over the article's text. */
export type Target = {
  /** Address of the page, as opened. */
  readonly source: string;
  readonly canonical?: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly lang?: string;
  /** TextQuoteSelector; absent where a whole page was saved. */
  readonly quote?: QuoteSelector;
  /** TextPositionSelector, UTF-16 offsets into the article's text. */
  readonly position?: { readonly start: number; readonly end: number };
};

/** What the reader saved. Times are milliseconds since 1970. */
export type Item = {
  readonly id: string;
  readonly kind: 'claim' | 'person' | 'organisation' | 'figure' | 'selection' | 'page';
  readonly target: Target;
  /** What was found, as it was when saved; a selection or page has none. */
  readonly annotation?: Annotation;
  /** A frozen copy of the records shown, so that the item explains itself for ever. */
  readonly frozen?: Context;
  readonly speaker?: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly savedAt: number;
  readonly changedAt: number;
};

/** A named collection; `parent` nests it once. */
export type Collection = {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly createdAt: number;
  readonly changedAt: number;
};
