import { ORGANISATION_HEADS } from '@/lib/language/en/titles';
import { COUNTRIES } from '@/lib/language/world/countries';
import { CITIES } from '@/lib/language/world/cities';
import { GIVEN_NAMES } from '@/lib/language/world/given-names';
import { COUNTY_TEAMS, KNOWN_CLUBS } from '@/lib/language/world/organisations';
import { REGIONS } from '@/lib/language/world/regions';
import { type Draft, isCapital, oncePerSentence } from './mention-draft';
import type { Word } from './mention-words';

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

/**
 * Names in lines of results, where no verb says what is what: "Arden 2 Lowell 1" and a club's row of
 * a league table; "A. Ruiz c Ito b Osei 44" of a score card.
 */
export function namesInTable(words: readonly Word[], sentence: number): Draft[] {
  const places = [
    ...athletesIn(words),
    ...fixtureIn(words),
    ...clubsIn(words),
    ...batsmenIn(words),
    ...teamsIn(words),
  ];
  return places.map((place): Draft => {
    const { from, to, of } = place;
    return { from, to, of, sentence, by: 'rule', entities: [] };
  });
}

const LONGEST_LINE = 30;

/** One number stands between the two. */
function isParted(line: readonly Word[], first: Place, second: Place | undefined): boolean {
  return line[first.to]?.shape === 'number' && second?.from === first.to + 1;
}

/** A name and little else than numbers, with a share among them or four at least. */
function isRowOf(line: readonly Word[], { to }: Place, numbers: number): boolean {
  const least = line.some(({ text }) => text === '.') ? 3 : 4;
  return numbers >= least && line.length <= to + numbers + 3;
}

const IN_RESULTS = new Set(['at', 'of', 'v', 'and', 'in']);

/** Without "(in 12)" at the end. */
function withoutAside(words: readonly Word[]): readonly Word[] {
  const open = words.findIndex(({ text }) => text === '(');
  return open > 0 && words.at(-1)?.text === ')' && words.length - open < 6
    ? words.slice(0, open)
    : words;
}

/** The whole line is runs of capitals and numbers. */
function clubsIn(words: readonly Word[]): Place[] {
  if (words.length > LONGEST_LINE) return [];
  if (!isCapital(words[0])) return [];
  const line = withoutAside(words);
  if (line.some(({ shape, text }) => shape === 'small' && !IN_RESULTS.has(text))) return [];
  const runs = runsIn(line);
  const numbers = line.filter(({ text }) => /^\d{1,3}$/u.test(text)).length;
  const [first, second] = runs;
  if (!first || first.from > 0 || numbers < 2) return [];
  const isResult = runs.length === 2 && numbers === 2 && isParted(line, first, second);
  const isRow = runs.length === 1 && isRowOf(line, first, numbers);
  if (!isResult && !isRow) return [];
  return runs.filter(
    ({ from, to }) => !isCountry(words.slice(from, to)) && !isPerson(words.slice(from, to)),
  );
}

function isPerson(name: readonly Word[]): boolean {
  const [first] = name;
  return (
    first !== undefined &&
    (first.shape === 'initial' || (name.length > 1 && GIVEN_NAMES.has(first.low) && !isTown(name)))
  );
}

function isTown(name: readonly Word[]): boolean {
  return CITIES.has(name[0]?.low ?? '') || CITIES.has(name.map(({ low }) => low).join(' '));
}

function isCountry(name: readonly Word[]): boolean {
  return COUNTRIES.has(name.map(({ low }) => low).join(' '));
}

function runsIn(words: readonly Word[]): Place[] {
  const runs: Place[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!isCapital(words[from])) continue;
    let to = from + 1;
    while (isCapital(words[to]) || (words[to]?.text === 'of' && isCapital(words[to + 1]))) to += 1;
    runs.push({ from, to, of: 'organisation' });
    from = to;
  }
  return runs;
}

/** How a batsman is out. */
const OUT = new Set(['c', 'b', 'lbw', 'st']);

/** "3. Alma Ruiz (Peru) 20.41", "Alma Ruiz (Peru) beat Dana Ito (Japan) 6-4": who stands before a country in brackets. */
function athletesIn(words: readonly Word[]): Place[] {
  const places: Place[] = [];
  let timed = words.some(({ low }) => low === 'beat');
  for (let open = 1; open < words.length; open += 1) {
    const close = words[open]?.text === '(' ? countryEnd(words, open + 1) : undefined;
    if (close === undefined) continue;
    let from = open;
    while (from > 0 && open - from < LONGEST_NAME && isCapital(words[from - 1])) from -= 1;
    const name = words.slice(from, open);
    if (name.length === 0 || name.some(isOfClub)) continue;
    places.push({ from, to: open, of: 'person' });
    timed ||= words[close + 1]?.shape === 'number';
  }
  return timed || places.length > 1 ? places : [];
}

const LONGEST_NAME = 4;

/** The closing bracket behind a country's name of up to three words. */
function countryEnd(words: readonly Word[], from: number): number | undefined {
  let name = '';
  for (let at = from; at < from + 4; at += 1) {
    const word = words[at];
    if (word?.text === ')') return COUNTRIES.has(name) || name === 'us' ? at : undefined;
    if (!word || !isCapital(word)) return undefined;
    name += name === '' ? word.low : ` ${word.low}`;
  }
  return undefined;
}

function isOfClub({ low }: Word): boolean {
  return KNOWN_CLUBS.has(low) || ORGANISATION_HEADS.has(low);
}

/** "LOWELL AT ARDEN": a heading that is two towns or clubs is a fixture; the guests are a team, the hosts a place. */
function fixtureIn(words: readonly Word[]): Place[] {
  const at = words.findIndex(({ text }) => text === 'AT' || text === 'V');
  if (at < 1 || words.length > 7) return [];
  const sides: Place[] = [
    { from: 0, to: at, of: 'organisation' },
    { from: at + 1, to: words.length, of: 'organisation' },
  ];
  if (!sides.every((side) => isSide(words.slice(side.from, side.to)))) return [];
  return words[at]?.text === 'AT' ? sides.slice(0, 1) : sides;
}

function isSide(words: readonly Word[]): boolean {
  const name = words
    .filter(({ text }) => text !== '.')
    .map(({ low }) => low)
    .join(' ');
  const plain = name.replace(/^st /u, 'saint ');
  return CITIES.has(name) || CITIES.has(plain) || KNOWN_CLUBS.has(name) || REGIONS.has(name);
}

/** Catcher and bowler stand behind "c" and "b", the batsman before them. */
function batsmenIn(words: readonly Word[]): Place[] {
  if (words.length > LONGEST_LINE) return [];
  if (words.at(-1)?.shape !== 'number' || !isCapital(words[0])) return [];
  const marks = words.flatMap(({ text }, at) =>
    OUT.has(text) && isCapital(words[at + 1]) ? [at] : [],
  );
  if (marks.length === 0) return [];
  const ends = [...marks, words.length - 1];
  return [-1, ...marks].flatMap((mark, at): Place[] => {
    const to = ends[at] ?? words.length;
    return to > mark + 1 && words.slice(mark + 1, to).every(isCapital)
      ? [{ from: mark + 1, to, of: 'person' }]
      : [];
  });
}

const SPORT = new Set(
  'beat beaten defeated thrashed drew innings wicket wickets striker midfielder goalkeeper batsman bowler goal goals scored match matches season homer inning innings playoff playoffs semifinal quarterfinal championship pitcher touchdown fixture kickoff overs runs bowling halftime v'.split(
    ' ',
  ),
);

/** Whether a sentence tells of a match, where places are teams. */
export const isOfSport = oncePerSentence((words) => words.some(({ low }) => SPORT.has(low)));

/** "Kent drew with Essex": counties are teams in a report of a match. */
function teamsIn(words: readonly Word[]): Place[] {
  const told = isOfSport(words);
  const places: Place[] = [];
  for (const [at, word] of words.entries()) {
    if (!isCapital(word) || isCapital(words[at - 1]) || isCapital(words[at + 1])) continue;
    const isCounty = COUNTY_TEAMS.has(word.low);
    const scores = isCounty && words[at + 1]?.shape === 'number';
    if (scores || (told && (isCounty || KNOWN_CLUBS.has(word.low))))
      places.push({ from: at, to: at + 1, of: 'organisation' });
  }
  return places;
}
