import { isCommon, termsOf } from '@/lib/retrieval/terms';

/** A word as comparing sees it: forms are equal where a reporter may change the word and keep the sense. */
export type WordForm = {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Says more than grammar does. */
  readonly telling: boolean;
  /** Capitalised where no sentence begins: a person, a place, a day. */
  readonly name: boolean;
};

export const NEGATION = '@not';

/**
 * The words of a text as forms. Pronouns of all persons are one form, as are those of possession and
 * the forms of "be" and "have": indirect speech and translation change them. Everything that denies
 * is one form; numbers in words are figures.
 */
export function wordForms(text: string): readonly WordForm[] {
  const before = known.get(text);
  if (before) return before;
  const forms = formsIn(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, forms);
  return forms;
}

/** A card compares the same few dozen statements again and again. */
const known = new Map<string, readonly WordForm[]>();
const MOST_KNOWN = 400;

function formsIn(text: string): readonly WordForm[] {
  const forms = termsOf(text).map(({ stem, start, end }) => {
    const form = FORMS.get(stem) ?? stem;
    const telling = !isCommon(stem) && !form.startsWith('@');
    return { form, start, end, telling, name: telling && isCapitalised(text, start) };
  });
  const denials = denialsIn(text);
  if (denials.length === 0) return forms;
  return [...forms, ...denials].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Khmer denies with these, written together with the words around them. */
const KHMER_DENIAL = /មិន|គ្មាន|ពុំ|កុំ/gu;

function denialsIn(text: string): WordForm[] {
  return [...text.matchAll(KHMER_DENIAL)].map(({ 0: word, index }) => ({
    form: NEGATION,
    start: index,
    end: index + word.length,
    telling: false,
    name: false,
  }));
}

function isCapitalised(text: string, start: number): boolean {
  return (
    /\p{Lu}/u.test(text.charAt(start)) &&
    /[\p{Ll}\p{N},;:’')\]] ["“‘(]?$/u.test(text.slice(Math.max(0, start - 4), start))
  );
}

export function isNumber(form: string): boolean {
  return /^\d/u.test(form);
}

/** The forms of the telling words, each once. */
export function tellingForms(forms: readonly WordForm[]): Set<string> {
  return new Set(forms.filter(({ telling }) => telling).map(({ form }) => form));
}

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen twenty';

const CLASSES: Readonly<Record<string, string>> = {
  '@who': 'i we they he she you it',
  '@whom': 'me us them him her',
  '@whose': 'my our their his its your',
  '@be': 'be is are was were been being am isnt',
  '@have': 'have has had having',
  '@will': 'will would shall should',
  '@can': 'can could may might',
  '@do': 'do does did',
  '@say': 'said say says saying',
  [NEGATION]:
    'no not never none nobody nothing neither nor without cannot cant dont doesnt didnt isnt arent ' +
    'wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt aint',
};

const FORMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CLASSES).flatMap(([form, words]) =>
    stemsOf(words).map((stem) => [stem, form] as const),
  ),
  ...stemsOf(NUMBER_WORDS).map((stem, number) => [stem, String(number)] as const),
]);

function stemsOf(words: string): string[] {
  return termsOf(words).map(({ stem }) => stem);
}
