import type { Amount } from './figure-amount';
import type { FigureLanguage } from './figure-language';
import { lowerAt, type Token } from './figure-token';
import { isHyphen } from './numeral';

const NEAR = 24;
const LONGEST = 6;
const YEAR = /^(?:19|20)\d\d$/u;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/u;
const STOP = /^[.!?;]$/u;
const DASH = /^[-–—]$/u;

/** The nearest time in the same sentence: "last year", "in June 2018", "every month". */
export function periodOf(
  amount: Amount,
  tokens: readonly Token[],
  language: FigureLanguage,
): string | undefined {
  for (let step = 0; step < NEAR; step += 1) {
    for (const at of [amount.next + step, amount.first - 1 - step]) {
      if (!isTime(tokens[at], language) || isCut(tokens, amount, at)) continue;
      const phrase = isQuantity(tokens, at, language)
        ? undefined
        : timePhrase(tokens, at, { amount, language });
      if (phrase !== undefined) return phrase;
    }
  }
  return undefined;
}

function isTime(token: Token | undefined, { counting }: FigureLanguage): boolean {
  if (!token) return false;
  if (token.kind === 'number') return YEAR.test(token.text);
  // "They may march" names no month.
  return counting.timeWords.has(token.lower) && !/^(?:may|march)$/u.test(token.text);
}

function isCut(tokens: readonly Token[], amount: Amount, at: number): boolean {
  const [from, to] = at < amount.first ? [at, amount.first] : [amount.next, at];
  for (let look = from; look < to; look += 1) if (STOP.test(tokens[look]?.text ?? '')) return true;
  return false;
}

/** "18 months", "23-year": a quantity of its own, unless a word before makes it a time ("last three years"). */
function isQuantity(tokens: readonly Token[], at: number, language: FigureLanguage): boolean {
  const { counting, numbers } = language;
  const token = tokens[at];
  if (token?.kind !== 'word' || numbers.months.has(token.lower)) return false;
  const number = isHyphen(tokens[at - 1]) ? at - 2 : at - 1;
  if (!isCount(tokens[number], language)) return false;
  return number === at - 2 || !counting.timeBefore.has(lowerAt(tokens, number - 1));
}

function isCount(token: Token | undefined, { numbers }: FigureLanguage): boolean {
  if (!token) return false;
  return token.kind === 'number' ? !YEAR.test(token.text) : numbers.cardinals.has(token.lower);
}

type Around = { readonly amount: Amount; readonly language: FigureLanguage };

/** The words of time around one, no part of the amount; undefined where a unit stands alone ("the year"). */
function timePhrase(tokens: readonly Token[], at: number, around: Around): string | undefined {
  const reach = reachOf(at, around.amount);
  const last = lastOf(tokens, at, { ...around, reach });
  const first = firstOf(tokens, at, { ...around, reach });
  if (first === last && isUnitAlone(tokens[at], around.language)) return undefined;
  return tokens
    .slice(first, last + 1)
    .map(({ text, spaced }, index) => (index > 0 && spaced ? ` ${text}` : text))
    .join('');
}

type Reach = { readonly from: number; readonly to: number };
type Within = Around & { readonly reach: Reach };

function reachOf(at: number, { first, next }: Amount): Reach {
  const [from, to] = at < first ? [at - LONGEST, first] : [next, at + LONGEST];
  return { from: Math.max(from, at - LONGEST), to: Math.min(to, at + LONGEST) };
}

function lastOf(tokens: readonly Token[], at: number, within: Within): number {
  let last = at;
  while (isPart(tokens, last + 1, within)) last += 1;
  const opens = lowerAt(tokens, firstOf(tokens, at, within));
  const { numbers } = within.language;
  const isSpan = numbers.between.has(opens) || numbers.from.has(opens);
  if (isSpan && isJoint(tokens, last + 1, within) && isPart(tokens, last + 2, within)) last += 2;
  return last;
}

function firstOf(tokens: readonly Token[], at: number, within: Within): number {
  let first = at;
  for (;;) {
    const before = first - 1;
    if (before < within.reach.from) return first;
    if (isPart(tokens, before, within) || opensTime(tokens, before, within)) first = before;
    else if (isJoint(tokens, before, within) && isPart(tokens, before - 1, within))
      first = before - 1;
    else return first;
  }
}

/** "last", "in the first", and the number of "the last three years". */
function opensTime(tokens: readonly Token[], at: number, { language }: Within): boolean {
  const { timeBefore } = language.counting;
  if (timeBefore.has(lowerAt(tokens, at))) return true;
  return isCount(tokens[at], language) && timeBefore.has(lowerAt(tokens, at - 1));
}

function isPart(tokens: readonly Token[], at: number, { language, reach }: Within): boolean {
  const token = tokens[at];
  if (!token || at < reach.from || at >= reach.to) return false;
  if (token.kind !== 'number' || YEAR.test(token.text)) return isTime(token, language);
  const { months } = language.numbers;
  return (
    DAY.test(token.text) &&
    (months.has(lowerAt(tokens, at - 1)) || months.has(lowerAt(tokens, at + 1)))
  );
}

/** Between the ends of a span: "January and June", "2015 to 2018", "2015-18". */
function isJoint(tokens: readonly Token[], at: number, { language }: Within): boolean {
  const { and, to } = language.numbers;
  const word = lowerAt(tokens, at);
  return and.has(word) || to.has(word) || DASH.test(word);
}

function isUnitAlone(token: Token | undefined, { units, numbers }: FigureLanguage): boolean {
  if (!token) return true;
  return units.phrases.get(token.lower)?.kind === 'time' || numbers.fractions.has(token.lower);
}
