import { GENERIC_HEADS } from '@/lib/language/en/names';
import { nameOf } from './mention-again';
import type { Draft, Sentence } from './mention-draft';
import type { Word } from './mention-words';

/** "the ministry", "his ministry", "the rights group": mentions of a body named in the article. */
export function genericBodies(sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[] {
  const bodies = bodiesByPattern(sentences, drafts);
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap((word, at): Draft[] => {
      if (word.shape !== 'small' || !(ALONE.has(word.low) || word.low === 'group')) return [];
      const pattern = patternAt(words, at);
      const from = fromOf(words, at);
      const body =
        pattern && from !== undefined ? referent(bodies.get(pattern) ?? [], sentence) : undefined;
      if (!body || from === undefined) return [];
      const name = nameOf(body, sentences[body.sentence]?.words ?? []);
      const { of, entities } = body;
      return [{ sentence, from, to: at + 1, of, by: 'again', name, entities }];
    }),
  );
}

/** The bodies that each generic word may stand for, in reading order. */
function bodiesByPattern(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): ReadonlyMap<RegExp, readonly Draft[]> {
  const bodies = drafts
    .filter(({ of }) => of === 'organisation')
    .toSorted((a, b) => a.sentence - b.sentence || a.from - b.from);
  const names = bodies.map((body) =>
    nameOf(body, sentences[body.sentence]?.words ?? []).toLowerCase(),
  );
  return new Map(
    [...ALONE].flatMap((head) => {
      const pattern = GENERIC_HEADS[head];
      return pattern
        ? [[pattern, bodies.filter((_, at) => pattern.test(names[at] ?? ''))] as const]
        : [];
    }),
  );
}

/** Heads that stand for a body by themselves; others are too often any body at all. */
const ALONE = new Set(['ministry', 'committee', 'commission', 'council', 'department', 'ngo']);

function patternAt(words: readonly Word[], at: number): RegExp | undefined {
  const low = words[at]?.low ?? '';
  if (low !== 'group') return GENERIC_HEADS[low];
  return words[at - 1]?.low === 'rights' ? GENERIC_HEADS['ngo'] : undefined;
}

const POINTERS = new Set(['the', 'his', 'her', 'this', '[']);

function fromOf(words: readonly Word[], at: number): number | undefined {
  const before = words[at]?.low === 'group' ? at - 2 : at - 1;
  return POINTERS.has(words[before]?.low ?? '') ? before + 1 : undefined;
}

/** The body of that kind named last before here; else the first of the article. */
function referent(bodies: readonly Draft[], sentence: number): Draft | undefined {
  let low = 0;
  let high = bodies.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bodies[middle]?.sentence ?? 0) <= sentence) low = middle + 1;
    else high = middle;
  }
  return bodies[low - 1] ?? bodies[0];
}
