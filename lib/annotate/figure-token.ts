/** A number in digits, a word, or a single other character, with where it stands in the article. */
export type Token = {
  readonly kind: 'number' | 'word' | 'mark';
  readonly text: string;
  /** Lower case; dots of abbreviations and apostrophes' variants taken out. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** White space, or the text's beginning, stands before it. */
  readonly spaced: boolean;
};

/** A token's word in lower case; empty where there is none. */
export function lowerAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** A token's characters; empty where there is none. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

/** Whether a token stands right behind the one before it, without a space. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.spaced === false;
}

/** How a language's words are told apart, beyond spaces. */
export type Splitting = {
  /** Words to cut out of runs without spaces (Khmer); must carry the flags g and u. */
  readonly vocabulary?: RegExp;
  /** Whether "l'" and "d'" are words of their own (French). */
  readonly elisions: boolean;
  /** Digits of the language's own script, 0 to 9. */
  readonly digits?: string;
};

const NUMBER = /\d[\d.,٫٬]*\d|\d|(?<![\p{L}\p{N}.])\.\d+/u;
/** "m2", "km²"; an abbreviation with its dots; a word, its apostrophes inside. */
const WORD =
  /(?<!\p{L})(?:[kcmd]?m|mi|ft)[23²³](?![\p{L}\p{N}])|(?:\p{L}\.){2,8}|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+){0,3}/u;
const TOKEN = new RegExp(`${NUMBER.source}|${WORD.source}|[^\\s\\p{Cf}]`, 'gu');
const LETTER = /\p{L}/u;
const ELISION = /^(?:[cdjlmnst]|qu|lorsqu|jusqu|puisqu)['’](?=\p{L})/iu;
const KHMER = /[\u1780-\u17FF]/u;
const SPACE = /\s/u;

/** The tokens of one stretch of an article, in order; linear in its length. */
export function tokensOf(
  text: string,
  [from, to]: readonly [number, number],
  splitting: Splitting,
): Token[] {
  const stretch = withAsciiDigits(text.slice(from, to), splitting.digits);
  const tokens: Token[] = [];
  for (let at = 0; at < stretch.length;) {
    const code = stretch.charCodeAt(at);
    if (code === BLANK) {
      at += 1;
      continue;
    }
    const end = plainEnd(stretch, at, code);
    const found = end > 0 ? stretch.slice(at, end) : patternAt(stretch, at);
    if (found === '') break;
    const begin = end > 0 ? at : TOKEN.lastIndex - found.length;
    at = begin + found.length;
    const word = { text: found, start: from + begin, spaced: isSpaced(stretch, begin) };
    const kind = kindOf(found);
    if (kind === 'word') pushWord(tokens, word, splitting);
    else tokens.push(tokenOf(kind, word, found));
  }
  return tokens;
}

const BLANK = 0x20;
const APOSTROPHE = 0x27;

/** The end of a word of plain letters with nothing behind it that may join, or of a plain mark; else 0. */
function plainEnd(text: string, from: number, first: number): number {
  if (!isPlainLetter(first)) return isPlainMark(first) ? from + 1 : 0;
  let at = from + 1;
  while (isPlainLetter(text.charCodeAt(at))) at += 1;
  const next = text.charCodeAt(at);
  if (next > 0x7f || next === APOSTROPHE || isPlainDigit(next)) return 0;
  return next === DOT && at === from + 1 ? 0 : at;
}

/** A mark that begins nothing longer, as a dot before digits does. */
function isPlainMark(code: number): boolean {
  return code > BLANK && code < 0x7f && code !== DOT && !isPlainDigit(code);
}

/** The next token by the pattern, which then ends at its `lastIndex`; empty where there is none. */
function patternAt(text: string, from: number): string {
  TOKEN.lastIndex = from;
  return TOKEN.exec(text)?.[0] ?? '';
}

/** By the first character, and a dot by what is behind it: no pattern is asked for plain letters. */
function kindOf(word: string): Token['kind'] {
  const code = word.charCodeAt(0);
  if (isPlainLetter(code)) return 'word';
  if (isPlainDigit(code)) return 'number';
  if (code === DOT) return word.length > 1 ? 'number' : 'mark';
  return code > 0x7f && LETTER.test(word) ? 'word' : 'mark';
}

const DOT = 0x2e;

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isPlainDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Same length as before: every digit becomes one other UTF-16 unit. */
function withAsciiDigits(text: string, digits: string | undefined): string {
  if (digits === undefined) return text;
  return text.replaceAll(/[\u17E0-\u17E9]/gu, (digit) => String(digits.indexOf(digit)));
}

function isSpaced(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before > 0x20 && before < 0x7f) return false;
  return at === 0 || before === 0x20 || SPACE.test(text.charAt(at - 1));
}

type Word = { readonly text: string; readonly start: number; readonly spaced: boolean };

function pushWord(tokens: Token[], word: Word, splitting: Splitting): void {
  const cut = splitting.elisions ? ELISION.exec(word.text)?.[0].length : undefined;
  if (cut !== undefined) {
    tokens.push(wordToken(part(word, 0, cut)), wordToken(rest(word, cut)));
  } else if (splitting.vocabulary !== undefined && KHMER.test(word.text)) {
    pushUnspaced(tokens, word, splitting.vocabulary);
  } else {
    tokens.push(wordToken(word));
  }
}

/** Cuts the words that a table knows out of a run, and leaves what stands between as it is. */
function pushUnspaced(tokens: Token[], word: Word, vocabulary: RegExp): void {
  let done = 0;
  for (const match of word.text.matchAll(vocabulary)) {
    if (match.index > done) tokens.push(wordToken(part(word, done, match.index)));
    done = match.index + match[0].length;
    tokens.push(wordToken(part(word, match.index, done)));
  }
  if (done < word.text.length) tokens.push(wordToken(rest(word, done)));
}

function rest(word: Word, from: number): Word {
  return part(word, from, word.text.length);
}

function part(word: Word, from: number, to: number): Word {
  return {
    text: word.text.slice(from, to),
    start: word.start + from,
    spaced: from === 0 && word.spaced,
  };
}

function wordToken(word: Word): Token {
  return tokenOf('word', word, lowerOf(word.text));
}

function tokenOf(kind: Token['kind'], { text, start, spaced }: Word, lower: string): Token {
  return { kind, text, lower, start, end: start + text.length, spaced };
}

const SPECIAL = /[’²³.]/u;

function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  if (!SPECIAL.test(lower)) return lower;
  const plain = lower.replaceAll('’', "'").replace('²', '2').replace('³', '3');
  return plain.endsWith('.') ? plain.replaceAll('.', '') : plain;
}
