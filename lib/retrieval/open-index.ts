import { bad, good, type Result } from '@/lib/result';
import { ByteReader } from './bytes';
import { checksumOf, HEADER, TERMS_PER_BLOCK } from './format';
import { isCommon, termsOf } from './terms';

/** A document found, with a score whose order alone means something. */
export type Found = { readonly id: string; readonly score: number };

/** Words to documents, over the bytes of an index. */
export type Retrieval = {
  /** The documents nearest to these words, best first; of equals, the smaller id first. */
  search(words: string, most: number): readonly Found[];
};

/** What opening reads once; terms and lists stay in the bytes until a query asks for them. */
type Opened = {
  readonly ids: readonly string[];
  readonly lengths: Uint16Array;
  readonly meanLength: number;
  readonly blocks: readonly Block[];
  readonly bytes: Uint8Array;
};
type Block = {
  readonly first: string;
  readonly at: number;
  readonly terms: number;
  readonly lists: number;
};
type TermEntry = { readonly documents: number; readonly list: number; readonly end: number };

/** Opens an index that `buildRetrieval` wrote; any damage is told instead of searched. */
export function openRetrieval(bytes: Uint8Array): Result<Retrieval, 'damaged-index'> {
  const opened = readSealed(bytes);
  if (!opened) return bad('damaged-index');
  const scores = new Float64Array(opened.ids.length);
  return good({ search: (words, most) => search(opened, scores, { words, most }) });
}

function readSealed(bytes: Uint8Array): Opened | undefined {
  if (HEADER.some((byte, at) => bytes[at] !== byte)) return undefined;
  const reader = new ByteReader(bytes, HEADER.length);
  const checksum = reader.number();
  const content = reader.run();
  if (reader.broken || reader.at !== bytes.length || checksumOf(content) !== checksum) {
    return undefined;
  }
  return readContent(content);
}

function readContent(bytes: Uint8Array): Opened | undefined {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const ids: string[] = [];
  for (let number = 0; number < count && !reader.broken; number += 1) ids.push(reader.text());
  const lengths = new Uint16Array(ids.length);
  let sum = 0;
  for (const number of lengths.keys()) {
    const length = reader.number();
    lengths[number] = Math.min(length, 0xffff);
    sum += length;
  }
  const terms = reader.number();
  const blockBytes = reader.number();
  const blocksAt = reader.at;
  const listsReader = new ByteReader(bytes, blocksAt + blockBytes);
  listsReader.number();
  const blocks = readBlocks(bytes, { at: blocksAt, terms, lists: listsReader.at });
  if (reader.broken || listsReader.broken || !blocks) return undefined;
  return { ids, lengths, meanLength: sum / Math.max(1, ids.length), blocks, bytes };
}

function readBlocks(
  bytes: Uint8Array,
  { at, terms, lists }: { readonly at: number; readonly terms: number; readonly lists: number },
): Block[] | undefined {
  const reader = new ByteReader(bytes, at);
  const blocks: Block[] = [];
  let list = lists;
  for (let read = 0; read < terms; read += TERMS_PER_BLOCK) {
    const length = reader.number();
    const end = reader.at + length;
    const size = Math.min(TERMS_PER_BLOCK, terms - read);
    const start = { at: reader.at, terms: size, lists: list };
    let first = '';
    for (let term = 0; term < size; term += 1) {
      reader.number();
      const rest = reader.text();
      if (term === 0) first = rest;
      reader.number();
      list += reader.number();
    }
    if (reader.broken || reader.at !== end) return undefined;
    blocks.push({ first, ...start });
  }
  return list <= bytes.length ? blocks : undefined;
}

/** BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

function search(
  opened: Opened,
  scores: Float64Array,
  { words, most }: { readonly words: string; readonly most: number },
): Found[] {
  const asked = new Set(termsOf(words).map(({ stem }) => stem));
  const touched: number[] = [];
  for (const stem of asked) {
    const entry = isCommon(stem) ? undefined : find(opened, stem);
    if (entry) addScores(opened, entry, { scores, touched });
  }
  const found = touched.map((number) => ({
    id: opened.ids[number] ?? '',
    score: scores[number] ?? 0,
  }));
  for (const number of touched) scores[number] = 0;
  return found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
}

function addScores(
  opened: Opened,
  entry: TermEntry,
  { scores, touched }: { readonly scores: Float64Array; readonly touched: number[] },
): void {
  const { ids, lengths, meanLength, bytes } = opened;
  const rarity = Math.log(1 + (ids.length - entry.documents + 0.5) / (entry.documents + 0.5));
  const reader = new ByteReader(bytes, entry.list);
  let number = -1;
  while (reader.at < entry.end) {
    const step = reader.number();
    number += (step >>> 1) + 1;
    const count = step % 2 === 1 ? reader.number() : 1;
    const length = (lengths[number] ?? 0) / meanLength;
    const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
    const before = scores[number] ?? 0;
    if (before === 0) touched.push(number);
    scores[number] = before + (rarity * count * (SATURATION + 1)) / (count + damping);
  }
}

function find({ blocks, bytes }: Opened, stem: string): TermEntry | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle]?.first ?? '') <= stem) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block ? findIn(bytes, block, stem) : undefined;
}

function findIn(bytes: Uint8Array, block: Block, stem: string): TermEntry | undefined {
  const reader = new ByteReader(bytes, block.at);
  let term = '';
  let list = block.lists;
  for (let read = 0; read < block.terms; read += 1) {
    const shared = reader.number();
    term = term.slice(0, shared) + reader.text();
    const documents = reader.number();
    const length = reader.number();
    if (term === stem) return { documents, list, end: list + length };
    list += length;
  }
  return undefined;
}
