import { Recent } from '@/lib/recent';
import { type Alignment, alignWords } from './align-words';
import { anyExcludes, binds, denies, turns } from './deciding-words';
import { isTurnedAbout } from './turned-about';
import { isNumber, tellingForms, type WordForm, wordForms } from './word-forms';

/** How near the words on the page come to a statement of the record. */
export type Sameness = {
  readonly strength: 'same-words' | 'same-statement' | 'same-subject' | 'none';
  /** How near, 0 to 1, within one strength. */
  readonly share: number;
  /** How many different telling words are shared that are no names. */
  readonly common: number;
  /** The page's words that matched, as they stand there, in order. */
  readonly matched: readonly string[];
};

/**
 * Compares words on a page with a statement's text. `same-words`: one runs inside the other word by
 * word, but for elisions, brackets, tense and person. `same-statement`: most telling words are shared
 * and nothing that decides differs. Numbers, names and negation decide: "no restrictions" and
 * "restrictions" are different statements on one subject, as are "two" and "two hundred".
 */
export function compareWords(page: string, text: string): Sameness {
  return comparerWith(page)({ text });
}

/** Compares many statements with the same words on a page. */
export function comparerWith(page: string): (of: { readonly text: string }) => Sameness {
  const here = wordForms(page);
  const tellingHere = tellingForms(here);
  return ({ text }) => {
    const { there, telling: tellingThere } = formsOf(text);
    const shared = here.filter(({ form, telling }) => telling && tellingThere.has(form));
    const distinct = tellingForms(shared).size;
    const smaller = Math.max(1, Math.min(tellingHere.size, tellingThere.size));
    const larger = Math.max(1, tellingHere.size, tellingThere.size);
    const found = { distinct, inSmaller: distinct / smaller, inLarger: distinct / larger };
    const matched = [...new Set(shared.map(({ start, end }) => page.slice(start, end)))];
    const isWorthAligning = found.inSmaller >= WORTH_ALIGNING;
    const strength =
      isWorthAligning && runsInside(page, text) ? 'same-words' : strengthOf(found, here, there);
    const common = tellingForms(shared.filter(({ name }) => !name)).size;
    return { strength, share: found.inLarger, common, matched };
  };
}

type Forms = { readonly there: readonly WordForm[]; readonly telling: ReadonlySet<string> };

/** A statement's forms are read once: a page's quotes are compared with the same statements again and again. */
const known = new Recent<Forms>(1024);

function formsOf(text: string): Forms {
  const found = known.get(text);
  if (found) return found;
  const there = wordForms(text);
  const forms = { there, telling: tellingForms(there) };
  known.set(text, forms);
  return forms;
}

/** Fewer shared words than this cannot run alike; comparing them word by word would be for nothing. */
const WORTH_ALIGNING = 0.6;

type Shares = { readonly distinct: number; readonly inSmaller: number; readonly inLarger: number };
const VERBATIM = 0.8;
const SAME_STATEMENT = 0.75;
const FEWEST_TELLING = 5;

function strengthOf(
  { distinct, inSmaller, inLarger }: Shares,
  here: readonly WordForm[],
  there: readonly WordForm[],
): Sameness['strength'] {
  const near = distinct >= FEWEST_TELLING && inSmaller >= SAME_STATEMENT && inLarger >= 0.4;
  if (near && !differs(here, there)) return 'same-statement';
  return distinct >= 3 || (distinct >= 2 && inSmaller >= 0.3) ? 'same-subject' : 'none';
}

/** Whether one text runs inside the other, every part between its elisions in order. */
function runsInside(page: string, text: string): boolean {
  const [small, large] = page.length <= text.length ? [page, text] : [text, page];
  const whole = wordForms(large);
  const parts = small
    .split(ELISION)
    .map((part) => wordForms(part))
    .filter((part) => part.length > 0);
  let from = 0;
  for (const part of parts) {
    const rest = whole.slice(from);
    const alignment = alignWords(part, rest);
    if (!isVerbatim(part, rest, alignment)) return false;
    // A page may quote a part of a conditional sentence; a page's condition is not in the record.
    if (large === page && isBound(rest, alignment.there[0])) return false;
    from += alignment.there[1];
  }
  return from > 0 && isSaying(parts.flat(), whole.length);
}

const ELISION = /\s*(?:…|\.\s?\.\s?\.|\[[^\]]{0,60}\])\s*/u;

/** Enough words to be somebody's own: a few telling ones, or the whole of what stands there. */
function isSaying(words: readonly WordForm[], whole: number): boolean {
  const telling = tellingForms(words).size;
  return telling >= 3 || (telling >= 1 && words.length >= 0.8 * whole);
}

/** A denial that ends so few characters before a stretch belongs to it: "did not say that …". */
const JUST_BEFORE = 12;

function isDenied(whole: readonly WordForm[], from: number): boolean {
  const start = whole[from]?.start ?? 0;
  return whole.slice(0, from).some(({ form, end }) => denies(form) && start - end <= JUST_BEFORE);
}

/** A condition that begins so few characters before a stretch binds it: "if …, the harbour will open". */
const IN_SENTENCE = 60;

function isBound(whole: readonly WordForm[], from: number): boolean {
  const start = whole[from]?.start ?? 0;
  return whole.slice(0, from).some(({ form, end }) => binds(form) && start - end <= IN_SENTENCE);
}

function isVerbatim(
  part: readonly WordForm[],
  whole: readonly WordForm[],
  { pairs, there }: Alignment,
): boolean {
  if (pairs.length < VERBATIM * part.length) return false;
  if (isDenied(whole, there[0])) return false;
  const inPart = new Set(pairs.map(([at]) => at));
  const inWhole = new Set(pairs.map(([, at]) => at));
  const leftHere = part.filter((_, at) => !inPart.has(at));
  const leftThere = whole.slice(...there).filter((_, at) => !inWhole.has(at + there[0]));
  return (
    ![...leftHere, ...leftThere].some(({ form }) => turns(form) || binds(form) || isNumber(form)) &&
    !(leftHere.some(({ name }) => name) && leftThere.some(({ name }) => name)) &&
    !anyExcludes(allForms(leftHere), allForms([...leftThere, ...besideOf(whole, there)]))
  );
}

/** The words just before and after a stretch: "some boats" runs like "all boats" but for its first. */
function besideOf(whole: readonly WordForm[], [from, to]: Alignment['there']): WordForm[] {
  return [whole[from - 1], whole[to]].filter((one) => one !== undefined);
}

function allForms(forms: readonly WordForm[]): Set<string> {
  return new Set(forms.map(({ form }) => form));
}

/** Whether numbers, names, negation, opposite words or who did what to whom set two statements apart. */
function differs(here: readonly WordForm[], there: readonly WordForm[]): boolean {
  return (
    isDenial(here) !== isDenial(there) ||
    exclude(numbersIn(here), numbersIn(there)) ||
    contradict(namesIn(here), namesIn(there)) ||
    anyExcludes(onlyIn(here, there), onlyIn(there, here)) ||
    isTurnedAbout(here, there)
  );
}

function onlyIn(one: readonly WordForm[], other: readonly WordForm[]): Set<string> {
  const both = allForms(other);
  return new Set([...allForms(one)].filter((form) => !both.has(form)));
}

function isDenial(forms: readonly WordForm[]): boolean {
  return forms.filter(({ form }) => turns(form)).length % 2 === 1;
}

/** Whether either side has a number that the other lacks. */
function exclude(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => !b.has(one)) || [...b].some((one) => !a.has(one));
}

/** Whether each side has a name of its own, so that they speak of different people, places or days. */
function contradict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one));
}

function numbersIn(forms: readonly WordForm[]): Set<string> {
  return new Set(forms.map(({ form }) => form).filter(isNumber));
}

function namesIn(forms: readonly WordForm[]): Set<string> {
  return new Set(forms.flatMap(({ form, name }) => (name ? [form] : [])));
}
