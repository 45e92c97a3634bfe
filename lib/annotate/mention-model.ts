import { REACH, addAlone, addHere } from './mention-features';
import type { Lexeme } from './mention-lexemes';
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

/** The rows of the buckets that have weights. */
type Table = {
  /** Pairs of a bucket's number, by its hash, EMPTY where none is, and of where its row begins. */
  readonly slots: Int32Array;
  /** One signed byte a label. */
  readonly rows: Int8Array;
};

const EMPTY = -1;
/** A bucket's step, then its weights: no fewer bytes than this. */
const LEAST_BYTES = LABEL_COUNT + 1;

function unpacked(): Model {
  const bytes = bytesOf(WEIGHTS);
  const most = Math.ceil(bytes.length / LEAST_BYTES);
  const size = 2 ** Math.ceil(Math.log2(most * 2));
  const slots = new Int32Array(size * 2).fill(EMPTY);
  const rows = new Int8Array(most * LABEL_COUNT);
  let bucket = 0;
  let row = 0;
  for (let at = 0; at < bytes.length; row += 1) {
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    let step = byte & 0x7f;
    while (byte > 0x7f) {
      shift += 7;
      byte = bytes[at++] ?? 0;
      step |= (byte & 0x7f) << shift;
    }
    bucket += step;
    const slot = slotOf(slots, bucket);
    slots[slot] = bucket;
    slots[slot + 1] = row * LABEL_COUNT;
    rows.set(bytes.subarray(at, at + LABEL_COUNT), row * LABEL_COUNT);
    at += LABEL_COUNT;
  }
  return modelOver({ slots, rows });
}

/**
 * What a word says by itself is summed once for each place it may stand in around another; only what
 * it says together with its neighbours is looked up every time.
 */
function modelOver(table: Table): Model {
  const sums = new Int32Array(LABEL_COUNT);
  const beyond: Lexeme['sums'] = [];
  const addSums = (bucket: number): void => addRow(table, bucket, sums);
  const score: Model['score'] = (columns, at, { scores, from }) => {
    sums.fill(0);
    for (let step = -REACH; step <= REACH; step += 1) {
      const lexeme = columns.words[at + step]?.lexeme;
      const place = (step + REACH) * 2 + (columns.shouted ? 1 : 0);
      const known = lexeme?.sums ?? beyond;
      const alone = (known[place] ??= sumsAlone(table, lexeme, { step, shouted: columns.shouted }));
      for (let label = 0; label < LABEL_COUNT; label += 1)
        sums[label] = (sums[label] ?? 0) + (alone[label] ?? 0);
    }
    addHere(columns, at, addSums);
    for (let label = 0; label < LABEL_COUNT; label += 1)
      scores[from + label] = (sums[label] ?? 0) * SCALE;
  };
  return { steps: Float64Array.from(STEPS), score };
}

function sumsAlone(
  table: Table,
  lexeme: Lexeme | undefined,
  step: { readonly step: number; readonly shouted: boolean },
): Int32Array {
  const sums = new Int32Array(LABEL_COUNT);
  addAlone(lexeme, step, (bucket) => addRow(table, bucket, sums));
  return sums;
}

function addRow({ slots, rows }: Table, bucket: number, sums: Int32Array): void {
  const slot = slotOf(slots, bucket);
  if (slots[slot] === EMPTY) return;
  const row = slots[slot + 1] ?? 0;
  for (let label = 0; label < LABEL_COUNT; label += 1)
    sums[label] = (sums[label] ?? 0) + (rows[row + label] ?? 0);
}

function slotOf(slots: Int32Array, bucket: number): number {
  const mask = slots.length - 2;
  let slot = (Math.imul(bucket, 0x9e_37_79_b1) << 1) & mask;
  while (slots[slot] !== EMPTY && slots[slot] !== bucket) slot = (slot + 2) & mask;
  return slot;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without the platform's decoder, which core does not have. */
function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < 64; value += 1) values[DIGITS.charCodeAt(value)] = value;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const word =
      ((values[text.charCodeAt(from)] ?? 0) << 18) |
      ((values[text.charCodeAt(from + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(from + 2) & 127] ?? 0) << 6) |
      (values[text.charCodeAt(from + 3) & 127] ?? 0);
    bytes[to] = word >> 16;
    bytes[to + 1] = word >> 8;
    bytes[to + 2] = word;
  }
  return bytes;
}
