import {
  BASE,
  GERUND,
  NOUN,
  PARTICIPLE,
  PAST,
  PRESENT,
  type VerbForm,
} from '@/lib/language/speech';
import { IRREGULAR_VERBS, VERBS, VERBS_AND_NOUNS } from './verbs';

/** Every spelling of every verb in the tables, with its plain form and what forms it can be. */
export const VERB_FORMS: ReadonlyMap<string, VerbForm> = inflected();

function inflected(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const irregular = new Map(
    IRREGULAR_VERBS.trim()
      .split(/;\s*/u)
      .map((entry): [string, string[]] => [entry.split(/\s+/u)[0] ?? '', entry.split(/\s+/u)]),
  );
  for (const lemma of irregular.keys()) addVerb(forms, lemma, irregular.get(lemma));
  for (const lemma of [...VERBS, ...VERBS_AND_NOUNS]) {
    addVerb(forms, lemma, irregular.get(lemma));
  }
  return forms;
}

function addVerb(forms: Map<string, VerbForm>, lemma: string, irregular?: string[]): void {
  const noun = VERBS_AND_NOUNS.has(lemma) ? NOUN : 0;
  add(forms, lemma, { lemma, forms: BASE | noun });
  add(forms, thirdPerson(lemma), { lemma, forms: PRESENT | noun });
  for (const stem of stemsOf(lemma)) {
    add(forms, `${stem}ing`, { lemma, forms: GERUND });
    if (!irregular) add(forms, past(stem), { lemma, forms: PAST | PARTICIPLE });
  }
  if (!irregular) return;
  add(forms, irregular[1] ?? lemma, { lemma, forms: PAST });
  add(forms, irregular[2] ?? lemma, { lemma, forms: PARTICIPLE });
}

/** One spelling may serve several verbs ("found"); the first named keeps it, forms add up. */
function add(forms: Map<string, VerbForm>, word: string, form: VerbForm): void {
  const known = forms.get(word);
  if (!known) forms.set(word, form);
  else if (known.lemma === form.lemma) {
    forms.set(word, { lemma: known.lemma, forms: known.forms | form.forms });
  }
}

function thirdPerson(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/u.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function past(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`;
  return /[^aeiou]y$/u.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

/** What "-ing" and "-ed" are put to; both spellings where the last letter may be doubled. */
function stemsOf(lemma: string): string[] {
  if (lemma.endsWith('ie')) return [`${lemma.slice(0, -2)}y`];
  if (lemma.endsWith('e') && !/(?:ee|ye|oe)$/u.test(lemma)) return [lemma.slice(0, -1)];
  const doubled = /(?:[^aeiou]|qu)[aeiou][bdfglmnprt]$/u.test(lemma);
  return doubled ? [lemma, lemma + lemma.slice(-1)] : [lemma];
}
