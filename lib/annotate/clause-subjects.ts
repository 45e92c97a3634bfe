import type { Range, Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';
import { type Tag, type Token, tagAt, wordAt, isOneOf, tags } from './speech-tokens';

/** How far a subject may reach, so that no text takes more than linear time. */
const REACH = 60;

const IN_PHRASE: ReadonlySet<Tag> = new Set<Tag>([
  'noun',
  'name',
  'adjective',
  'number',
  'determiner',
  'possessive',
  'clitic',
  'pronoun',
  'object',
  'reflexive',
  'time',
  'inverted',
]);
const HEADS: ReadonlySet<Tag> = new Set<Tag>([
  'noun',
  'name',
  'number',
  'pronoun',
  'adjective',
  'time',
  'determiner',
  'object',
]);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose', 'where']);
const NOT_IN_SUBJECT = new Set([
  'as',
  'than',
  'if',
  'because',
  'although',
  'though',
  'while',
  'when',
  'since',
  'until',
  'unless',
  'whereas',
]);

/** Subjects of one word. */
const ALONE = tags('wh', 'that', 'pronoun');
const ASIDES = tags('preposition', 'adverb', 'subordinator', 'gerund');
const LEADS = tags('conjunction', 'adverb', 'particle', 'bracket');
const LINKS = tags('preposition', 'subordinator');
const NAMED = tags('name', 'noun');
const RELATIVES = tags('wh', 'that');
const PHRASE_STARTS = tags('determiner', 'possessive', 'pronoun');
const PHRASE_ENDS = tags(
  'comma',
  'stop',
  'colon',
  'semicolon',
  'dash',
  'open',
  'close',
  'ellipsis',
  'that',
  'wh',
  'modal',
);
const ENDING_WORDS = new Set(['but', 'yet', ')', '[', ']']);

/** Whether a token can end a noun phrase. */
export function endsPhrase(token: Token | undefined): boolean {
  return token !== undefined && HEADS.has(token.tag);
}

export function isInPhrase(token: Token | undefined): boolean {
  return token !== undefined && IN_PHRASE.has(token.tag);
}

/**
 * The subject that ends right before a verb group at `end`: a relative pronoun, a noun phrase with
 * what hangs on it, or one with insertions between commas behind it.
 */
export function subjectBefore(sentence: Sentence, end: number): Range | undefined {
  const { tokens } = sentence;
  const last = tokens[end - 1];
  if (!last) return undefined;
  if (ALONE.has(last.tag)) return { from: end - 1, to: end };
  const when = timePhrase(sentence, end);
  if (when < end) return subjectBefore(sentence, when);
  if (last.tag === 'comma' || last.tag === 'dash') {
    return subjectBeforeInsertion(sentence, end - 1, last.tag);
  }
  const closes = endsPhrase(last) || last.word === ')' || last.tag === 'participle';
  return closes ? phraseBefore(sentence, end) : undefined;
}

const PERIODS = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'week',
  'weekend',
  'month',
  'year',
]);
const WHICH_PERIOD = new Set(['this', 'last', 'next', 'that']);

/** Where "on Monday" or "this morning" begins, if it ends here; else the end. */
function timePhrase({ tokens }: Sentence, end: number): number {
  if (end < 3) return end;
  if (tagAt(tokens, end - 1) === 'time')
    return wordAt(tokens, end - 2) === 'on' ? end - 2 : end - 1;
  if (!PERIODS.has(wordAt(tokens, end - 1))) return end;
  return WHICH_PERIOD.has(wordAt(tokens, end - 2)) ? end - 2 : end;
}

/** "Ann Lee, the mayor of Tull, said": steps over parts between commas to the one they explain. */
function subjectBeforeInsertion(sentence: Sentence, comma: number, mark: Tag): Range | undefined {
  const { tokens } = sentence;
  let partEnd = comma;
  for (let parts = 0; parts < 6; parts += 1) {
    const before = previousMark(sentence, partEnd, mark);
    if (before === undefined) return undefined;
    if (!isInsertion(sentence, before + 1, partEnd)) return undefined;
    const head =
      endsPhrase(tokens[before - 1]) || wordAt(tokens, before - 1) === ')'
        ? phraseBefore(sentence, before)
        : undefined;
    if (head && !isFurtherPart(sentence, head))
      return { from: head.from, to: isAside(tokens[before + 1]) ? before : comma };
    partEnd = before;
  }
  return undefined;
}

/** An insertion that is no part of the subject: ", meanwhile,", ", in her speech,". */
function isAside(token: Token | undefined): boolean {
  return token !== undefined && ASIDES.has(token.tag);
}

function previousMark({ tokens }: Sentence, end: number, mark: Tag): number | undefined {
  for (let at = end - 1; at > Math.max(0, end - REACH); at -= 1) {
    const tag = tagAt(tokens, at);
    if (tag === mark) return at;
    if (tag === 'close' || tag === 'open' || tag === 'semicolon' || tag === 'stop')
      return undefined;
  }
  return undefined;
}

function isInsertion({ tokens, groupAt }: Sentence, from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || from >= to) return false;
  if (RELATIVE.has(first.word) || LINKS.has(first.tag)) return true;
  for (let at = from; at < to; at += 1) {
    const group = groupAt[at];
    if (group?.form === 'finite' && !hasRelative(tokens, from, at)) return false;
  }
  return true;
}

function hasRelative(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = to - 1; at >= Math.max(from, to - 12); at -= 1) {
    if (RELATIVE.has(wordAt(tokens, at))) return true;
  }
  return false;
}

/** Whether the phrase itself only explains one before a comma ("Ann Lee, mayor of Tull, in Ohio, said"). */
function isFurtherPart({ tokens }: Sentence, { from }: Range): boolean {
  if (tagAt(tokens, from - 1) !== 'comma' || !isOneOf(tokens, from - 2, NAMED)) return false;
  const first = wordAt(tokens, from);
  if (first === 'the') return tagAt(tokens, from - 2) === 'name';
  return first === 'a' || first === 'an';
}

/** The noun phrase that ends at `end`, with what hangs on it by prepositions and relative clauses. */
export function phraseBefore(sentence: Sentence, end: number): Range | undefined {
  const { tokens, groupAt } = sentence;
  let from = end;
  let join = -1;
  for (let at = end - 1; at >= Math.max(0, end - REACH); at -= 1) {
    at = beforeBrackets(sentence, at);
    const token = tokens[at];
    const group = groupAt[at];
    if (!token) break;
    if (group && group.head >= at && !isPhraseVerb(group)) {
      const relative = relativeBefore(sentence, group.start);
      // Behind another verb only what follows "and" is the subject.
      if (relative === undefined)
        return trimmed(sentence, { from: Math.max(from, join + 1), to: end });
      at = relative;
      continue;
    }
    if (isPhraseEnd(token)) break;
    if (token.tag === 'conjunction') join = at;
    from = at;
  }
  return trimmed(sentence, { from, to: end });
}

/** Steps over "(R)" to its opening bracket. */
function beforeBrackets({ tokens }: Sentence, at: number): number {
  if (wordAt(tokens, at) !== ')') return at;
  for (let here = at - 1; here > Math.max(0, at - 12); here -= 1) {
    if (wordAt(tokens, here) === '(') return here;
  }
  return at;
}

/** Verbs that can be inside a noun phrase: "a bill passed by", "people living in". */
function isPhraseVerb({ form }: VerbGroup): boolean {
  return form !== 'finite';
}

/** Where the relative pronoun before a verb stands, if one does. */
function relativeBefore({ tokens }: Sentence, verb: number): number | undefined {
  if (tagAt(tokens, verb - 1) === 'pronoun' && hasAntecedent(tokens, verb - 1)) return verb - 1;
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at -= 1) {
    if (isOneOf(tokens, at, RELATIVES)) {
      const joined = tagAt(tokens, at - 1) === 'conjunction' || endsPhrase(tokens[at - 1]);
      return joined && wordAt(tokens, at) !== 'what' ? at : undefined;
    }
    if (!isInPhrase(tokens[at]) && tagAt(tokens, at) !== 'adverb') return undefined;
  }
  return undefined;
}

/** "the people I met": a clause without its pronoun. */
function hasAntecedent(tokens: readonly Token[], at: number): boolean {
  return endsPhrase(tokens[at - 1]) && tagAt(tokens, at - 1) !== 'pronoun';
}

function isPhraseEnd({ tag, word }: Token): boolean {
  if (tag === 'subordinator') return NOT_IN_SUBJECT.has(word);
  return PHRASE_ENDS.has(tag) || ENDING_WORDS.has(word);
}

/** Without what stands before it: conjunctions, adverbs, "on Monday". */
function trimmed(sentence: Sentence, { from: start, to }: Range): Range | undefined {
  const { tokens } = sentence;
  let from = start;
  while (from < to && isOneOf(tokens, from, LEADS)) from += 1;
  if (isOneOf(tokens, from, LINKS)) from = lastPhrase(sentence, { from, to });
  while (from < to && !isInPhrase(tokens[from])) from += 1;
  return from < to ? { from, to } : undefined;
}

/** Where the last phrase without prepositions, save "of", begins. */
export function lastPhrase({ tokens }: Sentence, { from, to }: Range): number {
  let at = to - 1;
  while (at > from && continuesLeft(tokens[at - 1], tokens[at])) at -= 1;
  return at;
}

function continuesLeft(left: Token | undefined, here: Token | undefined): boolean {
  if (!left || !here) return false;
  if (left.word === 'of' || here.word === 'of') return left.tag !== 'time';
  return !PHRASE_STARTS.has(here.tag) && left.tag !== 'time' && isInPhrase(left);
}
