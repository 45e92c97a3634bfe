import { ByteReader } from './bytes';
import { documentsOf, find, type Opened, type TermEntry } from './find-term';
import { isCommon, termsOf } from './terms';

/** A document found. */
export type Found = {
  readonly id: string;
  /** Its order alone means something. */
  readonly score: number;
  /** How many different words of the question may stand in it at most; common words do not count. */
  readonly shared: number;
  /** The same as a share of all its words, or of the question's, whichever are fewer: 0 to 1. */
  readonly inSmaller: number;
  /** As a share of the larger number. */
  readonly inLarger: number;
  /** Whether it stands before the others by one of its keys. */
  readonly isFirst: boolean;
};

/** Documents of some keys alone, and which of them come before all others. */
export type Among = {
  /** Only documents of one of these keys; all documents where absent. */
  readonly only?: readonly string[];
  /** Documents of one of these keys stand before the others, even where they share no word. */
  readonly first?: readonly string[];
};

/** BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;
/**
 * The rarest words are read first, and no more once so many entries were read: what is left are
 * words so frequent that they could not lift a document over those the rare ones found. Moffat and
 * Zobel, "Self-indexing inverted files for fast text retrieval" (1996), call it the quit strategy.
 */
const MOST_READ = 60_000;

/**
 * What was counted for the words asked last. A card asks the same words among all statements, among a
 * speaker's and among a subject's: they are counted once.
 */
export type Sheet = {
  words: string | undefined;
  /** Of the words, how many are in the index at all; and how many were left unread. */
  asked: number;
  unread: number;
  /** Documents with a score. */
  touched: number[];
  /** One place a document, zero for all that are not touched. */
  readonly scores: Float64Array;
  readonly shared: Uint16Array;
};

export function sheetFor({ lengths: { length } }: Opened): Sheet {
  return {
    words: undefined,
    asked: 0,
    unread: 0,
    touched: [],
    scores: new Float64Array(length),
    shared: new Uint16Array(length),
  };
}

/** More than any sum of words, so that what comes first does so whatever its words. */
const BEFORE_ALL = 10_000;

type Asked = {
  readonly words: string;
  readonly most: number;
  readonly among?: Among | undefined;
};

/** The documents nearest to these words, best first; of equals, the smaller id first. */
export function searchOpened(opened: Opened, sheet: Sheet, { words, most, among }: Asked): Found[] {
  if (sheet.words !== words) countAll(opened, sheet, words);
  const first = new Set(documentsOf(opened, among?.first));
  const only = among?.only && new Set(documentsOf(opened, among.only));
  const { scores } = sheet;
  const scoreOf =
    first.size === 0
      ? (number: number): number => scores[number] ?? 0
      : (number: number): number => (scores[number] ?? 0) + (first.has(number) ? BEFORE_ALL : 0);
  return bestOf(findable(sheet, first, only), scoreOf, most).map((number) =>
    foundAt(number, scoreOf(number), { opened, sheet }),
  );
}

/** Documents that share a word or stand first, where only some may be found those of them. */
function findable(
  { touched, scores }: Sheet,
  first: ReadonlySet<number>,
  only: ReadonlySet<number> | undefined,
): Iterable<number> {
  if (only) return [...only].filter((number) => first.has(number) || (scores[number] ?? 0) > 0);
  return first.size === 0 ? touched : new Set([...touched, ...first]);
}

function countAll(opened: Opened, sheet: Sheet, words: string): void {
  for (const number of sheet.touched) sheet.scores[number] = sheet.shared[number] = 0;
  sheet.touched = [];
  const entries = entriesOf(opened, words);
  sheet.words = words;
  sheet.asked = entries.length;
  sheet.unread = countWords(opened, entries, sheet);
}

/** @returns how many of the words were left unread */
function countWords(opened: Opened, entries: readonly TermEntry[], sheet: Sheet): number {
  let read = 0;
  for (const [at, entry] of entries.entries()) {
    if (read > 0 && read + entry.documents > MOST_READ) return entries.length - at;
    read += entry.documents;
    addScores(opened, entry, sheet);
  }
  return 0;
}

function foundAt(
  number: number,
  score: number,
  { opened, sheet }: { readonly opened: Opened; readonly sheet: Sheet },
): Found {
  const { asked, unread } = sheet;
  const length = Math.max(1, opened.lengths[number] ?? 1);
  const shared = (sheet.shared[number] ?? 0) + unread;
  return {
    id: opened.idOf(number),
    score,
    shared,
    inSmaller: Math.min(1, shared / Math.min(Math.max(1, asked), length)),
    inLarger: Math.min(1, shared / Math.max(asked, length)),
    isFirst: score >= BEFORE_ALL,
  };
}

function entriesOf(opened: Opened, words: string): TermEntry[] {
  const asked = new Set(termsOf(words).map(({ stem }) => stem));
  return [...asked]
    .flatMap((stem) => (isCommon(stem) ? [] : (find(opened, stem) ?? [])))
    .toSorted((a, b) => a.documents - b.documents || a.list - b.list);
}

function addScores(
  { lengths, meanLength, lists }: Opened,
  entry: TermEntry,
  { scores, shared, touched }: Sheet,
): void {
  const rarity = Math.log(1 + (lengths.length - entry.documents + 0.5) / (entry.documents + 0.5));
  const shortest = SATURATION * (1 - LENGTH_WEIGHT);
  const byLength = (SATURATION * LENGTH_WEIGHT) / meanLength;
  const reader = new ByteReader(lists, entry.list);
  let number = -1;
  while (reader.at < entry.end) {
    const step = reader.number();
    number += (step >>> 1) + 1;
    const count = step % 2 === 1 ? reader.number() : 1;
    const before = scores[number] ?? 0;
    if (before === 0) touched.push(number);
    const damping = shortest + byLength * (lengths[number] ?? 0);
    scores[number] = before + (rarity * count * (SATURATION + 1)) / (count + damping);
    shared[number] = (shared[number] ?? 0) + 1;
  }
}

/** The numbers with the highest scores, in order; keeps a short ordered list instead of sorting all. */
function bestOf(
  numbers: Iterable<number>,
  scoreOf: (number: number) => number,
  most: number,
): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [scoreOf(a), scoreOf(b)];
    return first > second || (first === second && a < b);
  };
  let lowest = 0;
  for (const number of numbers) {
    // Nearly all of tens of thousands end here.
    if (best.length >= most && scoreOf(number) < lowest) continue;
    best.splice(placeFor(number, best, isBefore), 0, number);
    if (best.length > most) best.pop();
    lowest = scoreOf(best.at(-1) ?? number);
  }
  return best;
}

function placeFor(
  number: number,
  best: readonly number[],
  isBefore: (a: number, b: number) => boolean,
): number {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = best[middle];
    if (there !== undefined && isBefore(there, number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
