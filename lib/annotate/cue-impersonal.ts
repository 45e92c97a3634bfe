import { tagAt, wordAt, isOneOf, tags } from './speech-tokens';
import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { thingEnd } from './clause-things';
import { subjectBefore } from './clause-subjects';
import type { Range, Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

/**
 * What is said or thought without a name: "the council is expected to meet", "the plan seems
 * dead". Subject and rest together are what is said.
 */
export function impersonalOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  if (group.form !== 'finite' || !isImpersonal(sentence, group)) return undefined;
  const subject = subjectBefore(sentence, group.start);
  if (!subject) return undefined;
  const said = withRelative(sentence, subject);
  const rest = { from: group.end, to: restEnd(sentence, group, said) };
  return attributed([said, rest], { from: group.start, to: group.end }, undefined);
}

function isImpersonal({ tokens, tables }: Sentence, group: VerbGroup): boolean {
  const kind = tables.impersonal.get(group.lemma);
  const word = wordAt(tokens, group.end);
  if (kind === 'passive') return group.passive && (word === 'to' || word === 'as');
  if (kind !== 'active' || group.passive) return false;
  return isOneOf(tokens, group.end, STATE) || word === 'like' || word === 'as';
}

const STATE = tags('to', 'adjective', 'participle');
const RELATIVES = tags('wh', 'that');

/** With the "which" before "which the council is expected to close". */
function withRelative({ tokens }: Sentence, { from, to }: Range): Range {
  const before = wordAt(tokens, from - 1);
  return before === 'which' || before === 'what' ? { from: from - 1, to } : { from, to };
}

/** An inserted clause ends at the comma, one of the sentence's own where another begins. */
function restEnd(sentence: Sentence, { end }: VerbGroup, { from }: Range): number {
  const { tokens } = sentence;
  const inserted =
    isOneOf(tokens, from, RELATIVES) ||
    wordAt(tokens, from) === 'whose' ||
    tagAt(tokens, from - 1) === 'comma';
  return inserted ? thingEnd(sentence, end) : clauseEnd(sentence, end, true);
}
