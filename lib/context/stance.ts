import { BAD, ENDING, GOOD, OPPOSITES } from './stance-words';
import { NEGATION, tellingForms, type WordForm, wordForms } from './word-forms';

/** A denial reaches this many words. */
const REACH = 6;
const SHARED = 3;

/**
 * Whether two statements say the opposite of each other, going by words alone: they share what they
 * speak of, and one denies what the other says or uses the opposite word. Says no where in doubt.
 */
export function opposes(a: string, b: string): boolean {
  const [here, there] = [wordForms(a), wordForms(b)];
  const shared = new Set([...tellingForms(here)].filter((form) => tellingForms(there).has(form)));
  const turned = oppositeWords(here, there);
  if (turned > 0 && shared.size >= SHARED - 1)
    return turned % 2 === 1 && !denialsDiffer(here, there, shared);
  return shared.size >= SHARED && denialsDiffer(here, there, shared);
}

function oppositeWords(here: readonly WordForm[], there: readonly WordForm[]): number {
  const forms = new Set(there.map(({ form }) => form));
  return [...new Set(here.map(({ form }) => form))].filter(
    (form) =>
      [...(OPPOSITES.get(form) ?? [])].some((other) => forms.has(other)) && !forms.has(form),
  ).length;
}

function denialsDiffer(
  here: readonly WordForm[],
  there: readonly WordForm[],
  shared: ReadonlySet<string>,
): boolean {
  return denialsOf(here, shared) % 2 !== denialsOf(there, shared) % 2;
}

/** How many denials stand near a shared word. */
function denialsOf(forms: readonly WordForm[], shared: ReadonlySet<string>): number {
  return forms.filter(
    ({ form }, at) =>
      form === NEGATION && forms.slice(at, at + REACH).some((next) => shared.has(next.form)),
  ).length;
}

/**
 * How a statement leans to a claim: above 0 for it, below 0 against it. A rough guess by what the
 * claim wants done, by praise, blame and denial; for ranking many statements, never for a verdict.
 */
export function leaning(claim: string, statement: string): number {
  const [asked, said] = [wordForms(claim), wordForms(statement)];
  const wants = directionOf(asked);
  const tone = Math.max(-3, Math.min(3, toneOf(said))) / 3;
  const denials = said.filter(({ form }) => form === NEGATION).length;
  const about = tellingForms(asked);
  const deniesIt = denialsOf(said, about) % 2 === 1;
  const turned = opposes(claim, statement) ? 1 : 0;
  return (
    0.35 + 0.5 * wants * tone + 0.4 * tone - (denials > 0 ? 0.7 : 0) - (deniesIt ? 0.5 : 0) - turned
  );
}

/** 1 for a claim that wants something, −1 for one that wants an end of it. */
function directionOf(forms: readonly WordForm[]): number {
  const denials = forms.filter(({ form }) => form === NEGATION).length;
  const ends = forms.some(({ form }) => ENDING.has(form) || BAD.has(form)) ? 1 : 0;
  return (denials + ends) % 2 === 1 ? -1 : 1;
}

/** Praise less blame, turned about by a denial just before. */
function toneOf(forms: readonly WordForm[]): number {
  let tone = 0;
  for (const [at, { form }] of forms.entries()) {
    const value = (GOOD.has(form) ? 1 : 0) - (BAD.has(form) || ENDING.has(form) ? 1 : 0);
    const turned = forms.slice(Math.max(0, at - 3), at).some((before) => before.form === NEGATION);
    tone += turned ? -value : value;
  }
  return tone;
}
