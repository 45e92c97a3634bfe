import { ByteReader } from './bytes';
import { termOfKey } from './format';

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
/** In how many documents a term stands, and where its list lies. */
export type TermEntry = { readonly documents: number; readonly list: number; readonly end: number };

/** The documents of any of these keys; undefined where no key is given. */
export function documentsOf(
  opened: Opened,
  keys: readonly string[] | undefined,
): number[] | undefined {
  return keys?.flatMap((key) => {
    const entry = find(opened, termOfKey(key));
    return entry ? listed(opened.lists, entry) : [];
  });
}

function listed(lists: Uint8Array, entry: TermEntry): number[] {
  const numbers: number[] = [];
  eachListed(lists, entry, (number) => void numbers.push(number));
  return numbers;
}

/** Hands on each document of a list, ascending, with how often it has the term. */
export function eachListed(
  lists: Uint8Array,
  { list, end }: Pick<TermEntry, 'list' | 'end'>,
  take: (number: number, count: number) => void,
): void {
  const reader = new ByteReader(lists, list);
  let number = -1;
  while (reader.at < end) {
    // Tens of thousands of bytes a question, nearly all a number each: a call for each would double it.
    const byte = lists[reader.at] ?? 0;
    let step = byte;
    if (byte < 0x80) reader.at += 1;
    else step = reader.number();
    number += (step >>> 1) + 1;
    take(number, step % 2 === 1 ? reader.number() : 1);
  }
}

/** Where a term's list lies; undefined where no document has it. */
export function find({ blocks, blockBytes }: Opened, stem: string): TermEntry | undefined {
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
