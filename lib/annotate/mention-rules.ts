import { CONNECTORS, FIELDS, NOBODY } from '@/lib/language/en/names';
import { COMPANY_FORMS, ORGANISATION_HEADS, ROLES, TITLES } from '@/lib/language/en/titles';
import { COUNTRIES } from '@/lib/language/world/countries';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { KNOWN_PLACES } from '@/lib/language/world/organisations';
import { type Draft, isCapital } from './mention-draft';
import { isElection } from './mention-guess';
import type { Word } from './mention-words';

const LONGEST_NAME = 5;
const LONGEST_BODY = 14;
/** Words that make a body of what follows "of", "for" and the like. */
const LEADING_HEADS = new Set(
  'ministry department office bureau agency committee commission council board bank university institute center centre association federation union alliance league society party movement front network forum organisation organization foundation court chamber authority confederation academy army coalition congress house assembly parliament ministries'.split(
    ' ',
  ),
);

/** Names that titles, roles and the words of bodies give away, whatever the tagger thinks. */
export function namesByRule(words: readonly Word[], sentence: number): Draft[] {
  const bodies = words
    .flatMap((_, at) => bodyAt(words, at) ?? [])
    .filter(
      (place) => !isKnownPlace(words.slice(place.from, place.to)) && !isElection(words, place),
    );
  const people = words.flatMap((_, at) => personBehind(words, at) ?? []);
  const papers = words.flatMap((_, at) => paperAt(words, at) ?? []);
  const apposed = words.flatMap((_, at) => personBefore(words, at) ?? []);
  return [...people, ...apposed, ...bodies, ...papers].map((place) => ({
    ...place,
    sentence,
    by: 'rule',
    entities: [],
  }));
}

function isKnownPlace(name: readonly Word[]): boolean {
  return KNOWN_PLACES.has(name.map(({ low }) => low).join(' '));
}

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

/** "General Khieu Sopheak", "spokesman Soeng Sen Karuna", "Minister of Interior Sar Kheng". */
function personBehind(words: readonly Word[], title: number): Place | undefined {
  const low = words[title]?.low ?? '';
  const isTitle = TITLES.has(low) && isCapital(words[title]) && !isInsideName(words, title);
  if (!isTitle && !ROLES.has(low)) return undefined;
  const from = behindField(words, title + 1);
  const to = nameEnd(words, from);
  const least = isTitle && isHonorific(low) ? 1 : 2;
  if (to - from < least || to - from > LONGEST_NAME) return undefined;
  return { from, to, of: 'person' };
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

function fieldEnd(words: readonly Word[], from: number): number {
  let end = from;
  for (let at = from; at < Math.min(words.length, from + 8); at += 1) {
    const low = words[at]?.low ?? '';
    if (isCapital(words[at]) && FIELDS.has(low) && words[at + 1]?.low !== 'ministry') end = at + 1;
    else if (low !== 'and' && low !== ',' && !(low === 'the' && at === from)) break;
  }
  return end;
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

/** "Ministry of Interior", "Center for Alliance of Labor and Human Rights", "Cambodian Teachers Association". */
function bodyAt(words: readonly Word[], from: number): Place | undefined {
  const first = words[from];
  if (!isCapital(first) || isCapital(words[from - 1]) || !first) return undefined;
  const to = runEnd(words, from);
  const start = NOBODY.has(first.low) && to > from + 2 ? from + 1 : from;
  return bodyIn(words, start, to);
}

/** The end of a run of capitals and the small words between them. */
function runEnd(words: readonly Word[], from: number): number {
  let end = from + 1;
  for (let at = from + 1; at < Math.min(words.length, from + LONGEST_BODY); at += 1) {
    const word = words[at];
    if (isCapital(word)) end = at + 1;
    else if (!word || !CONNECTORS.has(word.text)) break;
  }
  return end;
}

function bodyIn(words: readonly Word[], from: number, to: number): Place | undefined {
  for (let at = from; at < to; at += 1) {
    const low = words[at]?.low ?? '';
    if (!isCapital(words[at])) continue;
    if (LEADING_HEADS.has(low) && leads(words, at)) {
      const start = beginning(words, from, at);
      const end = headedEnd(words, at + 1, to);
      return end > at + 2 ? { from: start, to: end, of: 'organisation' } : undefined;
    }
    if (at > from && isCapital(words[at - 1]) && endsBody(low) && !isCapital(words[at + 1])) {
      return { from: beginning(words, from, at), to: at + 1, of: 'organisation' };
    }
  }
  return undefined;
}

/** Whether "of", "for" and the like go on to a capital behind a head. */
function leads(words: readonly Word[], head: number): boolean {
  const next = words[head + 2];
  const goesOn = isCapital(next) || (next?.text === 'the' && isCapital(words[head + 3]));
  const link = words[head + 1]?.text ?? '';
  if (/^(?:to|against)$/u.test(link)) return goesOn && words[head]?.low === 'committee';
  return goesOn && /^(?:of|for|on)$/u.test(link);
}

function endsBody(low: string): boolean {
  return (
    (ORGANISATION_HEADS.has(low) &&
      !/^(?:force|forces|times|campaign|service|services)$/u.test(low)) ||
    COMPANY_FORMS.has(low)
  );
}

/** Back from a head over its capitals, not over a conjunction, a role or a title. */
function beginning(words: readonly Word[], from: number, head: number): number {
  let start = head;
  while (start > from && isCapital(words[start - 1]) && !endsBefore(words[start - 1])) start -= 1;
  return start;
}

/** Roles that are often part of a body's name ("Unionist Party", "Executive Committee"). */
const IN_BODIES =
  /^(?:unionist|executive|teacher|worker|student|journalist|lawyer|doctor|farmer|veteran|scientist)s?$/u;

/** A role or title is no part of a body, but for what is a field as well ("Justice Ministry"). */
function endsBefore(word: Word | undefined): boolean {
  return isRole(word) && !FIELDS.has(word?.low ?? '') && !IN_BODIES.test(word?.low ?? '');
}

function isRole(word: Word | undefined): boolean {
  return word !== undefined && (TITLES.has(word.low) || ROLES.has(word.low));
}

/** "Ministry of Interior and …": a conjunction goes on only inside a field or behind "for". */
function headedEnd(words: readonly Word[], from: number, to: number): number {
  const field = /^(?:ministry|department)$/u.test(words[from - 1]?.low ?? '')
    ? fieldEnd(words, from + 1)
    : from;
  if (field > from + 1) return field;
  let end = beforeNextBody(words, from, to);
  for (let at = from + 2; at < end; at += 1) {
    if (isRole(words[at]) && isCapital(words[at])) end = at;
  }
  while (end > from && !isCapital(words[end - 1])) end -= 1;
  return end;
}

/** "… and the Justice Ministry" begins another body: the conjunction before an article ends the first. */
function beforeNextBody(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    if (words[at]?.low === 'and' && words[at + 1]?.low === 'the') return at;
  }
  return to;
}
