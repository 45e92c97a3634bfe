import {
  BRANCHES,
  CONNECTORS,
  FIELDS,
  IN_POWER,
  NOBODY,
  NOUNS_BEFORE_BODIES,
  NOUNS_BEHIND_BODIES,
  PEOPLES,
} from '@/lib/language/en/names';
import { COMPANY_FORMS, ORGANISATION_HEADS, ROLES, TITLES } from '@/lib/language/en/titles';
import { COUNTRIES } from '@/lib/language/world/countries';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { KNOWN_BODIES, KNOWN_PLACES } from '@/lib/language/world/organisations';
import { type Draft, isCapital, isTableHeading } from './mention-draft';
import { isElection } from './mention-guess';
import type { Word } from './mention-words';

const LONGEST_BODY = 14;
/** Words that make a body of what follows "of", "for" and the like. */
const LEADING_HEADS = new Set(
  'ministry department office bureau agency committee commission council board bank university institute center centre association federation union alliance league society party movement front network forum organisation organization foundation court chamber authority confederation academy army coalition congress house assembly parliament ministries'.split(
    ' ',
  ),
);

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

/** Bodies that a head among capitals gives away, whatever the tagger thinks. */
export function bodiesByHead(words: readonly Word[]): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isCapital(words[at])) continue;
    const place = bodyAt(words, at) ?? bodyByNoun(words, at) ?? branchAt(words, at);
    if (place && isBody(words, place))
      places.push({ ...place, from: withOwner(words, place.from) });
  }
  return places;
}

/** "the Farmers’ Union": the plural before an apostrophe belongs to the body. */
function withOwner(words: readonly Word[], from: number): number {
  const owner = words[from - 2];
  const isOwned = /^['’]$/u.test(words[from - 1]?.text ?? '') && isCapital(owner);
  return isOwned && owner?.low.endsWith('s') === true && !isNoBody(owner) ? from - 2 : from;
}

function isBody(words: readonly Word[], place: Place): boolean {
  if (isTableHeading(words)) return false;
  if (isKnownPlace(words.slice(place.from, place.to))) return false;
  return !isElection(words, place) && !isCounted(words[place.from - 1]);
}

/** "the newspaper Granma", "Tass news agency", "Arden shares": a name that a noun beside it explains. */
function bodyByNoun(words: readonly Word[], from: number): Place | undefined {
  const before = words[from - 1];
  if (isCapital(before)) return undefined;
  let to = from + 1;
  while (isCapital(words[to]) && to < from + 3) to += 1;
  if (isCapital(words[to]) || words.slice(from, to).some(isNoBody)) return undefined;
  if (to === from + 1 && words[to]?.text === 'party' && isKnownParty(words[from]))
    return { from, to: to + 1, of: 'organisation' };
  const isNamed = isNoun(before, NOUNS_BEFORE_BODIES) || isNoun(words[to], NOUNS_BEHIND_BODIES);
  const isParty = to === from + 1 && isNoun(before, IN_POWER) && isOfMany(words[from]);
  return isNamed || isParty || isNewsAgency(words, to)
    ? { from, to, of: 'organisation' }
    : undefined;
}

/** "The ruling Moderates", "the ruling MPP"; not "the ruling Harlan made". */
function isOfMany(word: Word | undefined): boolean {
  return word?.shape === 'capitals' || (word?.low.endsWith('s') === true && word.low.length > 6);
}

/** "CNN Films", "ABC Radio": a broadcaster by its letters, and which part of it. */
function branchAt(words: readonly Word[], from: number): Place | undefined {
  const letters = words[from];
  const branch = words[from + 1];
  if (letters?.shape !== 'capitals' || branch?.shape !== 'capital') return undefined;
  const before = words[from - 1];
  const isWithin =
    (isCapital(before) && !NOBODY.has(before?.low ?? '')) || isCapital(words[from + 2]);
  if (isWithin || !BRANCHES.has(branch.low)) return undefined;
  return { from, to: from + 2, of: 'organisation' };
}

function isNoun(word: Word | undefined, nouns: ReadonlySet<string>): boolean {
  return word?.shape === 'small' && nouns.has(word.low);
}

function isNewsAgency(words: readonly Word[], at: number): boolean {
  return words[at]?.low === 'news' && words[at + 1]?.low === 'agency';
}

/** "the Labour party", its last word written small. */
function isKnownParty(word: Word | undefined): boolean {
  return word !== undefined && KNOWN_BODIES.has(`${word.low} party`);
}

function isNoBody({ low, shape }: Word): boolean {
  if (shape === 'number' || shape === 'initial') return true;
  return (
    NOBODY.has(low) ||
    NATIONALITIES.has(low) ||
    COUNTRIES.has(low) ||
    PEOPLES.has(low) ||
    isOfOffice(low)
  );
}

function isOfOffice(low: string): boolean {
  return TITLES.has(low) || ROLES.has(low);
}

/** "the 4th Partnership Forum" is an event. */
function isCounted(before: Word | undefined): boolean {
  return before?.shape === 'number' && /^\d+(?:st|nd|rd|th)$/u.test(before.low);
}

function isKnownPlace(name: readonly Word[]): boolean {
  return KNOWN_PLACES.has(name.map(({ low }) => low).join(' '));
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
    if (
      at > from &&
      isCapital(words[at - 1]) &&
      endsBody(low) &&
      !isCapital(words[at + 1]) &&
      !isAsked(words, at)
    ) {
      return { from: beginning(words, from, at), to: at + 1, of: 'organisation' };
    }
  }
  return undefined;
}

/** Whether "of", "for" and the like go on to a capital behind a head. */
function leads(words: readonly Word[], head: number): boolean {
  const next = words[head + 2];
  const goesOn =
    (isCapital(next) && !NOBODY.has(next?.low ?? '')) ||
    (next?.text === 'the' && isCapital(words[head + 3]));
  const link = words[head + 1]?.text ?? '';
  if (/^(?:to|against)$/u.test(link)) return goesOn && words[head]?.low === 'committee';
  return goesOn && /^(?:of|for|on)$/u.test(link);
}

/** "Post to Lowell": what a page asks its reader to do. */
function isAsked(words: readonly Word[], at: number): boolean {
  return words[at]?.low === 'post' && words[at + 1]?.low === 'to';
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
  if (word?.low.endsWith('-based') === true) return true;
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

/** Where the field of a ministry or minister ends: "Interior", "Women and Social Affairs". */
export function fieldEnd(words: readonly Word[], from: number): number {
  let end = from;
  for (let at = from; at < Math.min(words.length, from + 8); at += 1) {
    const low = words[at]?.low ?? '';
    if (isCapital(words[at]) && FIELDS.has(low) && words[at + 1]?.low !== 'ministry') end = at + 1;
    else if (low !== 'and' && low !== ',' && !(low === 'the' && at === from)) break;
  }
  return end;
}
