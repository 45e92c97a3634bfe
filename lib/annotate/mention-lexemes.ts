import { groupOf } from '@/lib/language/world/word-groups';
import { folded } from '@/lib/names/fold';
import { classesOf } from './mention-classes';

const SHAPES = ['small', 'capital', 'capitals', 'mixed', 'initial', 'number', 'mark'] as const;

/** What a word looks like, whatever it says. */
export type Shape = (typeof SHAPES)[number];

/** All that a word is by itself, worked out once however often articles use it. */
export type Lexeme = {
  /** Folded: no case, accents, apostrophes or dots. */
  readonly low: string;
  readonly shape: Shape;
  /** The shape's number. */
  readonly look: number;
  /** The lists that hold the word, as bits. */
  readonly classes: number;
  /** What it keeps company with, as `groupOf` gives it. */
  readonly group: number;
  readonly hash: number;
  /** Hashes of its last two, three and four letters and of its first three. */
  readonly parts: readonly [two: number, three: number, four: number, head: number];
  /** What the shipped model makes of the word at each place around another; filled as needed. */
  readonly sums: (Int32Array | undefined)[];
};

const known = new Map<string, Lexeme>();
/** The words of some hundred articles. */
const MOST_KNOWN = 50_000;

/** What is known of a word as it is written. */
export function lexemeOf(word: string): Lexeme {
  const seen = known.get(word);
  if (seen) return seen;
  if (known.size > MOST_KNOWN) known.clear();
  const made = lexemeFrom(word);
  known.set(word, made);
  return made;
}

function lexemeFrom(word: string): Lexeme {
  const shape = shapeOf(word);
  const low = shape === 'mark' ? word : lowOf(word);
  return {
    low,
    shape,
    look: SHAPES.indexOf(shape),
    classes: shape === 'mark' ? 0 : classesOf(low),
    group: shape === 'mark' ? 0 : groupOf(low),
    hash: hashOf(low, 0),
    parts: [hashOf(low, -2), hashOf(low, -3), hashOf(low, -4), hashOf(low.slice(0, 3), 0)],
    sums: [],
  };
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

/** The hash of a word from a place on, counted from its end where negative. */
function hashOf(word: string, from: number): number {
  let hash = 0x81_1c_9d_c5 | 0;
  for (let at = from < 0 ? Math.max(0, word.length + from) : from; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}
