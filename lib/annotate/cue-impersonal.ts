import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { thingEnd } from './clause-things';
import { subjectBefore } from './clause-subjects';
import type { Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

/**
 * What is said or thought without a name: "the council is expected to meet", "the plan seems
 * dead". Subject and rest together are what is said.
 */
export function impersonalOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  const { tokens, tables } = sentence;
  const kind = tables.impersonal.get(group.lemma);
  if (!kind || group.form !== 'finite') return undefined;
  const next = tokens[group.end];
  const passive =
    kind === 'passive' && group.passive && (next?.tag === 'to' || next?.word === 'as');
  const active =
    kind === 'active' && !group.passive && startsState(next?.tag ?? 'stop', next?.word);
  if (!passive && !active) return undefined;
  const subject = subjectBefore(sentence, group.start);
  if (!subject) return undefined;
  const before = tokens[subject.from - 1];
  const relative = tokens[subject.from]?.tag === 'wh' || tokens[subject.from]?.word === 'whose';
  const inserted = relative || before?.tag === 'comma';
  const to = inserted ? thingEnd(sentence, group.end) : clauseEnd(sentence, group.end, true);
  const which = before?.word === 'which' || before?.word === 'what';
  const said = which ? { from: subject.from - 1, to: subject.to } : subject;
  const rest = { from: group.end, to };
  return attributed([said, rest], { from: group.start, to: group.end }, undefined);
}

function startsState(tag: string, word: string | undefined): boolean {
  return (
    tag === 'to' || tag === 'adjective' || word === 'like' || word === 'as' || tag === 'participle'
  );
}
