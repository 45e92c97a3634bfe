import { deflateRawSync, constants, gzipSync } from 'node:zlib';

const MIB = 1024 * 1024;
const HEADER = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The last, empty block of a deflate stream. */
const END = Uint8Array.from([3, 0]);

/**
 * Gzip of zeros, about a thousandth of their size, without ever making them: one flushed mebibyte,
 * over and over. Its checksum is wrong, which nobody finds out before the last byte.
 * @param told the length that its trailer tells; the truth, modulo 2^32, where left out
 */
export function zeros(mebibytes: number, told = mebibytes * MIB): Uint8Array {
  const one = deflateRawSync(new Uint8Array(MIB), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const parts = Array.from({ length: mebibytes }, () => one);
  return Buffer.concat([HEADER, ...parts, END, trailer(told)]);
}

/** Gzip in gzip: what it unpacks to is small, and unpacks to what the inner one holds. */
export function nested(mebibytes: number): { readonly bytes: Uint8Array; readonly raw: number } {
  const inner = zeros(mebibytes);
  return { bytes: gzipSync(inner, { level: 9 }), raw: inner.length };
}

/** Many gzip members in one file, each of a mebibyte. */
export function members(count: number): Uint8Array {
  return Buffer.concat(Array.from({ length: count }, () => zeros(1)));
}

function trailer(told: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setUint32(4, told % 2 ** 32, true);
  return bytes;
}
