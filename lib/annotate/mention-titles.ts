import type { Titles } from '@/lib/language/titles';
import { type Draft, isCapital } from './mention-draft';
import type { Word } from './mention-words';

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

const MOST_WORDS = 4;
const LONGEST_BODY = 12;

/** People behind titles and roles, or before a role in apposition; bodies behind their heads. */
export function namesByTitle(words: readonly Word[], sentence: number, tables: Titles): Draft[] {
  const places = words.flatMap((_, at) => [
    ...personBehind(words, at, tables),
    ...personBefore(words, at, tables),
    ...bodyAt(words, at, tables),
    ...abbreviationAt(words, at),
  ]);
  return places.map(({ from, to, of }) => ({ sentence, from, to, of, by: 'rule', entities: [] }));
}

function personBehind(words: readonly Word[], at: number, { titles, roles }: Titles): Place[] {
  const low = words[at]?.low ?? '';
  const isTitle = titles.has(low) && isCapital(words[at]);
  if (!isTitle && !titles.has(low) && !roles.has(low)) return [];
  const from = words[at + 1]?.text === '.' ? at + 2 : at + 1;
  const to = runEnd(words, from);
  if (to - from < (isTitle ? 1 : 2) || to - from > MOST_WORDS) return [];
  return [{ from, to, of: 'person' }];
}

/** "Anne Roy, porte-parole du …" */
function personBefore(words: readonly Word[], from: number, { roles }: Titles): Place[] {
  if (!isCapital(words[from]) || isCapital(words[from - 1])) return [];
  const to = runEnd(words, from);
  const near = words.slice(to + 1, to + 4).some((word) => roles.has(word.low) && !isCapital(word));
  return words[to]?.text === ',' && near && to - from >= 2 && to - from <= MOST_WORDS
    ? [{ from, to, of: 'person' }]
    : [];
}

function runEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (isCapital(words[to]) && words[to]?.shape !== 'number') to += 1;
  return to;
}

/** "ministère de l'Intérieur", "Ligue des droits de Lowell": a head, then small words and capitals. */
function bodyAt(words: readonly Word[], at: number, { heads, connectors }: Titles): Place[] {
  if (!heads.has(words[at]?.low ?? '')) return [];
  let end = at + 1;
  for (let next = at + 1; next < Math.min(words.length, at + LONGEST_BODY); next += 1) {
    const word = words[next];
    if (isCapital(word)) end = next + 1;
    else if (!word || !connectors.has(word.low)) break;
  }
  const isNamed = end > at + 1;
  return isNamed ? [{ from: at, to: end, of: 'organisation' }] : [];
}

/** An abbreviation of three letters or more in brackets behind words. */
function abbreviationAt(words: readonly Word[], at: number): Place[] {
  const word = words[at];
  const stands = words[at - 1]?.text === '(' && words[at + 1]?.text === ')';
  return stands && word?.shape === 'capitals' && word.text.length > 2
    ? [{ from: at, to: at + 1, of: 'organisation' }]
    : [];
}
