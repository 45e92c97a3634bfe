import type { Sentence } from './speech-sentence';
import { endsPhrase, isInPhrase } from './clause-subjects';
import type { Tag, Token } from './speech-tokens';

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
      continue;
    }
    if (at > from && isTakenBack(sentence, at)) return withoutEnd(sentence, from, at);
    if (subordinate && tokens[at]?.tag === 'comma' && clauseVerb(sentence, at + 1) !== undefined) {
      return at;
    }
    at += 1;
  }
  return withoutEnd(sentence, from, at);
}

/** Whether the narrator goes on behind a quotation that closes before `at`. */
function endsBehindQuotation(sentence: Sentence, at: number, opens: boolean): boolean {
  const { tokens, groupAt } = sentence;
  const next = tokens[at];
  const last = tokens[at - 2]?.tag;
  if (next?.tag === 'semicolon') return true;
  if (!opens && last !== 'comma') return false;
  if (last === 'stop') return true;
  if (last === 'comma' || next?.tag === 'comma') {
    const behind = next?.tag === 'comma' ? at + 1 : at;
    const tag = tokens[behind]?.tag;
    if (tag === 'gerund' || tag === 'wh' || tag === 'subordinator') return true;
    return opens || isNarratorAfterComma(sentence, behind);
  }
  return next?.tag === 'subordinator' || groupAt[at]?.form === 'gerund';
}

/** Without the full stop. */
export function withoutEnd({ tokens }: Sentence, from: number, to: number): number {
  let end = to;
  while (end > from && isEndMark(tokens[end - 1])) end -= 1;
  return end;
}

function isEndMark(token: Token | undefined): boolean {
  return (
    token?.tag === 'stop' ||
    token?.tag === 'comma' ||
    token?.tag === 'colon' ||
    token?.tag === 'semicolon'
  );
}

function isTakenBack(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const token = tokens[at];
  switch (token?.tag) {
    case 'semicolon':
    case 'dash':
      return true;
    case 'comma':
      return isNarratorAfterComma(sentence, at + 1);
    case 'conjunction':
      return isCueAhead(sentence, at + 1);
    default:
      return false;
  }
}

/** Behind a comma: ", adding that", ", but critics say", ", according to". */
function isNarratorAfterComma(sentence: Sentence, at: number): boolean {
  const { tokens, groupAt, tables } = sentence;
  const token = tokens[at];
  if (!token) return true;
  const group = groupAt[at];
  if (token.word === 'but' || token.word === 'according') return true;
  if (group?.form === 'finite' && group.start === at && isCueAhead(sentence, at)) return true;
  if (group?.form === 'gerund')
    return tables.cues.get(group.lemma)?.frames.startsWith('s') === true;
  if (token.word === 'and') return isCueAhead(sentence, at + 1) || isNewCue(sentence, at + 1);
  return isParenthesis(sentence, at);
}

/** "and three in ten said": somebody else speaks. */
function isNewCue({ tokens, groupAt, tables }: Sentence, from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 10); at += 1) {
    const group = groupAt[at];
    if (group) {
      const frames = tables.cues.get(group.lemma)?.frames ?? '';
      return at > from && group.form === 'finite' && /^s/u.test(frames);
    }
    if (!isInPhrase(tokens[at]) && tokens[at]?.tag !== 'preposition') return false;
  }
  return false;
}

/** ", he said" before the end of the sentence or another comma. */
function isParenthesis({ tokens, groupAt, tables }: Sentence, from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 12); at += 1) {
    const group = groupAt[at];
    if (group) {
      const after = tokens[group.end];
      const ends = !after || after.tag === 'stop' || after.tag === 'comma';
      return (
        ends &&
        group.form === 'finite' &&
        tables.cues.get(group.lemma)?.frames.includes('s') === true
      );
    }
    if (!isInPhrase(tokens[at]) && tokens[at]?.tag !== 'preposition') return false;
  }
  return false;
}

/** "and said", "and then told": the same speaker goes on. */
function isCueAhead({ groupAt, tables, tokens }: Sentence, at: number): boolean {
  const group = groupAt[at];
  if (!group || group.start !== at) return false;
  const frames = tables.cues.get(group.lemma)?.frames ?? '';
  return group.form === 'finite' && frames.includes('s') && tokens[group.head]?.tag !== 'base';
}

/** Where a clause without "that" begins at `from`, the verb of it; undefined where none does. */
export function clauseVerb(sentence: Sentence, from: number): number | undefined {
  const { tokens, groupAt } = sentence;
  const first = tokens[from];
  if (
    !first ||
    !(
      isInPhrase(first) ||
      first.tag === 'preposition' ||
      first.tag === 'subordinator' ||
      first.tag === 'gerund' ||
      first.tag === 'open' ||
      first.tag === 'adverb'
    )
  )
    return undefined;
  const loose = LOOSE.has(first.tag);
  for (let at = from; at < Math.min(tokens.length, from + REACH); at += 1) {
    const token = tokens[at];
    const group = groupAt[at];
    if (group && group.form === 'finite') {
      if (at > from && endsSubject(tokens[at - 1])) return group.head;
      if (!isRelative(tokens[at - 1])) return undefined;
      at = group.end - 1;
    } else if (
      !token ||
      stopsSubject(token, loose) ||
      (loose && (token.tag === 'that' || token.tag === 'open'))
    )
      return undefined;
  }
  return undefined;
}

function endsSubject(token: Token | undefined): boolean {
  return (
    (endsPhrase(token) && token?.tag !== 'object') ||
    token?.tag === 'close' ||
    token?.tag === 'open' ||
    token?.tag === 'comma' ||
    token?.tag === 'bracket' ||
    token?.tag === 'gerund'
  );
}

function isRelative(token: Token | undefined): boolean {
  return token?.tag === 'wh' || token?.tag === 'that';
}

function stopsSubject(token: Token, loose: boolean): boolean {
  if (token.tag === 'comma') return false;
  if (token.tag === 'subordinator') return !loose;
  return (
    token.tag === 'stop' ||
    token.tag === 'semicolon' ||
    token.tag === 'colon' ||
    token.tag === 'dash'
  );
}
