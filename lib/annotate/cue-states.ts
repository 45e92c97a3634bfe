import type { Cue } from '@/lib/language/speech';
import { tagAt, wordAt } from './speech-tokens';
import { type Attribution, attributed } from './attribution';
import { clauseEnd, clauseVerb } from './clause-ends';
import { isInPhrase } from './clause-subjects';
import { thingEnd } from './clause-things';
import { sourceOf } from './cue-sources';
import type { Range, Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

/** "is confident that …", "are critical of the law": a state of mind and what it is about. */
export function stateOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  const { tokens, tables } = sentence;
  if (group.form !== 'finite' || tagAt(tokens, group.head) === 'gerund') return undefined;
  const at = adjectiveAt(sentence, group);
  const state = at === undefined ? undefined : tables.states.get(wordAt(tokens, at));
  if (at === undefined || !state) return undefined;
  const content = aboutWhat(sentence, at + 1, state);
  const source = content && sourceOf(sentence, group);
  return source && attributed([content], { from: group.start, to: content.from }, source);
}

function aboutWhat(sentence: Sentence, from: number, state: Cue): Range | undefined {
  const { tokens } = sentence;
  const tag = tagAt(tokens, from);
  const clause = tag === 'pronoun' && clauseVerb(sentence, from) !== undefined;
  if (tag === 'that' || clause) return { from, to: clauseEnd(sentence, from, false) };
  if (tag === 'to' && state.frames.includes('i')) return { from, to: thingEnd(sentence, from) };
  const starts = isInPhrase(tokens[from + 1]) || tagAt(tokens, from + 1) === 'gerund';
  if (!state.prepositions.has(wordAt(tokens, from)) || !starts) return undefined;
  return { from: from + 1, to: thingEnd(sentence, from + 1) };
}

/** Where the adjective is: behind "be", or itself the participle ("is worried"). */
function adjectiveAt({ tokens, tables }: Sentence, group: VerbGroup): number | undefined {
  if (group.passive) return group.head;
  if (group.lemma !== 'be') return undefined;
  let at = group.end;
  while (at < group.end + 2 && tagAt(tokens, at) === 'adverb') at += 1;
  return tables.states.has(wordAt(tokens, at)) ? at : undefined;
}
