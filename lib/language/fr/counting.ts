import type { CountingWords } from '@/lib/language/counting';
import { wordsOf } from '@/lib/language/word-list';

const ENDS =
  wordsOf(`le la les un une des de du d' l' à au aux en dans sur sous par pour avec sans chez entre vers
  depuis pendant avant après contre selon et ou mais donc or ni car si que qui quoi dont où ce cet cette ces
  son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on nous vous je tu se s' ne n' pas plus
  moins très est sont était étaient a ont avait avaient été être avoir fait font sera seront peut peuvent
  ont-ils y là ici hier aujourd'hui demain lors environ chaque tous toutes tout toute ainsi aussi déjà encore
  soit dit disent affirme déclare auraient aurait ayant`);
const MODIFIERS =
  wordsOf(`nouveaux nouvelles grands grandes petites petits autres jeunes derniers dernières
  premiers premières vieux vieilles bons bonnes mauvais anciens anciennes principaux principales prochains
  prochaines différents différentes meilleurs meilleures`);
const NOT_PLURAL = wordsOf(
  'pays fois temps cas corps mois bras prix choix voix jamais toujours très pas plus sous dans',
);
const INVARIABLE = wordsOf('pays cas corps bras prix choix voix mois temps ong pme sdf');

/** French grammar of counted things: the noun comes first, few adjectives before it. */
export const FR_COUNTING: CountingWords = {
  ends: (word) => ENDS.has(word),
  isPlural: (word) => INVARIABLE.has(word) || (/..[sx]$/u.test(word) && !NOT_PLURAL.has(word)),
  singular: (word) => {
    if (INVARIABLE.has(word)) return word;
    if (word.endsWith('eaux')) return word.slice(0, -1);
    return word.endsWith('aux') ? `${word.slice(0, -3)}al` : word.replace(/[sx]$/u, '');
  },
  modifiers: new Set(),
  adjectivesBefore: MODIFIERS,
  plainForms: new Map(),
  fillers: new Set(),
  before: wordsOf('derniers dernières premiers premières autres'),
  definite: wordsOf('les ces ses leurs nos vos mes le la l'),
  unremarkable: wordsOf('côté fois façon point but match chose partie moment'),
  rises:
    wordsOf(`hausse augmenté augmente augmentation progressé progresse progression grimpé bondi gagné gagne
    crû accru croissance monté`),
  falls:
    wordsOf(`baisse baissé chuté chute reculé recule recul diminué diminue diminution perdu perd réduit
    tombé cédé`),
  between: wordsOf("de d' a environ près plus moins quelque un une du"),
  than: wordsOf('que'),
  totals: wordsOf('nombre population bilan total effectif effectifs'),
  ageBefore: wordsOf('âgé âgée âgés âgées âge'),
  ageBehind: wordsOf('âge'),
  ofWhat: wordsOf("de d' des du en pour"),
  says: wordsOf('déclaré affirmé annoncé estimé indiqué'),
  accordingTo: ['selon'],
  timeBefore: wordsOf(
    "en depuis pendant de la le l' au cours du dernier dernière chaque par fin début",
  ),
  timeWords:
    wordsOf(`an ans année années mois semaine semaines jour jours trimestre semestre hier janvier février
    mars avril mai juin juillet août septembre octobre novembre décembre dernier dernière`),
  timeFrames: wordsOf(
    'tous toutes depuis derniers dernières prochains prochaines chaque en pendant',
  ),
  money: wordsOf('coût prix budget salaire payer'),
};
