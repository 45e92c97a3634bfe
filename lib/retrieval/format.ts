/**
 * Layout of a retrieval index. All numbers are unsigned, in groups of seven bits, lowest first; a
 * text is its length and its UTF-16 units as numbers; a run is its length in bytes and the bytes.
 *
 * ```text
 * "orx2"  checksum  run of:
 *   count of documents; units of an id where all have as many (ASCII), else 0
 *   run of ids, ascending: without their lengths where all have as many, else as texts
 *   sum of the documents' lengths in words; run of these lengths, a byte each, 255 for more
 *   count of terms
 *   run of the directory: for each block its first term as text, its bytes, the bytes of its lists
 *   run of blocks, each up to 16 terms, ascending, each term:
 *     units shared with the term before and the rest as text (not for the first: the directory has it),
 *     in how many documents, bytes of its list
 *   run of lists, in the order of terms; a list holds for each document, ascending:
 *     2 × (distance from the document before − 1), + 1 when a count above one follows
 * ```
 *
 * The keys of documents are terms too, with a space before them, which no word has.
 */
export const HEADER = Uint8Array.of(0x6f, 0x72, 0x78, 0x32);

/** The term under which the documents of a key are listed. */
export function termOfKey(key: string): string {
  return ` ${key}`;
}

/** So many terms are read in a row to find one; only the first of each block is kept at hand. */
export const TERMS_PER_BLOCK = 16;

/** 31 bits that change with any damaged byte (FNV-1a); integrity proper is the signed hash's work. */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  // By number: an iterator over millions of bytes costs ten times as much.
  for (let at = 0; at < bytes.length; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return (hash >>> 1) & 0x7fffffff;
}
