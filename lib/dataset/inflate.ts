import { Gunzip, gunzipSync } from 'fflate';

/**
 * Larger ones are fed in pieces, so that a bomb is noticed after one of them: no piece inflates to
 * more than 2 MB. What was written before is copied at each piece, so that small ones cost many times
 * more than they hold.
 */
const AT_ONCE = 64 * 1024;
const PIECE = 2 * 1024;

/**
 * Inflates one gzip member into exactly the memory that it should fill.
 * @param raw the number of bytes that must come out
 * @returns undefined for anything else: damage, more or fewer bytes, trailing garbage
 */
export function inflate(bytes: Uint8Array, raw: number): Uint8Array | undefined {
  if (lengthTold(bytes) !== raw) return undefined;
  try {
    return bytes.length <= AT_ONCE ? atOnce(bytes, raw) : inPieces(bytes, raw);
  } catch {
    // No gzip, or more than was promised; the answer says so.
    return undefined;
  }
}

/** A byte too many shows that more would come; what does not fit is written nowhere. */
function atOnce(bytes: Uint8Array, raw: number): Uint8Array | undefined {
  const inflated = gunzipSync(bytes, { out: new Uint8Array(raw + 1) });
  return inflated.length === raw ? inflated : undefined;
}

function inPieces(bytes: Uint8Array, raw: number): Uint8Array | undefined {
  const inflated = new Uint8Array(raw);
  let length = 0;
  const gunzip = new Gunzip((piece) => {
    // `set` throws where the piece does not fit.
    inflated.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  }
  return length === raw ? inflated : undefined;
}

/** The inflated length that the last four bytes tell; a lie is found while inflating. */
function lengthTold(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(-4);
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
