import { framesOf, type Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';
import { endsPhrase, isInPhrase } from './clause-subjects';
import { type Tag, type Token, tagAt, isOneOf, tags, wordAt } from './speech-tokens';

/** How many tokens a look ahead may take, so that no text takes more than linear time. */
const REACH = 40;
const LONGEST = 500;
/** What can stand before a clause's subject. */
const LOOSE: ReadonlySet<Tag> = new Set<Tag>([
  'adverb',
  'gerund',
  'preposition',
  'subordinator',
  'time',
]);

const STARTS = tags('preposition', 'subordinator', 'gerund', 'open', 'adverb');
const SUBJECT_ENDS = tags('close', 'open', 'comma', 'bracket', 'gerund');
const SUBJECT_STOPS = tags('stop', 'semicolon', 'colon', 'dash');
const END_MARKS = tags('stop', 'comma', 'colon', 'semicolon');
const RELATIVES = tags('wh', 'that');
const CLAUSE_MARKS = tags('that', 'open');
const NARRATOR = tags('gerund', 'wh', 'subordinator');

/** The index behind the quotation that a token is in. */
export function behindQuotation({ rangeAt }: Sentence, at: number): number {
  return rangeAt[at]?.to ?? at + 1;
}

/**
 * The end of a clause that begins at `from`: what is said runs to the end of the sentence, unless
 * the narrator takes the word back.
 */
export function clauseEnd(sentence: Sentence, from: number, subordinate: boolean): number {
  const { tokens, quotationAt } = sentence;
  const outer = quotationAt[from - 1];
  let at = from;
  for (let steps = 0; at < tokens.length && steps < LONGEST; steps += 1) {
    if (quotationAt[at] && quotationAt[at] !== outer) {
      const opens = at === from;
      at = behindQuotation(sentence, at);
      if (endsBehindQuotation(sentence, at, opens)) return at;
    } else if (at > from && isTakenBack(sentence, at)) return withoutEnd(sentence, from, at);
    else if (subordinate && startsMain(sentence, at)) return at;
    else at += 1;
  }
  return withoutEnd(sentence, from, at);
}

/** The comma before a main clause: "While she agreed it was late, | he". */
function startsMain(sentence: Sentence, at: number): boolean {
  return tagAt(sentence.tokens, at) === 'comma' && clauseVerb(sentence, at + 1) !== undefined;
}

/** Whether the narrator goes on behind a quotation that closes before `at`. */
function endsBehindQuotation(sentence: Sentence, at: number, opens: boolean): boolean {
  const { tokens, groupAt } = sentence;
  const next = tagAt(tokens, at);
  const last = tagAt(tokens, at - 2);
  if (next === 'semicolon') return true;
  if (!opens && last !== 'comma') return false;
  if (last === 'stop') return true;
  if (last === 'comma' || next === 'comma') {
    const behind = next === 'comma' ? at + 1 : at;
    return opens || isOneOf(tokens, behind, NARRATOR) || isNarratorAfterComma(sentence, behind);
  }
  return next === 'subordinator' || groupAt[at]?.form === 'gerund';
}

/** Without the full stop. */
export function withoutEnd({ tokens }: Sentence, from: number, to: number): number {
  let end = to;
  while (end > from && isEndMark(tokens[end - 1])) end -= 1;
  return end;
}

function isEndMark(token: Token | undefined): boolean {
  return token !== undefined && END_MARKS.has(token.tag);
}

function isTakenBack(sentence: Sentence, at: number): boolean {
  const tag = tagAt(sentence.tokens, at);
  if (tag === 'comma') return isNarratorAfterComma(sentence, at + 1);
  if (tag === 'conjunction') return isCueAhead(sentence, at + 1);
  return tag === 'semicolon' || tag === 'dash';
}

/** Behind a comma: ", adding that", ", but critics say", ", according to". */
function isNarratorAfterComma(sentence: Sentence, at: number): boolean {
  const { tokens, groupAt } = sentence;
  const word = wordAt(tokens, at);
  const group = groupAt[at];
  if (at >= tokens.length || word === 'but' || word === 'according') return true;
  if (group?.form === 'gerund') return framesOf(sentence, group).startsWith('s');
  if (isCueAhead(sentence, at)) return true;
  if (word === 'and') return isCueAhead(sentence, at + 1) || isNewCue(sentence, at + 1);
  return isParenthesis(sentence, at);
}

/** "and three in ten said": somebody else speaks. */
function isNewCue(sentence: Sentence, from: number): boolean {
  const group = verbBehindPhrase(sentence, from, 10);
  if (!group || group.start <= from) return false;
  return group.form === 'finite' && framesOf(sentence, group).startsWith('s');
}

/** The verb group behind the phrase that begins at `from`. */
function verbBehindPhrase(
  { tokens, groupAt }: Sentence,
  from: number,
  reach: number,
): VerbGroup | undefined {
  for (let at = from; at < Math.min(tokens.length, from + reach); at += 1) {
    if (groupAt[at]) return groupAt[at];
    if (!isInPhrase(tokens[at]) && tagAt(tokens, at) !== 'preposition') return undefined;
  }
  return undefined;
}

/** ", he said" before the end of the sentence or another comma. */
function isParenthesis(sentence: Sentence, from: number): boolean {
  const group = verbBehindPhrase(sentence, from, 12);
  if (group?.form !== 'finite' || !framesOf(sentence, group).includes('s')) return false;
  const after = tagAt(sentence.tokens, group.end);
  return after === undefined || after === 'stop' || after === 'comma';
}

/** "and said", "and then told": the same speaker goes on. */
function isCueAhead(sentence: Sentence, at: number): boolean {
  const group = sentence.groupAt[at];
  if (group?.form !== 'finite' || group.start !== at) return false;
  return framesOf(sentence, group).includes('s') && tagAt(sentence.tokens, group.head) !== 'base';
}

/** Where a clause without "that" begins at `from`, the verb of it; undefined where none does. */
export function clauseVerb(sentence: Sentence, from: number): number | undefined {
  const { tokens, groupAt } = sentence;
  if (!isInPhrase(tokens[from]) && !isOneOf(tokens, from, STARTS)) return undefined;
  const loose = isOneOf(tokens, from, LOOSE);
  for (let at = from; at < Math.min(tokens.length, from + REACH); at += 1) {
    const group = groupAt[at];
    if (group?.form === 'finite') {
      const subject = beforeAdverbs(tokens, at - 1);
      if (subject >= from && endsSubject(tokens[subject])) return group.head;
      if (!isOneOf(tokens, at - 1, RELATIVES)) return undefined;
      at = group.end - 1;
    } else if (stopsSubject(tokens, at, loose)) return undefined;
  }
  return undefined;
}

/** Steps back over adverbs that a verb has not taken in, as in: it “strongly condemns” that. */
function beforeAdverbs(tokens: readonly Token[], at: number): number {
  let before = at;
  while (at - before < 3 && tagAt(tokens, before) === 'adverb') before -= 1;
  return before;
}

function endsSubject(token: Token | undefined): boolean {
  if (!token || token.tag === 'object') return false;
  return endsPhrase(token) || SUBJECT_ENDS.has(token.tag);
}

function stopsSubject(tokens: readonly Token[], at: number, loose: boolean): boolean {
  if (tagAt(tokens, at) === 'subordinator') return !loose;
  return isOneOf(tokens, at, SUBJECT_STOPS) || (loose && isOneOf(tokens, at, CLAUSE_MARKS));
}
