import { type Counted, countedAt } from './counted-phrase';
import type { Amount, Bare } from './figure-amount';
import type { FigureLanguage } from './figure-language';
import { lowerAt, textAt, type Token } from './figure-token';
import { numeralAt } from './number-read';
import { unitAt } from './unit-read';

/** A share: "a third of the population" has the unit "% population". */
export function partOf(
  amount: Bare,
  tokens: readonly Token[],
  language: FigureLanguage,
): Amount | undefined {
  const { numeral } = amount;
  const direct = unitAt(tokens, numeral.next, language.units);
  if (direct)
    return { ...amount, next: direct.next, unit: direct.unit.name, kind: direct.unit.kind };
  let at = numeral.next;
  if (language.numbers.of.has(lowerAt(tokens, at))) at += 1;
  while (
    language.counting.definite.has(lowerAt(tokens, at)) ||
    /^\d+$/u.test(textAt(tokens, at)) ||
    language.counting.fillers.has(lowerAt(tokens, at))
  )
    at += 1;
  const phrase = countedAt(tokens, at, { grammar: language.counting, isOne: false });
  if (!phrase) return { ...amount, next: numeral.next, unit: '% -', kind: 'share' };
  const words = phrase.words.join(' ');
  return { ...amount, next: phrase.next, unit: `% ${words}`, kind: 'share', counted: phrase };
}

/** "One woman in three", "3 personnes sur 10": a share, unless the second number counts something too. */
export function shareBehind(
  amount: Bare,
  of: { readonly name: string; readonly next: number; readonly counted?: Counted },
  { tokens, language }: { readonly tokens: readonly Token[]; readonly language: FigureLanguage },
): Amount | undefined {
  const { numbers, units } = language;
  const link = lowerAt(tokens, of.next);
  if (!numbers.outOfBehind.has(link)) return undefined;
  const second = numeralAt(tokens, of.next + 1, numbers);
  if (!second || typeof second.value !== 'number' || typeof amount.value !== 'number')
    return undefined;
  if (amount.value >= second.value || second.value > 100 || second.form === 'part')
    return undefined;
  const { next } = second;
  if (unitAt(tokens, next, units) || goesOn(tokens, next, { link, language })) return undefined;
  const value = amount.value / second.value;
  const share = { ...amount, value, next, unit: `% ${of.name}`, kind: 'share' } as const;
  return of.counted ? { ...share, counted: of.counted } : share;
}

/** Whether the second number counts something itself, or is the first of a range or a sum. */
function goesOn(
  tokens: readonly Token[],
  at: number,
  { link, language }: { readonly link: string; readonly language: FigureLanguage },
): boolean {
  const { numbers, counting } = language;
  const word = lowerAt(tokens, at);
  if (numbers.to.has(word) || numbers.or.has(word) || tokens[at]?.kind === 'mark') {
    return tokens[at + 1]?.kind === 'number';
  }
  const counted = numbers.outOfBehind.get(link);
  if (counted) return counted.test(word);
  return countedAt(tokens, at, { grammar: counting, isOne: false }) !== undefined;
}
