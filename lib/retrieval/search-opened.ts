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

/** Where a search counts, one place a document; all zero between searches. */
export type Sheet = {
  readonly scores: Float64Array;
  readonly shared: Uint16Array;
  /** 1 for the documents that may be found. */
  readonly among: Uint8Array;
};

export function sheetFor({ lengths: { length } }: Opened): Sheet {
  return {
    scores: new Float64Array(length),
    shared: new Uint16Array(length),
    among: new Uint8Array(length),
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
  const entries = entriesOf(opened, words);
  const may = documentsOf(opened, among?.only);
  for (const number of may ?? []) sheet.among[number] = 1;
  const counting = { sheet, touched: [] as number[], isOpen: may === undefined };
  for (const number of documentsOf(opened, among?.first) ?? []) raise(number, counting);
  const unread = countWords(opened, entries, counting);
  const found = bestOf(counting.touched, sheet.scores, most).map((number) =>
    foundAt(number, { opened, sheet, asked: entries.length, unread }),
  );
  for (const number of counting.touched) sheet.scores[number] = sheet.shared[number] = 0;
  for (const number of may ?? []) sheet.among[number] = 0;
  return found;
}

type Counting = {
  readonly sheet: Sheet;
  /** Documents with a score. */
  readonly touched: number[];
  /** Whether every document may be found. */
  readonly isOpen: boolean;
};

function raise(number: number, { sheet, touched, isOpen }: Counting): void {
  if (!isOpen && sheet.among[number] === 0) return;
  if (sheet.scores[number] === 0) touched.push(number);
  sheet.scores[number] = BEFORE_ALL;
}

/** @returns how many of the words were left unread */
function countWords(opened: Opened, entries: readonly TermEntry[], counting: Counting): number {
  let read = 0;
  for (const [at, entry] of entries.entries()) {
    if (read > 0 && read + entry.documents > MOST_READ) return entries.length - at;
    read += entry.documents;
    addScores(opened, entry, counting);
  }
  return 0;
}

function foundAt(
  number: number,
  at: {
    readonly opened: Opened;
    readonly sheet: Sheet;
    readonly asked: number;
    readonly unread: number;
  },
): Found {
  const { opened, sheet, asked, unread } = at;
  const length = Math.max(1, opened.lengths[number] ?? 1);
  const shared = (sheet.shared[number] ?? 0) + unread;
  return {
    id: opened.idOf(number),
    score: sheet.scores[number] ?? 0,
    shared,
    inSmaller: Math.min(1, shared / Math.min(Math.max(1, asked), length)),
    inLarger: Math.min(1, shared / Math.max(asked, length)),
    isFirst: (sheet.scores[number] ?? 0) >= BEFORE_ALL,
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
  { sheet: { scores, shared, among }, touched, isOpen }: Counting,
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
    if (!isOpen && among[number] === 0) continue;
    const before = scores[number] ?? 0;
    if (before === 0) touched.push(number);
    const damping = shortest + byLength * (lengths[number] ?? 0);
    scores[number] = before + (rarity * count * (SATURATION + 1)) / (count + damping);
    shared[number] = (shared[number] ?? 0) + 1;
  }
}

/** The numbers with the highest scores, in order; keeps a short ordered list instead of sorting all. */
function bestOf(touched: readonly number[], scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [scores[a] ?? 0, scores[b] ?? 0];
    return first > second || (first === second && a < b);
  };
  for (const number of touched) {
    const last = best.at(-1);
    if (best.length >= most && last !== undefined && !isBefore(number, last)) continue;
    best.splice(placeFor(number, best, isBefore), 0, number);
    if (best.length > most) best.pop();
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
