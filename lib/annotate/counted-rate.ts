import type { Counted } from './counted-phrase';
import { countedAt } from './counted-phrase';
import type { FigureLanguage } from './figure-language';
import { lowerAt, type Token } from './figure-token';
import { numeralAt } from './number-read';
import type { UnitRead } from './unit-read';

/** "12 deaths per 1,000 live births": a counted phrase by so many of another. */
export function perNumber(
  tokens: readonly Token[],
  { name, next }: Counted,
  { units, numbers, counting }: FigureLanguage,
): UnitRead | undefined {
  const per = lowerAt(tokens, next);
  if (!units.per.has(per) || units.perArticles.has(per)) return undefined;
  const numeral = numeralAt(tokens, next + 1, numbers);
  if (!numeral || typeof numeral.value !== 'number') return undefined;
  const others = countedAt(tokens, numeral.next, { grammar: counting, isOne: false });
  const of = others?.isPlural === true ? ` ${others.name}` : '';
  return {
    unit: { name: `${name} per ${numeral.value}${of}`, kind: 'other' },
    next: of === '' ? numeral.next : (others?.next ?? numeral.next),
  };
}
