import type { Span } from '@/lib/article/span';
import { anchor } from '@/lib/collections/anchor';
import type { Target } from '@/lib/collections/item';

/** How saved words stand in a text now, and where. */
export type FoundWords =
  | { readonly outcome: 'exact' | 'moved' | 'changed'; readonly span: Span }
  | { readonly outcome: 'gone' };

/** Finds saved words in an article's text; a whole page has none. */
export function findWords(text: string, { quote, position }: Target): FoundWords {
  return quote ? anchor(text, quote, position) : { outcome: 'gone' };
}
