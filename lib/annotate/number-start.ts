import type { NumberWords } from '@/lib/language/number-words';
import type { FigureLanguage } from './figure-language';
import type { Token } from './figure-token';
import { isVulgarFraction } from './number-read';

/** Every word that an amount may begin with, so that most words are looked up once only. */
export function startsOf(numbers: NumberWords): ReadonlySet<string> {
  const { one, minus, several, cardinals, magnitudes, vague, fractions } = numbers;
  return new Set(
    [one, minus, several, cardinals, magnitudes, vague, fractions].flatMap((each) => [
      ...each.keys(),
    ]),
  );
}

/** Whether an amount may begin at a token, told from its word and the next: most begin none. */
export function mayBegin(
  tokens: readonly Token[],
  at: number,
  { numbers, starts }: Pick<FigureLanguage, 'numbers' | 'starts'>,
): boolean {
  const token = tokens[at];
  if (!token || token.kind === 'number') return token !== undefined;
  if (token.kind === 'mark') return isVulgarFraction(token) || isSign(token);
  const { lower } = token;
  if (!starts.has(lower)) return false;
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
