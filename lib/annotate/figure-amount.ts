import type { UnitKind } from '@/lib/language/unit';
import { type Counted, countedAt } from './counted-phrase';
import { perNumber } from './counted-rate';
import type { FigureLanguage } from './figure-language';
import { partOf, shareBehind } from './figure-share';
import { isGlued, lowerAt, textAt, type Token } from './figure-token';
import { numeralAt } from './number-read';
import { ratioAt } from './number-ratio';
import { isSign, mayBegin } from './number-start';
import { endOfName, isNamedNumber } from './number-names';
import { type Numeral, afterHyphen, isHyphen, scaled } from './numeral';
import { moneyBefore, unitAt, withRate } from './unit-read';

/** A value with its unit or what it counts, before ranges and change are looked at. */
export type Amount = {
  readonly first: number;
  readonly next: number;
  readonly numeral: Numeral;
  readonly value: number | readonly [low: number, high: number];
  readonly unit?: string;
  readonly kind: UnitKind | 'counted' | 'bare';
  readonly counted?: Counted;
  /** The sign stood before the value, as in "$10". */
  readonly signed: boolean;
};

/** The amount whose number begins at a token; a number to step over where the number is a name. */
export function amountAt(
  tokens: readonly Token[],
  at: number,
  language: FigureLanguage,
): Amount | number | undefined {
  if (!mayBegin(tokens, at, language)) return undefined;
  const ratio = ratioAt(tokens, at, language.numbers);
  if (ratio) return ratio;
  const start = afterMinus(tokens, at, language);
  const money = moneyBefore(tokens, at, language.units);
  const name = money ? undefined : endOfName(tokens, start, language.numbers);
  if (name !== undefined) return name;
  const numeral = numeralAt(tokens, start, language.numbers);
  if (!numeral) return undefined;
  const negative = start > at;
  const value = negative ? scaled(numeral.value, -1) : numeral.value;
  const amount = { first: money?.first ?? at, numeral, value, signed: money !== undefined };
  if (money)
    return paid(
      { ...amount, next: numeral.next, kind: 'money', unit: money.unit.name },
      tokens,
      language,
    );
  return measured(amount, tokens, language) ?? countedOrBare(amount, tokens, language);
}

/** The index of the number behind a sign: "-5", "minus 387", "minus-260". */
function afterMinus(tokens: readonly Token[], at: number, { numbers }: FigureLanguage): number {
  const token = tokens[at];
  if (!token || !tokens[at + 1]) return at;
  const stands = isSign(token) && token.spaced && isGlued(tokens, at + 1);
  const isSigned = stands && tokens[at - 1]?.kind !== 'number';
  const behindSign =
    at > 0 && /^\p{Sc}$/u.test(textAt(tokens, at - 1)) && /^[-−]$/u.test(token.text);
  if (isSigned || behindSign) return at + 1;
  if (!numbers.minus.has(token.lower)) return at;
  const next = afterHyphen(tokens, at + 1);
  return tokens[next]?.kind === 'number' ? next : at;
}

/** Money by its sign: the magnitude's short forms of one letter count here; then cents and rates. */
function paid(amount: Amount, tokens: readonly Token[], language: FigureLanguage): Amount {
  const scaledAmount = withShortMagnitude(amount, tokens, language);
  const behind = unitAt(tokens, scaledAmount.next, language.units);
  const isMoney = behind?.unit.kind === 'money' && !/^(?:cent|penny)/u.test(behind.unit.name);
  const isNation = /^(?:us|usd)$/u.test(lowerAt(tokens, scaledAmount.next));
  const next = isMoney
    ? behind.next
    : scaledAmount.next + (isNation && textAt(tokens, scaledAmount.next) !== 'us' ? 1 : 0);
  const named = isMoney && behind.unit.name !== 'dollar' ? behind.unit.name : (amount.unit ?? '-');
  const rated = withRate(tokens, { unit: { name: named, kind: 'money' }, next }, language.units);
  return { ...scaledAmount, unit: rated.unit.name, next: rated.next };
}

/** "$5m", "$3bn": a letter right behind the digits, or an "m" after a space. */
function withShortMagnitude(
  amount: Amount,
  tokens: readonly Token[],
  { numbers }: FigureLanguage,
): Amount {
  const token = tokens[amount.next];
  if (token?.kind !== 'word' || (token.spaced && token.lower !== 'm')) return amount;
  const magnitude = numbers.magnitudeMarks.get(token.lower);
  if (magnitude === undefined || amount.numeral.magnitude > 1) return amount;
  return {
    ...amount,
    value: scaled(amount.value, magnitude),
    next: amount.next + 1,
    numeral: { ...amount.numeral, magnitude },
  };
}

export type Bare = Pick<Amount, 'first' | 'numeral' | 'value' | 'signed'>;

function measured(
  amount: Bare,
  tokens: readonly Token[],
  language: FigureLanguage,
): Amount | undefined {
  const { numeral } = amount;
  if (numeral.form === 'part') return partOf(amount, tokens, language);
  const at = numeral.next + (isPartitive(tokens, numeral, language) ? 1 : 0);
  const letter = millionsBehind(tokens, at, language);
  const start = letter ? at + 1 : at;
  const value = letter ? scaled(amount.value, letter) : amount.value;
  const found = unitAt(tokens, start, language.units);
  if (!found || isOtherwise(tokens, numeral, found.unit.name)) {
    return letter ? counted({ ...amount, value }, tokens, { at: start, language }) : undefined;
  }
  const people = { name: found.unit.name, next: found.next };
  const share = found.unit.kind === 'people' && shareBehind(amount, people, { tokens, language });
  if (share) return share;
  const name =
    found.unit.name === 'pound-mass' && isMoneyTalk(tokens, at, language)
      ? 'pound sterling'
      : found.unit.name;
  const kind = name === 'pound sterling' ? 'money' : found.unit.kind;
  return { ...amount, value, next: found.next, unit: name, kind };
}

/** "2.7m sales": the letter is a magnitude where a unit or counted phrase follows it. */
function millionsBehind(
  tokens: readonly Token[],
  at: number,
  language: FigureLanguage,
): number | undefined {
  const token = tokens[at];
  if (
    !token ||
    token.spaced ||
    !/^(?:m|b|t)$/iu.test(token.text) ||
    tokens[at + 1]?.kind !== 'word'
  )
    return undefined;
  const after = unitAt(tokens, at + 1, language.units);
  const phrase = countedAt(tokens, at + 1, { grammar: language.counting, isOne: false });
  return after !== undefined || phrase?.isPlural === true
    ? language.numbers.magnitudeMarks.get(token.lower)
    : undefined;
}

/** "one time", "one day will": words that only sound like units, and "one second half". */
function isOtherwise(tokens: readonly Token[], numeral: Numeral, unit: string): boolean {
  const isOne = numeral.value === 1 && numeral.form === 'words';
  return (
    (isOne && unit === 'count') ||
    (unit === 'second' && lowerAt(tokens, numeral.next + 1) === 'half')
  );
}

function isMoneyTalk(tokens: readonly Token[], at: number, { counting }: FigureLanguage): boolean {
  return tokens.slice(Math.max(0, at - 14), at + 8).some(({ lower }) => counting.money.has(lower));
}

function countedOrBare(
  amount: Bare,
  tokens: readonly Token[],
  language: FigureLanguage,
): Amount | number | undefined {
  const { numeral } = amount;
  if (isNamedNumber(tokens, numeral.first, numeral.next)) return numeral.next;
  const isWords = numeral.form === 'words';
  const isOne = isWords && numeral.value === 1;
  if (isOne && isPronoun(tokens, numeral)) return undefined;
  const found = counted(amount, tokens, { at: numeral.next, language });
  if (found) return found;
  const sticks = tokens[numeral.next]?.kind === 'word' && isGlued(tokens, numeral.next);
  if (isOne || sticks || numeral.form === 'vague') return numeral.next;
  if (
    isWords &&
    numeral.magnitude === 1 &&
    Number(numeral.value) < 13 &&
    !isListed(tokens, numeral.next)
  )
    return numeral.next;
  return nounBefore({ ...amount, next: numeral.next, kind: 'bare' }, tokens, language);
}

/** Followed by another number that may bring the unit: "eight or nine euros", "four- and five-". */
function isListed(tokens: readonly Token[], at: number): boolean {
  return isHyphen(tokens[at]) || /^(?:or|and|to|,|ou|et|à|of|out|sur)$/u.test(lowerAt(tokens, at));
}

function isPronoun(tokens: readonly Token[], numeral: Numeral): boolean {
  const before = lowerAt(tokens, numeral.first - 1);
  return (
    /^(?:the|this|that|which|no|any|each|every|another|-|number)$/u.test(before) ||
    /^(?:another|day)$/u.test(lowerAt(tokens, numeral.next))
  );
}

function counted(
  amount: Bare,
  tokens: readonly Token[],
  { at, language }: { readonly at: number; readonly language: FigureLanguage },
): Amount | undefined {
  const { numeral } = amount;
  const grammar = language.counting;
  const isOfSome = lowerAt(tokens, at) !== '' && language.numbers.of.has(lowerAt(tokens, at));
  const takesOf =
    isPartitive(tokens, numeral, language) || grammar.definite.has(lowerAt(tokens, at + 1));
  if (isOfSome && !takesOf) return undefined;
  const isOne = Number(numeral.value) === 1 && !isOfSome;
  let start = isOfSome ? at + 1 : at;
  if (isOfSome && grammar.definite.has(lowerAt(tokens, start))) start += 1;
  const phrase = countedAt(tokens, start, { grammar, isOne });
  if (!phrase) return undefined;
  const share = shareBehind(amount, { ...phrase, counted: phrase }, { tokens, language });
  if (share) return share;
  const before = lowerAt(tokens, numeral.first - 1);
  const name = grammar.before.has(before) ? `${before} ${phrase.name}` : phrase.name;
  const rated =
    perNumber(tokens, { ...phrase, name }, language) ??
    withRate(tokens, { unit: { name, kind: 'other' }, next: phrase.next }, language.units);
  const unit = unitOfHead(phrase, language) ?? rated.unit.name;
  return { ...amount, next: rated.next, unit, kind: 'counted', counted: phrase };
}

/** "517 rushing yards": where the phrase ends in a unit, that is the unit. */
function unitOfHead({ name }: Counted, { units }: FigureLanguage): string | undefined {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  const unit = name.includes(' ') ? units.phrases.get(last) : undefined;
  return unit && /^(?:length|mass|money|area)$/u.test(unit.kind) ? unit.name : undefined;
}

/** "Hundreds of cases", "deux millions d'euros": the "of" is part of the number. */
function isPartitive(
  tokens: readonly Token[],
  numeral: Numeral,
  { numbers }: FigureLanguage,
): boolean {
  const isLarge = numeral.form === 'vague' || numeral.magnitude >= 1e6;
  return isLarge && numbers.of.has(lowerAt(tokens, numeral.next));
}

/** Khmer may name what is counted before the number. */
function nounBefore(amount: Amount, tokens: readonly Token[], { units }: FigureLanguage): Amount {
  const noun = units.phrases.get(lowerAt(tokens, amount.first - 1));
  if (noun?.kind !== 'people') return amount;
  return { ...amount, first: amount.first - 1, unit: noun.name, kind: 'people' };
}
