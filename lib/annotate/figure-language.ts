import type { CountingWords } from '@/lib/language/counting';
import { EN_COUNTING } from '@/lib/language/en/counting';
import { EN_NUMBERS } from '@/lib/language/en/numbers';
import { EN_UNITS } from '@/lib/language/en/units';
import { FR_COUNTING } from '@/lib/language/fr/counting';
import { FR_NUMBERS } from '@/lib/language/fr/numbers';
import { FR_UNITS } from '@/lib/language/fr/units';
import { KM_COUNTING } from '@/lib/language/km/counting';
import { KM_NUMBERS } from '@/lib/language/km/numbers';
import { KM_UNITS } from '@/lib/language/km/units';
import { languageOf, type LanguageTag } from '@/lib/language/language';
import type { NumberWords } from '@/lib/language/number-words';
import { type UnitBook, unitBook } from '@/lib/language/unit-book';
import type { Splitting } from './figure-token';
import { startsOf } from './number-start';

/** All that figures are read by in one language. */
export type FigureLanguage = {
  readonly numbers: NumberWords;
  readonly counting: CountingWords;
  readonly units: UnitBook;
  readonly splitting: Splitting;
  /** Every word that an amount may begin with. */
  readonly starts: ReadonlySet<string>;
};

const BOOKS: Readonly<Record<LanguageTag, () => Omit<FigureLanguage, 'starts'>>> = {
  en: () => ({
    numbers: EN_NUMBERS,
    counting: EN_COUNTING,
    units: unitBook(EN_UNITS),
    splitting: { elisions: false },
  }),
  fr: () => ({
    numbers: FR_NUMBERS,
    counting: FR_COUNTING,
    units: unitBook(FR_UNITS),
    splitting: { elisions: true },
  }),
  km: () => {
    const units = unitBook(KM_UNITS);
    const digits = KM_NUMBERS.digits ?? '';
    return {
      numbers: KM_NUMBERS,
      counting: KM_COUNTING,
      units,
      splitting: { elisions: false, digits, vocabulary: vocabularyOf(units) },
    };
  },
};

const opened = new Map<LanguageTag, FigureLanguage>();

/** The tables for an article's language, made on first use. */
export function figureLanguage(lang: string): FigureLanguage {
  const tag = languageOf(lang);
  const known = opened.get(tag);
  if (known) return known;
  const book = BOOKS[tag]();
  const made = { ...book, starts: startsOf(book.numbers) };
  opened.set(tag, made);
  return made;
}

/** Khmer words to cut out of unspaced runs, longest first, never inside a cluster of marks. */
function vocabularyOf(units: UnitBook): RegExp {
  const { cardinals, magnitudes, bounds, boundsBehind, labels, months } = KM_NUMBERS;
  const words = [cardinals, magnitudes, bounds, boundsBehind, units.phrases]
    .flatMap((table) => [...table.keys()])
    .concat([...labels, ...months, ...KM_COUNTING.rises, ...KM_COUNTING.falls, ...units.per])
    .filter((word) => /^[\u1780-\u17FF]+$/u.test(word))
    .toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\u17D2)(?:${words.join('|')})(?![\\u17B4-\\u17D3\\u17DD])`, 'gu');
}
