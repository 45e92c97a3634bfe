import {
  COMPANY_FORMS,
  ORGANISATION_HEADS,
  OTHER_HEADS,
  PLACE_HEADS,
  ROLES,
  SAYING,
  TITLES,
} from '@/lib/language/en/titles';
import { CITIES } from '@/lib/language/world/cities';
import { COMMON_WORDS } from '@/lib/language/world/common-words';
import { COUNTRIES } from '@/lib/language/world/countries';
import { GIVEN_NAMES } from '@/lib/language/world/given-names';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { KNOWN_BODIES, KNOWN_CLUBS } from '@/lib/language/world/organisations';
import { REGIONS } from '@/lib/language/world/regions';
import { SURNAMES } from '@/lib/language/world/surnames';

/** What is known of a word by itself: one bit for each list that holds it. */
const LISTS: readonly ReadonlySet<string>[] = [
  GIVEN_NAMES,
  SURNAMES,
  CITIES,
  new Set([...COUNTRIES, ...REGIONS]),
  NATIONALITIES,
  TITLES,
  ROLES,
  ORGANISATION_HEADS,
  COMPANY_FORMS,
  PLACE_HEADS,
  OTHER_HEADS,
  SAYING,
  COMMON_WORDS,
  KNOWN_BODIES,
  KNOWN_CLUBS,
];

export const CLASS_COUNT = LISTS.length;
/** The bits of titles and of roles. */
export const TITLED = (1 << LISTS.indexOf(TITLES)) | (1 << LISTS.indexOf(ROLES));

const known = new Map<string, number>();
const MOST_KNOWN = 50_000;

/** The lists that hold a word, as bits. */
export function classesOf(low: string): number {
  const seen = known.get(low);
  if (seen !== undefined) return seen;
  let bits = 0;
  for (const [at, list] of LISTS.entries()) if (list.has(low)) bits |= 1 << at;
  if (known.size > MOST_KNOWN) known.clear();
  known.set(low, bits);
  return bits;
}

/** The words that begin names of several words, each with how many its longest has. */
const STARTS = new Map<string, number>();
for (const list of [CITIES, COUNTRIES, REGIONS, KNOWN_BODIES, KNOWN_CLUBS]) {
  for (const name of list) {
    const blank = name.indexOf(' ');
    if (blank === -1) continue;
    const start = name.slice(0, blank);
    const count = Math.min(name.split(' ').length, 5);
    STARTS.set(start, Math.max(count, STARTS.get(start) ?? 0));
  }
}

const PLACE = 1;
const BODY = 2;
const CLUB = 4;

/** For each word whether it is part of a known name of several words: PLACE, BODY, CLUB; one more on its first word. */
export function knownNames(
  words: readonly { readonly low: string; readonly shape: string }[],
): Uint8Array {
  const parts = new Uint8Array(words.length);
  for (const [from, { low, shape }] of words.entries()) {
    const longest = shape === 'small' || shape === 'mark' ? undefined : STARTS.get(low);
    if (longest === undefined) continue;
    let name = low;
    for (let to = from + 2; to <= Math.min(words.length, from + longest); to += 1) {
      name += ` ${words[to - 1]?.low ?? ''}`;
      const kind = kindOf(name);
      if (kind > 0) parts.fill(kind, from, to);
    }
  }
  return parts;
}

function kindOf(name: string): number {
  return (
    (CITIES.has(name) || COUNTRIES.has(name) || REGIONS.has(name) ? PLACE : 0) |
    (KNOWN_BODIES.has(name) ? BODY : 0) |
    (KNOWN_CLUBS.has(name) ? CLUB : 0)
  );
}
