import type { Range, Sentence } from './speech-sentence';
import type { Tag, Token } from './speech-tokens';

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
  if (last.tag === 'wh' || last.tag === 'that') return { from: end - 1, to: end };
  if (last.tag === 'pronoun') return { from: end - 1, to: end };
  const when = timePhrase(sentence, end);
  if (when < end) return subjectBefore(sentence, when);
  if (last.tag === 'time' && end > 2) {
    return subjectBefore(sentence, tokens[end - 2]?.word === 'on' ? end - 2 : end - 1);
  }
  if (last.word === ')') return phraseBefore(sentence, end);
  if (last.tag === 'comma' || last.tag === 'dash')
    return subjectBeforeInsertion(sentence, end - 1, last.tag);
  return endsPhrase(last) ? phraseBefore(sentence, end) : undefined;
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

/** Where "this morning" begins, if it ends here; else the end. */
function timePhrase({ tokens }: Sentence, end: number): number {
  if (!PERIODS.has(tokens[end - 1]?.word ?? '') || end < 3) return end;
  return WHICH_PERIOD.has(tokens[end - 2]?.word ?? '') ? end - 2 : end;
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
      endsPhrase(tokens[before - 1]) || tokens[before - 1]?.word === ')'
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
  return (
    token?.tag === 'preposition' ||
    token?.tag === 'adverb' ||
    token?.tag === 'subordinator' ||
    token?.tag === 'gerund'
  );
}

function previousMark({ tokens }: Sentence, end: number, mark: Tag): number | undefined {
  for (let at = end - 1; at > Math.max(0, end - REACH); at -= 1) {
    const tag = tokens[at]?.tag;
    if (tag === mark) return at;
    if (tag === 'close' || tag === 'open' || tag === 'semicolon' || tag === 'stop')
      return undefined;
  }
  return undefined;
}

function isInsertion({ tokens, groupAt }: Sentence, from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || from >= to) return false;
  if (RELATIVE.has(first.word) || first.tag === 'preposition' || first.tag === 'subordinator')
    return true;
  for (let at = from; at < to; at += 1) {
    const group = groupAt[at];
    if (group?.form === 'finite' && !hasRelative(tokens, from, at)) return false;
  }
  return true;
}

function hasRelative(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = to - 1; at >= Math.max(from, to - 12); at -= 1) {
    if (RELATIVE.has(tokens[at]?.word ?? '')) return true;
  }
  return false;
}

/** Whether the phrase itself only explains one before a comma ("Ann Lee, mayor of Tull, in Ohio, said"). */
function isFurtherPart({ tokens }: Sentence, head: Range): boolean {
  if (tokens[head.from - 1]?.tag !== 'comma') return false;
  const first = tokens[head.from];
  const before = tokens[head.from - 2];
  if (before?.tag !== 'name' && before?.tag !== 'noun') return false;
  return (
    first?.word === 'a' || first?.word === 'an' || (first?.word === 'the' && before.tag === 'name')
  );
}

/** The noun phrase that ends at `end`, with what hangs on it by prepositions and relative clauses. */
export function phraseBefore(sentence: Sentence, end: number): Range | undefined {
  const { tokens, groupAt } = sentence;
  let from = end;
  let join = -1;
  let cutAtVerb = false;
  for (let at = end - 1; at >= Math.max(0, end - REACH); at -= 1) {
    at = beforeBrackets(sentence, at);
    const token = tokens[at];
    const group = groupAt[at];
    if (!token) break;
    if (group && group.head >= at && !isPhraseVerb(sentence, group.head)) {
      const relative = relativeBefore(sentence, group.start);
      if (relative === undefined) {
        cutAtVerb = true;
        break;
      }
      at = relative;
      continue;
    }
    if (isPhraseEnd(token)) break;
    if (token.tag === 'conjunction') join = at;
    from = at;
  }
  if (cutAtVerb) from = join > from ? join + 1 : from;
  return trimmed(sentence, { from, to: end });
}

/** Steps over "(R)" to its opening bracket. */
function beforeBrackets({ tokens }: Sentence, at: number): number {
  if (tokens[at]?.word !== ')') return at;
  for (let here = at - 1; here > Math.max(0, at - 12); here -= 1) {
    if (tokens[here]?.word === '(') return here;
  }
  return at;
}

/** Verbs that can be inside a noun phrase: "a bill passed by", "people living in". */
function isPhraseVerb({ groupAt }: Sentence, at: number): boolean {
  const form = groupAt[at]?.form;
  return form === 'participle' || form === 'gerund' || form === 'infinitive';
}

/** Where the relative pronoun before a verb stands, if one does. */
function relativeBefore({ tokens }: Sentence, verb: number): number | undefined {
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at -= 1) {
    const token = tokens[at];
    if (token?.tag === 'wh' || token?.tag === 'that') {
      return at > 0 &&
        (endsPhrase(tokens[at - 1]) || tokens[at - 1]?.tag === 'conjunction') &&
        token.word !== 'what'
        ? at
        : undefined;
    }
    if (
      token?.tag === 'pronoun' &&
      at === verb - 1 &&
      endsPhrase(tokens[at - 1]) &&
      tokens[at - 1]?.tag !== 'pronoun'
    )
      return at;
    if (!isInPhrase(token) && token?.tag !== 'adverb') return undefined;
  }
  return undefined;
}

function isPhraseEnd({ tag, word }: Token): boolean {
  switch (tag) {
    case 'comma':
    case 'stop':
    case 'colon':
    case 'semicolon':
    case 'dash':
    case 'open':
    case 'close':
    case 'ellipsis':
    case 'that':
    case 'wh':
    case 'modal':
      return true;
    case 'subordinator':
      return NOT_IN_SUBJECT.has(word);
    case 'bracket':
      return word === ')' || word === '[' || word === ']';
    default:
      return word === 'but' || word === 'yet';
  }
}

/** Without what stands before it: conjunctions, adverbs, "on Monday". */
function trimmed(sentence: Sentence, range: Range): Range | undefined {
  const { tokens } = sentence;
  let { from } = range;
  while (from < range.to && isLead(tokens[from])) from += 1;
  const first = tokens[from];
  if (first?.tag === 'preposition' || first?.tag === 'subordinator')
    from = lastPhrase(sentence, { from, to: range.to });
  while (from < range.to && !isInPhrase(tokens[from])) from += 1;
  return from < range.to ? { from, to: range.to } : undefined;
}

function isLead(token: Token | undefined): boolean {
  return (
    token?.tag === 'conjunction' ||
    token?.tag === 'adverb' ||
    token?.tag === 'particle' ||
    token?.tag === 'bracket'
  );
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
  if (here.tag === 'determiner' || here.tag === 'possessive' || here.tag === 'pronoun')
    return false;
  if (left.tag === 'time') return false;
  return isInPhrase(left);
}
