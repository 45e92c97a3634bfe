import type { Change, Figure } from './annotation';
import type { Amount } from './figure-amount';
import type { FigureLanguage } from './figure-language';
import { periodOf } from './figure-period';
import { lowerAt, textAt, type Token } from './figure-token';
import { figureSpeaker } from './figure-speaker';
import { isStatistic } from './figure-statistic';

/** A figure from an amount and the words around it. */
export function figureOf(
  amount: Amount,
  tokens: readonly Token[],
  language: FigureLanguage,
): Figure | undefined {
  const bounds = boundsOf(amount, tokens, language);
  const first = tokens[bounds.first];
  const last = tokens[bounds.next - 1];
  if (!first || !last) return undefined;
  const aged = isAge(amount, tokens, language);
  const period = periodOf(amount, tokens, language);
  const statistic = !aged && isStatistic(amount, tokens, language);
  // Only what may get a card: the search reads a whole sentence.
  const speaker = statistic ? figureSpeaker(amount, tokens, language.counting) : undefined;
  const figure = {
    kind: 'figure',
    span: { start: first.start, end: last.end },
    value: amount.value,
    unit: aged ? 'year of age' : (amount.unit ?? '-'),
    change:
      movedBy(tokens, bounds.first, language) ??
      movedThan(tokens, bounds.next, language) ??
      bounds.change,
    of: ofWhat(amount, tokens, language),
    ...(period === undefined ? {} : { period }),
    ...(speaker === undefined ? {} : { speaker }),
  } as const;
  return { ...figure, statistic };
}

/** Where the figure begins and ends with its bounds, and what they make of its value. */
function boundsOf(
  amount: Amount,
  tokens: readonly Token[],
  language: FigureLanguage,
): { readonly first: number; readonly next: number; readonly change: Change } {
  const before = boundBefore(tokens, amount.first, language);
  const behind = boundBehind(tokens, amount.next, language);
  return {
    first: before?.first ?? amount.first,
    next: behind?.next ?? amount.next,
    change: behind?.change ?? before?.change ?? (amount.numeral.form === 'vague' ? '~' : '='),
  };
}

type Found = { readonly change: Change; readonly first: number };

/** "more than", "about", "nearly" right before the amount; an article between is stepped over. */
function boundBefore(
  tokens: readonly Token[],
  at: number,
  { numbers }: FigureLanguage,
): Found | undefined {
  const end = lowerAt(tokens, at - 1) === 'a' || textAt(tokens, at - 1) === '-' ? at - 1 : at;
  let phrase = '';
  let found: Found | undefined;
  for (let first = end - 1; first >= Math.max(0, end - 4); first -= 1) {
    phrase = phrase === '' ? lowerAt(tokens, first) : `${lowerAt(tokens, first)} ${phrase}`;
    const change = numbers.bounds.get(phrase);
    if (change !== undefined) found = { change, first };
  }
  return found;
}

function boundBehind(
  tokens: readonly Token[],
  at: number,
  { numbers }: FigureLanguage,
): { readonly change: Change; readonly next: number } | undefined {
  for (let length = Math.min(3, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens
      .slice(at, at + length)
      .map(({ lower }) => lower)
      .join(' ');
    const change = numbers.boundsBehind.get(phrase);
    if (change !== undefined) return { change, next: at + length };
  }
  return undefined;
}

/** A verb that moves the value ("rose by", "down"), a few words before; "to" gives where it came to. */
function movedBy(
  tokens: readonly Token[],
  at: number,
  { counting, numbers }: FigureLanguage,
): Change | undefined {
  for (let look = at - 1; look >= 0 && look > at - 5; look -= 1) {
    const word = lowerAt(tokens, look);
    if (numbers.to.has(word)) return undefined;
    if (counting.rises.has(word)) return 'up';
    if (counting.falls.has(word)) return 'down';
    if (!counting.between.has(word)) return undefined;
  }
  return undefined;
}

/** "7 per cent lower than": only with what it is compared with, for "40 or higher" is a bound. */
function movedThan(
  tokens: readonly Token[],
  at: number,
  { counting }: FigureLanguage,
): Change | undefined {
  const word = lowerAt(tokens, at);
  if (!counting.than.has(lowerAt(tokens, at + 1))) return undefined;
  if (counting.rises.has(word)) return 'up';
  return counting.falls.has(word) ? 'down' : undefined;
}

/** "aged 25", "Maddon, 66,": a bare number behind a word of age, or between commas behind a name. */
function isAge(
  amount: Amount,
  tokens: readonly Token[],
  { counting, numbers }: FigureLanguage,
): boolean {
  const before = tokens[amount.first - 1];
  const beforeThat = lowerAt(tokens, amount.first - 2);
  if (counting.ageBefore.has(before?.lower ?? ''))
    return amount.kind === 'bare' || amount.unit === 'year';
  if (numbers.of.has(before?.lower ?? '') && counting.ageBefore.has(beforeThat)) return true;
  const mayBeAge = amount.kind === 'bare' || amount.unit === 'year';
  if (!mayBeAge || typeof amount.value !== 'number' || amount.value > 110) return false;
  return (
    before?.text === ',' &&
    textAt(tokens, amount.next) === ',' &&
    /^\p{Lu}/u.test(textAt(tokens, amount.first - 2))
  );
}

const NEAR = 12;
const CLOSES = new Set('.;!?');

/** A unit, magnitude or number word: part of another amount, not of what is counted. */
function isOfAmount(word: string, { units, numbers }: FigureLanguage): boolean {
  const kind = units.phrases.get(word)?.kind;
  const isUnit = kind === 'share' || kind === 'money' || kind === 'time';
  return isUnit || numbers.magnitudes.has(word) || numbers.cardinals.has(word);
}

/** The counted words, then what a share or sum is of, then the clause's words before the amount. */
function ofWhat(
  amount: Amount,
  tokens: readonly Token[],
  language: FigureLanguage,
): readonly string[] {
  const { counting } = language;
  const own = amount.counted?.words ?? [];
  const after = counting.ofWhat.has(lowerAt(tokens, amount.next))
    ? wordsAfter(tokens, amount.next + 1, { counting })
    : [];
  const isTime = after.some((word) => counting.timeWords.has(word.toLowerCase()));
  const words = isTime ? own : [...own, ...after];
  return words.length > 0 ? words : subjectOf(tokens, amount.first, language);
}

/** The words that a share or sum is of, up to the end of their phrase. */
function wordsAfter(
  tokens: readonly Token[],
  from: number,
  { counting }: Pick<FigureLanguage, 'counting'>,
): string[] {
  const words: string[] = [];
  for (let at = from; at < from + NEAR - 1; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    if (!counting.ends(token.lower)) words.push(token.text);
    else if (words.length > 0 && !counting.definite.has(token.lower)) break;
  }
  return words;
}

/** The words of the clause before the amount, up to its verb, nearest first. */
function subjectOf(tokens: readonly Token[], first: number, language: FigureLanguage): string[] {
  const { counting } = language;
  const words: string[] = [];
  for (let at = first - 1; at >= 0 && at > first - NEAR * 2; at -= 1) {
    const token = tokens[at];
    if (!token || CLOSES.has(token.text)) break;
    const isContent =
      token.kind === 'word' &&
      !counting.ends(token.lower) &&
      !counting.rises.has(token.lower) &&
      !counting.falls.has(token.lower) &&
      !isOfAmount(token.lower, language);
    if (isContent) words.push(token.text);
  }
  return words.slice(0, 4);
}
