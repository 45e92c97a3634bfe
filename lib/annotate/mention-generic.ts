import { GENERIC_HEADS } from '@/lib/language/en/names';
import { nameOf } from './mention-again';
import type { Draft, Sentence } from './mention-draft';

/** "the ministry", "his ministry", "the rights group": mentions of a body named in the article. */
export function genericBodies(sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[] {
  const bodies = drafts.filter(({ of }) => of === 'organisation');
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap((word, at): Draft[] => {
      const pattern =
        word.shape === 'small'
          ? patternAt(
              words.map(({ low }) => low),
              at,
            )
          : undefined;
      if (!pattern) return [];
      const from = fromOf(
        words.map(({ low }) => low),
        at,
      );
      if (from === undefined) return [];
      const body = referent(bodies, sentences, { sentence, pattern });
      if (!body) return [];
      return [
        {
          ...body,
          sentence,
          from,
          to: at + 1,
          by: 'again',
          name: nameOf(body, sentences[body.sentence]?.words ?? []),
        },
      ];
    }),
  );
}

/** Heads that stand for a body by themselves; others are too often any body at all. */
const ALONE = new Set(['ministry', 'committee', 'commission', 'council', 'department', 'ngo']);

function patternAt(lows: readonly string[], at: number): RegExp | undefined {
  const low = lows[at] ?? '';
  if (low === 'group' && lows[at - 1] === 'rights') return GENERIC_HEADS['ngo'];
  if (!ALONE.has(low)) return undefined;
  return GENERIC_HEADS[low];
}

const POINTERS = new Set(['the', 'his', 'her', 'this', '[']);

function fromOf(lows: readonly string[], at: number): number | undefined {
  const before = lows[at] === 'group' ? at - 2 : at - 1;
  if (POINTERS.has(lows[before] ?? '')) return before + 1;
  return undefined;
}

/** The body of that kind named last before here; else the only one of the article. */
function referent(
  bodies: readonly Draft[],
  sentences: readonly Sentence[],
  { sentence, pattern }: { readonly sentence: number; readonly pattern: RegExp },
): Draft | undefined {
  const fitting = bodies.filter((body) =>
    pattern.test(nameOf(body, sentences[body.sentence]?.words ?? []).toLowerCase()),
  );
  const before = fitting.findLast((body) => body.sentence <= sentence);
  return before ?? fitting[0];
}
