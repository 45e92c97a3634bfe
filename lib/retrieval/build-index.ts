import { ByteWriter } from './bytes';
import { checksumOf, HEADER, termOfKey, TERMS_PER_BLOCK } from './format';
import { isCommon, termsOf } from './terms';

/** A text that can be found by its words, and among all texts of one key. */
export type Document = {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  /** What the text belongs to, its speaker and its subjects; any texts, compared as they are. */
  readonly keys?: readonly string[];
};

/** For each document by its number in the order of ids, how often a term stands in it. */
type Postings = Map<number, number>;

/**
 * The retrieval index of a pack: from words to the statements that hold them. The same documents
 * give the same bytes, in whatever order they come; of two with one id the last counts. Layout in
 * `format.ts`; a pack publishes it gzipped.
 */
export function buildRetrieval(documents: readonly Document[]): Uint8Array {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ordered = [...byId.values()].toSorted((a, b) => compare(a.id, b.id));
  const lengths: number[] = [];
  const postings = new Map<string, Postings>();
  for (const [number, document] of ordered.entries()) {
    const terms = termsOf(document.text).filter(({ stem }) => !isCommon(stem));
    lengths.push(terms.length);
    for (const { stem } of terms) countIn(postings, stem, number);
    for (const key of new Set(document.keys)) countIn(postings, termOfKey(key), number);
  }
  return sealed(writeIndex(ordered, lengths, postings));
}

function countIn(postings: Map<string, Postings>, stem: string, number: number): void {
  const found = postings.get(stem) ?? new Map<number, number>();
  found.set(number, (found.get(number) ?? 0) + 1);
  postings.set(stem, found);
}

function writeIndex(
  documents: readonly Document[],
  lengths: readonly number[],
  postings: ReadonlyMap<string, Postings>,
): Uint8Array {
  const out = new ByteWriter();
  out.number(documents.length);
  writeIds(documents, out);
  out.number(lengths.reduce((sum, length) => sum + length, 0));
  out.run(Uint8Array.from(lengths, (length) => Math.min(length, 255)));
  out.number(postings.size);
  const terms = [...postings.keys()].toSorted(compare);
  const [directory, blocks, lists] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  for (let first = 0; first < terms.length; first += TERMS_PER_BLOCK) {
    const block = blockOf(terms.slice(first, first + TERMS_PER_BLOCK), postings);
    directory.text(terms[first] ?? '');
    directory.number(block.terms.length);
    directory.number(block.lists.length);
    blocks.bytes(block.terms);
    lists.bytes(block.lists);
  }
  for (const part of [directory, blocks, lists]) out.run(part.finish());
  return out.finish();
}

function writeIds(documents: readonly Document[], out: ByteWriter): void {
  const ids = new ByteWriter();
  const units = documents[0]?.id.length ?? 0;
  const alike = documents.every(({ id }) => id.length === units && /^[ -~]*$/u.test(id));
  out.number(alike ? units : 0);
  for (const { id } of documents) {
    if (alike) ids.bytes(Uint8Array.from(id, (unit) => unit.charCodeAt(0)));
    else ids.text(id);
  }
  out.run(ids.finish());
}

function blockOf(
  terms: readonly string[],
  postings: ReadonlyMap<string, Postings>,
): { readonly terms: Uint8Array; readonly lists: Uint8Array } {
  const block = new ByteWriter();
  const lists = new ByteWriter();
  for (const [at, term] of terms.entries()) {
    const before = terms[at - 1];
    if (before !== undefined) {
      const shared = sharedStart(before, term);
      block.number(shared);
      block.text(term.slice(shared));
    }
    const own = postings.get(term) ?? new Map<number, number>();
    const list = listOf(own);
    block.number(own.size);
    block.number(list.length);
    lists.bytes(list);
  }
  return { terms: block.finish(), lists: lists.finish() };
}

/** Documents as distances from the one before, each with its count of the term. */
function listOf(postings: Postings): Uint8Array {
  const list = new ByteWriter();
  let before = -1;
  for (const [number, count] of [...postings].toSorted(([a], [b]) => a - b)) {
    // One number for both: most terms stand once in a text, which then costs a single bit.
    const distance = number - before - 1;
    list.number(count === 1 ? distance * 2 : distance * 2 + 1);
    if (count > 1) list.number(count);
    before = number;
  }
  return list.finish();
}

function sealed(content: Uint8Array): Uint8Array {
  const out = new ByteWriter();
  out.bytes(HEADER);
  out.number(checksumOf(content));
  out.run(content);
  return out.finish();
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** By UTF-16 units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
