import { sentencesOf } from '@/lib/article/sentences';
import type { Span } from '@/lib/article/span';
import type { SpeechTables } from '@/lib/language/speech';
import { type Quotation, quotationsOf } from './quote-marks';
import { firstEndingAfter } from './speech-spans';
import { readSentence, type Sentence } from './speech-sentence';

/** One block read for speech. */
export type SpeechBlock = {
  readonly sentences: readonly Sentence[];
  /** The last quotation has no closing mark: the next block goes on with it. */
  readonly leftOpen: boolean;
};

/** The sentences of a block; those that one quotation holds together are read as one. */
export function readBlock(
  text: string,
  block: Span,
  { tables, carried }: { tables: SpeechTables; carried: boolean },
): SpeechBlock {
  const goesOn = carried && closesFirst(text, block);
  const quotations = quotationsOf(text, block, goesOn).filter(({ depth }) => depth === 0);
  const sentences: Sentence[] = [];
  let parts: Span[] = [];
  let first = 0;
  for (const part of sentencesOf(text, block)) {
    parts.push(part);
    const next = firstEndingAfter(quotations, part.end);
    if (isInside(quotations[next], part.end) || goesOnBehind(text, part.end, tables)) continue;
    sentences.push(
      readSentence(text, parts, { tables, quotations: quotations.slice(first, next) }),
    );
    parts = [];
    first = next;
  }
  const rest = { tables, quotations: quotations.slice(first) };
  if (parts.length > 0) sentences.push(readSentence(text, parts, rest));
  return { sentences, leftOpen: leavesOpen(quotations.at(-1), block) };
}

function isInside(quotation: Quotation | undefined, place: number): boolean {
  return quotation !== undefined && quotation.start < place;
}

function goesOnBehind(text: string, end: number, tables: SpeechTables): boolean {
  if (isSigned(text, end)) return true;
  return endsLikeSentence(text, end) && cueFollows(text, end, tables);
}

/** "“…” ― Ann Lee": a dash and a name right behind a quotation. */
function isSigned(text: string, end: number): boolean {
  return (
    /[”"]/u.test(text.charAt(end - 1)) &&
    /^\s*[―—–]{1,2}\s*[―—–]?\s*\p{Lu}/u.test(text.slice(end, end + 9))
  );
}

/** Whether a block that a quotation was left open before meets its closing mark first. */
function closesFirst(text: string, { start, end }: Span): boolean {
  const first = /[“”„«»"]/u.exec(text.slice(start, end))?.[0];
  return first === '”' || first === '»';
}

function leavesOpen(last: Quotation | undefined, block: Span): boolean {
  return last !== undefined && !last.closed && last.end === block.end;
}

function endsLikeSentence(text: string, end: number): boolean {
  return /[!?…],?[”"’']+$/u.test(text.slice(Math.max(0, end - 4), end));
}

/** Whether "“Who?” Lee asked." goes on behind a quotation that ended like a sentence. */
function cueFollows(text: string, end: number, { verbs, cues }: SpeechTables): boolean {
  const ahead = text.slice(end, end + 80).trim();
  if (!/^\p{L}/u.test(ahead)) return false;
  for (const word of ahead.split(/\s+/u).slice(0, 7)) {
    const verb = verbs.get(word.replace(/[.,:;]$/u, ''));
    if (verb && cues.get(verb.lemma)?.frames.startsWith('s') === true) return true;
    if (/[.,:;!?“”"]/u.test(word.slice(3))) return false;
  }
  return false;
}
