import { NOBODY } from '@/lib/language/en/names';
import { ORGANISATION_HEADS, ROLES, TITLES } from '@/lib/language/en/titles';
import { COUNTRIES } from '@/lib/language/world/countries';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { bodiesByHead, fieldEnd } from './mention-bodies';
import { TITLED } from './mention-classes';
import { type Draft, isCapital } from './mention-draft';
import type { Word } from './mention-words';

const LONGEST_NAME = 5;
/** Names that titles, roles and the words of bodies give away, whatever the tagger thinks. */
export function namesByRule(words: readonly Word[], sentence: number): Draft[] {
  const bodies = bodiesByHead(words);
  const people: Place[] = [];
  const apposed: Place[] = [];
  const papers: Place[] = [];
  for (const [at, { lexeme, low }] of words.entries()) {
    const isTitled = (lexeme.classes & TITLED) !== 0 || low === 'he';
    if (isTitled) keep(people, personBehind(words, at) ?? personApposed(words, at));
    if (lexeme.shape === 'small' || lexeme.shape === 'mark') continue;
    keep(apposed, personBefore(words, at));
    if (low === 'the') keep(papers, paperAt(words, at));
  }
  return [...people, ...apposed, ...bodies, ...papers].map((place) => ({
    ...place,
    sentence,
    by: 'rule',
    entities: [],
  }));
}

function keep(places: Place[], place: Place | undefined): void {
  if (place) places.push(place);
}

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

/** "General Khieu Sopheak", "spokesman Soeng Sen Karuna", "Minister of Interior Sar Kheng". */
function personBehind(words: readonly Word[], title: number): Place | undefined {
  const low = words[title]?.low ?? '';
  const isTitle =
    (TITLES.has(low) && isCapital(words[title]) && !isInsideName(words, title)) ||
    isExcellency(words[title]);
  if (!isTitle && !ROLES.has(low)) return undefined;
  const from = behindField(words, title + 1);
  const to = nameEnd(words, from);
  const least = isTitle && isHonorific(low) ? 1 : 2;
  if (to - from < least || to - from > LONGEST_NAME) return undefined;
  return { from, to, of: 'person' };
}

/** "H.E. Borut Osei"; "He" is a pronoun. */
function isExcellency(word: Word | undefined): boolean {
  return word !== undefined && /^H\.?E\.?$/u.test(word.text);
}

/** "Sen" is a senator before a dot or behind no capital, else a name ("Soeng Sen Karuna"). */
function isInsideName(words: readonly Word[], at: number): boolean {
  const short = (words[at]?.text.length ?? 0) < 5;
  return short && words[at + 1]?.text !== '.' && at > 0 && isCapital(words[at - 1]);
}

/** "Alma Ruiz, spokesperson for …": a name of two or more words with a role behind a comma. */
function personBefore(words: readonly Word[], from: number): Place | undefined {
  if (isCapital(words[from - 1]) || !isCapital(words[from])) return undefined;
  const to = nameEnd(words, from);
  if (to - from < 2 || to - from > LONGEST_NAME || words[to]?.text !== ',') return undefined;
  const near = words.slice(to + 1, to + 5);
  const role = near.findIndex((word) => ROLES.has(word.low) && word.shape === 'small');
  const broken = near.findIndex(({ shape }) => shape === 'mark');
  if (role === -1 || (broken !== -1 && broken < role)) return undefined;
  const own = near[0]?.shape === 'small' || isCapital(near[0]);
  return own && !/^(?:while|but|when|who|which|whose|where|and)$/u.test(near[0]?.low ?? '')
    ? { from, to, of: 'person' }
    : undefined;
}

/** "A spokesman, Alma Ruiz, said": a role of its own and the name between marks. */
function personApposed(words: readonly Word[], role: number): Place | undefined {
  if (!ROLES.has(words[role]?.low ?? '') || words[role + 1]?.text !== ',') return undefined;
  if (!isOwned(words, role)) return undefined;
  const from = role + 2;
  const to = nameEnd(words, from);
  const isClosed = /^[,.;:–—”"]$/u.test(words[to]?.text ?? '.');
  return isClosed && to - from > 1 && to - from <= LONGEST_NAME
    ? { from, to, of: 'person' }
    : undefined;
}

/** Whether an article or an owner stands up to four words before a role. */
function isOwned(words: readonly Word[], role: number): boolean {
  for (let at = role - 1; at >= Math.max(0, role - 5); at -= 1) {
    if (/^(?:an?|the|his|her|its|their|['’]s)$/u.test(words[at]?.low ?? '')) return true;
    if (words[at]?.shape === 'mark') return false;
  }
  return false;
}

const PAPERS = new Set(
  'post times guardian independent economist telegraph herald sun mirror observer tribune gazette nation star mail express standard intercept atlantic'.split(
    ' ',
  ),
);

/** "The Post": a newspaper by its short name, its article written large. */
function paperAt(words: readonly Word[], at: number): Place | undefined {
  const name = words[at + 1];
  const is =
    words[at]?.text === 'The' &&
    name?.shape === 'capital' &&
    PAPERS.has(name.low) &&
    !isCapital(words[at + 2]);
  return is && (at > 0 || !/^(?:sun|nation|star|post|mail|mirror|standard)$/u.test(name?.low ?? ''))
    ? { from: at, to: at + 2, of: 'organisation' }
    : undefined;
}

function isHonorific(low: string): boolean {
  return /^(?:mr|mrs|ms|dr|sir|prof|gen|sen|rep|lt|col|maj|capt|sgt|adm|rev|samdech)$/u.test(low);
}

/** Past the dot of "Gen." and the field of "Minister of Foreign Affairs". */
function behindField(words: readonly Word[], from: number): number {
  let at = words[from]?.text === '.' ? from + 1 : from;
  if (words[at]?.low === 'of' || words[at]?.low === 'for') {
    const field = fieldEnd(words, at + 1);
    if (field > at + 1) at = field;
  }
  return at;
}

function nameEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at - from <= LONGEST_NAME && isNamePart(words, at, at > from)) at += 1;
  while (at > from && /^(?:bin|al|de|van|von|der|du|la|\.)$/u.test(words[at - 1]?.text ?? ''))
    at -= 1;
  return at;
}

function isNamePart(words: readonly Word[], at: number, inside: boolean): boolean {
  const word = words[at];
  if (!word) return false;
  if (inside && /^(?:bin|al|de|van|von|der|du|la)$/u.test(word.text))
    return isCapital(words[at + 1]);
  if (word.text === '.') return words[at - 1]?.shape === 'initial' && isCapital(words[at + 1]);
  if (!isCapital(word) || word.shape === 'capitals') return false;
  if (inside && word.text.length < 5 && TITLES.has(word.low) && words[at + 1]?.text !== '.')
    return true;
  return !NOBODY.has(word.low) && !isOfBodies(word.low);
}

function isOfBodies(low: string): boolean {
  return (
    TITLES.has(low) ||
    ROLES.has(low) ||
    ORGANISATION_HEADS.has(low) ||
    NATIONALITIES.has(low) ||
    COUNTRIES.has(low)
  );
}
