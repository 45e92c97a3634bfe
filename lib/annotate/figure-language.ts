import type { CountingWords } from '@/lib/language/counting';
import { EN_COUNTING } from '@/lib/language/en/counting';
import { EN_NUMBERS } from '@/lib/language/en/numbers';
import { EN_UNITS } from '@/lib/language/en/units';
import { languageOf, type LanguageTag } from '@/lib/language/language';
import type { NumberWords } from '@/lib/language/number-words';
import { type UnitBook, unitBook } from '@/lib/language/unit-book';
import type { Splitting } from './figure-token';

/** All that figures are read by in one language. */
export type FigureLanguage = {
  readonly numbers: NumberWords;
  readonly counting: CountingWords;
  readonly units: UnitBook;
  readonly splitting: Splitting;
};

const BOOKS: Readonly<Record<LanguageTag, () => FigureLanguage>> = {
  en: () => ({
    numbers: EN_NUMBERS,
    counting: EN_COUNTING,
    units: unitBook(EN_UNITS),
    splitting: { elisions: false },
  }),
  fr: () => ({
    numbers: EN_NUMBERS,
    counting: EN_COUNTING,
    units: unitBook(EN_UNITS),
    splitting: { elisions: true },
  }),
  km: () => ({
    numbers: EN_NUMBERS,
    counting: EN_COUNTING,
    units: unitBook(EN_UNITS),
    splitting: { elisions: false },
  }),
};

const opened = new Map<LanguageTag, FigureLanguage>();

/** The tables for an article's language, made on first use. */
export function figureLanguage(lang: string): FigureLanguage {
  const tag = languageOf(lang);
  const known = opened.get(tag);
  if (known) return known;
  const made = BOOKS[tag]();
  opened.set(tag, made);
  return made;
}
