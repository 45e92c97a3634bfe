import { textOfFrame } from '@/lib/dataset/edition';
import type { PackManifest } from '@/lib/dataset/manifest';
import { framesFor, namesAny, type Pages } from '@/lib/dataset/pack-index';
import { questionsOf } from '@/lib/dataset/postings';
import { parseRecordLine } from '@/lib/dataset/record-line';
import type { Frame } from '@/lib/dataset/shards';
import type { PublishedRecord } from '@/lib/record/record';
import type { DatasetDatabase, ObjectRow } from './dataset-database';
import { indexName, readFrames, readPages } from './pack-tables';
import { readRows } from './read-rows';
import { Recent } from '@/lib/recent';

/** Kept inflated, over all packs together: about 3 MB of text. */
const FRAMES_KEPT = 128;

/** As they are stored, of about 60 KB: reading one from the database costs more than inflating its frame. */
const SHARDS_KEPT = 96;

/**
 * Answers of a record or a few, over all packs together: about as much as the cards of a long article
 * ask, in 8 MB. A frame holds two dozen records of which a card asks one, so that keeping the answers
 * holds many times more of what is asked again.
 */
const ANSWERS_KEPT = 4096;
/** All that a prolific speaker said is not kept as one answer. */
const LARGEST_ANSWER = 8;

/** What the readers of all packs keep in memory together. */
export type ReaderMemory = {
  readonly frames: Recent<string>;
  readonly shards: Recent<ObjectRow>;
  readonly answers: Recent<readonly PublishedRecord[]>;
};

export function readerMemory(): ReaderMemory {
  return {
    frames: new Recent(FRAMES_KEPT),
    shards: new Recent(SHARDS_KEPT),
    answers: new Recent(ANSWERS_KEPT),
  };
}

/** Answers questions from a pack's stored base alone. */
export class BaseReader {
  readonly #base: PackManifest['base'];
  readonly #database: DatasetDatabase;
  readonly #memory: ReaderMemory;
  readonly #frames: readonly Frame[];
  #pages: Promise<Pages> | undefined;
  /** The same, once they are there. */
  #known: Pages | undefined;

  private constructor(base: PackManifest['base'], frames: readonly Frame[], from: From) {
    this.#base = base;
    this.#frames = frames;
    this.#database = from.database;
    this.#memory = from.memory;
  }

  /** @returns undefined where the base's index is not stored */
  static async open(base: PackManifest['base'], from: From): Promise<BaseReader | undefined> {
    const frames = await readFrames(from.database, indexName(base));
    return frames && new BaseReader(base, frames, from);
  }

  /**
   * Records that answer any of these questions; undefined where stored bytes are not what they were.
   * @param most no more frames than this are read, the last ones; each holds at least one answer
   */
  async answering(
    asked: readonly string[],
    most?: number,
  ): Promise<readonly PublishedRecord[] | undefined> {
    if (most !== undefined) return await this.#read(asked, most);
    const { answers } = this.#memory;
    const known = asked.map((question) => answers.get(this.#keyOf(question)));
    const unknown = asked.filter((_, at) => !known[at]);
    const read = unknown.length > 0 ? await this.#read(unknown) : [];
    if (read) this.#keep(unknown, read);
    return read && [...known.flatMap((records) => records ?? []), ...read];
  }

  /**
   * Whether any of these questions has an answer here, told by their hashes and at once; undefined
   * where that has to be read first.
   */
  hasAny(hashes: readonly number[]): boolean | undefined {
    return this.#known && namesAny(this.#known, hashes);
  }

  async #allPages(): Promise<Pages> {
    this.#pages ??= readPages(this.#database, indexName(this.#base));
    this.#known = await this.#pages;
    return this.#known;
  }

  async #read(
    asked: readonly string[],
    most?: number,
  ): Promise<readonly PublishedRecord[] | undefined> {
    const wanted = await this.#wanted(asked);
    const read = most === undefined ? [...wanted] : [...wanted].slice(-most);
    const texts = await this.#texts(read.map(([frame]) => frame));
    return texts && read.flatMap(([, questions], at) => answersIn(texts[at] ?? '', questions));
  }

  #keep(asked: readonly string[], records: readonly PublishedRecord[]): void {
    const answers = new Map(asked.map((question) => [question, [] as PublishedRecord[]]));
    for (const record of records) {
      for (const question of questionsOf(record)) answers.get(question)?.push(record);
    }
    for (const [question, answer] of answers) {
      if (answer.length <= LARGEST_ANSWER) this.#memory.answers.set(this.#keyOf(question), answer);
    }
  }

  /** The frames that may hold an answer, with what is asked of each. */
  async #wanted(asked: readonly string[]): Promise<Map<number, string[]>> {
    const pages = await this.#allPages();
    const wanted = new Map<number, string[]>();
    for (const question of asked) {
      for (const frame of framesFor(pages, question)) {
        const others = wanted.get(frame);
        if (others) others.push(question);
        else wanted.set(frame, [question]);
      }
    }
    return wanted;
  }

  async #texts(numbers: readonly number[]): Promise<string[] | undefined> {
    const known = numbers.map((number) => this.#memory.frames.get(this.#keyOf(number)));
    const unread = numbers.filter((_, at) => known[at] === undefined);
    if (unread.length === 0) return known.map((text) => text ?? '');
    const read = await this.#inflate(unread);
    return read && numbers.map((number, at) => known[at] ?? read.get(number) ?? '');
  }

  async #inflate(numbers: readonly number[]): Promise<ReadonlyMap<number, string> | undefined> {
    const shards = await this.#shards(numbers);
    const read = new Map<number, string>();
    for (const number of numbers) {
      const frame = this.#frames[number];
      const shard = shards.get(this.#shardOf(number));
      const text = frame && shard && textOfFrame(shard.bytes, frame);
      if (text === undefined) return undefined;
      this.#memory.frames.set(this.#keyOf(number), text);
      read.set(number, text);
    }
    return read;
  }

  async #shards(numbers: readonly number[]): Promise<ReadonlyMap<string, ObjectRow>> {
    const kept = this.#memory.shards;
    const shards = new Map<string, ObjectRow>();
    const unread = new Set<string>();
    for (const sha256 of numbers.map((number) => this.#shardOf(number))) {
      const row = kept.get(sha256);
      if (row) shards.set(sha256, row);
      else unread.add(sha256);
    }
    const { objects } = this.#database;
    for (const row of await readRows<ObjectRow>(this.#database, objects, [...unread])) {
      if (!row) continue;
      kept.set(row.sha256, row);
      shards.set(row.sha256, row);
    }
    return shards;
  }

  #shardOf(number: number): string {
    return this.#base.shards[this.#frames[number]?.shard ?? -1]?.sha256 ?? '';
  }

  #keyOf(of: number | string): string {
    return `${indexName(this.#base)} ${of}`;
  }
}

type From = { readonly database: DatasetDatabase; readonly memory: ReaderMemory };

/**
 * A frame is kept as one text, and its records are made anew for each question: thousands of small
 * lasting things cost Firefox more at each clearing of its memory than all that is read here.
 */
function answersIn(text: string, questions: readonly string[]): PublishedRecord[] {
  const records: PublishedRecord[] = [];
  for (const line of linesWith(text, questions)) {
    const parsed = parseRecordLine(line);
    if (parsed.ok && questionsOf(parsed.value).some((asked) => questions.includes(asked))) {
      records.push(parsed.value);
    }
  }
  return records;
}

/** Most lines of a frame are somebody else's: they are told by their text, and never parsed. */
function* linesWith(text: string, questions: readonly string[]): Generator<string> {
  const subjects = questions.map((asked) => asked.slice(asked.indexOf(':') + 1));
  const next = subjects.map((subject) => text.indexOf(subject));
  for (let start = 0; start < text.length;) {
    const first = firstOf(next);
    if (first === undefined) return;
    start = text.lastIndexOf('\n', first) + 1;
    const end = text.indexOf('\n', first);
    yield text.slice(start, end);
    start = end + 1;
    for (const [at, subject] of subjects.entries()) {
      const found = next[at] ?? -1;
      if (found >= 0 && found < start) next[at] = text.indexOf(subject, start);
    }
  }
}

/** The first of the places where there is one. */
function firstOf(places: readonly number[]): number | undefined {
  const found = places.filter((place) => place >= 0);
  return found.length > 0 ? Math.min(...found) : undefined;
}
