import { BAD, ENDING, GOOD } from './stance-words';
import { isNumber, NEGATION, tellingForms, type WordForm, wordForms } from './word-forms';

/** What speaks for a statement being for or against a claim, each with how much of it there is. */
export type Features = ReadonlyMap<string, number>;

/** A denial reaches this many words back. */
const REACH = 3;
const NEAR_SHARED = 4;
/** Each word counts for little, so that long statements do not count for more than short ones. */
const WORD = 0.4;
const SHARED = 0.5;

/**
 * What the words of a statement are, whether they are denied, what tone they have, what they do to the
 * words it shares with the claim; and all this once more turned about where the claim itself wants an
 * end of something, for what speaks for a thing speaks against a ban of it.
 */
export function leaningFeatures(claim: string, statement: string): Features {
  const asked = wordForms(claim);
  const said = wordForms(statement).filter(({ form }) => !isNumber(form));
  const direction = directionOf(asked);
  const found = new Map<string, number>([
    ['bias', 1],
    [`claim${direction}`, 1],
  ]);
  const add = (name: string, much: number): void => {
    if (much === 0) return;
    found.set(name, (found.get(name) ?? 0) + much);
    found.set(`${name}~`, (found.get(`${name}~`) ?? 0) + much * direction);
  };
  add('tone', toneOf(said) / 2);
  add('denials', said.filter(({ form }) => form === NEGATION).length);
  for (const [name, much] of wordsOf(said, tellingForms(asked))) add(name, much);
  for (const [at, { form }] of said.entries()) {
    const next = said[at + 1];
    if (next) found.set(`${form} ${next.form}`, WORD);
  }
  return found;
}

/** Each word that the claim has not, denied or not; of those it has, what is done to them. */
function* wordsOf(
  said: readonly WordForm[],
  about: ReadonlySet<string>,
): Generator<readonly [string, number]> {
  const seen = new Set<string>();
  for (const [at, { form }] of said.entries()) {
    if (about.has(form)) yield [sharedAt(said, at), SHARED];
    const name = isDenied(said, at, REACH) ? `not:${form}` : form;
    for (const each of new Set([form, name])) {
      if (about.has(form) || seen.has(each)) continue;
      seen.add(each);
      yield [each, WORD];
    }
  }
}

function sharedAt(said: readonly WordForm[], at: number): string {
  const ended = said.slice(Math.max(0, at - NEAR_SHARED), at).some(({ form }) => ENDING.has(form));
  return `shared:${isDenied(said, at, NEAR_SHARED) ? 'denied' : ''}${ended ? 'ended' : ''}`;
}

function isDenied(forms: readonly WordForm[], at: number, reach: number): boolean {
  return forms.slice(Math.max(0, at - reach), at).some(({ form }) => form === NEGATION);
}

/** 1 for a claim that wants something, −1 for one that wants an end of it. */
function directionOf(forms: readonly WordForm[]): 1 | -1 {
  const turns = forms.filter(({ form }) => form === NEGATION || ENDING.has(form)).length;
  return turns % 2 === 1 ? -1 : 1;
}

/** Praise less blame, turned about by a denial just before. */
function toneOf(forms: readonly WordForm[]): number {
  let tone = 0;
  for (const [at, { form }] of forms.entries()) {
    const value = (GOOD.has(form) ? 1 : 0) - (BAD.has(form) || ENDING.has(form) ? 1 : 0);
    tone += isDenied(forms, at, REACH) ? -value : value;
  }
  return tone;
}
