import { isOneOf, tags } from './speech-tokens';
import { phraseBefore, subjectBefore } from './clause-subjects';
import type { Range, Sentence } from './speech-sentence';
import type { VerbGroup } from './verb-groups';

const OWN = tags('noun', 'name', 'object');
const SHARING = tags('conjunction', 'comma');
const RELATIVES = tags('wh', 'that');
const REACH = 8;

/** Whose verb it is: its subject; of "…, saying that" and "… and said" the sentence's own. */
export function sourceOf(sentence: Sentence, group: VerbGroup): Range | undefined {
  const { tokens } = sentence;
  if (group.form === 'gerund') {
    const own = isOneOf(tokens, group.start - 1, OWN);
    return own ? phraseBefore(sentence, group.start) : mainSubject(sentence, group);
  }
  const subject = subjectBefore(sentence, group.start);
  if (subject) return subject;
  return isOneOf(tokens, group.start - 1, SHARING) ? mainSubject(sentence, group) : undefined;
}

/** The subject of the nearest clause to the left that is no part of another. */
function mainSubject(sentence: Sentence, group: VerbGroup): Range | undefined {
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
  if (isOneOf(tokens, from, RELATIVES) || isOneOf(tokens, from - 1, RELATIVES)) return false;
  return !groupAt[from - 1];
}
