import { ByteReader } from './bytes';
import { isCommon, termsOf } from './terms';

/** A document found, with a score whose order alone means something. */
export type Found = { readonly id: string; readonly score: number };

/** What opening an index reads once; ids, terms and lists stay in the bytes until a query asks for them. */
export type Opened = {
  idOf(number: number): string;
  /** Each document's length in words. */
  readonly lengths: Uint8Array;
  readonly meanLength: number;
  readonly blocks: readonly Block[];
  readonly blockBytes: Uint8Array;
  readonly lists: Uint8Array;
};
export type Block = {
  readonly first: string;
  readonly at: number;
  readonly terms: number;
  readonly lists: number;
};
type TermEntry = { readonly documents: number; readonly list: number; readonly end: number };

/** BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;
/**
 * The rarest words are read first, and no more once so many entries were read: what is left are
 * words so frequent that they could not lift a document over those the rare ones found. Moffat and
 * Zobel, "Self-indexing inverted files for fast text retrieval" (1996), call it the quit strategy.
 */
const MOST_READ = 60_000;

/** The documents nearest to these words, best first; of equals, the smaller id first. */
export function searchOpened(
  opened: Opened,
  scores: Float64Array,
  { words, most }: { readonly words: string; readonly most: number },
): Found[] {
  const touched: number[] = [];
  let read = 0;
  for (const entry of entriesOf(opened, words)) {
    if (read > 0 && read + entry.documents > MOST_READ) break;
    read += entry.documents;
    addScores(opened, entry, { scores, touched });
  }
  const best = bestOf(touched, scores, most).map((number) => ({
    id: opened.idOf(number),
    score: scores[number] ?? 0,
  }));
  for (const number of touched) scores[number] = 0;
  return best;
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
  { scores, touched }: { readonly scores: Float64Array; readonly touched: number[] },
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

function find({ blocks, blockBytes }: Opened, stem: string): TermEntry | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle]?.first ?? '') <= stem) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block ? findIn(blockBytes, block, stem) : undefined;
}

function findIn(bytes: Uint8Array, block: Block, stem: string): TermEntry | undefined {
  const reader = new ByteReader(bytes, block.at);
  let term = block.first;
  let list = block.lists;
  for (let read = 0; read < block.terms; read += 1) {
    if (read > 0) {
      const shared = reader.number();
      term = term.slice(0, shared) + reader.text();
    }
    const documents = reader.number();
    const length = reader.number();
    if (term === stem) return { documents, list, end: list + length };
    list += length;
  }
  return undefined;
}
