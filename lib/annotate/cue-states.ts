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
  if (group.form !== 'finite' || tokens[group.head]?.tag === 'gerund') return undefined;
  const at = adjectiveAt(sentence, group);
  const state = at === undefined ? undefined : tables.states.get(tokens[at]?.word ?? '');
  if (at === undefined || !state) return undefined;
  const next = tokens[at + 1];
  const source = sourceOf(sentence, group);
  if (!next || !source) return undefined;
  const attribute = (content: Range): Attribution =>
    attributed([content], { from: group.start, to: content.from }, source);
  const from = at + 1;
  if (next.tag === 'that' || (next.tag === 'pronoun' && clauseVerb(sentence, from) !== undefined)) {
    return attribute({ from, to: clauseEnd(sentence, from, false) });
  }
  if (next.tag === 'to' && state.frames.includes('i')) {
    return attribute({ from, to: thingEnd(sentence, from) });
  }
  const starts = isInPhrase(tokens[from + 1]) || tokens[from + 1]?.tag === 'gerund';
  if (!state.prepositions.has(next.word) || !starts) return undefined;
  return attribute({ from: from + 1, to: thingEnd(sentence, from + 1) });
}

/** Where the adjective is: behind "be", or itself the participle ("is worried"). */
function adjectiveAt({ tokens, tables }: Sentence, group: VerbGroup): number | undefined {
  if (group.passive) return group.head;
  if (group.lemma !== 'be') return undefined;
  let at = group.end;
  while (at < group.end + 2 && tokens[at]?.tag === 'adverb') at += 1;
  return tables.states.has(tokens[at]?.word ?? '') ? at : undefined;
}
