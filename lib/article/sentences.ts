import { BEFORE_A_NAME, OFTEN_INSIDE, OPENERS } from '@/lib/language/sentence-words';
import type { Span } from './span';

/** Stops with the closing marks behind them; the Khmer ones need no blank after them. */
const STOP = /(?<![.!?…])[.!?…]+[)\]»”’"']*(?=\s|$)|(?<!។ល)[។៕](?!ល។)[)\]»”’"']*/gu;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.’'&-]+$/u;
const WORD_AFTER = /^\s*[([«“‘"']*\s*([\p{L}\p{M}\p{N}’'-]*)/u;
/** Marks that no sentence begins with. */
const GOES_ON = /^\s*[,;:)\]]/u;
const LONGEST_WORD = 40;

/**
 * The sentences of one block of a text, in order, without the blanks between them. Dots of
 * abbreviations, initials and numbers end none; a quoted question before "he said" ends none.
 */
export function sentencesOf(text: string, block: Span): Span[] {
  const words = text.slice(block.start, block.end);
  const sentences: Span[] = [];
  let from = 0;
  for (const stop of words.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!endsSentence(words, stop.index, end)) continue;
    push(sentences, words, { start: from, end });
    from = end;
  }
  push(sentences, words, { start: from, end: words.length });
  return sentences.map(({ start, end }) => ({
    start: start + block.start,
    end: end + block.start,
  }));
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
  return WORD_BEFORE.exec(words.slice(Math.max(0, stop - LONGEST_WORD), stop))?.[0] ?? '';
}

function startsSmall(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toUpperCase();
}

function endsAtDot(before: string, next: string, after: string): boolean {
  const known = before.toLowerCase().replaceAll('’', "'");
  if (BEFORE_A_NAME.has(known)) return known !== 'no' ? next === '' : !/^\d/u.test(next);
  const closed = after !== '' && !/\s/u.test(after);
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
