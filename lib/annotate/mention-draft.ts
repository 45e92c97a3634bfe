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

/** The words of a draft as they stand in the text. */
export function wordsOf({ from, to }: Draft, words: readonly Word[]): readonly Word[] {
  return words.slice(from, to);
}

/** Drafts without those that overlap one before them in the list. */
export function firstOnes(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<string>();
  return drafts.filter(({ sentence, from, to }) => {
    const places = Array.from({ length: to - from }, (_, at) => `${sentence}:${from + at}`);
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
}

/** Whether a word is written with a capital. */
export function isCapital(word: Word | undefined): boolean {
  return (
    word !== undefined && word.shape !== 'small' && word.shape !== 'mark' && word.shape !== 'number'
  );
}
