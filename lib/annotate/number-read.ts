import type { NumberWords } from '@/lib/language/number-words';
import { isGlued, lowerAt, textAt, type Token } from './figure-token';
import { valueOfDigits } from './number-digits';
import { partAt, vagueAt, withPart } from './number-parts';
import { afterHyphen, type Numeral, scaled } from './numeral';

/** The number that begins at a token, in digits or words, with its magnitudes. */
export function numeralAt(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return digitsAt(tokens, at, words);
  if (isVulgarFraction(token)) return whole(vulgarValue(token), at, at + 1);
  if (token.kind !== 'word') return undefined;
  const special = vagueAt(tokens, at, words) ?? partAt(tokens, at, words);
  if (special) return special;
  const plain = wordsAt(tokens, at, words);
  const parted = plain && withPart(plain, tokens, words);
  return parted === plain || !parted ? plain : withMagnitudes(parted, tokens, words);
}

/** Glues a value to the magnitudes behind it: "1.8 billion", "4 hundred million", "10-million". */
function withMagnitudes(numeral: Numeral, tokens: readonly Token[], words: NumberWords): Numeral {
  let { next, magnitude } = numeral;
  let value = numeral.value;
  for (let steps = 0; steps < 3; steps += 1) {
    const at = afterHyphen(tokens, next);
    const token = tokens[at];
    const factor = token?.kind === 'word' ? magnitudeOf(token, tokens[at - 1], words) : undefined;
    if (factor === undefined) break;
    value = scaled(value, factor);
    magnitude *= factor;
    next = at + 1;
  }
  return { ...numeral, value, magnitude, next };
}

/** Magnitude words anywhere; short marks ("bn") behind digits, those of one letter only with money. */
function magnitudeOf(
  token: Token,
  before: Token | undefined,
  words: NumberWords,
): number | undefined {
  const word = words.magnitudes.get(token.lower);
  if (word !== undefined) return word;
  const mark = words.magnitudeMarks.get(token.lower);
  const isPlain = token.lower.length > 1 && token.lower !== 'mm' && token.lower !== 'mil';
  if (mark === undefined || before?.kind !== 'number') return undefined;
  return isPlain || (!token.spaced && /^[kMB]$/u.test(token.text)) ? mark : undefined;
}

function digitsAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  const token = tokens[at];
  const value = token && valueOfDigits(token.text, words.decimalMark);
  if (value === undefined) return undefined;
  const numeral =
    groupsAt(tokens, at, words) ??
    slashAt(tokens, at) ??
    powerAt(tokens, at, value) ??
    mixedAt(tokens, at, value) ??
    whole(value, at, at + 1);
  return withMagnitudes(withPart(numeral, tokens, words), tokens, words);
}

function whole(value: number, first: number, next: number): Numeral {
  return { value, first, next, form: 'digits', magnitude: 1 };
}

/** Groups parted by spaces ("12 500", and "10, 000" as some texts come apart). */
function groupsAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  let digits = textAt(tokens, at);
  if (!/^\d{1,3}$/u.test(digits)) return undefined;
  // "12 000" stands in English too, in many countries and wherever blanks are narrow; "May 5 363" does not.
  const byBlank = words.decimalMark === ',' || !/^\p{Lu}/u.test(textAt(tokens, at - 1));
  let next = at + 1;
  for (;;) {
    const comma = textAt(tokens, next) === ',' && isGlued(tokens, next) ? 1 : 0;
    const group = tokens[next + comma];
    if (!group || !isGroup(group, comma === 1 ? group.text === '000' : byBlank)) break;
    digits += group.text;
    next += comma + 1;
  }
  const last = tokens[next - 1];
  return next === at + 1 || last === undefined || digits.length > 15
    ? undefined
    : whole(Number(digits), at, next);
}

function isGroup(token: Token, allowed: boolean): boolean {
  return allowed && token.kind === 'number' && token.spaced && /^\d{3}$/u.test(token.text);
}

/** "1/4", where the lower part is one that measures are divided by. */
function slashAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (slash?.text !== '/' && slash?.text !== '⁄') return undefined;
  if (!below || below.spaced || !/^(?:[2-689]|10|12|16|32|64|100)$/u.test(below.text))
    return undefined;
  const value = Number(above?.text) / Number(below.text);
  return value < 1 ? whole(value, at, at + 3) : undefined;
}

/** "1.99×10−30", "3 x 10^8". */
function powerAt(tokens: readonly Token[], at: number, value: number): Numeral | undefined {
  const isTimes = /^[×x]$/u.test(textAt(tokens, at + 1));
  if (!isTimes || textAt(tokens, at + 2) !== '10') return undefined;
  let next = at + 3;
  if (textAt(tokens, next) === '^') next += 1;
  const sign = /^[-−–]$/u.test(textAt(tokens, next)) ? -1 : 1;
  if (sign < 0) next += 1;
  const exponent = Number(tokens[next]?.text);
  if (!Number.isInteger(exponent) || exponent > 300) return undefined;
  return whole(Number(`${value}e${sign * exponent}`), at, next + 1);
}

/** "2½", "2 1/2". */
function mixedAt(tokens: readonly Token[], at: number, value: number): Numeral | undefined {
  const token = tokens[at + 1];
  if (!token || !Number.isInteger(value)) return undefined;
  if (isVulgarFraction(token)) return whole(value + vulgarValue(token), at, at + 2);
  const part = token.kind === 'number' && token.spaced ? slashAt(tokens, at + 1) : undefined;
  return part && typeof part.value === 'number'
    ? whole(value + part.value, at, part.next)
    : undefined;
}

const VULGAR = '½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒';
const VULGAR_VALUES = [
  1 / 2,
  1 / 3,
  2 / 3,
  1 / 4,
  3 / 4,
  1 / 5,
  2 / 5,
  3 / 5,
  4 / 5,
  1 / 6,
  5 / 6,
  1 / 8,
  3 / 8,
  5 / 8,
  7 / 8,
  1 / 10,
];

/** "½" */
export function isVulgarFraction(token: Token): boolean {
  return token.kind === 'mark' && VULGAR.includes(token.text);
}

function vulgarValue(token: Token): number {
  return VULGAR_VALUES[VULGAR.indexOf(token.text)] ?? 0;
}

/** Words added and multiplied up: "two hundred and five", "quatre-vingt-dix", "a million". */
function wordsAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  const sum = new Sum(words);
  let next = at;
  for (let look = at; look < at + 16; look = afterHyphen(tokens, look + 1)) {
    const token = tokens[look];
    if (!token || token.kind !== 'word') break;
    if (isInside(tokens, look, { words, begun: next > at })) continue;
    if (!sum.take(token.lower, look === at)) break;
    next = look + 1;
  }
  if (next === at || !sum.stands) return undefined;
  return { value: sum.value, first: at, next, form: 'words', magnitude: sum.magnitude };
}

/** An "and" between two parts of one number. */
function isInside(
  tokens: readonly Token[],
  at: number,
  { words, begun }: { readonly words: NumberWords; readonly begun: boolean },
): boolean {
  const token = tokens[at];
  if (!begun || !token || !words.and.has(token.lower)) return false;
  const before = lowerAt(tokens, at - 1);
  const after = lowerAt(tokens, afterHyphen(tokens, at + 1));
  const isTens = words.cardinals.get(before) ?? words.magnitudes.get(before) ?? 0;
  return isTens >= words.andFrom && (words.cardinals.get(after) ?? 100) < Math.min(isTens, 100);
}

/** The value of number words so far. */
class Sum {
  private readonly words: NumberWords;
  private total = 0;
  private current: number | undefined;
  private hasNumber = false;
  magnitude = 1;

  constructor(words: NumberWords) {
    this.words = words;
  }

  get value(): number {
    return this.total + (this.current ?? 0);
  }

  /** Whether there is a number, not an article alone. */
  get stands(): boolean {
    return this.hasNumber;
  }

  /** Takes one word in; false where it does not go on with the number. */
  take(word: string, isFirst: boolean): boolean {
    const cardinal = this.words.cardinals.get(word);
    if (cardinal !== undefined && this.takeCardinal(cardinal)) return true;
    const factor = this.words.magnitudes.get(word);
    if (factor !== undefined) return this.takeMagnitude(factor);
    if (!isFirst || !this.words.one.has(word)) return false;
    this.current = 1;
    return true;
  }

  private takeCardinal(value: number): boolean {
    if (this.current !== undefined && !this.hasRoomFor(this.current, value)) {
      // "quatre-vingt" is four twenties, the only such product in the tables' languages.
      if (value !== 20 || this.current !== 4 || !this.words.cardinals.has('vingt')) return false;
      this.current = 80;
      return true;
    }
    this.current = (this.current ?? 0) + value;
    this.hasNumber = true;
    return true;
  }

  /** Tens take units; hundreds take what is below; French sixty and eighty take up to nineteen. */
  private hasRoomFor(current: number, value: number): boolean {
    if (!this.hasNumber) return false;
    if (current % 100 === 0) return value < 100 && current > 0;
    const tens = current % 100;
    if (tens % 10 !== 0 || tens < this.words.unitsFrom) return false;
    return (
      value < 10 ||
      (value < 20 && (tens === 60 || tens === 80) && this.words.cardinals.has('vingt'))
    );
  }

  private takeMagnitude(factor: number): boolean {
    if (this.current === undefined && this.total === 0) {
      if (!this.words.bareMagnitudes.has(factor)) return false;
      this.current = 1;
    }
    this.magnitude = factor;
    this.hasNumber = true;
    if (this.current === undefined) this.total *= factor;
    else if (factor < 1000) this.current *= factor;
    else {
      this.total += this.current * factor;
      this.current = undefined;
    }
    return true;
  }
}
