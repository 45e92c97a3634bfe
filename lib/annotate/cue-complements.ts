import type { Cue } from '@/lib/language/speech';
import { clauseEnd, clauseVerb } from './clause-ends';
import { endsPhrase, isInPhrase } from './clause-subjects';
import { thingEnd } from './clause-things';
import type { Sentence } from './speech-sentence';
import { type Tag, type Token, tagAt, wordAt, isOneOf, tags } from './speech-tokens';
import type { VerbGroup } from './verb-groups';

/** What stands behind a cue and belongs to it, token indexes; `cueEnd` is where the cue itself ends. */
export type Complement = {
  readonly from: number;
  readonly to: number;
  readonly cueEnd: number;
  readonly kind: 'clause' | 'quotation' | 'thing';
};

type Place = {
  readonly cue: Cue;
  readonly cueEnd: number;
  /** The cue belongs to a subordinate clause: what is said ends before the main one. */
  readonly subordinate: boolean;
};

/** What a verb of speech or thought brings in behind itself. */
export function complementOf(
  sentence: Sentence,
  group: VerbGroup,
  cue: Cue,
): Complement | undefined {
  const { tokens } = sentence;
  const cueEnd = cueEndOf(sentence, group, cue);
  const next = tagAt(tokens, cueEnd);
  if (next === undefined) return undefined;
  const place = { cue, cueEnd, subordinate: isSubordinate(sentence, group) };
  if (next === 'colon') return until(sentence, cueEnd + 1, { ...place, cueEnd: cueEnd + 1 });
  const at = next === 'comma' && opensBehindComma(sentence, cueEnd + 1) ? cueEnd + 1 : cueEnd;
  return complementAt(sentence, at, place);
}

function complementAt(sentence: Sentence, at: number, place: Place): Complement | undefined {
  const quoted = quotedBehind(sentence, at, place);
  if (quoted) return quoted;
  const recipientFirst = place.cue.frames.includes('t') && isInPhrase(sentence.tokens[at]);
  const told = recipientFirst ? toldAt(sentence, at, place) : undefined;
  return (
    told ??
    aboutAt(sentence, at, place) ??
    saidAt(sentence, at, place) ??
    toldAt(sentence, at, place) ??
    thingAt(sentence, at, place)
  );
}

const LONGEST_SETTING = 24;
const SETTING_STARTS = tags('preposition', 'time', 'adverb', 'comma', 'to');

/**
 * "said last week in Tull, “…”", "says of Lee, “…”", "acknowledged, however, “…”": a quotation that
 * a comma or colon brings in behind where, when and how it was said.
 */
function quotedBehind(sentence: Sentence, at: number, place: Place): Complement | undefined {
  const { tokens, rangeAt, groupAt } = sentence;
  if (!place.cue.frames.includes('s') || tokens[at]?.tag === 'open') return undefined;
  const starts = isOneOf(tokens, at, SETTING_STARTS) || SETTING_WORDS.has(wordAt(tokens, at));
  if (!starts && !place.cue.frames.includes('t')) return undefined;
  for (let here = at; here < Math.min(tokens.length, at + LONGEST_SETTING); here += 1) {
    const range = rangeAt[here];
    if (range) {
      const isSaid = here > at && isOneOf(tokens, here - 1, BRINGS_IN) && range.to - range.from > 4;
      return isSaid ? until(sentence, here, place) : undefined;
    }
    const isVerb = groupAt[here]?.form === 'finite' && !isOneOf(tokens, here - 1, RELATIVES);
    if (isVerb || isOneOf(tokens, here, BREAKS_OFF)) return undefined;
  }
  return undefined;
}

const BRINGS_IN = tags('comma', 'colon');
const RELATIVES = tags('wh', 'that');
const BREAKS_OFF = tags('stop', 'semicolon', 'that', 'dash');

/** "He said, “…”", "He said, in some cases, schools may". */
function opensBehindComma(sentence: Sentence, at: number): boolean {
  const tag = tagAt(sentence.tokens, at);
  if (tag === 'open') return true;
  return (
    (tag === 'preposition' || tag === 'subordinator') && clauseVerb(sentence, at) !== undefined
  );
}

const SETTINGS = new Set(['statement']);

/** Where the cue ends: with "in a statement" and adverbs behind a verb of speech. */
export function cueEndOf({ tokens }: Sentence, { end }: VerbGroup, cue: Cue): number {
  if (!cue.frames.includes('s')) return end;
  const setting = wordAt(tokens, end) === 'in' && tagAt(tokens, end + 1) === 'determiner';
  if (setting && SETTINGS.has(wordAt(tokens, end + 2))) return end + 3;
  const next = wordAt(tokens, end);
  const tag = tagAt(tokens, end);
  if (tag === 'particle') return cue.prepositions.has(next) ? end + 1 : end;
  return tag === 'adverb' && next.endsWith('ly') ? end + 1 : end;
}

/** Whether the clause hangs on one that follows: "While she said …, he". */
function isSubordinate({ tokens }: Sentence, group: VerbGroup): boolean {
  for (let at = group.start - 1; at >= Math.max(0, group.start - 12); at -= 1) {
    const tag = tagAt(tokens, at);
    if (tag === 'subordinator') return at === 0 || tagAt(tokens, at - 1) === 'comma' || at < 2;
    if (tag === 'comma' || tag === 'close') return false;
  }
  return group.form === 'gerund' && group.start < 8;
}

function until(sentence: Sentence, from: number, place: Place): Complement {
  const kind = tagAt(sentence.tokens, from) === 'open' ? 'quotation' : 'clause';
  return { from, to: clauseEnd(sentence, from, place.subordinate), cueEnd: place.cueEnd, kind };
}

/** "that …", a quotation, a question, or a clause without "that". */
function saidAt(sentence: Sentence, at: number, place: Place): Complement | undefined {
  const token = sentence.tokens[at];
  if (!token) return undefined;
  const { frames } = place.cue;
  if (isQuestion(token)) return /[qs]/u.test(frames) ? until(sentence, at, place) : undefined;
  if (token.tag === 'open') return frames.includes('s') ? until(sentence, at, place) : undefined;
  if (token.tag === 'that') return /[scd]/u.test(frames) ? until(sentence, at, place) : undefined;
  const said = /[sc]/u.test(frames) && clauseVerb(sentence, at) !== undefined;
  return said ? until(sentence, at, place) : undefined;
}

function isQuestion(token: Token): boolean {
  return token.tag === 'wh' || token.word === 'if';
}

/** Behind the one spoken to or a setting: "told reporters that", "said on Monday that". */
function toldAt(sentence: Sentence, at: number, place: Place): Complement | undefined {
  const { tokens } = sentence;
  const { frames } = place.cue;
  const recipient = frames.includes('t');
  if (!/[stc]/u.test(frames) || (!recipient && !isSetting(tokens[at]))) return undefined;
  for (let here = at; here < Math.min(tokens.length, at + 20); here += 1) {
    const token = tokens[here];
    const found = here > at && token ? openedAt(sentence, here, place) : undefined;
    if (found) return found;
    if (!token || !isBetween(token)) return undefined;
    if (token.tag === 'gerund' && tagAt(tokens, here - 1) === 'comma') return undefined;
  }
  return undefined;
}

function openedAt(sentence: Sentence, at: number, place: Place): Complement | undefined {
  const { frames } = place.cue;
  const token = sentence.tokens[at];
  if (token && isOpening(token)) return until(sentence, at, place);
  if (token?.tag === 'to' && frames.includes('i')) {
    return { from: at, to: thingEnd(sentence, at), cueEnd: place.cueEnd, kind: 'thing' };
  }
  return frames.includes('t') && startsClause(sentence, at)
    ? until(sentence, at, place)
    : undefined;
}

function isOpening(token: Token): boolean {
  if (token.word === 'who' || token.word === 'which') return false;
  return token.tag === 'that' || token.tag === 'open' || isQuestion(token);
}

const BETWEEN: ReadonlySet<Tag> = new Set<Tag>(['comma', 'conjunction', 'colon', 'gerund']);

function isBetween(token: Token): boolean {
  return isInPhrase(token) || isSetting(token) || BETWEEN.has(token.tag);
}

const SETTING: ReadonlySet<Tag> = new Set<Tag>(['preposition', 'time', 'adverb', 'to']);

const SETTING_WORDS = new Set(['last', 'after', 'before', 'since']);

function isSetting(token: Token | undefined): boolean {
  return token !== undefined && (SETTING.has(token.tag) || SETTING_WORDS.has(token.word));
}

const CLAUSE_STARTS: ReadonlySet<Tag> = new Set<Tag>([
  'pronoun',
  'determiner',
  'possessive',
  'name',
]);

/** A new phrase with its own verb right behind a phrase: "told him | he was". */
function startsClause(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  const before = sentence.tokens[at - 1];
  if (!token || !CLAUSE_STARTS.has(token.tag) || !endsPhrase(before)) return false;
  if (token.tag === 'name' && before?.tag !== 'noun' && before?.tag !== 'object') return false;
  return clauseVerb(sentence, at) !== undefined;
}

/** "spoke about the river": a thing behind a preposition that belongs to the verb. */
function aboutAt(sentence: Sentence, at: number, { cue }: Place): Complement | undefined {
  const word = wordAt(sentence.tokens, at);
  if (!cue.prepositions.has(word) || !startsThing(sentence.tokens[at + 1])) return undefined;
  return { from: at + 1, to: thingEnd(sentence, at + 1), cueEnd: at + 1, kind: 'thing' };
}

/** A thing, an action, or somebody to do something. */
function thingAt(sentence: Sentence, at: number, { cue, cueEnd }: Place): Complement | undefined {
  const { tokens, groupAt } = sentence;
  const thing: Complement = { from: at, to: thingEnd(sentence, at), cueEnd, kind: 'thing' };
  if (groupAt[at]?.form === 'infinitive') return cue.frames.includes('i') ? thing : undefined;
  if (!startsThing(tokens[at]) || isOneOf(tokens, at, NO_THING)) return undefined;
  if (cue.frames.includes('n')) return thing;
  if (!cue.frames.includes('o')) return undefined;
  return tokens.slice(at, thing.to).some(({ tag }) => tag === 'to') ? thing : undefined;
}

const NO_THING = tags('time', 'wh');

function startsThing(token: Token | undefined): boolean {
  if (!token) return false;
  return isInPhrase(token) || token.tag === 'gerund' || token.tag === 'open' || token.tag === 'wh';
}
