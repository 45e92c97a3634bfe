import { gzipSync, strToU8 } from 'fflate';
import type { PublishedRecord } from '@/lib/record/record';
import type { Group } from './reading-order';

/** A part of a shard that is inflated alone: one gzip member, a few whole lines of NDJSON. */
export type Frame = {
  readonly shard: number;
  readonly offset: number;
  readonly bytes: number;
  readonly raw: number;
};
/** A file of frames one after the other, which is gzip of NDJSON as a whole too. */
type Shard = { readonly bytes: Uint8Array; readonly raw: number };
export type Cut = {
  readonly shards: readonly Shard[];
  readonly frames: readonly Frame[];
  /** The records of each frame, for its postings. */
  readonly contents: readonly (readonly PublishedRecord[])[];
};

/** How large the parts are, in bytes; measured in `test/bench/dataset.ts`. */
export type CutSizes = { readonly frameRaw: number; readonly shardBytes: number };
const CUT: CutSizes = { frameRaw: 12 * 1024, shardBytes: 48 * 1024 };

/**
 * Cuts records into frames of about 12 KB and shards of about 48 KB compressed. A card reads one or
 * two frames of a shard; a shard is the unit of transfer and of storage.
 */
export function cutShards(groups: readonly Group[], sizes: CutSizes = CUT): Cut {
  const cut = new Cutter(sizes);
  for (const group of groups) cut.add(group);
  return cut.finish();
}

class Cutter {
  readonly #sizes: CutSizes;
  readonly #shards: Shard[] = [];
  readonly #frames: Frame[] = [];
  readonly #contents: (readonly PublishedRecord[])[] = [];
  #open: Uint8Array[] = [];
  #openBytes = 0;
  #openRaw = 0;
  #lines: Uint8Array[] = [];
  #records: PublishedRecord[] = [];
  #raw = 0;

  constructor(sizes: CutSizes) {
    this.#sizes = sizes;
  }

  add(group: Group): void {
    const lines = group.map((record) => strToU8(`${JSON.stringify(record)}\n`));
    const raw = lines.reduce((sum, { length }) => sum + length, 0);
    if (this.#raw > 0 && this.#raw + raw > this.#sizes.frameRaw) this.#closeFrame();
    this.#lines.push(...lines);
    this.#records.push(...group);
    this.#raw += raw;
  }

  finish(): Cut {
    this.#closeFrame();
    this.#closeShard();
    return { shards: this.#shards, frames: this.#frames, contents: this.#contents };
  }

  #closeFrame(): void {
    if (this.#raw === 0) return;
    const bytes = gzipped(joined(this.#lines, this.#raw));
    const shard = this.#shards.length;
    this.#frames.push({ shard, offset: this.#openBytes, bytes: bytes.length, raw: this.#raw });
    this.#contents.push(this.#records);
    this.#open.push(bytes);
    this.#openBytes += bytes.length;
    this.#openRaw += this.#raw;
    this.#lines = [];
    this.#records = [];
    this.#raw = 0;
    if (this.#openBytes >= this.#sizes.shardBytes) this.#closeShard();
  }

  #closeShard(): void {
    if (this.#openBytes === 0) return;
    this.#shards.push({ bytes: joined(this.#open, this.#openBytes), raw: this.#openRaw });
    this.#open = [];
    this.#openBytes = 0;
    this.#openRaw = 0;
  }
}

/** Gzip without a date in its header, the same bytes on every machine. */
export function gzipped(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

/** Runs of bytes as one. */
export function joined(runs: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const run of runs) {
    bytes.set(run, at);
    at += run.length;
  }
  return bytes;
}
