import type { Ref } from '@/lib/record/ref';
import type { Habits } from './mention-features';
import type { Word } from './mention-words';

/** One sentence under examination. */
export type Sentence = { readonly words: readonly Word[]; readonly habits: Habits };

/** A name found but not yet resolved: word numbers in its sentence, end excluded. */
export type Draft = {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly of: 'person' | 'organisation';
  readonly by: 'dataset' | 'rule' | 'tagger' | 'again';
  /** The full name where it is known already. */
  readonly name?: string;
  readonly entities: readonly Ref[];
};

/** Drafts without those that overlap one before them in the list. */
export function firstOnes(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<number>();
  return drafts.filter(({ sentence, from, to }) => {
    const row = sentence * LONGEST_SENTENCE;
    for (let at = from; at < to; at += 1) if (taken.has(row + at)) return false;
    for (let at = from; at < to; at += 1) taken.add(row + at);
    return true;
  });
}

/** More words than a text of the greatest size has. */
const LONGEST_SENTENCE = 2 ** 22;

/** Whether a word is written with a capital. */
export function isCapital(word: Word | undefined): boolean {
  return (
    word !== undefined && word.shape !== 'small' && word.shape !== 'mark' && word.shape !== 'number'
  );
}

/** What is asked of a whole sentence, answered once however often it is asked. */
export function oncePerSentence(
  ask: (words: readonly Word[]) => boolean,
): (words: readonly Word[]) => boolean {
  const answers = new WeakMap<readonly Word[], boolean>();
  return (words) => {
    const known = answers.get(words);
    if (known !== undefined) return known;
    const answer = ask(words);
    answers.set(words, answer);
    return answer;
  };
}

/** Whether a sentence has no small word, so that its capitals say nothing. */
export const isShouted = oncePerSentence(
  (words) => words.length > 2 && !words.some(({ shape }) => shape === 'small'),
);

const OF_TABLES = new Set(
  'standings results result summary fixtures qualifiers scorers scores league division draw rankings'.split(
    ' ',
  ),
);

/** "SCOTTISH LEAGUE STANDINGS": capitals throughout over a table, where they name nobody. */
export const isTableHeading = oncePerSentence(
  (words) => isShouted(words) && words.some(({ low }) => OF_TABLES.has(low)),
);

/** A draft's name: the one it was resolved to, else its own words. */
export function nameOf(draft: Draft, words: readonly Word[]): string {
  return draft.name ?? spelled(words, draft);
}

/** Words with a blank between them where the text has one. */
function spelled(words: readonly Word[], { from, to }: Pick<Draft, 'from' | 'to'>): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const before = words[at - 1];
    if (!word) break;
    text += at > from && before && word.start > before.end ? ` ${word.text}` : word.text;
  }
  return text;
}
