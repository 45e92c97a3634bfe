import type { Cue } from '@/lib/language/speech';
import { withoutEnd } from './clause-ends';
import { isInPhrase } from './clause-subjects';
import type { Range, Sentence } from './speech-sentence';
import { type Token, tagAt, isOneOf, tags, wordAt } from './speech-tokens';
import type { VerbGroup } from './verb-groups';

const REACH = 60;
const PLACES = new Set([
  'in',
  'at',
  'on',
  'during',
  'after',
  'before',
  'to',
  'as',
  'when',
  'while',
  'by',
  'through',
  'via',
]);

const CUE_MARKS = tags('comma', 'close', 'dash');
const BEFORE_OWN = tags('comma', 'bracket', 'colon', 'semicolon', 'stop');
const LEADING = tags('subordinator', 'gerund', 'participle');
const NO_SUBJECT = tags('object', 'reflexive');
const ENDS = tags('stop', 'semicolon', 'colon', 'dash', 'open', 'time', 'bracket');
const LINKS = tags('preposition', 'subordinator', 'to');
const EXPLAINS = tags('determiner', 'possessive', 'noun', 'name', 'number', 'adjective');
const EXPLAINING_WORDS = new Set(['who', 'whose', 'of']);

/** Whether a cue stands behind what is said: "…, he said", "…," said Lee. */
export function standsBehind({ tokens }: Sentence, from: number): boolean {
  return isOneOf(tokens, from - 1, CUE_MARKS);
}

/** What is said before the cue that begins at `end`. */
export function saidBefore(sentence: Sentence, end: number): Range | undefined {
  const { tokens, quotationAt } = sentence;
  const to = withoutEnd(sentence, 0, end);
  if (to <= 0) return undefined;
  const quotation = quotationAt[to - 1];
  if (quotation) {
    const open = sentence.rangeAt[to - 1]?.from ?? 0;
    if (isOwnClause(sentence, open)) return { from: open, to };
    if (isOneOf(tokens, 0, LEADING) && !hasClause(sentence, to)) return undefined;
  } else if (!hasClause(sentence, to)) return undefined;
  const from = afterLead(tokens);
  return from < to ? { from, to } : undefined;
}

/** A quotation that begins a clause of its own, not part of the narrator's. */
function isOwnClause(sentence: Sentence, open: number): boolean {
  const { tokens } = sentence;
  if (open === 0) return true;
  if (tagAt(tokens, open - 1) === 'comma' && !hasClause(sentence, open)) return true;
  return tokens[open + 1]?.capital === true && isOneOf(tokens, open - 1, BEFORE_OWN);
}

/** Whether a clause of the sentence's own ends before `to`, not only words that lead to one. */
function hasClause({ groups, tokens }: Sentence, to: number): boolean {
  if (!isOneOf(tokens, 0, LEADING)) {
    return groups.some((group) => group.form === 'finite' && group.end <= to);
  }
  const comma = tokens.findIndex(({ tag }) => tag === 'comma');
  if (comma < 0 || comma >= to) return false;
  return groups.some(({ form, start, end }) => form === 'finite' && comma < start && end <= to);
}

/** The first token that is no conjunction opening the sentence. */
export function afterLead(tokens: readonly Token[]): number {
  if (tagAt(tokens, 0) === 'adverb' && tagAt(tokens, 1) === 'comma') return 2;
  return tagAt(tokens, 0) === 'conjunction' ? 1 : 0;
}

/** The subject behind its verb: ", said Ann Lee, the mayor of Tull". */
export function subjectAfter(sentence: Sentence, group: VerbGroup, cue: Cue): Range | undefined {
  const { tokens } = sentence;
  if (!cue.frames.includes('s') || group.end - group.start > 3) return undefined;
  const inside = invertedIn(sentence, group);
  if (inside) return inside;
  const from = group.end;
  const begins = isInPhrase(tokens[from]) || isExplained(tokens, from);
  if (!begins || isOneOf(tokens, from, NO_SUBJECT)) return undefined;
  let at = from + 1;
  while (at < Math.min(tokens.length, from + REACH) && !endsSubject(sentence, at)) at += 1;
  return { from, to: withoutEnd(sentence, from, at) };
}

/** "says freed journalist", "said retired teacher Ann Lee": a participle before whom it explains. */
function isExplained(tokens: readonly Token[], at: number): boolean {
  return isOneOf(tokens, at, EXPLAINING_FORMS) && isOneOf(tokens, at + 1, NAMED);
}

const EXPLAINING_FORMS = tags('past', 'participle');
const NAMED = tags('name', 'noun');

/** The pronoun inside "a-t-il dit". */
function invertedIn({ tokens }: Sentence, { start, end }: VerbGroup): Range | undefined {
  for (let at = start; at < end; at += 1) {
    if (tagAt(tokens, at) === 'inverted') return { from: at, to: at + 1 };
  }
  return undefined;
}

function endsSubject(sentence: Sentence, at: number): boolean {
  const { tokens, groupAt } = sentence;
  if (isOneOf(tokens, at, ENDS)) return true;
  if (tagAt(tokens, at) === 'comma') return !explains(sentence, at + 1);
  const leaves = isOneOf(tokens, at, LINKS)
    ? PLACES.has(wordAt(tokens, at))
    : groupAt[at]?.form === 'finite';
  return leaves && !inInsertion(sentence, at);
}

/** Whether what follows a comma explains the one before it. */
function explains({ tokens }: Sentence, at: number): boolean {
  return EXPLAINING_WORDS.has(wordAt(tokens, at)) || isOneOf(tokens, at, EXPLAINS);
}

function inInsertion({ tokens }: Sentence, at: number): boolean {
  for (let here = at - 1; here > Math.max(0, at - 25); here -= 1) {
    const tag = tagAt(tokens, here);
    if (tag === 'comma' || tag === 'wh') return true;
    if (tag === 'close' || tag === 'open') return false;
  }
  return false;
}
