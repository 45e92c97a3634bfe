import { tagAt, isOneOf, tags } from './speech-tokens';
import type { Cue } from '@/lib/language/speech';
import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { endsPhrase, isInPhrase, lastPhrase } from './clause-subjects';
import { thingEnd } from './clause-things';
import type { Range, Sentence } from './speech-sentence';

/** "her claim that …", "the mayor's refusal to …", "his support for …". */
export function nounAttribution(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, tables } = sentence;
  const token = tokens[at];
  const cue = token && tables.nouns.get(token.word);
  if (!cue || !(token.tag === 'noun' || token.tag === 'gerund')) return undefined;
  const owner = ownerOf(sentence, at);
  const said = saidBy(sentence, at, cue);
  if (!said || (!owner && !said.alone)) return undefined;
  return attributed([said.content], { from: at, to: said.cueEnd }, owner);
}

/** Whose it is: "her", or the phrase before "'s", up to two words in front of the noun. */
function ownerOf(sentence: Sentence, noun: number): Range | undefined {
  const { tokens } = sentence;
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    const tag = tagAt(tokens, at);
    if (tag === 'possessive') return { from: at, to: at + 1 };
    if (tag === 'clitic') return { from: lastPhrase(sentence, { from: 0, to: at }), to: at };
    if (tag !== 'adjective' && tag !== 'noun' && tag !== 'adverb') return undefined;
  }
  return undefined;
}

type Said = { readonly content: Range; readonly cueEnd: number; readonly alone: boolean };

function saidBy(sentence: Sentence, at: number, cue: Cue): Said | undefined {
  const { tokens, groupAt } = sentence;
  const from = at + 1;
  const next = tokens[from];
  if (!next) return undefined;
  if (next.tag === 'that' && cue.frames.includes('s')) {
    return { content: { from, to: nounClauseEnd(sentence, from) }, cueEnd: from, alone: true };
  }
  if (groupAt[from]?.form === 'infinitive' && cue.frames.includes('i')) {
    return { content: { from, to: thingEnd(sentence, from) }, cueEnd: from, alone: false };
  }
  const starts = isInPhrase(tokens[from + 1]) || tagAt(tokens, from + 1) === 'gerund';
  if (!cue.prepositions.has(next.word) || !starts) return undefined;
  const content = { from: from + 1, to: thingEnd(sentence, from + 1) };
  return { content, cueEnd: from + 1, alone: false };
}

/** The end of a clause on a noun: before the verb that the noun itself is the subject of. */
function nounClauseEnd(sentence: Sentence, from: number): number {
  const { tokens, groupAt } = sentence;
  const end = clauseEnd(sentence, from, true);
  let verbs = 0;
  for (let at = from + 1; at < end; at += 1) {
    const group = groupAt[at];
    if (group?.form !== 'finite' || group.start !== at) continue;
    verbs += 1;
    if (verbs < 2) continue;
    const behindVerb = groupAt[at - 1] !== undefined;
    if (behindVerb || (endsPhrase(tokens[at - 1]) && !hasOwnSubject(sentence, at))) return at;
  }
  return end;
}

/** Whether the verb has a subject behind the verb before: "that he knew she came". */
function hasOwnSubject({ tokens, groupAt }: Sentence, verb: number): boolean {
  for (let at = verb - 1; at > Math.max(0, verb - 8) && !groupAt[at]; at -= 1) {
    if (tagAt(tokens, at) === 'pronoun' || tagAt(tokens, at) === 'wh') return true;
    if (isOneOf(tokens, at, CLAUSE_STARTS)) return true;
  }
  return false;
}

const CLAUSE_STARTS = tags('subordinator', 'that', 'comma', 'conjunction');
