import type { NumberWords } from '@/lib/language/number-words';
import type { Amount } from './figure-amount';
import { lowerAt, textAt, type Token } from './figure-token';
import { valueOfDigits } from './number-digits';
import { afterHyphen } from './numeral';

/** How far before the numbers the word may stand that makes them a ratio. */
const NEAR = 10;

/** "a ratio of 1 to 5,000", "outnumbered by three to one", "a 4-to-1 ratio": the first over the second. */
export function ratioAt(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Amount | undefined {
  const link = afterHyphen(tokens, at + 1);
  const isLink = words.to.has(lowerAt(tokens, link)) || textAt(tokens, link) === ':';
  if (!isLink) return undefined;
  const second = afterHyphen(tokens, link + 1);
  const [above, below] = [numberAt(tokens[at], words), numberAt(tokens[second], words)];
  if (above === undefined || !below) return undefined;
  const next = second + 1;
  if (!isRatio(tokens, { at, next }, words)) return undefined;
  const value = above / below;
  const numeral = { value, first: at, next, form: 'digits', magnitude: 1 } as const;
  return { first: at, next, numeral, value, unit: 'ratio', kind: 'share', signed: false };
}

function numberAt(token: Token | undefined, words: NumberWords): number | undefined {
  if (!token) return undefined;
  return token.kind === 'number'
    ? valueOfDigits(token.text, words.decimalMark)
    : words.cardinals.get(token.lower);
}

function isRatio(
  tokens: readonly Token[],
  { at, next }: { readonly at: number; readonly next: number },
  { ratios }: NumberWords,
): boolean {
  if (ratios.has(lowerAt(tokens, afterHyphen(tokens, next)))) return true;
  for (let look = at - 1; look >= Math.max(0, at - NEAR); look -= 1) {
    if (/^[.;!?]$/u.test(textAt(tokens, look))) return false;
    if (ratios.has(lowerAt(tokens, look))) return true;
  }
  return false;
}
