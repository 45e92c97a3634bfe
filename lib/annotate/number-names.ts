import type { NumberWords } from '@/lib/language/number-words';
import { isGlued, lowerAt, textAt, type Token } from './figure-token';
import { isHyphen } from './numeral';

/**
 * Where a number that is no quantity ends: dates, clock times, scores, telephone numbers, ordinals,
 * codes and what a number only names. Undefined where none begins at the token.
 */
export function endOfName(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): number | undefined {
  if (tokens[at]?.kind !== 'number') return undefined;
  return (
    dateAt(tokens, at, words) ??
    clockAt(tokens, at) ??
    chainAt(tokens, at) ??
    codeAt(tokens, at, words) ??
    labelledAt(tokens, at, words) ??
    addressAt(tokens, at, words) ??
    markerAt(tokens, at)
  );
}

const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** "17 January 2019", "January 17 or 18", "April 13 to 16, 2020", "March 2018". */
function dateAt(tokens: readonly Token[], at: number, words: NumberWords): number | undefined {
  const isMonth = (index: number): boolean => {
    const lower = lowerAt(tokens, index);
    return words.months.has(lower) && (lower !== 'may' || textAt(tokens, index).startsWith('M'));
  };
  const isYear = (index: number): boolean => YEAR.test(textAt(tokens, index));
  const before = tokens[at - 1]?.text;
  const month = before === '.' || before === ']' || before === ',' ? at - 2 : at - 1;
  if (isMonth(month)) {
    if (DAY.test(textAt(tokens, at))) return dayRange(tokens, at, isYear);
    if (isYear(at)) return at + 1;
  }
  if (!DAY.test(textAt(tokens, at))) return undefined;
  if (isMonth(at + 1)) return isYear(at + 2) ? at + 3 : at + 2;
  const isTwo = /^(?:or|and|to|-|–|et|au)$/u.test(lowerAt(tokens, at + 1));
  return isTwo && DAY.test(textAt(tokens, at + 2)) && isMonth(at + 3) ? at + 4 : undefined;
}

function dayRange(tokens: readonly Token[], at: number, isYear: (at: number) => boolean): number {
  let next = at + 1;
  const isTwo = /^(?:or|and|to|-|–|et|au)$/u.test(lowerAt(tokens, next));
  const second = tokens[next + 1];
  if (isTwo && second && DAY.test(second.text) && tokens[next + 2]?.kind !== 'word') next += 2;
  const comma = textAt(tokens, next) === ',' ? 1 : 0;
  return isYear(next + comma) ? next + comma + 1 : next;
}

/** "9:35 PM", "10.45pm", "11 a.m.", "1:36.6", "5 o'clock". */
function clockAt(tokens: readonly Token[], at: number): number | undefined {
  let next = at + 1;
  while (
    textAt(tokens, next) === ':' &&
    isGlued(tokens, next) &&
    tokens[next + 1]?.kind === 'number' &&
    isGlued(tokens, next + 1)
  ) {
    next += 2;
  }
  const after = lowerAt(tokens, next);
  const isHalf = /^(?:am|pm|o'clock|a|p)$/u.test(after);
  const isClock =
    isHalf &&
    (after.length > 1 || textAt(tokens, next + 1) === 'm') &&
    /^\d{1,2}(?:[.:]\d\d)?$/u.test(textAt(tokens, at));
  if (isClock) return next + 1;
  return next > at + 1 ? next : undefined;
}

/** Numbers strung together: scores, spans of years, dates, telephone and account numbers. */
function chainAt(tokens: readonly Token[], at: number): number | undefined {
  if (textAt(tokens, at - 1) === '+' && textAt(tokens, at).length <= 3) {
    const phone = endOfPhone(tokens, at);
    if (phone > at + 2) return phone;
  }
  let next = at + 1;
  let count = 1;
  while (isJoint(tokens, next)) {
    next += 2;
    count += 1;
  }
  if (count > 2) return next;
  if (count === 2) return isScoreOrYears(tokens, at, next) ? next : undefined;
  return undefined;
}

/** "+855 12 345 678": a country's code, then groups of digits. */
function endOfPhone(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (next < at + 8 && /^(?:\d{1,4}|[-()])$/u.test(textAt(tokens, next))) next += 1;
  return next;
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  const [mark, after] = [tokens[at], tokens[at + 1]];
  return (
    /^[-–/.]$/u.test(mark?.text ?? '') &&
    mark?.spaced === false &&
    after?.kind === 'number' &&
    !after.spaced
  );
}

function isScoreOrYears(tokens: readonly Token[], at: number, next: number): boolean {
  const [first, mark, second] = [textAt(tokens, at), tokens[at + 1]?.text, textAt(tokens, at + 2)];
  if (YEAR.test(first) && /^\d{2}(?:\d\d)?$/u.test(second) && Number(second) !== 0) {
    const isCounted = tokens[next]?.kind === 'word' && lowerAt(tokens, next).endsWith('s');
    return !isCounted || second.length === 2;
  }
  if (mark === '/') return !/^(?:[2-689]|10|12|16)$/u.test(second) || first === '9';
  return second.startsWith('0') || isScore(first, second, tokens[next]);
}

function isScore(first: string, second: string, after: Token | undefined): boolean {
  const isCount = after !== undefined && (after.kind === 'word' || /^[-%°'"]$/u.test(after.text));
  const isShort = /^\d{1,3}$/u.test(first) && /^\d{1,3}$/u.test(second);
  return (!isCount && isShort) || isScoreWord(after);
}

function isScoreWord(token: Token | undefined): boolean {
  return /^(?:in|on|at|to|win|loss|victory|defeat|thanks|against|draw|lead|aggregate|with|after|and|by|as|away|vote|home)$/u.test(
    token?.lower ?? '',
  );
}

/** "4th", "1970s", "24703m212", "SF90", "COVID-19", "V-6". */
function codeAt(tokens: readonly Token[], at: number, words: NumberWords): number | undefined {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return undefined;
  if (after?.kind === 'word' && !after.spaced) {
    if (
      words.ordinalEndings.has(after.lower) ||
      (after.lower === 's' && /^\d{2,4}$/u.test(token.text))
    )
      return at + 2;
    if (tokens[at + 2]?.kind === 'number' && isGlued(tokens, at + 2)) return at + 3;
  }
  if (token.spaced || !before) return undefined;
  return isCodeMark(before) ? at + 1 : undefined;
}

/** "#4", "@12", and the plus of "P5+1", which stands behind something. */
function isCodeMark({ text, spaced }: Token): boolean {
  return text === '+' ? !spaced : text === '#' || text === '_' || text === '@';
}

/** "Article 5", "Game 7", "iPhone 11", "Phase 2": a label or name right before a bare number. */
function labelledAt(tokens: readonly Token[], at: number, words: NumberWords): number | undefined {
  const before = tokens[at - 1];
  const label = before?.text === '.' ? tokens[at - 2] : before;
  if (label?.kind !== 'word' || !words.labels.has(label.lower)) return undefined;
  if (before?.text === '.' && !/^(?:no|nos|art|sec|vol|pp|p)$/u.test(label.lower)) return undefined;
  return at + 1;
}

/** "123 Random Street", "PA 23456": house numbers and American post codes. */
function addressAt(tokens: readonly Token[], at: number, words: NumberWords): number | undefined {
  const text = textAt(tokens, at);
  if (/^\d{5}$/u.test(text) && /^[A-Z]{2}$/u.test(textAt(tokens, at - 1))) return at + 1;
  if (!/^\d{1,5}$/u.test(text)) return undefined;
  let next = at + 1;
  while (next < at + 5 && /^\p{Lu}\p{Ll}+$/u.test(textAt(tokens, next))) next += 1;
  return next > at + 2 && words.labels.has(lowerAt(tokens, next - 1)) ? next : undefined;
}

/** "1." and "2)" that number the items of a list. */
function markerAt(tokens: readonly Token[], at: number): number | undefined {
  const isFirst = at === 0 || /^[;.:]$/u.test(textAt(tokens, at - 1));
  const mark = tokens[at + 1]?.text;
  const isMarker = mark === ')' || (mark === '.' && at === 0 && tokens[at + 2]?.spaced === true);
  const isOpen = textAt(tokens, at - 1) === '(' || textAt(tokens, at - 2) === '(';
  return isMarker &&
    (isFirst || (!isOpen && /^\d$/u.test(textAt(tokens, at)) && tokens[at + 1]?.spaced === true))
    ? at + 2
    : undefined;
}

/** A bare number that a year, or a name before it, explains. */
export function isNamedNumber(tokens: readonly Token[], first: number, next: number): boolean {
  if (next !== first + 1) return false;
  const [before, token] = [tokens[first - 1], tokens[first]];
  if (token?.kind !== 'number') return false;
  if (YEAR.test(token.text)) return !isEndOfRange(tokens, first);
  if (!token.spaced) return isGluedToName(tokens, first);
  const isName = /^\p{L}*\p{Lu}/u.test(before?.text ?? '');
  return isName && first > 1 && /^\d{1,4}$/u.test(token.text);
}

/** "B52", "Covid-19"; but "sub-2" and "minus-260" are quantities. */
function isGluedToName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === 'word') return true;
  if (!isHyphen(before) || before?.spaced || tokens[at - 2]?.kind !== 'word') return false;
  return !/^(?:sub|minus|now|to)$/u.test(lowerAt(tokens, at - 2));
}

/** "1000 to 2000 workers": a year's digits behind a number that is none. */
function isEndOfRange(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at - 2];
  return lowerAt(tokens, at - 1) === 'to' && low?.kind === 'number' && !YEAR.test(low.text);
}
