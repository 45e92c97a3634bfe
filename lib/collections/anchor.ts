import type { Span } from '@/lib/article/span';
import type { Anchored } from './anchored';
import type { QuoteSelector } from './item';
import { occurrencesOf } from './occurrences';
import { findRewritten } from './rewritten';

/**
 * Finds saved words again in a text that may have changed since. Prefers to say `gone` over pointing
 * at the wrong words.
 * @param position where the words stood in the old text; decides between equals only.
 * @returns UTF-16 offsets into `text`.
 */
export function anchor(text: string, quote: QuoteSelector, position?: Span): Anchored {
  if (quote.exact.trim() === '') return { outcome: 'gone' };
  const found = occurrencesOf(text, quote, position);
  const [best] = found;
  if (best && (best.telling || best.context > 0)) {
    return { outcome: best.inPlace ? 'exact' : 'moved', span: best.span };
  }
  return findRewritten(text, quote);
}
