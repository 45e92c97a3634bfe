import type { Counted, LastWord } from '@/lib/dataset/source-state';
import { languageTag, numberWords, words } from '@/components/shared/words';

const MEGABYTE = 1_000_000;

/** A size as the reader's language writes it. */
export function sizeWords(bytes: number): string {
  const isSmall = bytes < MEGABYTE / 10;
  return new Intl.NumberFormat(languageTag(), {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? bytes / 1000 : bytes / MEGABYTE);
}

/** Languages by their names in the reader's language. */
export function languageWords(tags: readonly string[]): string {
  const names = new Intl.DisplayNames(languageTag(), { type: 'language' });
  return tags.map((tag) => names.of(tag) ?? tag).join(', ');
}

/** How many statements, names and figures. */
export function countWords({ statements, entities, figures }: Counted): string {
  return words(
    'sourcesCounts',
    numberWords(statements),
    numberWords(entities),
    numberWords(figures),
  );
}

/** The sentence for what came of a look, or for what went wrong. */
export function sentenceOf(word: LastWord): string {
  return words(`sourceWord_${word.replaceAll('-', '_')}`);
}
