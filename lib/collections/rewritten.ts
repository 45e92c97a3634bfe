import { align } from './align';
import type { Anchored } from './anchored';
import type { QuoteSelector } from './item';
import { type Token, tokensOf } from './tokens';

/**
 * Share of the quote's weight that has to survive before other words are taken for it: where its old
 * surroundings stand around it, and where they do not.
 */
const SURVIVING = { inPlace: 0.45, elsewhere: 0.7 } as const;
/** Old words may be spread over this many times their own weight of text. */
const SPREAD = 1.8;
/** The marks that end a sentence, in the scripts of the interface and of agencies. */
const SENTENCE_END = /[.!?…。！？។៕]/u;
/** Words with less weight than this say too little to be found again when they have changed. */
const ENOUGH_TO_ALIGN = 3;

/** At most so many new words are taken for a rewritten end. */
const LONGEST_TAIL = 8;

/** A quote beside the text's words: which of them stand for its own, and for what surrounded it. */
type Found = {
  readonly exact: readonly Token[];
  readonly words: readonly Token[];
  readonly before: Int32Array;
  readonly own: Int32Array;
  readonly after: Int32Array;
};

/** Looks for words that were edited: the stretch of text in which most of them survive. */
export function findRewritten(text: string, quote: QuoteSelector): Anchored {
  const exact = tokensOf(quote.exact);
  if (weightOf(exact) < ENOUGH_TO_ALIGN) return { outcome: 'gone' };
  const before = tokensOf(quote.prefix);
  const words = tokensOf(text);
  const { partners } = align([...before, ...exact, ...tokensOf(quote.suffix)], words);
  const found = {
    exact,
    words,
    before: partners.subarray(0, before.length),
    own: partners.subarray(before.length, before.length + exact.length),
    after: partners.subarray(before.length + exact.length),
  };
  const first = words[found.own.find(isPlace) ?? -1];
  const last = words[endOf(found)];
  if (!first || !last || !isConvincing(found)) return { outcome: 'gone' };
  const outcome = isUntouched(found) ? 'exact' : 'changed';
  return { outcome, span: { start: first.start, end: last.end } };
}

/** Whether nothing but blanks differs: the same words, with none between them. */
function isUntouched({ exact, words, own }: Found): boolean {
  const first = own[0] ?? -1;
  return exact.every(
    ({ key }, index) => own[index] === first + index && words[first + index]?.key === key,
  );
}

/** Whether enough survives to take these words for the old ones; more is asked where the surroundings are other. */
function isConvincing({ exact, words, before, own, after }: Found): boolean {
  const whole = weightOf(exact);
  const survivors = weightOf(exact.filter((_token, index) => isPlace(own[index] ?? -1)));
  if (survives(before) || survives(after)) return survivors >= SURVIVING.inPlace * whole;
  const taken = words.slice(own.find(isPlace), (own.findLast(isPlace) ?? 0) + 1);
  return survivors >= SURVIVING.elsewhere * whole && weightOf(taken) <= SPREAD * whole;
}

/** Whether at least half of one side's words stand in the text. */
function survives(side: Int32Array): boolean {
  return side.length > 0 && side.filter(isPlace).length >= side.length / 2;
}

/**
 * The index of the last word. A quote that ended a sentence whose last words were rewritten still
 * ends where that sentence does, where this is near and what followed the quote does not come first.
 */
function endOf({ exact, words, own, after }: Found): number {
  const last = own.findLast(isPlace) ?? -1;
  if (!lostItsEnd(exact, own)) return last;
  const next = after.find((place) => place > last) ?? Infinity;
  const most = Math.min(next, last + LONGEST_TAIL + 1, words.length);
  for (let at = last + 1; at < most; at += 1) {
    if (SENTENCE_END.test(words[at]?.key ?? '')) return at;
  }
  return last;
}

function lostItsEnd(exact: readonly Token[], own: Int32Array): boolean {
  const endsSentence = SENTENCE_END.test(exact.at(-1)?.key ?? '');
  return endsSentence && !own.subarray(-2).some(isPlace);
}

function isPlace(place: number): boolean {
  return place >= 0;
}

function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { weight }) => sum + weight, 0);
}
