import { type Annotation, type Mention, spansOf } from '@/lib/annotate/annotation';
import type { Mute } from '@/lib/settings';
import type { ReadLine } from './context';
import type { Shelf } from './shelf';

/** What looking up needs of the page: its facts and its words, or those around one annotation. */
export type PageWords = {
  readonly url?: string;
  readonly title: string;
  /** ISO 8601 date or date and time. */
  readonly published?: string;
  readonly publisher?: string;
  /** BCP 47. */
  readonly lang: string;
  /** The article's text, or the block around an annotation. */
  readonly text: string;
  /** Where `text` begins in the article's text when it is only a part; UTF-16 units. */
  readonly offset?: number;
  /** Who else is named on the page; decides between namesakes. */
  readonly mentions?: readonly Mention[];
};

/** What lies ready when something is looked up. */
export type Desk = {
  readonly shelf: Shelf;
  readonly mutes: readonly Mute[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the reader has read before by a speaker of this name on what these words are about. */
  readonly readBefore?: (speaker: string, words: string) => Promise<readonly ReadLine[]>;
};

/** The words that an annotation stands on, its parts joined as one would read them. */
export function wordsOf(annotation: Annotation, page: PageWords): string {
  const inTitle = annotation.kind === 'quote' && annotation.inTitle === true;
  const text = inTitle ? page.title : page.text;
  const offset = inTitle ? 0 : (page.offset ?? 0);
  return spansOf(annotation)
    .map(({ start, end }) => text.slice(Math.max(0, start - offset), Math.max(0, end - offset)))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
