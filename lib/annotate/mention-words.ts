import type { Span } from '@/lib/article/span';
import { folded } from '@/lib/names/fold';

/** A word or mark of a sentence as the finder of names looks at it. */
export type Word = Span & {
  readonly text: string;
  /** Folded: no case, accents, apostrophes or dots. */
  readonly low: string;
  readonly shape: Shape;
};

/** What a word looks like, whatever it says. */
type Shape = 'small' | 'capital' | 'capitals' | 'mixed' | 'initial' | 'number' | 'mark';

/** Dotted abbreviations keep their dots, possessive endings stand alone. */
const WORD =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’](?!s(?![\p{L}\p{N}]))|[-‐‑&])(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\S/gu;

/** The words and marks of one sentence of a text. */
export function wordsIn(text: string, sentence: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(WORD)) {
    const [word] = match;
    const start = sentence.start + match.index;
    const shape = shapeOf(word);
    const low = shape === 'mark' ? word : lowOf(word);
    words.push({ start, end: start + word.length, text: word, low, shape });
  }
  return words;
}

function lowOf(word: string): string {
  return /^[a-z]+$/u.test(word) ? word : folded(word);
}

function shapeOf(word: string): Shape {
  if (/^[a-z]+$/u.test(word)) return 'small';
  if (/^[A-Z][a-z]+$/u.test(word)) return 'capital';
  if (!/[\p{L}\p{N}]/u.test(word) || /^['’]s$/u.test(word)) return 'mark';
  if (/^\p{N}/u.test(word)) return 'number';
  if (/^\p{L}\.?$/u.test(word)) return /^\p{Lu}/u.test(word) ? 'initial' : 'small';
  if (/^[\p{Lu}.&-]+$/u.test(word)) return 'capitals';
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return 'capital';
  return /\p{Lu}/u.test(word) ? 'mixed' : 'small';
}
