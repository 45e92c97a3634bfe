import type { Collection, Item, Target } from '@/lib/collections/item';
import type { Annotation } from '@/lib/annotate/annotation';
import type { Context } from '@/lib/context/context';
import type { Settings } from '@/lib/settings';
import type { ArticleFacts, Finding } from './finding';

/** What the card frame is given in one piece. */
export type CardView = {
  readonly finding: Finding;
  readonly article: ArticleFacts;
  readonly context: Context;
  readonly settings: Settings;
  readonly collections: readonly Collection[];
  readonly lastCollection?: string;
  /** Item ids under which these very words are saved already. */
  readonly savedAs: readonly string[];
  readonly position: { readonly index: number; readonly count: number };
  /** Where the words stand, ready to be saved. */
  readonly target: Target;
};

/** A wish to keep something. */
export type SaveRequest = {
  readonly kind: Item['kind'];
  readonly target: Target;
  readonly annotation?: Annotation;
  readonly frozen?: Context;
  readonly speaker?: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  /** A collection to be made on the spot. */
  readonly newCollection?: string;
};
