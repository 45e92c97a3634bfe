import { type NumberWords, pairsOf, phrasesOf } from '@/lib/language/number-words';
import { wordsOf } from '@/lib/language/word-list';

/** Verbs behind a number end otherwise; small words with such an ending count nothing. */
const PLURAL =
  /^(?!(?:alors|après|dans|depuis|jamais|mais|moins|pas|plus|puis|sans|toujours|très|vers)$).*[sx]$/u;

/** French number words and the words around numbers. */
export const FR_NUMBERS: NumberWords = {
  decimalMark: ',',
  cardinals: new Map(
    pairsOf(`zéro 0 un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11
      douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40
      cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90`),
  ),
  magnitudes: new Map(
    pairsOf(`cent 100 cents 100 mille 1e3 million 1e6 millions 1e6 milliard 1e9 milliards 1e9
      billion 1e12 billions 1e12`),
  ),
  magnitudeMarks: new Map(pairsOf('k 1e3 m 1e6 mio 1e6 md 1e9 mds 1e9 mrd 1e9 mrds 1e9')),
  fractions: new Map(
    pairsOf(`moitié 2 demi 2 tiers 3 quart 4 quarts 4 cinquième 5 cinquièmes 5 sixième 6 sixièmes 6
      dixième 10 dixièmes 10`),
  ),
  vague: new Map([
    ['dizaine', [8, 12]],
    ['douzaine', [10, 14]],
    ['quinzaine', [13, 17]],
    ['vingtaine', [18, 22]],
    ['trentaine', [27, 33]],
    ['quarantaine', [36, 44]],
    ['cinquantaine', [45, 55]],
    ['soixantaine', [54, 66]],
    ['centaine', [90, 110]],
    ['dizaines', [20, 100]],
    ['centaines', [100, 1000]],
    ['milliers', [1000, 10_000]],
    ['millier', [900, 1100]],
  ]),
  one: wordsOf('un une la le'),
  several: wordsOf('plusieurs quelques'),
  and: wordsOf('et'),
  andFrom: 20,
  unitsFrom: 20,
  bareMagnitudes: new Set([100, 1000]),
  ordinalEndings: wordsOf('er ère re e ème eme nd nde'),
  bounds: phrasesOf([
    [
      '~',
      'environ|près de|quelque|autour de|presque|à peu près|une|quasi|aux alentours de|estimé à|estimés à|approximativement',
    ],
    [
      '>',
      "plus de|plus d'|au moins|au delà de|supérieur à|supérieure à|dépasse|dépassé|dépassant|un peu plus de|minimum|pas moins de",
    ],
    [
      '<',
      "moins de|moins d'|jusqu' à|au plus|inférieur à|inférieure à|au maximum|un peu moins de|pas plus de",
    ],
  ]),
  boundsBehind: phrasesOf([
    ['>', 'ou plus|et plus|au moins|au minimum|+'],
    ['<', 'ou moins|et moins|au plus|au maximum'],
    ['~', 'environ|à peu près'],
  ]),
  to: wordsOf('à'),
  from: wordsOf('de'),
  between: wordsOf('entre'),
  or: wordsOf('ou'),
  of: wordsOf("de d' des du"),
  outOf: ['sur'],
  outOfBehind: new Map([['sur', PLURAL]]),
  ratios: wordsOf('ratio rapport proportion'),
  minus: wordsOf('moins'),
  notHalf: wordsOf('première seconde deuxième dernière'),
  months:
    wordsOf(`janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    janv févr avr juil sept oct nov déc`),
  labels:
    wordsOf(`article articles chapitre section page pages no n° numéro salle vol route chaîne phase
    niveau groupe loi décret alinéa paragraphe résolution rue avenue boulevard étape tome volume saison
    épisode match ligne zone arrondissement case tableau figure`),
};
