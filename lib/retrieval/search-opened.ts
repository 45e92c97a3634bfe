import { documentsOf, eachListed, find, type Opened, type TermEntry } from './find-term';
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
  /** One place a document, zero for those that share no word. */
  readonly scores: Float64Array;
  readonly shared: Uint16Array;
  /** What one search wants of a document, zero again after it: a set of thousands costs more than they. */
  readonly marks: Uint8Array;
};

export function sheetFor({ lengths: { length } }: Opened): Sheet {
  return {
    words: undefined,
    asked: 0,
    unread: 0,
    scores: new Float64Array(length),
    shared: new Uint16Array(length),
    marks: new Uint8Array(length),
  };
}

/** More than any sum of words, so that what comes first does so whatever its words. */
const BEFORE_ALL = 10_000;
/** A document that stands before the others. */
const FIRST = 1;
/** One that was looked at. */
const SEEN = 2;

type Asked = {
  readonly words: string;
  readonly most: number;
  readonly among?: Among | undefined;
};

/** The documents nearest to these words, best first; of equals, the smaller id first. */
export function searchOpened(opened: Opened, sheet: Sheet, { words, most, among }: Asked): Found[] {
  if (sheet.words !== words) countAll(opened, sheet, words);
  const first = documentsOf(opened, among?.first) ?? [];
  const only = documentsOf(opened, among?.only);
  for (const number of first) sheet.marks[number] = FIRST;
  const best = new Best(sheet, most);
  if (only) for (const number of only) best.offer(number);
  else for (let number = 0; number < sheet.scores.length; number += 1) best.offer(number);
  sheet.marks.fill(0);
  return best.numbers.map((number, at) => foundAt(number, best.scores[at] ?? 0, { opened, sheet }));
}

/** The documents with the highest scores, in order; keeps a short ordered list instead of sorting all. */
class Best {
  readonly numbers: number[] = [];
  readonly scores: number[] = [];
  readonly #sheet: Sheet;
  readonly #most: number;

  constructor(sheet: Sheet, most: number) {
    this.#sheet = sheet;
    this.#most = most;
  }

  /** Takes a document that shares a word or stands first, once. */
  offer(number: number): void {
    const { scores, marks } = this.#sheet;
    const mark = marks[number] ?? SEEN;
    const score = (scores[number] ?? 0) + (mark === FIRST ? BEFORE_ALL : 0);
    const full = this.numbers.length >= this.#most;
    // Nearly all of tens of thousands end here.
    if (score === 0 || (full && score < (this.scores.at(-1) ?? 0)) || mark >= SEEN) return;
    marks[number] = mark + SEEN;
    const place = this.#placeFor(number, score);
    this.numbers.splice(place, 0, number);
    this.scores.splice(place, 0, score);
    if (!full) return;
    this.numbers.pop();
    this.scores.pop();
  }

  #placeFor(number: number, score: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.scores[middle] ?? 0;
      if (there > score || (there === score && (this.numbers[middle] ?? 0) < number)) {
        low = middle + 1;
      } else high = middle;
    }
    return low;
  }
}

function countAll(opened: Opened, sheet: Sheet, words: string): void {
  sheet.scores.fill(0);
  sheet.shared.fill(0);
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

function addScores(opened: Opened, entry: TermEntry, { scores, shared }: Sheet): void {
  const gain = gainsOf(opened, entry);
  eachListed(opened.lists, entry, (number, count) => {
    scores[number] = (scores[number] ?? 0) + gain(opened.lengths[number] ?? 0, count);
    shared[number] = (shared[number] ?? 0) + 1;
  });
}

/** The longest that a document is known to be, in words. */
const LONGEST = 255;

/** What a term adds to a document of a length that has it so often; nearly all have it once. */
function gainsOf(
  { lengths, meanLength }: Opened,
  { documents }: TermEntry,
): (length: number, count: number) => number {
  const rarity = Math.log(1 + (lengths.length - documents + 0.5) / (documents + 0.5));
  const shortest = SATURATION * (1 - LENGTH_WEIGHT);
  const byLength = (SATURATION * LENGTH_WEIGHT) / meanLength;
  const gain = (length: number, count: number): number =>
    (rarity * count * (SATURATION + 1)) / (count + (shortest + byLength * length));
  if (documents <= LONGEST) return gain;
  const once = Float64Array.from({ length: LONGEST + 1 }, (_, length) => gain(length, 1));
  return (length, count) => (count === 1 ? (once[length] ?? 0) : gain(length, count));
}
