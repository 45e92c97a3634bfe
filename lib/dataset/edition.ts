import { strFromU8 } from 'fflate';
import { readNames } from '@/lib/names/table';
import type { PublishedRecord } from '@/lib/record/record';
import { bad, good, type Result } from '@/lib/result';
import { openRetrieval } from '@/lib/retrieval/open-index';
import { joinParts } from './build-pack';
import { inflate } from './inflate';
import { LIMITS } from './limits';
import { baseObjects, type ObjectRef, type PackManifest } from './manifest';
import { type PackIndex, readIndex } from './pack-index';
import { parseRecordLine } from './record-line';
import type { Frame } from './shards';

/** Why an edition is refused; the one before stays. `where` names the file or record for the log. */
export type EditionProblem = {
  readonly kind: 'missing' | 'damaged' | 'malformed' | 'over-limit' | 'contradictory' | 'too-new';
  readonly where: string;
};

/** The bytes of an object whose length and hash are right; undefined where it is not there. */
export type ReadObject = (object: ObjectRef) => Promise<Uint8Array | undefined>;

/** A base whose every record was read and found good. */
export type CheckedBase = Tables & {
  /** Records of types that only a newer version knows. */
  readonly unknown: number;
};

/** The tables of a pack that look-ups read. */
type Tables = {
  readonly index: PackIndex;
  /** The index of words, inflated. */
  readonly words: Uint8Array;
};

/**
 * Reads a pack's base from end to end before anybody may see it: every frame inflates to what the
 * index says, every record of a known type is well-formed, no id stands twice, no withdrawn record
 * stands beside its withdrawal, the names and the words open. Bounded: one shard at a time.
 */
export async function checkBase(
  manifest: PackManifest,
  read: ReadObject,
): Promise<Result<CheckedBase, EditionProblem>> {
  const { shards } = manifest.base;
  const isOver = rawOf(shards) > LIMITS.shardsInflated || sizeOf(manifest) > LIMITS.packBytes;
  if (isOver) return refused('over-limit', manifest.pack);
  const tables = await readTables(manifest, read);
  if (!tables.ok) return tables;
  const { index, words } = tables.value;
  const tally = new Tally();
  for (const [number, object] of manifest.base.shards.entries()) {
    const frames = index.frames.filter(({ shard }) => shard === number);
    const checked = await checkShard({ object, frames }, read, tally);
    if (!checked.ok) return checked;
  }
  const last = index.frames.at(-1);
  if (last && last.shard >= manifest.base.shards.length) return refused('malformed', 'index');
  const clash = tally.problem();
  return clash ? bad(clash) : good({ index, words, unknown: tally.unknown });
}

/**
 * A table of a pack, its parts inflated and joined. One small object that is listed two thousand times
 * would be gigabytes: the sum is looked at before anything is inflated.
 */
export async function readTable(
  parts: readonly ObjectRef[],
  read: ReadObject,
): Promise<Result<Uint8Array, EditionProblem>> {
  const [first] = parts;
  if (first && rawOf(parts) > LIMITS.tableInflated) return refused('over-limit', first.sha256);
  const runs: Uint8Array[] = [];
  for (const part of parts) {
    const bytes = await read(part);
    if (!bytes) return refused('missing', part.sha256);
    const inflated = inflate(bytes, part.raw);
    if (!inflated) return refused('damaged', part.sha256);
    runs.push(inflated);
  }
  return good(joinParts(runs));
}

/** The lines of one frame; undefined where it does not inflate to what the index says, or to no lines. */
export function linesOfFrame(shard: Uint8Array, frame: Frame): readonly string[] | undefined {
  return textOfFrame(shard, frame)?.split('\n').slice(0, -1);
}

/** The same as one text, each line with its break; undefined for damage. */
export function textOfFrame(shard: Uint8Array, frame: Frame): string | undefined {
  if (frame.raw > LIMITS.objectInflated) return undefined;
  const inflated = inflate(shard.subarray(frame.offset, frame.offset + frame.bytes), frame.raw);
  if (inflated?.at(-1) !== LINE_BREAK) return undefined;
  return strFromU8(inflated);
}

const LINE_BREAK = 10;

function refused(kind: EditionProblem['kind'], where: string): Result<never, EditionProblem> {
  return bad({ kind, where });
}

function rawOf(objects: readonly ObjectRef[]): number {
  return objects.reduce((sum, { raw }) => sum + raw, 0);
}

function sizeOf(manifest: PackManifest): number {
  return baseObjects(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
}

async function readTables(
  { base }: PackManifest,
  read: ReadObject,
): Promise<Result<Tables, EditionProblem>> {
  const index = await readTable(base.index, read);
  if (!index.ok) return index;
  const names = await readTable(base.names, read);
  if (!names.ok) return names;
  const words = await readTable(base.retrieval, read);
  if (!words.ok) return words;
  const opened = readIndex(index.value);
  if (!opened.ok) return refused('malformed', 'index');
  if (!readNames(names.value).ok) return refused('malformed', 'names');
  if (!openRetrieval(words.value).ok) return refused('malformed', 'retrieval');
  return good({ index: opened.value, words: words.value });
}

type ShardPlan = { readonly object: ObjectRef; readonly frames: readonly Frame[] };

async function checkShard(
  { object, frames }: ShardPlan,
  read: ReadObject,
  tally: Tally,
): Promise<Result<true, EditionProblem>> {
  const bytes = await read(object);
  if (!bytes) return refused('missing', object.sha256);
  const covered = frames.reduce((sum, frame) => sum + frame.bytes, 0);
  const raw = frames.reduce((sum, frame) => sum + frame.raw, 0);
  if (covered !== bytes.length || raw !== object.raw) return refused('malformed', 'index');
  for (const frame of frames) {
    const lines = linesOfFrame(bytes, frame);
    if (!lines) return refused('damaged', object.sha256);
    const wrong = lines.find((line) => !tally.take(line));
    if (wrong !== undefined) return refused('malformed', wrong.slice(0, 80));
  }
  return good(true);
}

/** What must hold over all records of a pack. */
class Tally {
  unknown = 0;
  #statements = 0;
  readonly #ids = new Set<string>();
  readonly #withdrawn: string[] = [];
  #twice: string | undefined;

  /** @returns false where the line is no record. */
  take(line: string): boolean {
    const record = parseRecordLine(line);
    if (record.ok) this.#count(record.value);
    else if (record.problem === 'unknown-type') this.unknown += 1;
    else return false;
    return true;
  }

  problem(): EditionProblem | undefined {
    if (this.#statements > LIMITS.packStatements)
      return { kind: 'over-limit', where: 'statements' };
    if (this.#twice !== undefined) return { kind: 'contradictory', where: this.#twice };
    const still = this.#withdrawn.find((id) => this.#ids.has(id));
    return still === undefined ? undefined : { kind: 'contradictory', where: still };
  }

  #count(record: PublishedRecord): void {
    if (this.#ids.has(record.id)) this.#twice = record.id;
    this.#ids.add(record.id);
    if (record.type === 'statement') this.#statements += 1;
    if (record.type === 'withdrawal') this.#withdrawn.push(record.of);
  }
}
