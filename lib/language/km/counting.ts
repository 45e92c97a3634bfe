import type { CountingWords } from '@/lib/language/counting';
import { wordsOf } from '@/lib/language/word-list';

const none: ReadonlySet<string> = new Set();

/**
 * Khmer counts by classifiers, which the table of units has; without spaces between words no other
 * counted phrase is guessed at.
 */
export const KM_COUNTING: CountingWords = {
  ends: () => true,
  isPlural: () => false,
  singular: (word) => word,
  modifiers: none,
  adjectivesBefore: none,
  plainForms: new Map(),
  fillers: none,
  before: none,
  definite: none,
  unremarkable: none,
  rises: wordsOf('កើនឡើង កើន ឡើង'),
  falls: wordsOf('ធ្លាក់ចុះ ថយចុះ ធ្លាក់'),
  between: wordsOf('ប្រមាណ ជាង ចំនួន'),
  than: none,
  totals: none,
  ageBefore: wordsOf('អាយុ'),
  ageBehind: none,
  ofWhat: wordsOf('នៃ'),
  says: none,
  accordingTo: [],
  timeBefore: none,
  timeWords: wordsOf('ឆ្នាំ ខែ'),
  timeFrames: wordsOf('រយៈពេល ក្នុង'),
  money: none,
};
