import type { Root } from './signed-metadata';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';

/** Words shown of a fingerprint: 96 bits, more than anybody can try keys for. */
const WORDS = 6;

/**
 * A key's fingerprint as words that can be read out over a telephone: the first 96 bits as proquints
 * (D. Wilkerson, "A Proposal for Proquints", arXiv:0901.4016), 16 bits a word of five letters that is
 * spoken as it is written in any language.
 * @param hex SHA-256 in hexadecimal digits
 */
export function fingerprintWords(hex: string): string {
  const words: string[] = [];
  for (let at = 0; at < WORDS; at += 1) {
    const bits = Number.parseInt(hex.slice(at * 4, at * 4 + 4), 16);
    const of = (letters: string, shift: number): string =>
      letters.charAt((bits >> shift) & (letters.length - 1));
    words.push(
      of(CONSONANTS, 12) + of(VOWELS, 10) + of(CONSONANTS, 6) + of(VOWELS, 4) + of(CONSONANTS, 0),
    );
  }
  return words.join('-');
}

/**
 * What a dataset's fingerprint is the SHA-256 of: the public root keys of its first root, sorted. The
 * same however often that root is signed anew, and another as soon as one key is another.
 */
export function fingerprintText({ roles, keys }: Pick<Root, 'roles' | 'keys'>): string {
  const listed = roles.root.keyids.flatMap((id) => {
    const key = keys[id];
    return key ? [`${key.keytype} ${key.scheme} ${key.keyval.public}`] : [];
  });
  return listed.toSorted().join('\n');
}
