import { BEFORE_A_NAME, OFTEN_INSIDE, OPENERS, WORDS_TOO } from '@/lib/language/sentence-words';
import type { Span } from './span';

const WORD_AFTER = /^\s*[([«“‘"']*\s*([\p{L}\p{M}\p{N}’'-]*)/u;
/** Marks that no sentence begins with. */
const GOES_ON = /^\s*[,;:)\]]/u;
const LONGEST_WORD = 40;

type Read = { readonly text: string; readonly sentences: readonly Span[] };

/** By block: everything that reads an article asks for the same sentences. */
const read = new WeakMap<Span, Read>();

/**
 * The sentences of one block of a text, in order, without the blanks between them. Dots of
 * abbreviations, initials and numbers end none; a quoted question before "he said" ends none.
 */
export function sentencesOf(text: string, block: Span): readonly Span[] {
  const known = read.get(block);
  if (known?.text === text) return known.sentences;
  const sentences = sentencesIn(text, block);
  read.set(block, { text, sentences });
  return sentences;
}

function sentencesIn(text: string, block: Span): Span[] {
  const words = text.slice(block.start, block.end);
  const sentences: Span[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code !== DOT && code !== QUESTION && code !== EXCLAMATION && code < FIRST_FOREIGN) continue;
    const end = stopEnd(words, at, code);
    if (end === at) continue;
    if (endsSentence(words, at, end)) {
      push(sentences, words, { start: from, end });
      from = end;
    }
    at = end - 1;
  }
  push(sentences, words, { start: from, end: words.length });
  return sentences.map(({ start, end }) => ({
    start: start + block.start,
    end: end + block.start,
  }));
}

const DOT = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
/** No mark of another script that ends a sentence comes before it. */
const FIRST_FOREIGN = 0x17d4;
const KHMER_STOPS = '។៕';
const STOPS = '.!?…';
const CLOSING = new Set(')]»”’"\'');
const BLANK = /\s/u;

/** The end of the stop at a place, with the closing marks behind it; the place itself where none is. */
function stopEnd(words: string, at: number, code: number): number {
  const mark = words.charAt(at);
  if (code >= FIRST_FOREIGN && KHMER_STOPS.includes(mark)) {
    // "។ល។" is "and so on".
    const isAndSoOn = words.startsWith('ល។', at + 1) || (at > 1 && words.startsWith('។ល', at - 2));
    return isAndSoOn ? at : closingEnd(words, at + 1);
  }
  return STOPS.includes(mark) ? latinStopEnd(words, at) : at;
}

function latinStopEnd(words: string, at: number): number {
  let end = at + 1;
  while (end < words.length && STOPS.includes(words.charAt(end))) end += 1;
  const closed = closingEnd(words, end);
  // A stop needs a blank behind it; a run of marks without one is passed over whole.
  if (closed === words.length || BLANK.test(words.charAt(closed))) return closed;
  return at;
}

function closingEnd(words: string, from: number): number {
  let at = from;
  while (CLOSING.has(words.charAt(at))) at += 1;
  return at;
}

function push(sentences: Span[], words: string, { start, end }: Span): void {
  const sentence = words.slice(start, end);
  const trimmed = sentence.trim();
  if (trimmed === '') return;
  const from = start + sentence.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length });
}

function endsSentence(words: string, stop: number, end: number): boolean {
  const mark = words.charAt(stop);
  if (mark === '។' || mark === '៕') return true;
  if (GOES_ON.test(words.slice(end, end + 4))) return false;
  const next = WORD_AFTER.exec(words.slice(end, end + LONGEST_WORD))?.[1] ?? '';
  if (startsSmall(next)) return false;
  if (mark !== '.' || words.charAt(stop + 1) === '.') return true;
  return endsAtDot(wordBefore(words, stop), next, words.charAt(stop + 1));
}

function wordBefore(words: string, stop: number): string {
  const first = Math.max(0, stop - LONGEST_WORD);
  let from = stop;
  while (from > first && isOfWord(words.charCodeAt(from - 1))) from -= 1;
  return words.slice(from, stop);
}

const WORD_MARKS = new Set([0x27, 0x26, 0x2d, DOT, 0x20_19]);
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Letters, digits, and what may stand inside an abbreviation; halves of astral letters are none. */
function isOfWord(code: number): boolean {
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return true;
  if (WORD_MARKS.has(code)) return true;
  return LETTER.test(String.fromCharCode(code));
}

function startsSmall(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toUpperCase();
}

function endsAtDot(before: string, next: string, after: string): boolean {
  const known = before.toLowerCase().replaceAll('’', "'");
  const closed = after !== '' && !/\s/u.test(after);
  if (BEFORE_A_NAME.has(known)) {
    const mayEnd = known === 'no' || WORDS_TOO.has(before);
    return mayEnd ? closed || !/^\d/u.test(next) : next === '';
  }
  if (closed) return true;
  if (OFTEN_INSIDE.has(known)) return opens(next);
  if (isInitial(before)) return opens(next);
  return true;
}

/** One letter, or letters with dots between them ("J", "U.N", "J.-P"). */
function isInitial(before: string): boolean {
  return /^\p{Lu}(?:[.-]+\p{L})*$/u.test(before);
}

function opens(next: string): boolean {
  return next === '' || OPENERS.has(next.toLowerCase()) || /^\d/u.test(next);
}
