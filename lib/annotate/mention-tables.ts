import { COUNTRIES } from '@/lib/language/world/countries';
import { CITIES } from '@/lib/language/world/cities';
import { GIVEN_NAMES } from '@/lib/language/world/given-names';
import { COUNTY_TEAMS, KNOWN_CLUBS } from '@/lib/language/world/organisations';
import { type Draft, isCapital, oncePerSentence } from './mention-draft';
import type { Word } from './mention-words';

type Place = Pick<Draft, 'from' | 'to' | 'of'>;

/**
 * Names in lines of results, where no verb says what is what: "Arden 2 Lowell 1" and a club's row of
 * a league table; "A. Ruiz c Ito b Osei 44" of a score card.
 */
export function namesInTable(words: readonly Word[], sentence: number): Draft[] {
  return [...clubsIn(words), ...batsmenIn(words), ...teamsIn(words)].map((place): Draft => {
    const { from, to, of } = place;
    return { from, to, of, sentence, by: 'rule', entities: [] };
  });
}

const LONGEST_LINE = 30;

const IN_RESULTS = new Set(['at', 'of', 'v', 'and']);

/** The whole line is runs of capitals and numbers. */
function clubsIn(words: readonly Word[]): Place[] {
  if (words.length > LONGEST_LINE) return [];
  if (!isCapital(words[0])) return [];
  if (words.some(({ shape, text }) => shape === 'small' && !IN_RESULTS.has(text))) return [];
  const runs = runsIn(words);
  const numbers = words.filter(({ text }) => /^\d{1,3}$/u.test(text)).length;
  const [first, second] = runs;
  if (!first || first.from > 0 || numbers < 2) return [];
  const isResult = runs.length === 2 && second && numbers === 2 && second.from === first.to + 1;
  const isRow = runs.length === 1 && numbers >= 4 && words.length <= first.to + numbers + 3;
  if (!isResult && !isRow) return [];
  return runs.filter(
    ({ from, to }) => !isCountry(words.slice(from, to)) && !isPerson(words.slice(from, to)),
  );
}

function isPerson(name: readonly Word[]): boolean {
  const [first] = name;
  return (
    first !== undefined &&
    (first.shape === 'initial' ||
      (name.length > 1 && GIVEN_NAMES.has(first.low) && !CITIES.has(first.low)))
  );
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
  if (!isOfSport(words)) return [];
  return words.flatMap((word, at): Place[] => {
    const alone = isCapital(word) && !isCapital(words[at - 1]) && !isCapital(words[at + 1]);
    const named = COUNTY_TEAMS.has(word.low) || KNOWN_CLUBS.has(word.low);
    return alone && named ? [{ from: at, to: at + 1, of: 'organisation' }] : [];
  });
}
