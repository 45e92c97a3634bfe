import type { Cue } from '@/lib/language/speech';
import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { isInPhrase, subjectBefore } from './clause-subjects';
import { thingEnd } from './clause-things';
import type { Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

/** "The plan was criticized by Lee", "she was asked about the fire", "Asked why, he". */
export function passiveOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  const cue = sentence.tables.cues.get(group.lemma);
  if (!cue) return undefined;
  return asked(sentence, group, cue) ?? byAgent(sentence, group, cue);
}

function asked(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  const opens = group.form === 'participle' && group.start === 0;
  const when = tokens[group.start - 1]?.word === 'when';
  if (!cue.frames.includes('q') || !(group.passive || opens || when)) return undefined;
  const next = tokens[group.end];
  const about = next !== undefined && cue.prepositions.has(next.word) && next.word !== 'if';
  const question = next?.tag === 'wh' || next?.word === 'if';
  if (!about && !question) return undefined;
  const from = about ? group.end + 1 : group.end;
  if (about && !isInPhrase(tokens[from])) return undefined;
  const to = about ? thingEnd(sentence, from) : clauseEnd(sentence, from, true);
  return attributed([{ from, to }], { from: group.start, to: from }, undefined);
}

function byAgent(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  if (!group.passive || !/[ns]/u.test(cue.frames) || tokens[group.end]?.word !== 'by')
    return undefined;
  const from = group.end + 1;
  const subject = subjectBefore(sentence, group.start);
  if (!subject || !isInPhrase(tokens[from])) return undefined;
  const source = { from, to: thingEnd(sentence, from) };
  return attributed([subject], { from: group.start, to: from }, source);
}
