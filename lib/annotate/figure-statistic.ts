import type { UnitKind } from '@/lib/language/unit';
import type { Amount } from './figure-amount';
import type { FigureLanguage } from './figure-language';
import { lowerAt, textAt, type Token } from './figure-token';

/** Kinds of unit whose values are statistics wherever they stand; the rest only by their context. */
const ALWAYS: ReadonlySet<UnitKind | 'counted' | 'bare'> = new Set(['share', 'money', 'area']);
const WHEN_MANY: ReadonlySet<string> = new Set(['mass', 'volume', 'energy', 'power', 'length']);
const SMALL = 10;

/** Whether a figure is worth a card: precision first, so what may be a size, a score or a way to point is not. */
export function isStatistic(
  amount: Amount,
  tokens: readonly Token[],
  language: FigureLanguage,
): boolean {
  const { kind, value } = amount;
  if (ALWAYS.has(kind)) return true;
  const high = typeof value === 'number' ? value : value[1];
  if (kind === 'time') return isFramed(amount, tokens, language) && high > 1;
  if (kind === 'people') return high > 1;
  if (kind === 'counted') return isWorthCounting(amount, high, { tokens, language });
  if (kind === 'bare') return isTotal(amount, high, { tokens, language });
  if (WHEN_MANY.has(kind)) return high >= 1000 || amount.numeral.magnitude > 1;
  return false;
}

/** "every six months", "last three years": months and longer, with a word that sets the time. */
function isFramed(amount: Amount, tokens: readonly Token[], { counting }: FigureLanguage): boolean {
  const isLong = !/^(?:second|minute|hour|.*second)$/u.test(amount.unit ?? '');
  return isLong && counting.timeFrames.has(lowerAt(tokens, amount.first - 1));
}

function isWorthCounting(
  amount: Amount,
  high: number,
  { tokens, language }: { readonly tokens: readonly Token[]; readonly language: FigureLanguage },
): boolean {
  const { counting } = language;
  if (high <= 1) return false;
  const head = amount.unit?.split(' ').at(-1)?.toLowerCase() ?? '';
  if (counting.unremarkable.has(head)) return false;
  const before = lowerAt(tokens, amount.first - 1);
  if (high < SMALL && (counting.definite.has(before) || counting.before.has(before))) return false;
  return amount.counted?.isPlural === true || textAt(tokens, amount.numeral.next) === '-';
}

/** How far before a bare number the word may stand that says what it is the total of. */
const NEAR = 12;

/** "The death toll climbed to 57", "the population is 16.5 million": a bare number that its clause explains. */
function isTotal(
  amount: Amount,
  high: number,
  { tokens, language }: { readonly tokens: readonly Token[]; readonly language: FigureLanguage },
): boolean {
  if (high <= SMALL) return false;
  if (amount.numeral.magnitude >= 1e6) return true;
  for (let at = amount.first - 1; at >= Math.max(0, amount.first - NEAR); at -= 1) {
    if (/^[.,;:!?()]$/u.test(textAt(tokens, at))) return false;
    if (language.counting.totals.has(lowerAt(tokens, at))) return at < amount.first - 1;
  }
  return false;
}
