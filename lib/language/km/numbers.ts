import { type NumberWords, pairsOf, phrasesOf } from '@/lib/language/number-words';
import { wordsOf } from '@/lib/language/word-list';
import { MONTHS } from './months';

/** Khmer number words; five to nine are "five one" and so on, written as one word. */
export const KM_NUMBERS: NumberWords = {
  decimalMark: ',',
  digits: '០១២៣៤៥៦៧៨៩',
  cardinals: new Map(
    pairsOf(`សូន្យ 0 មួយ 1 ពីរ 2 បី 3 បួន 4 ប្រាំ 5 ប្រាំមួយ 6 ប្រាំពីរ 7 ប្រាំបី 8 ប្រាំបួន 9 ដប់ 10 ម្ភៃ 20
      សាមសិប 30 សែសិប 40 ហាសិប 50 ហុកសិប 60 ចិតសិប 70 ប៉ែតសិប 80 កៅសិប 90`),
  ),
  magnitudes: new Map(
    pairsOf('រយ 100 ពាន់ 1e3 ម៉ឺន 1e4 សែន 1e5 លាន 1e6 កោដិ 1e7 ប៊ីលាន 1e9 ពាន់លាន 1e9 ទ្រីលាន 1e12'),
  ),
  magnitudeMarks: new Map(),
  fractions: new Map(),
  vague: new Map(),
  one: new Set(),
  several: wordsOf('រាប់ ជាច្រើន'),
  and: new Set(),
  andFrom: 100,
  unitsFrom: 10,
  bareMagnitudes: new Set(),
  ordinalEndings: new Set(),
  bounds: phrasesOf([
    ['~', 'ប្រមាណ|ប្រហែល|ជិត|ប្រមាណជា|ចំនួនប្រមាណ'],
    ['>', 'ជាង|លើសពី|យ៉ាងតិច|ច្រើនជាង'],
    ['<', 'តិចជាង|ក្រោម|យ៉ាងច្រើន|រហូតដល់'],
  ]),
  boundsBehind: phrasesOf([['>', 'ជាង|ឡើងទៅ']]),
  to: wordsOf('ទៅ ដល់'),
  from: wordsOf('ពី'),
  between: wordsOf('រវាង'),
  or: wordsOf('ឬ'),
  of: wordsOf('នៃ'),
  outOf: [],
  outOfBehind: new Map(),
  ratios: new Set(),
  minus: wordsOf('ដក'),
  notHalf: new Set(),
  months: wordsOf(MONTHS),
  labels: wordsOf('ឆ្នាំ ថ្ងៃទី ទី មាត្រា លេខ ខែ ម៉ោង ជំពូក ផ្លូវលេខ អាយុ'),
};
