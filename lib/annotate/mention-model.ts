import { LABEL_COUNT, type Model } from './mention-tagger';
import { SCALE, STEPS, WEIGHTS } from './mention-weights';

/**
 * The trained weights, unpacked on first use: base64 of bytes; for each bucket the distance from the
 * one before it as a base-128 number, then one signed byte a label.
 */
export function openModel(): Model {
  opened ??= unpacked();
  return opened;
}

let opened: Model | undefined;

const EMPTY = -1;

function unpacked(): Model {
  const bytes = bytesOf(WEIGHTS);
  const size = 2 ** Math.ceil(Math.log2(bytes.length / 8 + 16) + 1);
  const keys = new Int32Array(size).fill(EMPTY);
  const rows = new Float64Array(size * LABEL_COUNT);
  let bucket = 0;
  let at = 0;
  while (at < bytes.length) {
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    let step = byte & 0x7f;
    while (byte > 0x7f) {
      shift += 7;
      byte = bytes[at++] ?? 0;
      step |= (byte & 0x7f) << shift;
    }
    bucket += step;
    const slot = slotOf(keys, bucket);
    keys[slot] = bucket;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      rows[slot * LABEL_COUNT + label] = (((bytes[at++] ?? 0) << 24) >> 24) * SCALE;
    }
  }
  return {
    steps: Float64Array.from(STEPS),
    add: (wanted, scores, from) => addRow(wanted, { keys, rows }, { scores, from }),
  };
}

type Table = { readonly keys: Int32Array; readonly rows: Float64Array };

function addRow(
  bucket: number,
  { keys, rows }: Table,
  { scores, from }: { readonly scores: Float64Array; readonly from: number },
): void {
  const slot = slotOf(keys, bucket);
  if (keys[slot] === EMPTY) return;
  const row = slot * LABEL_COUNT;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    scores[from + label] = (scores[from + label] ?? 0) + (rows[row + label] ?? 0);
  }
}

function slotOf(keys: Int32Array, bucket: number): number {
  const mask = keys.length - 1;
  let slot = Math.imul(bucket, 0x9e_37_79_b1) & mask;
  while (keys[slot] !== EMPTY && keys[slot] !== bucket) slot = (slot + 1) & mask;
  return slot;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without the platform's decoder, which core does not have. */
function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < 64; value += 1) values[DIGITS.charCodeAt(value)] = value;
  const length = Math.floor((text.replace(/=+$/u, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const value = (at: number): number => values[text.charCodeAt(from + at)] ?? 0;
    bytes[to] = (value(0) << 2) | (value(1) >> 4);
    bytes[to + 1] = ((value(1) & 15) << 4) | (value(2) >> 2);
    bytes[to + 2] = ((value(2) & 3) << 6) | value(3);
  }
  return bytes;
}
