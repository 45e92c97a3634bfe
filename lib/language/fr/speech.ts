import {
  cuesOf,
  endingsOf,
  type SpeakerTables,
  type SpeechTables,
  type WordClass,
} from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';
import { FRENCH_VERBS } from './verb-forms';

const CLASSES: readonly (readonly [WordClass, string])[] = [
  [
    'determiner',
    `le la les l' un une des ce cet cette ces tout toute tous toutes chaque plusieurs quelques
    aucun aucune certains certaines`,
  ],
  ['possessive', 'son sa ses leur leurs mon ma mes notre nos votre vos'],
  ['pronoun', "il elle ils elles on je j' nous vous cela ceci personne rien"],
  ['object', "me m' te t' se s' lui y"],
  ['wh', 'qui où dont comment pourquoi quand quel quelle quels quelles combien si'],
  ['that', "que qu'"],
  [
    'preposition',
    `de d' du en au aux dans par pour sur avec sans sous vers chez entre contre depuis pendant
    malgré parmi devant derrière après avant dès lors jusque jusqu' selon à`,
  ],
  ['subordinator', "lorsque lorsqu' puisque puisqu' comme tandis parce afin"],
  ['conjunction', 'et ou mais ni donc or'],
  [
    'modal',
    `peut peuvent pouvait pourra pourrait pourraient doit doivent devait devra devrait devraient`,
  ],
  ['be', 'est sont était étaient sera seront serait seraient fut furent été étant être'],
  ['have', 'a ont avait avaient aura auront aurait auraient eut eu ayant avoir'],
  [
    'adverb',
    `ne n' pas plus jamais aussi encore déjà toujours souvent ainsi également notamment très trop peu
    bien mal hier aujourd'hui demain ensuite puis enfin alors ici là récemment toutefois cependant pourtant
    seulement même`,
  ],
  // Else "-ment" gives away an adverb.
  [
    'noun',
    `gouvernement gouvernements parlement parlements mouvement mouvements document documents département
    départements argument arguments événement événements évènement élément éléments moment moments logement
    règlement traitement paiement établissement établissements changement changements développement
    environnement enseignement bâtiment bâtiments monument instrument investissement investissements
    financement licenciement licenciements recrutement jugement emprisonnement renseignement renseignements
    engagement engagements équipement équipements armement commandement rassemblement sentiment
    supplément segment régiment comportement avertissement désarmement soulèvement`,
  ],
  ['time', 'lundi mardi mercredi jeudi vendredi samedi dimanche'],
  [
    'number',
    'deux trois quatre cinq six sept huit neuf dix vingt trente cent mille million millions milliard',
  ],
];

const CUES = cuesOf(`
  dire s q; déclarer s n; affirmer s n i; expliquer s q n; ajouter s n; indiquer s n q; assurer s n; estimer s; annoncer s n; rappeler s n
  souligner s n; préciser s n q; noter s n; observer s; regretter s n; dénoncer n; accuser n; critiquer n; condamner n; demander s q o n; réclamer n
  exiger s n; appeler +à; exhorter o; insister s +sur; avancer s n; confier s; constater s n; déplorer s n; évoquer n; ironiser s +sur; jurer s; lancer s
  plaider s +pour; proposer s n; raconter s n q; remarquer s; révéler s n; signaler s n; témoigner s +de; penser s c; espérer c s; considérer s; juger s
  douter c; supposer c; redouter c n; souhaiter c n; refuser n; menacer n; nier s n; réaffirmer s n; répliquer s; rétorquer s; informer t; avertir t s
  alerter t; recommander s n; encourager n; inviter n; marteler s; commenter s n; conclure s; confirmer s n; contester n s; rejeter n; écarter n; saluer n
  féliciter n; remercier n; soupçonner n; reconnaître s n; écrire s; répondre s; soutenir s n; prétendre s; promettre s n; admettre s n; prévenir t s
  poursuivre s; croire c; savoir c q; craindre c n; vouloir c n; démentir n s
`);

const NOUNS = cuesOf(
  'accusation s; affirmation s; annonce s; promesse s; crainte s; espoir s; idée s',
);

/** How speech is told in French. */
export const FRENCH_SPEECH: SpeechTables = {
  classes: new Map(
    CLASSES.flatMap(([name, words]) =>
      [...wordsOf(words)].map((word): [string, WordClass] => [word, name]),
    ),
  ),
  verbs: FRENCH_VERBS,
  endings: endingsOf([['ment', 'adverb']]),
  names: wordsOf('clément'),
  labels: wordsOf(`
    analyse opinion éditorial tribune vidéo vidéos photo photos exclusif direct reportage portrait entretien
    interview enquête chronique dossier récit infographie podcast sondage carte
  `),
  cues: CUES,
  impersonal: new Map(),
  chained: new Set(),
  phrasal: new Map(),
  states: new Map(),
  nouns: NOUNS,
  according: [['selon'], ["d'", 'après'], ['pour']],
  elided: /^(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu,
  inverted: /-(?:t-)?(?=(?:ils?|elles?|on|je|nous|vous)$)/iu,
};

/** How French points to somebody named before. */
export const FRENCH_SPEAKERS: SpeakerTables = {
  singular: wordsOf('il elle lui'),
  plural: wordsOf('ils elles eux'),
  neuter: wordsOf('cela'),
  relative: wordsOf('qui'),
  men: wordsOf('il m monsieur président directeur député roi prince père fils frère mari'),
  women: wordsOf(
    'elle mme mlle madame présidente directrice députée reine princesse mère fille sœur épouse',
  ),
  titles: wordsOf(`
    m mm mme mlle dr me monsieur madame le la les l' un une président présidente ministre premier première
    général députée député maire directeur directrice porte-parole secrétaire ancien ancienne
  `),
  bodies: wordsOf(`
    ministère parti comité commission conseil tribunal cour association ligue union université institut
    centre banque agence société fondation gouvernement police armée assemblée sénat ong
  `),
  papers: wordsOf('rapport chiffres données communiqué lettre sondage étude enquête documents'),
};
