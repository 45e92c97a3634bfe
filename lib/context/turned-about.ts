import type { WordForm } from './word-forms';

/** So many telling words on either side of a word are who does it, and to whom. */
const NEAR = 2;
/** What is compared may stand a verb and an adverb away. */
const NEAR_COMPARING = 3;
const COMPARING = 'than';

/**
 * Whether two texts of the same words have somebody's part and another's changed about: "Marsh told
 * the union" and "the union told Marsh", "women earn less than men" and the reverse.
 */
export function isTurnedAbout(here: readonly WordForm[], there: readonly WordForm[]): boolean {
  const sides = sidesOf(there);
  return [...sidesOf(here)].some(([form, { before, after }]) => {
    const other = sides.get(form);
    if (!other || !meet(before, other.after) || !meet(after, other.before)) return false;
    return form === COMPARING || !(meet(before, other.before) || meet(after, other.after));
  });
}

type Sides = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

/** The telling words next to each word that stands once in a text. */
function sidesOf(forms: readonly WordForm[]): Map<string, Sides> {
  const words = forms.filter(({ telling, form }) => telling || form === COMPARING);
  const counts = new Map<string, number>();
  for (const { form } of words) counts.set(form, (counts.get(form) ?? 0) + 1);
  return new Map(
    words.flatMap(({ form }, at) =>
      counts.get(form) === 1 ? [[form, sidesAt(words, at)] as const] : [],
    ),
  );
}

function sidesAt(words: readonly WordForm[], at: number): Sides {
  const near = words[at]?.form === COMPARING ? NEAR_COMPARING : NEAR;
  return {
    before: formsIn(words.slice(Math.max(0, at - near), at)),
    after: formsIn(words.slice(at + 1, at + 1 + near)),
  };
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}

function formsIn(words: readonly WordForm[]): Set<string> {
  return new Set(words.map(({ form }) => form));
}
