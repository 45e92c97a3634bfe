import type { CardView } from './card-view';

/** What the page's script tells the card's frame. */
export type ToCard = { readonly show: CardView } | { readonly hide: true };

/** What the card's frame tells the page's script. */
export type FromCard =
  | { readonly ready: true }
  | { readonly close: true }
  | { readonly resized: { readonly width: number; readonly height: number } }
  | { readonly step: 'next' | 'previous' }
  | { readonly pinned: boolean }
  | { readonly panel: true };
