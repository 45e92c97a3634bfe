import { ENDING, OPPOSITES } from './stance-words';
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
  const turned = oppositeWords(here, there, shared);
  if (turned > 0) return turned % 2 === 1 && own.size > 1 && !differ([here, there], own, DENIAL);
  const enough = usual.size > 0 ? SHARED_BEYOND_USUAL : SHARED;
  return own.size >= enough && differ([here, there], own, TURNING);
}

/**
 * How many words of one text have their opposite in the other. Both must stand next to a word that the
 * texts share, else they are said of different things: "he rose to speak", "he fell ill".
 */
function oppositeWords(
  here: readonly WordForm[],
  there: readonly WordForm[],
  shared: ReadonlySet<string>,
): number {
  const [own, others] = [besideShared(here, shared), besideShared(there, shared)];
  const forms = new Set(there.map(({ form }) => form));
  return [...own].filter(
    (form) =>
      !forms.has(form) && [...(OPPOSITES.get(form) ?? [])].some((other) => others.has(other)),
  ).length;
}

/** The words whose next telling word on either side is one of these. */
function besideShared(forms: readonly WordForm[], shared: ReadonlySet<string>): Set<string> {
  const isNextTo = (words: readonly WordForm[]): boolean =>
    shared.has(words.find(({ telling }) => telling)?.form ?? '');
  return new Set(
    forms.flatMap(({ form }, at) =>
      isNextTo(forms.slice(at + 1)) || isNextTo(forms.slice(0, at).toReversed()) ? [form] : [],
    ),
  );
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
