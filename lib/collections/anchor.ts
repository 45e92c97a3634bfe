import type { Span } from '@/lib/article/span';
import { align } from './align';
import type { QuoteSelector } from './item';
import { occurrencesOf } from './occurrences';
import { type Token, tokensOf } from './tokens';

/**
 * What became of saved words: `exact`: same words, same surroundings; `moved`: same words, other
 * surroundings; `changed`: the words themselves were edited; `gone`: nothing that may be taken for them.
 */
export type Anchored =
  | { readonly outcome: 'exact' | 'moved' | 'changed'; readonly span: Span }
  | { readonly outcome: 'gone' };

/** Share of the quote's weight that has to survive before other words are taken for it. */
const SURVIVING = 0.5;
/** Words with less weight than this say too little to be found again when they have changed. */
const ENOUGH_TO_ALIGN = 3;

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
  return changed(text, quote);
}

function changed(text: string, quote: QuoteSelector): Anchored {
  const exact = tokensOf(quote.exact);
  if (weightOf(exact) < ENOUGH_TO_ALIGN) return { outcome: 'gone' };
  const before = tokensOf(quote.prefix);
  const words = tokensOf(text);
  const { partners } = align([...before, ...exact, ...tokensOf(quote.suffix)], words);
  const own = partners.subarray(before.length, before.length + exact.length);
  const survivors = exact.filter((_token, index) => (own[index] ?? -1) >= 0);
  if (weightOf(survivors) < SURVIVING * weightOf(exact)) return { outcome: 'gone' };
  const places = [...own].filter((place) => place >= 0);
  const first = words[places[0] ?? -1];
  const last = words[places.at(-1) ?? -1];
  if (!first || !last) return { outcome: 'gone' };
  const outcome = survivors.length === exact.length ? 'exact' : 'changed';
  return { outcome, span: { start: first.start, end: last.end } };
}

function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { weight }) => sum + weight, 0);
}
