import type { NumberWords } from '@/lib/language/number-words';
import type { Token } from './figure-token';
import { isVulgarFraction } from './number-read';

/** Whether an amount may begin at a token, told from its word and the next: most begin none. */
export function mayBegin(tokens: readonly Token[], at: number, numbers: NumberWords): boolean {
  const token = tokens[at];
  if (!token || token.kind === 'number') return token !== undefined;
  if (token.kind === 'mark') return isVulgarFraction(token) || isSign(token);
  const { lower } = token;
  if (numbers.one.has(lower) && !numbers.cardinals.has(lower))
    return isNumberWord(tokens[at + 1], numbers);
  return isNumberWord(token, numbers) || numbers.minus.has(lower);
}

/** Whether a token is a minus sign, as any of the dashes that stand for it. */
export function isSign({ text }: Token): boolean {
  return text === '-' || text === '−' || text === '–';
}

function isNumberWord(token: Token | undefined, numbers: NumberWords): boolean {
  if (token?.kind !== 'word') return token?.kind === 'mark';
  const { lower } = token;
  return (
    numbers.cardinals.has(lower) ||
    numbers.magnitudes.has(lower) ||
    numbers.vague.has(lower) ||
    numbers.fractions.has(lower) ||
    numbers.several.has(lower)
  );
}
