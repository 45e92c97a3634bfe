import { phraseBefore, subjectBefore } from './clause-subjects';
import type { Range, Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

const REACH = 8;

/** Whose verb it is: its subject; of "…, saying that" and "… and said" the sentence's own. */
export function sourceOf(sentence: Sentence, group: VerbGroup): Range | undefined {
  const before = sentence.tokens[group.start - 1];
  if (group.form === 'gerund') {
    const own = before?.tag === 'noun' || before?.tag === 'name' || before?.tag === 'object';
    return own ? phraseBefore(sentence, group.start) : mainSubject(sentence, group);
  }
  const subject = subjectBefore(sentence, group.start);
  if (subject) return subject;
  const shares = before?.tag === 'conjunction' || before?.tag === 'comma';
  return shares ? mainSubject(sentence, group) : undefined;
}

/** The subject of the nearest clause to the left that is no part of another. */
export function mainSubject(sentence: Sentence, group: VerbGroup): Range | undefined {
  const index = group.order;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    const other = sentence.groups[at];
    if (other?.form !== 'finite') continue;
    const subject = subjectBefore(sentence, other.start);
    if (subject && isMain(sentence, subject)) return subject;
  }
  return undefined;
}

/** Whether a subject is the sentence's own, not that of a clause inside it. */
function isMain({ tokens, groupAt }: Sentence, { from }: Range): boolean {
  const first = tokens[from];
  const before = tokens[from - 1];
  if (first?.tag === 'wh' || first?.tag === 'that') return false;
  return before?.tag !== 'that' && before?.tag !== 'wh' && !groupAt[from - 1];
}
