import {
  CUT_SHORT,
  FIELDS,
  INDEXES,
  NOBODY,
  NOT_BODIES,
  OF_INDEXES,
  PEOPLES,
} from '@/lib/language/en/names';
import {
  ORGANISATION_HEADS,
  OTHER_HEADS,
  PLACE_HEADS,
  ROLES,
  SAYING,
  TITLES,
} from '@/lib/language/en/titles';
import { CITIES } from '@/lib/language/world/cities';
import { KNOWN_BODIES, KNOWN_PLACES } from '@/lib/language/world/organisations';
import { COMMON_WORDS } from '@/lib/language/world/common-words';
import { COUNTRIES } from '@/lib/language/world/countries';
import { GIVEN_NAMES } from '@/lib/language/world/given-names';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { SURNAMES } from '@/lib/language/world/surnames';
import { type Draft, type Sentence, isCapital, isShouted, isTableHeading } from './mention-draft';
import { isOfSport } from './mention-tables';
import { columnsOf } from './mention-features';
import { openModel } from './mention-model';
import { tagged } from './mention-tagger';
import type { Word } from './mention-words';

const PERSON = 1;
const BODY = 3;

/** What the tagger takes for names, without what cannot be one. */
export function namesByTagger({ words, habits }: Sentence, sentence: number): Draft[] {
  if (!words.some(isCapital)) return [];
  const labels = tagged(columnsOf(words, habits), openModel());
  const drafts: Draft[] = [];
  for (let from = 0; from < labels.length; from += 1) {
    const label = labels[from];
    if (label !== PERSON && label !== BODY) continue;
    let to = from + 1;
    while (labels[to] === label + 1) to += 1;
    const of = label === PERSON ? 'person' : 'organisation';
    const place = trimmed(words, from, to);
    const holds = of === 'person' ? mayBePerson : mayBeBody;
    if (place.to > place.from && holds(words, place) && !isInLaw(words, place.from)) {
      drafts.push({ sentence, ...place, of, by: 'tagger', entities: [] });
    }
  }
  return drafts;
}

type Place = Pick<Draft, 'from' | 'to'>;

/** Without small words, marks and titles at either end. */
function trimmed(words: readonly Word[], from: number, to: number): Place {
  let start = from;
  let end = to;
  while (start < end && isOutside(words[start])) start += 1;
  while (end > start && !isCapital(words[end - 1])) end -= 1;
  return { from: start, to: end };
}

function isOutside(word: Word | undefined): boolean {
  if (!word || !isCapital(word)) return word?.shape !== 'number';
  // "A. Ruiz" begins with no article.
  if (word.text.endsWith('.') && word.shape === 'initial') return false;
  if (word.low.endsWith('-based')) return true;
  return NOBODY.has(word.low) && word.low !== 'may' && word.low !== 'april' && word.low !== 'june';
}

/** Inside "Law on Associations and NGOs" or "Treaty of Lowell" nothing is a name of its own. */
function isInLaw(words: readonly Word[], from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 8); at -= 1) {
    const word = words[at];
    if (!word || !(isCapital(word) || /^(?:on|of|and|the|for|against)$/u.test(word.text)))
      return false;
    const links = /^(?:on|of|against|for)$/u.test(words[at + 1]?.text ?? '');
    if (isCapital(word) && OTHER_HEADS.has(word.low) && links) return true;
  }
  return false;
}

function mayBePerson(words: readonly Word[], { from, to }: Place): boolean {
  const name = words.slice(from, to);
  const [only] = name;
  if (!only || isPlaceAhead(words, to)) return false;
  if (name.some((word) => isNobody(word, name.length)) || name.every(isOffice)) return false;
  if (name.every(isOfPeople) || isSaint(words, from) || isWork(words, to)) return false;
  if (KNOWN_PLACES.has(name.map(({ low }) => low).join(' ')) || isStorm(words, from)) return false;
  if (name.length > 1) return true;
  if (only.shape === 'capitals') return isShouted(words) && only.text.length > 3;
  return isNameOfOne(only) && (!COMMON_WORDS.has(only.low) || isLikelyName(words, from));
}

/** "Hurricane Maria", "Cyclone Idai": storms have people's names. */
function isStorm(words: readonly Word[], from: number): boolean {
  return STORMS.has(words[from]?.low ?? '') || STORMS.has(words[from - 1]?.low ?? '');
}

const STORMS = new Set(['hurricane', 'typhoon', 'cyclone', 'storm']);

/** "Iraqi Kurds", "Moslem", and months and states cut short. */
function isOfPeople({ low }: Word): boolean {
  return PEOPLES.has(low) || NATIONALITIES.has(low) || CUT_SHORT.has(low);
}

/** "Rebecca (1940)": a year in brackets stands behind films and books. */
function isWork(words: readonly Word[], to: number): boolean {
  const isYear = /^(?:1[5-9]|20)\d\d$/u.test(words[to + 1]?.text ?? '');
  return isYear && words[to]?.text === '(' && words[to + 2]?.text === ')';
}

/** "St. Louis" in two parts. */
function isSaint(words: readonly Word[], from: number): boolean {
  return words[from - 1]?.text === '.' && words[from - 2]?.low === 'st';
}

/** "Prime Minister", "Foreign Secretary": an office is nobody's name. */
function isOffice({ low }: Word): boolean {
  return ROLES.has(low) || TITLES.has(low) || FIELDS.has(low) || low === 'prime' || low === 'vice';
}

function isNameOfOne(only: Word): boolean {
  if (isCompound(only) || NOT_BODIES.has(only.low) || only.text.length < 3) return false;
  return !ROLES.has(only.low) && !TITLES.has(only.low);
}

/** A common word is a name only inside a sentence, where it is known as one or says something. */
function isLikelyName(words: readonly Word[], at: number): boolean {
  return at > 0 && (isNamed(words[at]?.low ?? '') || SAYING.has(words[at + 1]?.low ?? ''));
}

/** "Higher-ranking" and "London-based" are no names; "Inzamam-ul-Haq" is one. */
function isCompound({ text, low }: Word): boolean {
  return /-[a-z]+$/u.test(text) && COMMON_WORDS.has(low.slice(low.lastIndexOf('-') + 1));
}

function isNobody({ low, text, shape }: Word, length: number): boolean {
  if (/['’](?:m|ve|re|ll|d|t)$/u.test(text) || shape === 'number') return true;
  // "R-Ohio", "D-Texas": a party and where its member was elected.
  if (/^[DIR]-\p{Lu}/u.test(text)) return true;
  if (/^\p{Lu}{2,}s$/u.test(text) || (length > 1 && OTHER_HEADS.has(low))) return true;
  return (
    length === 1 &&
    (COUNTRIES.has(low) || NATIONALITIES.has(low) || (CITIES.has(low) && !isNamed(low)))
  );
}

function isNamed(low: string): boolean {
  return GIVEN_NAMES.has(low) || SURNAMES.has(low);
}

/** "Banteay Meanchey province", "Kandal and Takeo provinces". */
function isPlaceAhead(words: readonly Word[], at: number): boolean {
  const low = words[at]?.low ?? '';
  return (
    words[at]?.shape === 'small' &&
    (PLACE_HEADS.has(low) || PLACE_HEADS.has(low.replace(/s$/u, '')))
  );
}

const PLACE_ENDINGS = new Set(
  'street road avenue boulevard square stadium pagoda valley river island islands mountains desert airport bridge oval trafford tour'.split(
    ' ',
  ),
);

/** "in Lowell", "from Lowell": a city there is a place. */
function isPlaceBefore(words: readonly Word[], at: number): boolean {
  return /^(?:in|at|from|near|to|of|around|outside)$/u.test(words[at - 1]?.low ?? '');
}

/** "the 4th Press Forum", "Planning Workshop", "the EBA agreement" are events and papers. */
function isThing(words: readonly Word[], { from, to }: Place): boolean {
  const last = words[to - 1]?.low ?? '';
  if (/^\d+(?:st|nd|rd|th)$/u.test(words[from - 1]?.text ?? '')) return true;
  if (OTHER_HEADS.has(last) && !ORGANISATION_HEADS.has(last)) return true;
  return (
    isElection(words, { from, to }) || (isThingAhead(words, to) && !ORGANISATION_HEADS.has(last))
  );
}

/** "the 1992 Lowell general election": what votes is no part of a body's name. */
export function isElection(words: readonly Word[], { from, to }: Place): boolean {
  const isDated = /^\d{4}$/u.test(words[from - 1]?.text ?? '') || words[from]?.shape === 'number';
  const near = words.slice(to, to + 4);
  const stop = near.findIndex(({ shape }) => shape !== 'small');
  const behind = stop === -1 ? near : near.slice(0, stop);
  return behind.some(({ low }, at) => (isDated || at < 2) && VOTES.has(low));
}

const VOTES = new Set(
  'election elections by-election by-elections referendum primary primaries'.split(' '),
);

/** "… (EBA) agreement": what follows says what it is, behind marks and an abbreviation. */
function isThingAhead(words: readonly Word[], from: number): boolean {
  let at = from;
  while (
    at < from + 5 &&
    (words[at]?.shape === 'mark' || words[at + 1]?.text === ')') &&
    !/^[.,;:]$/u.test(words[at]?.text ?? '')
  )
    at += 1;
  const next = words[at];
  return next?.shape === 'small' && OTHER_HEADS.has(next.low) && next.low !== 'report';
}

/** Abbreviations in brackets that stand for laws and the like, wherever they return. */
export function thingsIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const things = new Set<string>();
  for (const { words } of sentences) {
    for (const [at, { text }] of words.entries()) {
      const short = words[at + 1];
      if (text !== '(' || words[at + 2]?.text !== ')' || !short) continue;
      const isNoBody = isThingAhead(words, at + 3) || isInLaw(words, at - 1);
      if (isNoBody || spells(words, at, short.text)) things.add(short.text);
    }
  }
  return things;
}

/** "artificial intelligence (AI)": small words that the abbreviation is made of are no body. */
function spells(words: readonly Word[], end: number, short: string): boolean {
  const letters = short.replace(/s$/u, '').toLowerCase();
  if (letters.length < 2 || letters.length > 6) return false;
  const behind = words.slice(Math.max(0, end - letters.length), end);
  return (
    behind.length === letters.length &&
    behind.every(({ shape, low }, at) => shape === 'small' && low.startsWith(letters.charAt(at)))
  );
}

function mayBeBody(words: readonly Word[], place: Place): boolean {
  const name = words.slice(place.from, place.to);
  const [only] = name;
  if (!only || isPlaceAhead(words, place.to) || isThing(words, place)) return false;
  if (isProduct(name, words[place.to])) return false;
  const whole = name.map(({ low }) => low).join(' ');
  if (isKnownPlace(name, whole) || name.every(isOfPeople) || isSaint(words, place.from))
    return false;
  if (isIndex(words, place) || isTableHeading(words)) return false;
  if (CITIES.has(whole) && !isOfSport(words)) return false;
  if (name.length > 1) return name.some((word) => isCapital(word) && !NOT_BODIES.has(word.low));
  if (isBareOpening(words, place.from)) return false;
  return isBodyOfOne(only, words) && !(isPlaceBefore(words, place.from) && CITIES.has(only.low));
}

/** "Galaxy S10", "iPhone": a model's number, or a known device. */
function isProduct(name: readonly Word[], after: Word | undefined): boolean {
  if (/^[™®]$/u.test(after?.text ?? '')) return true;
  const last = name.at(-1)?.text ?? '';
  if (name.length > 1) return /^\p{Lu}{1,2}\d+\p{Lu}?$/u.test(last);
  return /^i(?:Phone|Pad|Pod|Mac|Watch)s?$/u.test(last);
}

/** "the Dow Jones industrial average" */
function isIndex(words: readonly Word[], { from, to }: Place): boolean {
  const is = words.slice(from, to).every(({ low }) => INDEXES.has(low));
  if (is && words[to - 1]?.low === 'dow') return true;
  return is && (OF_INDEXES.has(words[to]?.low ?? '') || words[to]?.shape === 'number');
}

/** A common word that begins a sentence and says nothing is no body for its capital alone. */
function isBareOpening(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (at > 0 || word?.shape !== 'capital' || !COMMON_WORDS.has(word.low)) return false;
  return !SAYING.has(words[1]?.low ?? '') && !KNOWN_BODIES.has(word.low);
}

function isKnownPlace(name: readonly Word[], whole: string): boolean {
  const last = name.at(-1)?.low ?? '';
  return KNOWN_PLACES.has(whole) || COUNTRIES.has(whole) || PLACE_ENDINGS.has(last);
}

function isBodyOfOne(only: Word, words: readonly Word[]): boolean {
  if (/^\p{Lu}{2,}s$/u.test(only.text) || NOT_BODIES.has(only.low)) return false;
  if (only.shape === 'number' || only.text.length < 2) return false;
  if (words.length <= 3 && only.shape === 'capitals') return false;
  return !COUNTRIES.has(only.low) && !NATIONALITIES.has(only.low);
}
