import type { Span } from '@/lib/article/span';
import { type Lexeme, type Shape, lexemeOf } from './mention-lexemes';

/** A word or mark of a sentence as the finder of names looks at it. */
export type Word = Span & {
  readonly text: string;
  /** Folded: no case, accents, apostrophes or dots. */
  readonly low: string;
  readonly shape: Shape;
  /** What is known of the word wherever it stands. */
  readonly lexeme: Lexeme;
};

/** Dotted abbreviations keep their dots, possessive endings stand alone. */
const WORD =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’](?!s(?![\p{L}\p{N}]))|[-‐‑&])(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\S/gu;

/** The words and marks of one sentence of a text. */
export function wordsIn(text: string, sentence: Span): Word[] {
  const words: Word[] = [];
  const all = text.slice(sentence.start, sentence.end);
  for (let at = 0; at < all.length;) {
    const code = all.charCodeAt(at);
    if (code === BLANK) {
      at += 1;
      continue;
    }
    const end = plainEnd(all, at, code) || patternEnd(all, at);
    if (end === 0) break;
    // A pattern may have stepped over blanks of other scripts before its word.
    const start = end < 0 ? WORD.lastIndex + end : at;
    at = end < 0 ? WORD.lastIndex : end;
    const word = all.slice(start, at);
    const lexeme = lexemeOf(word);
    const { low, shape } = lexeme;
    words.push({
      start: sentence.start + start,
      end: sentence.start + at,
      text: word,
      low,
      shape,
      lexeme,
    });
  }
  return words;
}

const BLANK = 0x20;
const APOSTROPHE = 0x27;

/** The end of a word of plain letters and digits with nothing behind it that may join, or of a plain mark; else 0. */
function plainEnd(text: string, from: number, first: number): number {
  if (!isPlain(first)) return first > BLANK && first < 0x7f && first !== APOSTROPHE ? from + 1 : 0;
  let at = from + 1;
  while (isPlain(text.charCodeAt(at))) at += 1;
  const next = text.charCodeAt(at);
  const goesOn = next > 0x7f || next === APOSTROPHE || next === AMPERSAND || next === HYPHEN;
  return goesOn || (next === DOT && at === from + 1) ? 0 : at;
}

const AMPERSAND = 0x26;
const HYPHEN = 0x2d;
const DOT = 0x2e;

function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39)
  );
}

/** Minus the length of the next word by the pattern, which then ends at its `lastIndex`; 0 where there is none. */
function patternEnd(text: string, from: number): number {
  WORD.lastIndex = from;
  const match = WORD.exec(text);
  return match ? -match[0].length : 0;
}
