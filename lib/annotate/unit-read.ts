import type { Unit } from '@/lib/language/unit';
import type { UnitBook } from '@/lib/language/unit-book';
import { isGlued, lowerAt, textAt, type Token } from './figure-token';
import { afterHyphen } from './numeral';

/** A unit as read, and the token behind it. */
export type UnitRead = { readonly unit: Unit; readonly next: number };

/** The unit that stands at a token behind a number, with the rate it may open ("a month", "/h"). */
export function unitAt(tokens: readonly Token[], at: number, book: UnitBook): UnitRead | undefined {
  const open = /^[([{<]$/u.test(textAt(tokens, at)) ? 1 : 0;
  const start = open === 1 ? at + 1 : afterHyphen(tokens, at);
  const found = phraseAt(tokens, start, book) ?? symbolAt(tokens, start, book);
  if (!found) return undefined;
  if (open === 0) return withAge(tokens, withRate(tokens, found, book));
  return /^[)\]}>]$/u.test(textAt(tokens, found.next))
    ? { unit: found.unit, next: found.next + 1 }
    : undefined;
}

/** The longest spelled-out form; hyphens and the dots of abbreviations ("sq. ft.") read as nothing. */
function phraseAt(tokens: readonly Token[], at: number, book: UnitBook): UnitRead | undefined {
  let phrase = '';
  let next = at;
  let found: UnitRead | undefined;
  for (let count = 0; count < book.longest; count += 1) {
    next = afterDotOrHyphen(tokens, next, count);
    const token = tokens[next];
    if (!token || token.kind === 'number') break;
    phrase += count === 0 ? token.lower : ` ${token.lower}`;
    next += 1;
    const unit = book.phrases.get(phrase);
    if (unit) found = { unit, next };
  }
  return found;
}

function afterDotOrHyphen(tokens: readonly Token[], at: number, count: number): number {
  if (count === 0) return at;
  const before = tokens[at - 1]?.text.length ?? 9;
  const isDot = textAt(tokens, at) === '.' && before <= 3 && tokens[at + 1]?.kind === 'word';
  return isDot ? at + 1 : afterHyphen(tokens, at);
}

/** A sign or abbreviation, its case as in the table; single letters only where nothing else is likely. */
function symbolAt(tokens: readonly Token[], at: number, book: UnitBook): UnitRead | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const money = moneyBehind(tokens, at, book);
  if (money) return money;
  const text = token.text.replace('²', '2').replace('³', '3');
  const unit = book.symbols.get(text) ?? book.symbols.get(quoteSign(tokens, at));
  if (!unit || isLetterOfName(tokens, at)) return undefined;
  return { unit, next: at + 1 };
}

/** Straight marks are feet and inches right behind digits, where no quotation is open. */
function quoteSign(tokens: readonly Token[], at: number): string {
  const text = tokens[at]?.text;
  if (text !== "'" && text !== '"') return '';
  for (let look = at - 2; look >= 0 && look > at - 40; look -= 1) {
    if (tokens[look]?.text === text) return '';
  }
  return text === "'" ? '′' : '″';
}

function isLetterOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind !== 'word') return false;
  const after = tokens[at + 1];
  if (after?.kind === 'number' && !after.spaced) return true;
  if (token.text.length > 1 || !token.spaced) return token.text === 'p' && after?.text === '.';
  return (
    (after !== undefined && /^\p{Lu}\p{Ll}/u.test(after.text)) ||
    (/^[AasRGKp]$/u.test(token.text) && !/^(?:per|\/)$/u.test(after?.lower ?? ''))
  );
}

function moneyBehind(tokens: readonly Token[], at: number, book: UnitBook): UnitRead | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const two = book.money.get(token.text + textAt(tokens, at + 1));
  if (two && isGlued(tokens, at + 1)) return { unit: two, next: at + 2 };
  const scaledCode = /^M([A-Z]{3})$/u.exec(token.text)?.[1];
  const unit =
    book.money.get(token.text) ??
    (scaledCode === undefined ? undefined : book.money.get(scaledCode));
  if (!unit || (tokens[at + 1]?.kind === 'number' && token.kind === 'mark')) return undefined;
  return { unit, next: at + 1 };
}

/** A sign or code of money that ends right before a number: "US $", "HK$", "RM", "dollar". */
export function moneyBefore(
  tokens: readonly Token[],
  at: number,
  book: UnitBook,
): { readonly unit: Unit; readonly first: number } | undefined {
  for (const length of [3, 2, 1]) {
    const first = at - length;
    if (first < 0) continue;
    const sign = signOf(tokens, first, at);
    if (sign.length > book.longestSign) continue;
    const unit = book.money.get(sign) ?? book.money.get(sign.toUpperCase()) ?? signAndNation(sign);
    if (unit && !(length === 1 && tokens[first]?.kind === 'word' && !isCode(tokens, first))) {
      return { unit, first };
    }
  }
  const word = tokens[at - 1];
  if (word?.lower === 'dollar' || word?.lower === 'euro') {
    return { unit: { name: word.lower, kind: 'money' }, first: at - 1 };
  }
  return undefined;
}

function signOf(tokens: readonly Token[], first: number, end: number): string {
  let sign = '';
  for (let at = first; at < end; at += 1) sign += textAt(tokens, at);
  return sign;
}

/** A code is upper case and no short word ("ALL", "TOP", "TRY" are codes too), or right at the digits. */
function isCode(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at);
  if (isGlued(tokens, at + 1)) return true;
  return !/^(?:all|top|try|mad|cup|mop|kn|sos|pen|gel|ron|bam|lak|cop|nis)$/iu.test(text);
}

function signAndNation(sign: string): Unit | undefined {
  if (/^(?:u\.?s\.?\$|\$u\.?s\.?)$/iu.test(sign)) return { name: 'dollar', kind: 'money' };
  return sign === 'Y=' ? { name: 'Japanese yen', kind: 'money' } : undefined;
}

/** "per hour", "a month", "/h", "-a-day" behind a unit or counted noun. */
export function withRate(tokens: readonly Token[], read: UnitRead, book: UnitBook): UnitRead {
  const at = afterHyphen(tokens, read.next);
  const per = tokens[at];
  if (!per || !book.per.has(per.lower)) return read;
  const behind = afterHyphen(tokens, at + 1);
  const token = tokens[behind];
  if (!token || token.kind !== 'word') return read;
  const isArticle = book.perArticles.has(per.lower);
  // "every ten minutes a child": what an article rates time by is time again.
  if (isArticle && read.unit.kind === 'time' && book.phrases.get(token.lower)?.kind !== 'time')
    return read;
  const two = book.phrases.get(`${token.lower} ${lowerAt(tokens, behind + 1)}`);
  if (two && !isArticle) {
    const unit = { name: `${read.unit.name} per ${two.name}`, kind: read.unit.kind };
    return { unit, next: behind + 2 };
  }
  const name = rateName(tokens, behind, { book, isArticle });
  if (name === undefined) return read;
  return {
    unit: { name: `${read.unit.name} per ${name}`, kind: read.unit.kind },
    next: behind + 1,
  };
}

function rateName(
  tokens: readonly Token[],
  at: number,
  { book, isArticle }: { readonly book: UnitBook; readonly isArticle: boolean },
): string | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const text = token.text.replace('²', '2').replace('³', '3');
  const isSlash = textAt(tokens, at - 1) === '/';
  const unit = isSlash ? (book.symbols.get(text) ?? book.phrases.get(token.lower)) : undefined;
  const rated = book.rated.get(token.lower) ?? unit?.name;
  if (rated !== undefined) return rated;
  return isArticle || isSlash || token.lower === 'cent'
    ? undefined
    : (book.phrases.get(token.lower)?.name ?? token.lower);
}

/** "years old", "months of age", "-year-old". */
function withAge(tokens: readonly Token[], read: UnitRead): UnitRead {
  if (read.unit.kind !== 'time') return read;
  const at = afterHyphen(tokens, read.next);
  const old = lowerAt(tokens, at) === 'old' || lowerAt(tokens, at) === 'olds';
  const ofAge = lowerAt(tokens, at) === 'of' && lowerAt(tokens, at + 1) === 'age';
  if (!old && !ofAge) return read;
  return { unit: { name: `${read.unit.name} of age`, kind: 'age' }, next: at + (old ? 1 : 2) };
}
