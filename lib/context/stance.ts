import { BAD, ENDING, GOOD, OPPOSITES } from './stance-words';
import { NEGATION, tellingForms, type WordForm, wordForms } from './word-forms';

type Sides = readonly [readonly WordForm[], readonly WordForm[]];

const DENIAL: ReadonlySet<string> = new Set([NEGATION]);
const TURNING: ReadonlySet<string> = new Set([NEGATION, ...ENDING]);
/** A denial reaches this many words. */
const REACH = 6;
const SHARED = 3;
const SHARED_BEYOND_USUAL = 2;
/** Words in a larger share of the statements on a subject are its vocabulary and tell nothing apart. */
const USUAL = 0.1;
const FEWEST_FOR_USUAL = 20;

/** The words that many of these statements use; none where there are few statements. */
export function usualForms(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const form of tellingForms(wordForms(text))) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  if (texts.length < FEWEST_FOR_USUAL) return new Set();
  return new Set(
    [...counts].flatMap(([form, count]) => (count > USUAL * texts.length ? [form] : [])),
  );
}

/** Opposites are about the same thing: so large a share of the shorter one's telling words is common. */
const SAME_MATTER = 0.5;

/**
 * Whether two statements say the opposite of each other, going by words alone: they share most of
 * what they speak of, beyond names and the subject's usual words, and one denies what the other says
 * or uses the opposite word. Says no where in doubt.
 */
export function opposes(a: string, b: string, usual: ReadonlySet<string> = new Set()): boolean {
  const [here, there] = [wordForms(a), wordForms(b)];
  const [tellingHere, tellingThere] = [tellingForms(here), tellingForms(there)];
  const shared = new Set([...tellingHere].filter((form) => tellingThere.has(form)));
  const smaller = Math.min(tellingHere.size, tellingThere.size);
  if (shared.size < SAME_MATTER * smaller) return false;
  const names = new Set([...here, ...there].flatMap(({ form, name }) => (name ? [form] : [])));
  const own = new Set([...shared].filter((form) => !names.has(form) && !usual.has(form)));
  const turned = oppositeWords(here, there);
  if (turned > 0) return turned % 2 === 1 && own.size > 1 && !differ([here, there], own, DENIAL);
  const enough = usual.size > 0 ? SHARED_BEYOND_USUAL : SHARED;
  return own.size >= enough && differ([here, there], own, TURNING);
}

function oppositeWords(here: readonly WordForm[], there: readonly WordForm[]): number {
  const forms = new Set(there.map(({ form }) => form));
  return [...new Set(here.map(({ form }) => form))].filter(
    (form) =>
      !forms.has(form) && [...(OPPOSITES.get(form) ?? [])].some((other) => forms.has(other)),
  ).length;
}

function differ(sides: Sides, shared: ReadonlySet<string>, turning: ReadonlySet<string>): boolean {
  const [here, there] = sides.map((forms) => turnsOf(forms, shared, turning) % 2);
  return here !== there;
}

/** How many denials, or words that put an end to things, stand before a shared word and near it. */
function turnsOf(
  forms: readonly WordForm[],
  shared: ReadonlySet<string>,
  turning: ReadonlySet<string>,
): number {
  return forms.filter(
    ({ form }, at) =>
      turning.has(form) && forms.slice(at + 1, at + REACH).some((next) => shared.has(next.form)),
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
  const deniesIt = turnsOf(said, about, DENIAL) % 2 === 1;
  const turned = opposes(claim, statement) ? 1 : 0;
  return 0.5 * wants * tone + 0.4 * tone - (denials > 0 ? 0.7 : 0) - (deniesIt ? 0.5 : 0) - turned;
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
