import { strToU8 } from 'fflate';
import * as v from 'valibot';
import type { RecordType } from '@/lib/record/record';
import { id, type Id } from '@/lib/record/ref';

/** SHA-256 of some bytes, as 32 bytes; whoever calls provides it (Node's or the browser's). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const LETTERS = {
  entity: 'e',
  source: 'd',
  statement: 's',
  measure: 'm',
  figure: 'f',
  link: 'l',
  verdict: 'v',
  withdrawal: 'w',
} as const satisfies Readonly<Record<RecordType, string>>;

/** Crockford's base32: no i, l, o, u. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Published id of a record: one letter for the type and the first 80 bits of
 * SHA-256(datasetId + "\n" + key), so that the same key has the same id on every build.
 */
export function publishedId(
  of: { readonly type: RecordType; readonly dataset: string; readonly key: string },
  sha256: Sha256,
): Id {
  const digest = sha256(strToU8(`${of.dataset}\n${of.key}`));
  return v.parse(id, LETTERS[of.type] + base32(digest.subarray(0, 10)));
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
