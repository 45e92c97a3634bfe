import { type NumberWords, pairsOf, phrasesOf } from '@/lib/language/number-words';
import { wordsOf } from '@/lib/language/word-list';

const SMALL = `
  zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
  thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20
  thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90
`;

/** English number words and the words around numbers. */
export const EN_NUMBERS: NumberWords = {
  decimalMark: '.',
  cardinals: new Map(pairsOf(SMALL)),
  magnitudes: new Map(
    pairsOf(`hundred 100 thousand 1e3 million 1e6 billion 1e9 trillion 1e12 quadrillion 1e15 dozen 12
      lakh 1e5 crore 1e7`),
  ),
  magnitudeMarks: new Map(
    pairsOf(
      `k 1e3 m 1e6 mn 1e6 mln 1e6 mil 1e6 mio 1e6 mm 1e6 b 1e9 bn 1e9 bln 1e9 bil 1e9 t 1e12 tn 1e12 trn 1e12 tln 1e12`,
    ),
  ),
  fractions: new Map(
    pairsOf(`half 2 halves 2 third 3 thirds 3 quarter 4 quarters 4 fourth 4 fourths 4 fifth 5 fifths 5
      sixth 6 sixths 6 seventh 7 sevenths 7 eighth 8 eighths 8 ninth 9 ninths 9 tenth 10 tenths 10
      twelfth 12 twelfths 12 sixteenth 16 sixteenths 16 hundredth 100 hundredths 100`),
  ),
  vague: new Map([
    ['tens', [10, 100]],
    ['dozens', [12, 120]],
    ['scores', [20, 100]],
    ['hundreds', [100, 1000]],
    ['thousands', [1000, 10_000]],
    ['millions', [1e6, 1e7]],
    ['billions', [1e9, 1e10]],
    ['trillions', [1e12, 1e13]],
  ]),
  one: wordsOf('a an one'),
  and: wordsOf('and'),
  andFrom: 100,
  unitsFrom: 20,
  bareMagnitudes: new Set(),
  several: wordsOf('several few'),
  outOf: ['in', 'out of'],
  outOfBehind: new Map([['in', undefined]]),
  ordinalEndings: wordsOf('st nd rd th'),
  bounds: phrasesOf([
    [
      '~',
      `about|around|some|roughly|approximately|approx|nearly|almost|close to|circa|an estimated|estimated|
       a reported|somewhere around|in the region of|on the order of|in the order of|averaged|averages|averaging|~|≈|
       as many as about|just about|virtually|practically|near`,
    ],
    [
      '>',
      `more than|over|above|at least|exceeding|exceeds|exceed|exceeded|in excess of|upwards of|upward of|greater than|
       no less than|no fewer than|not less than|well over|just over|a little over|slightly over|minimum of|a minimum of|
       larger than|higher than|longer than|older than|beyond|topped|topping|surpassed|surpassing|surpass|>|≥|well above|
       just above|heavier than|bigger than|further than`,
    ],
    [
      '<',
      `less than|fewer than|under|below|up to|at most|no more than|not more than|just under|a little under|slightly under|
       as much as|as many as|lower than|maximum of|a maximum of|within|sub|smaller than|shorter than|younger than|<|≤|
       just below|well below|just shy of|shy of|well under`,
    ],
  ]),
  boundsBehind: phrasesOf([
    [
      '>',
      'or more|or above|or higher|or older|or longer|or greater|+|plus|and above|and over|and more',
    ],
    ['<', 'or less|or fewer|or below|or lower|or younger|or under|and under|and below'],
    ['~', 'or so|or thereabouts|more or less'],
  ]),
  to: wordsOf('to'),
  from: wordsOf('from'),
  between: wordsOf('between'),
  or: wordsOf('or'),
  of: wordsOf('of'),
  ratios: wordsOf('ratio ratios odds outnumber outnumbers outnumbered outnumbering'),
  minus: wordsOf('minus negative'),
  notHalf: wordsOf('first second latter other last this each a and early late'),
  months:
    wordsOf(`january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec`),
  labels:
    wordsOf(`no nos number article articles section sections chapter page pages pp room flight route highway
    level phase class type game part step season episode channel volume vol issue figure table case
    act rule resolution amendment paragraph clause title gate unit line lane street road avenue box apartment apt suite
    building platform terminal division district ward precinct zone area sector interstate formula version windows
    option appendix annex exhibit lot tier stage category round week day chapter verse schedule item block`),
};
