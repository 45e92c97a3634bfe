import { tagAt, wordAt, isOneOf, tags } from './speech-tokens';
import { behindQuotation, clauseVerb, withoutEnd } from './clause-ends';
import type { Sentence } from './speech-sentence';

const AFTER = new Set([
  'after',
  'before',
  'when',
  'while',
  'as',
  'because',
  'since',
  'until',
  'during',
  'if',
  'although',
  'though',
]);

const LINKS = tags('preposition', 'subordinator');
const ENDS = tags('comma', 'semicolon', 'dash', 'stop', 'colon', 'bracket', 'time');

/** The end of a thing spoken of: at a comma, a new clause, or a word that tells when. */
export function thingEnd(sentence: Sentence, from: number): number {
  const { tokens, quotationAt } = sentence;
  let at = from;
  while (at < tokens.length) {
    if (quotationAt[at] && quotationAt[at] !== quotationAt[from - 1]) {
      const opens = at === from;
      at = behindQuotation(sentence, at);
      if (opens && leavesQuotation(sentence, at)) break;
      continue;
    }
    const behind = behindBrackets(sentence, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    if (at > from && endsThing(sentence, from, at)) break;
    at += 1;
  }
  return withoutEnd(sentence, from, at);
}

function endsThing(sentence: Sentence, from: number, at: number): boolean {
  const { tokens } = sentence;
  if (isOneOf(tokens, at, ENDS)) return true;
  const word = wordAt(tokens, at);
  const tag = tagAt(tokens, at);
  if (tag === 'conjunction') return word === 'but' || joinsVerb(sentence, from, at);
  if (tag === 'preposition') return AFTER.has(word) || tagAt(tokens, at + 1) === 'time';
  if (tag !== 'subordinator' || !AFTER.has(word)) return false;
  return word !== 'as' || startsClauseAt(sentence, at + 1);
}

/** "chanting “out” after the vote": what follows tells when or where. */
function leavesQuotation({ tokens }: Sentence, at: number): boolean {
  const word = wordAt(tokens, at);
  return isOneOf(tokens, at, LINKS) && word !== 'of' && word !== 'for';
}

/** "and left", "and hiding": another action of the one who speaks. */
function joinsVerb(sentence: Sentence, from: number, at: number): boolean {
  const form = sentence.groupAt[at + 1]?.form;
  return form === 'finite' || (form === 'gerund' && !hasGerund(sentence, from, at));
}

/** Behind a short insertion in brackets ("(CSOs)"), else where it was. */
function behindBrackets({ tokens }: Sentence, at: number): number {
  if (wordAt(tokens, at) !== '(') return at;
  for (let here = at + 1; here < at + 5; here += 1) {
    if (wordAt(tokens, here) === ')') return here + 1;
  }
  return at;
}

function startsClauseAt(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence.tokens, at);
  return word !== 'a' && word !== 'an' && clauseVerb(sentence, at) !== undefined;
}

/** "of hiding and claiming": the second goes with the first. */
function hasGerund({ tokens }: Sentence, from: number, to: number): boolean {
  for (let at = Math.max(from, to - 20); at < to; at += 1) {
    if (tagAt(tokens, at) === 'gerund') return true;
  }
  return false;
}
