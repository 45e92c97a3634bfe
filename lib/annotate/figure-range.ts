import type { Amount } from './figure-amount';
import type { FigureLanguage } from './figure-language';
import { lowerAt, type Token } from './figure-token';
import { isHyphen, scaled } from './numeral';

/** Amounts with the two ends of each range made one, and units handed back along a list. */
export function joined(
  amounts: readonly Amount[],
  tokens: readonly Token[],
  language: FigureLanguage,
): Amount[] {
  const result: Amount[] = [];
  for (let index = 0; index < amounts.length; index += 1) {
    const [first, second] = [amounts[index], amounts[index + 1]];
    if (!first) continue;
    const range = second && rangeOf(first, second, { tokens, language });
    result.push(range ?? first);
    if (range) index += 1;
  }
  return withSharedUnits(result, tokens, language);
}

type Around = { readonly tokens: readonly Token[]; readonly language: FigureLanguage };

function rangeOf(first: Amount, second: Amount, around: Around): Amount | undefined {
  if (typeof first.value !== 'number' || typeof second.value !== 'number') return undefined;
  if (!isSameUnit(first, second) || !isLinked(first, second, around)) return undefined;
  const shares =
    first.numeral.magnitude === 1 &&
    second.numeral.magnitude > 1 &&
    first.numeral.next === first.next;
  const isShort = shares && first.value < 1000 && !(first.signed && second.signed);
  const low = isShort ? Number(scaled(first.value, second.numeral.magnitude)) : first.value;
  return {
    ...(second.unit === undefined ? first : second),
    first: first.first,
    next: second.next,
    value: [low, second.value],
  };
}

function isSameUnit(first: Amount, second: Amount): boolean {
  return (
    first.unit === second.unit ||
    first.unit === undefined ||
    second.unit === undefined ||
    second.unit.startsWith(`${first.unit} per `)
  );
}

/** "A-B unit", "A unit to B unit", "between A and B", "from A … to B". */
function isLinked(first: Amount, second: Amount, { tokens, language }: Around): boolean {
  const gap = tokens.slice(first.next, second.first);
  if (gap.length === 0 || gap.length > 8 || gap.some(({ text }) => /^[.;()]$/u.test(text))) {
    return false;
  }
  if (isDash(gap, first.signed)) return true;
  return isSpelledLink(lowerAt(tokens, first.first - 1), gap, language);
}

function isSpelledLink(before: string, gap: readonly Token[], language: FigureLanguage): boolean {
  const { numbers } = language;
  const last = gap.at(-1)?.lower ?? '';
  if (numbers.between.has(before)) return gap.length === 1 && numbers.and.has(last);
  const firstWord = gap.find(({ kind }) => kind === 'word')?.lower ?? '';
  const isTo = numbers.to.has(last) || numbers.to.has(firstWord);
  if (numbers.from.has(before)) return isTo || numbers.to.has(gap.at(-2)?.lower ?? '');
  return isTo && !isMoved(before, language) && isBareTo(gap, language);
}

/** A dash, or a slash between two sums. */
function isDash(gap: readonly Token[], signed: boolean): boolean {
  const [link] = gap;
  if (gap.length !== 1 || !link) return false;
  return isHyphen(link) || /^[—~]$/u.test(link.text) || (signed && link.text === '/');
}

/** "rose 5 to 12": what follows is where it came to, not the other end. */
function isMoved(before: string, { counting }: FigureLanguage): boolean {
  return (
    counting.rises.has(before) || counting.falls.has(before) || /^(?:by|up|down)$/u.test(before)
  );
}

function isBareTo(gap: readonly Token[], { numbers }: FigureLanguage): boolean {
  return (
    gap.filter(({ kind }) => kind === 'word').length === 1 &&
    gap.every((token) => numbers.to.has(token.lower) || isHyphen(token))
  );
}

/** "8 or $9", "four-, five- and six-cylinder": a bare value takes the unit of the next in its list. */
function withSharedUnits(
  amounts: readonly Amount[],
  tokens: readonly Token[],
  language: FigureLanguage,
): Amount[] {
  const result = [...amounts];
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const [amount, next] = [result[index], result[index + 1]];
    if (!amount || !next || amount.kind !== 'bare' || next.unit === undefined) continue;
    const gap = tokens.slice(amount.next, next.first);
    const isList =
      gap.length > 0 &&
      gap.length <= 3 &&
      gap.every(
        ({ lower, text }) =>
          language.numbers.or.has(lower) || language.numbers.and.has(lower) || /^[-,]$/u.test(text),
      );
    if (isList || isPartOf(amount, next, { tokens, language }))
      result[index] = { ...amount, ...sharedBy(next) };
  }
  return result.filter(
    ({ kind, numeral }) =>
      kind !== 'bare' ||
      numeral.form !== 'words' ||
      numeral.magnitude > 1 ||
      Number(numeral.value) >= 13,
  );
}

/** "114 of the 125 seats": the part counts what the whole does. */
function isPartOf(part: Amount, whole: Amount, { tokens, language }: Around): boolean {
  if (typeof part.value !== 'number' || typeof whole.value !== 'number') return false;
  if (part.value > whole.value || whole.counted === undefined || whole.kind === 'share')
    return false;
  const { numbers, counting } = language;
  const words = tokens.slice(part.next, whole.first).map(({ lower }) => lower);
  if (counting.definite.has(words.at(-1) ?? '')) words.pop();
  const link = words.join(' ');
  return numbers.of.has(link) || numbers.outOf.includes(link);
}

function sharedBy({ unit, kind, counted }: Amount): Partial<Amount> {
  return { kind, ...(unit === undefined ? {} : { unit }), ...(counted ? { counted } : {}) };
}
