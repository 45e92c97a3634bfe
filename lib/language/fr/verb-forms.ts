import { BASE, GERUND, PARTICIPLE, PAST, PRESENT, type VerbForm } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';

/** Verbs in -er, whose forms follow from the stem. */
const REGULAR = wordsOf(`
  déclarer affirmer expliquer ajouter indiquer assurer estimer annoncer rappeler souligner préciser noter
  observer regretter dénoncer accuser critiquer condamner demander réclamer exiger appeler exhorter
  insister avancer confier constater déplorer évoquer ironiser jurer lancer plaider proposer raconter
  remarquer révéler signaler témoigner penser espérer considérer juger imaginer douter supposer redouter
  souhaiter refuser accepter menacer nier réaffirmer répliquer rétorquer informer avertir alerter conseiller
  recommander encourager inviter marteler commenter conclure confirmer contester rejeter écarter saluer
  féliciter remercier féliciter soupçonner reconnaître voter passer rester arriver donner trouver parler
  travailler créer respecter organiser participer rencontrer présenter publier examiner fermer ouvrir
  arrêter libérer enregistrer menacer préparer voyager habiter augmenter baisser coûter durer exister
  continuer commencer terminer quitter rentrer monter tomber gagner aider compter changer manquer aimer
`);

/** Lemma, then present, past, participles and gerund of the others. */
const IRREGULAR = `
  dire: dit disent | disait disaient dirent dira diront | dit dite dits dites | disant
  écrire: écrit écrivent | écrivait écrivaient écrira | écrit écrite | écrivant
  répondre: répond répondent | répondait répondit répondra | répondu | répondant
  soutenir: soutient soutiennent | soutenait soutint | soutenu | soutenant
  prétendre: prétend prétendent | prétendait | prétendu | prétendant
  promettre: promet promettent | promettait promit | promis | promettant
  admettre: admet admettent | admettait admit | admis | admettant
  reconnaître: reconnaît reconnaissent | reconnaissait | reconnu reconnue | reconnaissant
  prévenir: prévient préviennent | prévenait | prévenu | prévenant
  poursuivre: poursuit poursuivent | poursuivait poursuivit | poursuivi | poursuivant
  conclure: conclut concluent | concluait | conclu | concluant
  croire: croit croient | croyait | cru | croyant
  savoir: sait savent | savait | su | sachant
  craindre: craint craignent | craignait | craint | craignant
  vouloir: veut veulent | voulait voudrait voudra | voulu | voulant
  démentir: dément démentent | démentait | démenti | démentant
  faire: fait font | faisait fera feraient | fait faite faits | faisant
  aller: va vont | allait ira | allé allée allés | allant
  venir: vient viennent | venait viendra | venu venue venus | venant
  prendre: prend prennent | prenait prendra | pris prise | prenant
  mettre: met mettent | mettait mettra | mis mise | mettant
  tenir: tient tiennent | tenait tiendra | tenu tenue | tenant
  voir: voit voient | voyait verra | vu vue vus | voyant
  recevoir: reçoit reçoivent | recevait | reçu reçue reçus | recevant
  devenir: devient deviennent | devenait | devenu | devenant
  perdre: perd perdent | perdait | perdu | perdant
  rendre: rend rendent | rendait | rendu | rendant
`;

/** The forms of French verbs that news is told in: third persons, participles, infinitives. */
export const FRENCH_VERBS: ReadonlyMap<string, VerbForm> = inflected();

function inflected(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  for (const lemma of REGULAR) if (lemma.endsWith('er')) addRegular(forms, lemma);
  for (const line of IRREGULAR.trim().split('\n')) addIrregular(forms, line.trim());
  return forms;
}

function addRegular(forms: Map<string, VerbForm>, lemma: string): void {
  const stem = lemma.slice(0, -2);
  const soft = stem.endsWith('g')
    ? `${stem}e`
    : stem.endsWith('c')
      ? `${stem.slice(0, -1)}ç`
      : stem;
  const heavy = /(?:appel|rejet)$/u.test(stem)
    ? stem + stem.slice(-1)
    : stem.replace(/é(?=[^aeiou]+$)/u, 'è');
  add(forms, lemma, { lemma, forms: BASE });
  for (const ending of ['e', 'ent']) add(forms, heavy + ending, { lemma, forms: PRESENT });
  for (const ending of ['ait', 'aient', 'a']) add(forms, soft + ending, { lemma, forms: PAST });
  for (const ending of ['era', 'eront', 'erait', 'eraient', 'èrent']) {
    add(forms, stem + ending, { lemma, forms: PAST });
  }
  for (const ending of ['é', 'ée', 'és', 'ées'])
    add(forms, stem + ending, { lemma, forms: PARTICIPLE });
  add(forms, `${soft}ant`, { lemma, forms: GERUND });
}

function addIrregular(forms: Map<string, VerbForm>, line: string): void {
  const [lemma = '', rest = ''] = line.split(': ');
  const [present = '', past = '', participle = '', gerund = ''] = rest.split(' | ');
  add(forms, lemma, { lemma, forms: BASE });
  for (const word of wordsOf(present)) add(forms, word, { lemma, forms: PRESENT });
  for (const word of wordsOf(past)) add(forms, word, { lemma, forms: PAST });
  for (const word of wordsOf(participle)) add(forms, word, { lemma, forms: PARTICIPLE });
  add(forms, gerund, { lemma, forms: GERUND });
}

function add(forms: Map<string, VerbForm>, word: string, form: VerbForm): void {
  const known = forms.get(word);
  if (!known) forms.set(word, form);
  else if (known.lemma === form.lemma)
    forms.set(word, { ...known, forms: known.forms | form.forms });
}
