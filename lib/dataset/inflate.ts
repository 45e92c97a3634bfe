import { Gunzip } from 'fflate';

/** Compressed bytes are fed in pieces of this size, so that a bomb is noticed after one of them. */
const PIECE = 1024;

/**
 * Inflates one gzip member, and stops as soon as it gets larger than it should.
 * @param raw the number of bytes that must come out
 * @returns undefined for anything else: damage, more or fewer bytes, trailing garbage
 */
export function inflate(bytes: Uint8Array, raw: number): Uint8Array | undefined {
  if (lengthTold(bytes) !== raw) return undefined;
  const inflated = new Uint8Array(raw);
  let length = 0;
  const gunzip = new Gunzip((piece) => {
    // `set` throws where the piece does not fit.
    inflated.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    // No gzip, or more than was promised; the answer says so.
    return undefined;
  }
  return length === raw ? inflated : undefined;
}

/** The inflated length that the last four bytes tell; a lie is found while inflating. */
function lengthTold(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(-4);
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
