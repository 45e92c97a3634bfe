import { tagAt, wordAt, isOneOf, tags } from './speech-tokens';
import { behindQuotation, clauseVerb, withoutEnd } from './clause-ends';
import { framesOf, type Sentence } from './speech-sentence';

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

/** So that no text takes more than linear time. */
const LONGEST_THING = 200;

/** The end of a thing spoken of: at a comma, a new clause, or a word that tells when. */
export function thingEnd(sentence: Sentence, from: number): number {
  const { tokens, quotationAt } = sentence;
  let at = from;
  const last = Math.min(tokens.length, from + LONGEST_THING);
  while (at < last) {
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
    const explained = at > from ? behindExplanation(sentence, at) : at;
    if (explained > at) {
      at = explained;
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
  if (tag === 'preposition')
    return AFTER.has(word) || tagAt(tokens, at + 1) === 'time' || bySaying(sentence, at + 1);
  if (tag !== 'subordinator' || !AFTER.has(word)) return false;
  return word !== 'as' || startsClauseAt(sentence, at + 1);
}

const BRINGS_IN = tags('comma', 'colon');

/** "explained it by saying: “…”": a quotation has the cue that is nearest to it. */
function bySaying(sentence: Sentence, at: number): boolean {
  const group = sentence.groupAt[at];
  if (group?.form !== 'gerund' || !framesOf(sentence, group).startsWith('s')) return false;
  const { tokens } = sentence;
  const mark = isOneOf(tokens, group.end, BRINGS_IN) ? 1 : 0;
  return tagAt(tokens, group.end + mark) === 'open';
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

const LONGEST_EXPLANATION = 12;
const GOES_ON = new Set(['of', 'for']);

/** "accused the leader, Ann Lee, of lying": behind what explains somebody, where the thing goes on. */
function behindExplanation({ tokens, groupAt }: Sentence, at: number): number {
  if (tagAt(tokens, at) !== 'comma') return at;
  for (let here = at + 1; here < Math.min(tokens.length, at + LONGEST_EXPLANATION); here += 1) {
    if (groupAt[here] || isOneOf(tokens, here, CLOSES)) return at;
    if (tagAt(tokens, here) === 'comma')
      return GOES_ON.has(wordAt(tokens, here + 1)) ? here + 1 : at;
  }
  return at;
}

const CLOSES = tags('stop', 'semicolon', 'colon', 'dash', 'open', 'close', 'conjunction');

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
