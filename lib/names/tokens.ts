import * as k from './character';
import { hashWord } from './hash';

/** Small words that begin names ("de Villepin", "bin Salman", "al-Assad"). */
const PARTICLES = new Set(
  "de du des la le les di da del della dos das van von der den ter ten zu al el ul bin ibn ben abu abd bint d' l' 't d’ l’ ’t".split(
    ' ',
  ),
);

/**
 * The words of a text as flat columns: one tokeniser for the index's builder and its reader, so
 * that a name that can be built can be found. In scripts without blanks every grapheme cluster is
 * a word of its own.
 */
export type Tokens = {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  /** Possessive endings left out. */
  readonly ends: Int32Array;
  /** SMALL, CAPITAL, CASELESS, DIGIT or UNSPACED, by the word's first character. */
  readonly kinds: Uint8Array;
  /** Whether nothing but blanks, hyphens and the like parts the word from the one before it. */
  readonly joined: Uint8Array;
};

/** The words of a text, in linear time. */
export function tokensOf(text: string): Tokens {
  const room = text.length + 1;
  const columns = {
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    kinds: new Uint8Array(room),
    joined: new Uint8Array(room),
  };
  let count = 0;
  let at = 0;
  let joined = false;
  while (at < text.length) {
    const kind = k.kindOf(text.charCodeAt(at));
    if (!begins(kind)) {
      joined &&= parts(kind, text, at);
      at += 1;
      continue;
    }
    const end = kind === k.UNSPACED ? clusterEnd(text, at) : wordEnd(text, at);
    columns.starts[count] = at;
    columns.ends[count] = kind === k.UNSPACED ? end : withoutPossessive(text, at, end);
    columns.kinds[count] = kind;
    columns.joined[count] = joined ? 1 : 0;
    count += 1;
    joined = true;
    at = end;
  }
  return { text, count, ...columns };
}

/** The halves of the words' 64-bit hashes, by which names are looked up. */
export type Hashes = { readonly first: Int32Array; readonly second: Int32Array };

/** Every word's hash, each worked out once however many names may hold it. */
export function hashesOf({ text, count, starts, ends }: Tokens): Hashes {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const both: [number, number] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    hashWord(text, { start: starts[at] ?? 0, end: ends[at] ?? 0 }, both);
    first[at] = both[0];
    second[at] = both[1];
  }
  return { first, second };
}

/** Whether a name may begin at the word. */
export function mayBegin(tokens: Tokens, at: number): boolean {
  const kind = tokens.kinds[at] ?? k.BREAK;
  if (kind !== k.SMALL) return true;
  const start = tokens.starts[at] ?? 0;
  const end = tokens.ends[at] ?? 0;
  return end - start <= 5 && PARTICLES.has(tokens.text.slice(start, end));
}

function begins(kind: number): boolean {
  return (kind >= k.SMALL && kind <= k.DIGIT) || kind === k.UNSPACED;
}

function parts(kind: number, text: string, at: number): boolean {
  if (kind === k.BLANK || kind === k.HYPHEN || kind === k.UNSEEN) return true;
  if (kind === k.AMPERSAND || kind === k.APOSTROPHE || kind === k.MARK) return true;
  return (
    kind === k.DOT && at > 0 && k.kindOf(text.charCodeAt(at - 1)) !== k.BLANK && isShort(text, at)
  );
}

/** A dot behind at most four letters may be an abbreviation's ("J. Arden", "St. Mary"). */
function isShort(text: string, dot: number): boolean {
  let at = dot - 1;
  while (at >= 0 && dot - at <= 5 && begins(k.kindOf(text.charCodeAt(at)))) at -= 1;
  return dot - at <= 5;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && continues(text, at)) at += 1;
  return at;
}

function continues(text: string, at: number): boolean {
  const kind = k.kindOf(text.charCodeAt(at));
  if (kind <= k.BLANK || kind === k.UNSPACED) return false;
  if (kind <= k.MARK || kind === k.UNSEEN) return true;
  if (kind === k.APOSTROPHE) return isLetter(text, at - 1) && isLetter(text, at + 1);
  return kind === k.DOT && isInitial(text, at - 1) && isLetter(text, at + 1);
}

function isLetter(text: string, at: number): boolean {
  const kind = k.kindOf(text.charCodeAt(at));
  return kind >= k.SMALL && kind <= k.CASELESS;
}

/** A letter that stands alone before a dot: the first of its word, or behind another dot. */
function isInitial(text: string, at: number): boolean {
  return isLetter(text, at) && (at === 0 || !continuesLetters(text, at - 1));
}

function continuesLetters(text: string, at: number): boolean {
  const kind = k.kindOf(text.charCodeAt(at));
  return kind >= k.SMALL && kind <= k.APOSTROPHE;
}

/** "Minister’s" is the word "Minister", "officers’" is "officers". */
function withoutPossessive(text: string, start: number, end: number): number {
  const ends = end - start > 2 && (text.charAt(end - 1) === 's' || text.charAt(end - 1) === 'S');
  return ends && k.kindOf(text.charCodeAt(end - 2)) === k.APOSTROPHE ? end - 2 : end;
}

const COENG = 0x17_d2;

/** The end of the grapheme cluster: a base with its marks, and what Khmer stacks below it. */
function clusterEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = k.kindOf(code);
    const stacked = kind === k.UNSPACED && text.charCodeAt(at - 1) === COENG;
    if (kind !== k.MARK && !stacked && code !== 0x0e_33 && code !== 0x0e_b3) break;
    at += 1;
  }
  return at;
}
