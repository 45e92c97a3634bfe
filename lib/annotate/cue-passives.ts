import { wordAt, tagAt } from './speech-tokens';
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
  if (!cue.frames.includes('q') || !isAsked(sentence, group)) return undefined;
  const word = wordAt(tokens, group.end);
  if (tagAt(tokens, group.end) === 'wh' || word === 'if') {
    const content = { from: group.end, to: clauseEnd(sentence, group.end, true) };
    return attributed([content], { from: group.start, to: group.end }, undefined);
  }
  const from = group.end + 1;
  if (!cue.prepositions.has(word) || !isInPhrase(tokens[from])) return undefined;
  const content = { from, to: thingEnd(sentence, from) };
  return attributed([content], { from: group.start, to: from }, undefined);
}

function isAsked({ tokens }: Sentence, { passive, form, start }: VerbGroup): boolean {
  if (passive || wordAt(tokens, start - 1) === 'when') return true;
  return form === 'participle' && start === 0;
}

function byAgent(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  if (!group.passive || !/[ns]/u.test(cue.frames) || wordAt(tokens, group.end) !== 'by')
    return undefined;
  const from = group.end + 1;
  const subject = subjectBefore(sentence, group.start);
  if (!subject || !isInPhrase(tokens[from])) return undefined;
  const source = { from, to: thingEnd(sentence, from) };
  return attributed([subject], { from: group.start, to: from }, source);
}
