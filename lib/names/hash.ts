import { folded } from './fold';

/** 64-bit hashes as two 32-bit halves: two FNV-1a streams with different primes and seeds. */
const SEED_A = 0x81_1c_9d_c5;
const SEED_B = 0x2b_c8_e0_1d;
const PRIME_A = 0x01_00_01_93;
const PRIME_B = 0x01_93_60_4b;

/** Puts both halves of the hash of a word's folded form into `into`. */
export function hashWord(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  into: [number, number],
): void {
  let a = SEED_A;
  let b = SEED_B;
  for (let at = start; at < end; at += 1) {
    let code = text.charCodeAt(at);
    if (code > 0x7f) {
      hashFolded(folded(text.slice(start, end)), into);
      return;
    }
    if (code === APOSTROPHE || code === DOT || code === BACKTICK) continue;
    if (code >= 0x41 && code <= 0x5a) code |= 0x20;
    a = Math.imul(a ^ code, PRIME_A);
    b = Math.imul(b ^ code, PRIME_B);
  }
  into[0] = a;
  into[1] = b;
}

const APOSTROPHE = 0x27;
const DOT = 0x2e;
const BACKTICK = 0x60;

function hashFolded(word: string, into: [number, number]): void {
  let a = SEED_A;
  let b = SEED_B;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    a = Math.imul(a ^ code, PRIME_A);
    b = Math.imul(b ^ code, PRIME_B);
  }
  into[0] = a;
  into[1] = b;
}

/** A name's key so far, and one word more. */
export function extended(key: number, word: number): number {
  let mixed = Math.imul(key ^ word, 0x85_eb_ca_6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
