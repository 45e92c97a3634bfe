import type { RecordState } from '@/lib/collections/record-state';
import {
  type Bytes,
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

/** What this device knows and remembers; the library's storage provides it. */
export type Journal = {
  device(): Promise<string>;
  /** Records written here since the last segment, and the mark up to which they go. */
  unsent(): Promise<{ readonly states: readonly RecordState[]; readonly upTo: number }>;
  everything(): Promise<readonly RecordState[]>;
  sent(upTo: number): Promise<void>;
  /** A number no segment of ours ever had, larger than `above`; remembered before it is used. */
  claim(above: number): Promise<number>;
  /** Paths of segments read already. */
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
  const read = await readOthers(desk);
  const written = await writeOwn(desk);
  await compact(desk, compactAfter);
  return { ...read, written };
}

type Desk = {
  readonly folder: Folder;
  readonly journal: Journal;
  readonly own: string;
  readonly seal?: Seal;
};

async function readOthers(desk: Desk): Promise<Omit<Exchange, 'written'>> {
  const seen = await desk.journal.seen();
  let [read, waiting, wrongPassphrase] = [0, 0, false];
  for (const path of await othersSegments(desk)) {
    if (seen.has(path)) continue;
    const outcome = await readOne(desk, path);
    if (outcome === 'read') read += 1;
    else waiting += 1;
    wrongPassphrase ||= outcome === 'passphrase';
  }
  return { read, waiting, wrongPassphrase };
}

async function othersSegments({ folder, own }: Desk): Promise<string[]> {
  const devices = (await folder.list(ROOT)).filter((name) => name.endsWith('/'));
  const paths: string[] = [];
  for (const device of devices.map((name) => ROOT + name)) {
    if (device === own) continue;
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
  const { states, upTo } = await desk.journal.unsent();
  if (states.length === 0) return false;
  await put(desk, states);
  await desk.journal.sent(upTo);
  return true;
}

/** Writes a segment under a new number. @returns its name. */
async function put(
  { folder, journal, own, seal }: Desk,
  states: readonly RecordState[],
): Promise<string> {
  await folder.makeFolder('on-record/');
  await folder.makeFolder(ROOT);
  await folder.makeFolder(own);
  const last = segmentsIn(await folder.list(own)).at(-1);
  const number = await journal.claim(last === undefined ? 0 : numberOf(last));
  const name = `${String(number).padStart(8, '0')}.seg`;
  await folder.put(own + name, await writeSegment(states, seal));
  return name;
}

async function compact(desk: Desk, after: number): Promise<void> {
  const { folder, journal, own } = desk;
  const older = segmentsIn(await folder.list(own));
  if (older.length < after) return;
  const name = await put(desk, await journal.everything());
  const file = await folder.get(own + name);
  // The old ones go only once the new one can be read whole.
  if (!file || !(await openSegment(file, desk.seal)).ok) return;
  for (const each of older) await folder.remove(own + each);
}

function segmentsIn(names: readonly string[]): string[] {
  return names.filter((name) => /^\d{8}\.seg$/u.test(name)).toSorted();
}

function numberOf(name: string): number {
  return Number.parseInt(name, 10);
}
