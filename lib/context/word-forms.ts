import { IRREGULAR_VERBS } from '@/lib/language/en/verbs';
import { Recent } from '@/lib/recent';
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
 * the forms of "be" and "have": indirect speech and translation change them. Verbs have the form of
 * their present. Everything that denies is one form; numbers in words are figures, and "1.2 million"
 * is one figure.
 */
export function wordForms(text: string): readonly WordForm[] {
  const before = known.get(text);
  if (before) return before;
  const forms = formsIn(text);
  known.set(text, forms);
  return forms;
}

/** A card compares the same few dozen statements again and again. */
const known = new Recent<readonly WordForm[]>(400);

function formsIn(text: string): readonly WordForm[] {
  const forms = termsOf(text).map(({ stem, start, end }) => {
    const form = FORMS.get(stem) ?? stem;
    const telling = !isCommon(stem) && !form.startsWith('@');
    return { form, start, end, telling, name: telling && isCapitalised(text, start) };
  });
  const scaled = withScales(forms);
  const denials = denialsIn(text);
  if (denials.length === 0) return scaled;
  return [...scaled, ...denials].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Words that multiply the number before them; alone they are a number of their own. */
const SCALES: ReadonlyMap<string, number> = new Map(
  [
    ['dozen', 12],
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ].map(([word, scale]) => [stemsOf(String(word))[0] ?? '', Number(scale)]),
);
/** The same, where they are written together with it: "1.2m". */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1000],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
]);

function withScales(forms: readonly WordForm[]): WordForm[] {
  const merged: WordForm[] = [];
  for (const one of forms) {
    const before = merged.at(-1);
    const scale = scaleAfter(one, before);
    if (scale === undefined) merged.push(one);
    else if (before && isNumber(before.form) && one.start - before.end <= 1) {
      merged.splice(-1, 1, { ...before, form: times(before.form, scale), end: one.end });
    } else merged.push({ ...one, form: String(scale) });
  }
  return merged;
}

function scaleAfter({ form, start }: WordForm, before: WordForm | undefined): number | undefined {
  const together = before !== undefined && isNumber(before.form) && before.end === start;
  return SCALES.get(form) ?? (together ? SHORT_SCALES.get(form) : undefined);
}

/** Without the traces that binary fractions leave. */
function times(number: string, scale: number): string {
  const product = Number(number) * scale;
  return Number.isFinite(product) ? String(Number(product.toPrecision(12))) : number;
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

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth';

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
    'wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt aint hardly scarcely barely',
};

const CLASS_FORMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CLASSES).flatMap(([form, words]) =>
    stemsOf(words).map((stem) => [stem, form] as const),
  ),
  ...stemsOf(NUMBER_WORDS).map((stem, number) => [stem, String(number)] as const),
  ...stemsOf(ORDINALS).map((stem, at) => [stem, `${at + 1}th`] as const),
  ...stemsOf('half halves').map((stem) => [stem, '0.5'] as const),
]);

const FORMS: ReadonlyMap<string, string> = new Map([...pastForms(), ...CLASS_FORMS]);

/** "Rose" and "risen" as "rise", by the table of irregular verbs. */
function pastForms(): (readonly [string, string])[] {
  return IRREGULAR_VERBS.split(';').flatMap((entry) => {
    const [present = '', ...others] = stemsOf(entry);
    const form = CLASS_FORMS.get(present) ?? present;
    return others.flatMap((other) => (other === present ? [] : [[other, form] as const]));
  });
}

function stemsOf(words: string): string[] {
  return termsOf(words).map(({ stem }) => stem);
}
