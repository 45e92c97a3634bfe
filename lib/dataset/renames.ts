import { strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { id, type Id } from '@/lib/record/ref';
import type { Book, Entry } from './book';
import { publishedId, type Sha256 } from './published-id';

/** An id that a record had under a former key, and the id it has now. */
export type Rename = { readonly from: Id; readonly to: Id };

/**
 * Ids that a record had before its key, or its source's key, was changed; so that what a reader
 * saved under one of them still finds it.
 */
export function formerIds(entry: Entry, book: Book, sha256: Sha256): readonly Id[] {
  const [file = '', local] = entry.key.split('#');
  const formers = [...book.renamed].filter(([, key]) => key === file).map(([former]) => former);
  return formers.map((former) => {
    const key = local === undefined ? former : `${former}#${local}`;
    return publishedId({ type: entry.type, dataset: book.dataset.id, key }, sha256);
  });
}

/** The published table of renames, before gzip: a line a rename. */
export function writeRenames(renames: readonly Rename[]): Uint8Array {
  return strToU8(renames.map(({ from, to }) => `${from} ${to}\n`).join(''));
}

/** Reads such a table; a line that is none is left out. */
export function readRenames(table: Uint8Array): ReadonlyMap<Id, Id> {
  const renames = new Map<Id, Id>();
  for (const line of strFromU8(table).split('\n')) {
    const [from, to] = line.split(' ').map((written) => v.safeParse(id, written));
    if (from?.success && to?.success) renames.set(from.output, to.output);
  }
  return renames;
}
