import type { RecordState } from '@/lib/collections/record-state';
import { segmentLine } from '@/lib/collections/segment';
import {
  type Bytes,
  isSealed,
  openSegment,
  type Seal,
  type SegmentProblem,
  sha256,
  writeSegment,
} from './segment-file';

/** A folder that all of the reader's devices reach. Paths are relative, folders end in `/`. */
export type Folder = {
  /** Names directly inside, folders with a `/`; none where the folder does not exist. */
  list(path: string): Promise<readonly string[]>;
  get(path: string): Promise<Bytes | undefined>;
  put(path: string, file: Bytes): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
};

type Parts = AsyncIterable<readonly RecordState[]>;

/** What this device knows and remembers; the library's storage provides it. */
export type Journal = {
  device(): Promise<string>;
  /** Records written here since the last segment, some at a time, and the mark up to which they go. */
  unsent(): Promise<{ readonly parts: Parts; readonly upTo: number }>;
  everything(): Parts;
  sent(upTo: number): Promise<void>;
  /** A number no segment of ours ever had, larger than `above`; remembered before it is used. */
  claim(above: number): Promise<number>;
  /** Paths of segments read or written already. */
  seen(): Promise<ReadonlySet<string>>;
  /** Joins records in and remembers the segment, in one step. */
  take(path: string, states: readonly RecordState[]): Promise<void>;
};

/** What one exchange did, for the reader in words. */
export type Exchange = {
  readonly read: number;
  readonly written: boolean;
  /** Files that were half there or sealed with another passphrase; they are tried again. */
  readonly waiting: number;
  readonly wrongPassphrase: boolean;
};

const ROOT = 'on-record/v1/';
/** After so many segments a device writes one with everything it knows, and removes its own older ones. */
const COMPACT_AFTER = 200;
/** Characters; about a tenth of it on the way. A library of 10^6 items is fewer segments than are kept. */
const LARGEST_SEGMENT = 32 * 1024 * 1024;

/**
 * Exchanges changes with the reader's other devices over a plain folder. Each device writes files of
 * its own only, under names never used twice, so that nothing has to be locked or compared: read what
 * is new of the others, write what is new here.
 */
export async function exchange(
  folder: Folder,
  journal: Journal,
  {
    seal,
    compactAfter = COMPACT_AFTER,
  }: { readonly seal?: Seal; readonly compactAfter?: number } = {},
): Promise<Exchange> {
  const own = `${ROOT}${(await sha256(await journal.device())).slice(0, 32)}/`;
  const desk: Desk = { folder, journal, own, ...(seal ? { seal } : {}) };
  // Of a folder that is not there nobody is told that all is well.
  for (const path of ['on-record/', ROOT, own]) await folder.makeFolder(path);
  const read = await readNew(desk);
  const isSealedAnew = await sealChanged(desk);
  const written = await writeOwn(desk);
  await compact(desk, isSealedAnew ? 1 : compactAfter);
  return { ...read, written };
}

type Desk = {
  readonly folder: Folder;
  readonly journal: Journal;
  readonly own: string;
  readonly seal?: Seal;
};

async function readNew(desk: Desk): Promise<Omit<Exchange, 'written'>> {
  const seen = await desk.journal.seen();
  let [read, waiting, wrongPassphrase] = [0, 0, false];
  for (const path of await segmentsOfAll(desk)) {
    if (seen.has(path)) continue;
    const outcome = await readOne(desk, path);
    if (outcome === 'read') read += 1;
    // What is half there under our own name is what we could not write; it is written again.
    else if (!path.startsWith(desk.own)) waiting += 1;
    wrongPassphrase ||= outcome === 'passphrase';
  }
  return { read, waiting, wrongPassphrase };
}

/**
 * The segments of every device; our own as well, for a profile that was copied to another computer
 * writes under the same name.
 */
async function segmentsOfAll({ folder }: Desk): Promise<string[]> {
  const devices = (await folder.list(ROOT)).filter((name) => name.endsWith('/'));
  const paths: string[] = [];
  for (const device of devices.map((name) => ROOT + name)) {
    for (const name of segmentsIn(await folder.list(device))) paths.push(device + name);
  }
  return paths;
}

async function readOne(
  { folder, journal, seal }: Desk,
  path: string,
): Promise<'read' | SegmentProblem> {
  const file = await folder.get(path);
  if (!file) return 'half-written';
  const opened = await openSegment(file, seal);
  if (!opened.ok) return opened.problem;
  await journal.take(path, opened.value);
  return 'read';
}

async function writeOwn(desk: Desk): Promise<boolean> {
  const { parts, upTo } = await desk.journal.unsent();
  const written = await putAll(desk, parts);
  if (written.length > 0) await desk.journal.sent(upTo);
  return written.length > 0;
}

/** Writes records as segments, as many as their size asks for. @returns their paths. */
async function putAll(desk: Desk, parts: Parts): Promise<string[]> {
  const paths: string[] = [];
  for await (const lines of fullOf(parts)) {
    const path = await newPath(desk);
    await desk.folder.put(path, await writeSegment(lines, desk.seal));
    await desk.journal.take(path, []);
    paths.push(path);
  }
  return paths;
}

/** The lines of one segment after the other, none larger than every device can read. */
async function* fullOf(parts: Parts): AsyncGenerator<readonly string[]> {
  let lines: string[] = [];
  let size = 0;
  for await (const states of parts) {
    for (const line of states.map(segmentLine)) {
      if (size + line.length > LARGEST_SEGMENT && lines.length > 0) {
        yield lines;
        [lines, size] = [[], 0];
      }
      lines.push(line);
      size += line.length;
    }
  }
  if (lines.length > 0) yield lines;
}

/** A path under a new number. */
async function newPath({ folder, journal, own }: Desk): Promise<string> {
  const last = segmentsIn(await folder.list(own)).at(-1);
  const number = await journal.claim(last === undefined ? 0 : Number.parseInt(last, 10));
  return `${own}${String(number).padStart(8, '0')}.seg`;
}

/**
 * Whether what we wrote last is sealed otherwise than now: the passphrase was mistyped then, or is
 * another since. All of it is then written anew, else other devices could never read it.
 */
async function sealChanged({ folder, journal, own, seal }: Desk): Promise<boolean> {
  const seen = await journal.seen();
  const last = (await pathsIn(folder, own)).findLast((path) => seen.has(path));
  const file = last === undefined ? undefined : await folder.get(last);
  if (!file) return false;
  if (isSealed(file) !== (seal !== undefined)) return true;
  const opened = await openSegment(file, seal);
  return !opened.ok && opened.problem === 'passphrase';
}

async function compact(desk: Desk, after: number): Promise<void> {
  const { folder, journal, own } = desk;
  const older = await pathsIn(folder, own);
  if (older.length < after) return;
  const known = await readUnder(desk, older);
  for (const path of await putAll(desk, journal.everything())) {
    const file = await folder.get(path);
    // The old ones go only once the new ones can be read whole.
    if (!file || !(await openSegment(file, desk.seal)).ok) return;
  }
  for (const path of known) await folder.remove(path);
}

/** Which segments under our own name hold nothing that we do not know; a copy of this profile may write there. */
async function readUnder(desk: Desk, paths: readonly string[]): Promise<string[]> {
  const seen = await desk.journal.seen();
  const known: string[] = [];
  for (const path of paths) {
    if (seen.has(path) || (await readOne(desk, path)) === 'read') known.push(path);
  }
  return known;
}

async function pathsIn(folder: Folder, own: string): Promise<string[]> {
  return segmentsIn(await folder.list(own)).map((name) => own + name);
}

function segmentsIn(names: readonly string[]): string[] {
  return names.filter((name) => /^\d{8}\.seg$/u.test(name)).toSorted();
}
