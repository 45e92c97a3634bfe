import type { Cue } from '@/lib/language/speech';
import { withoutEnd } from './clause-ends';
import { isInPhrase } from './clause-subjects';
import type { Range, Sentence } from './speech-sentence';
import type { Token } from './speech-tokens';
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

/** Whether a cue stands behind what is said: "…, he said", "…," said Lee. */
export function standsBehind({ tokens }: Sentence, from: number): boolean {
  const before = tokens[from - 1];
  return before?.tag === 'comma' || before?.tag === 'close' || before?.tag === 'dash';
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
  } else if (!hasClause(sentence, to)) return undefined;
  const from = afterLead(tokens);
  return from < to ? { from, to } : undefined;
}

/** A quotation that begins a clause of its own, not part of the narrator's. */
function isOwnClause({ tokens }: Sentence, open: number): boolean {
  if (open === 0) return true;
  const before = tokens[open - 1];
  return (
    tokens[open + 1]?.capital === true &&
    (before?.tag === 'comma' ||
      before?.tag === 'bracket' ||
      before?.tag === 'colon' ||
      before?.tag === 'stop')
  );
}

/** Whether a clause of the sentence's own ends before `to`, not only words that lead to one. */
export function hasClause({ groups, tokens }: Sentence, to: number): boolean {
  const first = tokens[0];
  if (first?.tag === 'subordinator' || first?.tag === 'gerund' || first?.tag === 'participle') {
    const comma = tokens.findIndex(({ tag }) => tag === 'comma');
    if (comma < 0 || comma >= to) return false;
    return groups.some(({ form, start, end }) => form === 'finite' && comma < start && end <= to);
  }
  return groups.some((group) => group.form === 'finite' && group.end <= to);
}

/** The first token that is no conjunction opening the sentence. */
export function afterLead(tokens: readonly Token[]): number {
  if (tokens[0]?.tag === 'adverb' && tokens[1]?.tag === 'comma') return 2;
  return tokens[0]?.tag === 'conjunction' ? 1 : 0;
}

/** The subject behind its verb: ", said Ann Lee, the mayor of Tull". */
export function subjectAfter(sentence: Sentence, group: VerbGroup, cue: Cue): Range | undefined {
  const { tokens } = sentence;
  if (!cue.frames.includes('s') || group.end - group.start > 3) return undefined;
  const inside = invertedIn(sentence, group);
  if (inside) return inside;
  const from = group.end;
  const first = tokens[from];
  if (!first || !isInPhrase(first) || first.tag === 'object' || first.tag === 'reflexive')
    return undefined;
  let at = from + 1;
  while (at < Math.min(tokens.length, from + REACH) && !endsSubject(sentence, at)) at += 1;
  return { from, to: withoutEnd(sentence, from, at) };
}

/** The pronoun inside "a-t-il dit". */
function invertedIn({ tokens }: Sentence, { start, end }: VerbGroup): Range | undefined {
  for (let at = start; at < end; at += 1) {
    if (tokens[at]?.tag === 'inverted') return { from: at, to: at + 1 };
  }
  return undefined;
}

function endsSubject(sentence: Sentence, at: number): boolean {
  const { tokens, groupAt } = sentence;
  const token = tokens[at];
  switch (token?.tag) {
    case 'stop':
    case 'semicolon':
    case 'colon':
    case 'dash':
    case 'open':
    case 'time':
    case 'bracket':
      return true;
    case 'comma':
      return !explains(sentence, at + 1);
    case 'preposition':
    case 'subordinator':
    case 'to':
      return PLACES.has(token.word) && !inInsertion(sentence, at);
    default:
      return groupAt[at]?.form === 'finite' && !inInsertion(sentence, at);
  }
}

/** Whether what follows a comma explains the one before it. */
function explains({ tokens }: Sentence, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.word === 'who' || token.word === 'whose' || token.word === 'of') return true;
  if (token.tag === 'determiner' || token.tag === 'possessive') return true;
  return (
    token.tag === 'noun' ||
    token.tag === 'name' ||
    token.tag === 'number' ||
    token.tag === 'adjective'
  );
}

function inInsertion({ tokens }: Sentence, at: number): boolean {
  for (let here = at - 1; here > Math.max(0, at - 25); here -= 1) {
    const tag = tokens[here]?.tag;
    if (tag === 'comma' || tag === 'wh') return true;
    if (tag === 'close' || tag === 'open') return false;
  }
  return false;
}
