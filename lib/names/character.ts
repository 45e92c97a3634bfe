/**
 * What a UTF-16 code unit is to the tokeniser. A table filled on first use, 256 code units at a
 * time: a pattern asked for each character would cost more than the whole scan.
 */
export const BREAK = 0;
export const BLANK = 1;
export const SMALL = 2;
export const CAPITAL = 3;
/** Letters of scripts without capitals, words parted by blanks (Arabic, Hebrew, Devanagari). */
export const CASELESS = 4;
export const DIGIT = 5;
export const MARK = 6;
export const APOSTROPHE = 7;
export const HYPHEN = 8;
export const DOT = 9;
/** Letters of scripts that write without blanks (Khmer, Thai, Lao, Burmese, Chinese, Japanese). */
export const UNSPACED = 10;
/** Invisible characters that part or join nothing as far as names go. */
export const UNSEEN = 11;
export const AMPERSAND = 12;

const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [UNSEEN, /\p{Default_Ignorable_Code_Point}/u],
  [BLANK, /[^\S\n\r\u2028\u2029]/u],
  [APOSTROPHE, /['’ʼ‘`´＇]/u],
  [HYPHEN, /[-‐‑‒–−]/u],
  [DOT, /\./u],
  [AMPERSAND, /&/u],
  [MARK, /\p{M}/u],
  [DIGIT, /\p{Nd}/u],
  [CAPITAL, /[\p{Lu}\p{Lt}]/u],
  [SMALL, /\p{Ll}/u],
  [
    UNSPACED,
    /(?!\p{P})[\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
  ],
  // Astral letters come as two surrogates; both halves stay inside their word.
  [CASELESS, /[\p{L}\p{Nl}\uD800-\uDFFF]/u],
];

const PAGE = 256;
const table = new Uint8Array(0x1_00_00);
const filled = new Uint8Array(0x1_00_00 / PAGE);

/** The kind of the code unit. */
export function kindOf(code: number): number {
  if (filled[code >> 8] === 0) fill(code >> 8);
  return table[code] ?? BREAK;
}

function fill(page: number): void {
  for (let code = page * PAGE; code < (page + 1) * PAGE; code += 1) {
    const character = String.fromCharCode(code);
    table[code] = KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? BREAK;
  }
  filled[page] = 1;
}
