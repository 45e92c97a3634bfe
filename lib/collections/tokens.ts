import type { Span } from '@/lib/article/span';

/** A word, or a single mark of punctuation, with the form in which it is compared. */
export type Token = Span & { readonly key: string; readonly weight: number };

/**
 * Scripts written without spaces: each letter with its marks stands as a token of its own, so that
 * a quote in Khmer, Thai, Lao, Burmese or Chinese is compared as finely as one in English.
 */
const UNSPACED =
  '\\p{Script=Khmer}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Myanmar}\\p{Script=Tibetan}' +
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const TOKEN = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|[^\\s\\p{L}\\p{N}\\p{M}]`,
  'gu',
);
const ASCII = /^[ -~]*$/u;
const WORD = /[\p{L}\p{N}]/u;

/** The words and marks of a text, in order. Blanks are no tokens, so their kind and number never matter. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const key = keyOf(word);
    tokens.push({ start: index, end: index + word.length, key, weight: weightOf(key) });
  }
  return tokens;
}

/**
 * The form in which two words or marks are compared: letter case, the shape of quotes and the accents
 * of Latin, Greek and Cyrillic letters do not count.
 */
export function keyOf(word: string): string {
  // Most words of most pages are plain ASCII, which needs no more.
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[‘’‚‛′]/gu, "'")
    .replaceAll(/[“”„‟″«»]/gu, '"')
    .replaceAll(/[‐‑‒–—―−]/gu, '-');
}

/** Long words say more about where a text stands than short ones, and marks say least. */
function weightOf(key: string): number {
  if (!WORD.test(key)) return 0.2;
  return key.length <= 3 && !/\d/u.test(key) ? 0.5 : 1;
}

/** How much of one word is still there in another: 1 the same, less for another ending, 0 another word. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longer && a[shared] === b[shared]) shared += 1;
  return shared >= SHORTEST_STEM && shared >= SAME_STEM * longer && WORD.test(a) ? ENDING_APART : 0;
}

const SHORTEST_STEM = 4;
const SAME_STEM = 0.6;
const ENDING_APART = 0.6;
