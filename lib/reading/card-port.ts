import type { Reopened } from '@/lib/collections/reopened';
import type { Settings } from '@/lib/settings';
import type { CardView } from './card-view';

/** What became of words that were opened again, for a frame that says just that. */
export type ToldAgain = {
  readonly reopened: Reopened;
  readonly settings: Pick<Settings, 'theme' | 'language'>;
};

/** What the page's script tells the card's frame. */
export type ToCard =
  /** To be drawn, perhaps out of sight still. */
  | { readonly draw: CardView }
  /** Whether what was drawn last is in sight from now on. */
  | { readonly seen: boolean }
  /** Whether nothing of the page lies over the card while it is in sight. */
  | { readonly isPlain: boolean }
  | ToldAgain;

/** What the card's frame tells the page's script. */
export type FromCard =
  | { readonly ready: true }
  | { readonly close: true }
  /** How large a card wants to be, and whose: the finding's id. */
  | { readonly resized: { readonly width: number; readonly height: number }; readonly of: string }
  | { readonly step: 'next' | 'previous' }
  | { readonly pinned: boolean }
  | { readonly panel: true };
