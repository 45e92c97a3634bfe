import { linesOfFrame } from '@/lib/dataset/edition';
import { framesIn, pageFor } from '@/lib/dataset/pack-index';
import { question as questionFor, questionsOf } from '@/lib/dataset/postings';
import { parseRecordLine } from '@/lib/dataset/record-line';
import type { Frame } from '@/lib/dataset/shards';
import type { PublishedRecord } from '@/lib/record/record';
import type { DatasetDatabase, ObjectRow, OverlayRow, PackRow } from './dataset-database';
import { type FrameTable, indexName, readFrames } from './index-pages';
import { Recent } from './recent';

/** Kept inflated, over all packs together: about 3 MB of text, and the pages that were asked. */
const FRAMES_KEPT = 128;
const PAGES_KEPT = 256;
const LINES_KEPT = 4096;
/** As they are stored, of about 60 KB: reading one from the database costs more than inflating its frame. */
const SHARDS_KEPT = 96;

const IS = questionFor('is', '');
/** A record's own id is the first in its line. */
const ID = /"id":"([^"]+)"/u;

/** What the readers of all packs keep in memory together. */
export type ReaderMemory = {
  readonly frames: Recent<readonly Line[]>;
  readonly pages: Recent<Uint8Array>;
  readonly shards: Recent<ObjectRow>;
  /** Lines of frames that were read, by pack and id: what stands beside an answer is asked for next. */
  readonly lines: Recent<Line>;
};

/** One line of a frame, parsed when somebody asks for it. */
type Line = { readonly text: string; record?: PublishedRecord | undefined };

export function readerMemory(): ReaderMemory {
  return {
    frames: new Recent(FRAMES_KEPT),
    pages: new Recent(PAGES_KEPT),
    shards: new Recent(SHARDS_KEPT),
    lines: new Recent(LINES_KEPT),
  };
}

/** Answers questions from one pack at one edition: its base, and what changed since. */
export class PackReader {
  readonly row: PackRow;
  readonly #database: DatasetDatabase;
  readonly #memory: ReaderMemory;
  readonly #table: FrameTable;
  /** Ids that a row of the overlay speaks for, with the edition of the row that counts. */
  readonly #changed: ReadonlyMap<string, number>;

  private constructor(opened: Opened) {
    this.row = opened.row;
    this.#database = opened.database;
    this.#memory = opened.memory;
    this.#table = opened.table;
    this.#changed = opened.changed;
  }

  /** @returns undefined where the pack's index is not stored */
  static async open(
    database: DatasetDatabase,
    row: PackRow,
    memory: ReaderMemory,
  ): Promise<PackReader | undefined> {
    const table = await readFrames(database, indexName(row.base));
    if (!table) return undefined;
    return new PackReader({
      database,
      row,
      memory,
      table,
      changed: await changedIds(database, row),
    });
  }

  /**
   * Records that answer any of these questions (`is:…`, `by:…`, see `postings.ts`), each once.
   * @param most no more frames than this are read, the last ones: a speaker's latest statements. Each
   *   holds at least one answer.
   */
  async answering(asked: readonly string[], most?: number): Promise<readonly PublishedRecord[]> {
    const found = new Map<string, PublishedRecord>();
    for (const record of await this.#fromBase(asked, most)) {
      if (!this.#changed.has(record.id)) found.set(record.id, record);
    }
    for (const record of await this.#fromOverlay(asked)) found.set(record.id, record);
    return [...found.values()];
  }

  /** Whether this pack's overlay has the last word on a record of the base. */
  isChanged(id: string): boolean {
    return this.#changed.has(id);
  }

  /** Every id that the overlay speaks for. */
  changedIds(): readonly string[] {
    return [...this.#changed.keys()];
  }

  /** Records that the overlay adds or changes. */
  async changedRecords(): Promise<readonly PublishedRecord[]> {
    const rows = await this.#database.overlay
      .where('[dataset+pack]')
      .equals([this.row.dataset, this.row.pack])
      .toArray();
    return this.#current(rows);
  }

  async #fromBase(asked: readonly string[], most?: number): Promise<PublishedRecord[]> {
    const known = asked.map((question) => this.#known(question));
    const unknown = asked.filter((_, at) => !known[at]);
    const found = known.filter((record) => record !== undefined);
    return unknown.length === 0 ? found : [...found, ...(await this.#searched(unknown, most))];
  }

  /** The record of an id whose frame was read a while ago. */
  #known(asked: string): PublishedRecord | undefined {
    if (!asked.startsWith(IS)) return undefined;
    const id = asked.slice(IS.length);
    const line = this.#memory.lines.get(this.#lineKey(id));
    const record = line && recordOf(line);
    return record?.id === id ? record : undefined;
  }

  #lineKey(id: string): string {
    return `${indexName(this.row.base)} ${id}`;
  }

  async #searched(asked: readonly string[], most?: number): Promise<PublishedRecord[]> {
    const wanted = new Map<number, string[]>();
    const pages = await this.#pages(asked);
    for (const [at, question] of asked.entries()) {
      const page = pages[at];
      if (!page) continue;
      for (const frame of framesIn(page, question, this.#table.pages)) {
        const others = wanted.get(frame);
        if (others) others.push(question);
        else wanted.set(frame, [question]);
      }
    }
    const read = most === undefined ? [...wanted] : [...wanted].slice(-most);
    const lines = await this.#lines(read.map(([frame]) => frame));
    return read.flatMap(([frame, questions]) => answers(lines.get(frame) ?? [], questions));
  }

  async #pages(asked: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    const index = indexName(this.row.base);
    const numbers = asked.map((question) => pageFor(question, this.#table.pages));
    const keyOf = (page: number): string => `${index} ${page}`;
    const unread = [...new Set(numbers)].filter((page) => !this.#memory.pages.has(keyOf(page)));
    const rows =
      unread.length > 0
        ? await this.#database.pages.bulkGet(unread.map((page) => [index, page]))
        : [];
    const read = new Map(
      rows.flatMap((row) => (row ? [[keyOf(row.page), row.bytes] as const] : [])),
    );
    const pages = numbers.map(
      (page) => this.#memory.pages.get(keyOf(page)) ?? read.get(keyOf(page)),
    );
    for (const [key, bytes] of read) this.#memory.pages.set(key, bytes);
    return pages;
  }

  async #lines(numbers: readonly number[]): Promise<Map<number, readonly Line[]>> {
    const lines = new Map<number, readonly Line[]>();
    const unread = new Map<string, [number, Frame][]>();
    for (const number of numbers) {
      const frame = this.#table.frames[number];
      const sha256 = frame && this.row.base.shards[frame.shard]?.sha256;
      if (!frame || sha256 === undefined) continue;
      const known = this.#memory.frames.get(`${sha256} ${frame.offset}`);
      if (known) lines.set(number, known);
      else unread.set(sha256, [...(unread.get(sha256) ?? []), [number, frame]]);
    }
    if (unread.size > 0) await this.#inflate(unread, lines);
    return lines;
  }

  async #inflate(
    unread: ReadonlyMap<string, readonly (readonly [number, Frame])[]>,
    lines: Map<number, readonly Line[]>,
  ): Promise<void> {
    const objects = await this.#shards([...unread.keys()]);
    for (const object of objects) {
      for (const [number, frame] of unread.get(object?.sha256 ?? '') ?? []) {
        const texts = object && linesOfFrame(object.bytes, frame);
        if (!texts) throw new DamagedPack(this.row);
        this.#memory.shards.set(object.sha256, object);
        const read = texts.map((text): Line => ({ text }));
        for (const line of read) this.#remember(line);
        this.#memory.frames.set(`${object.sha256} ${frame.offset}`, read);
        lines.set(number, read);
      }
    }
    if (objects.some((object) => !object)) throw new DamagedPack(this.row);
  }

  async #shards(hashes: readonly string[]): Promise<(ObjectRow | undefined)[]> {
    const unread = hashes.filter((sha256) => !this.#memory.shards.has(sha256));
    const rows = unread.length > 0 ? await this.#database.objects.bulkGet(unread) : [];
    const read = new Map(rows.flatMap((row) => (row ? [[row.sha256, row] as const] : [])));
    return hashes.map((sha256) => this.#memory.shards.get(sha256) ?? read.get(sha256));
  }

  #remember(line: Line): void {
    const id = ID.exec(line.text)?.[1];
    if (id !== undefined) this.#memory.lines.set(this.#lineKey(id), line);
  }

  async #fromOverlay(asked: readonly string[]): Promise<PublishedRecord[]> {
    if (this.#changed.size === 0) return [];
    const { dataset, pack } = this.row;
    const rows = await this.#database.overlay
      .where('questions')
      .anyOf(asked.map((question) => `${dataset} ${pack} ${question}`))
      .toArray();
    return this.#current(rows);
  }

  /** The rows that count at this pack's edition. */
  #current(rows: readonly OverlayRow[]): PublishedRecord[] {
    return rows.flatMap(({ id, edition, change }) =>
      change.op === 'put' && this.#changed.get(id) === edition ? [change.record] : [],
    );
  }
}

type Opened = {
  readonly row: PackRow;
  readonly database: DatasetDatabase;
  readonly memory: ReaderMemory;
  readonly table: FrameTable;
  readonly changed: ReadonlyMap<string, number>;
};

/** Stored bytes that no longer say what they said when they were checked: a repair is due. */
export class DamagedPack extends Error {
  readonly dataset: string;
  readonly pack: string;

  constructor({ dataset, pack }: PackRow) {
    super(`stored data of ${dataset}/${pack} is damaged`);
    this.dataset = dataset;
    this.pack = pack;
  }
}

async function changedIds(
  { overlay }: DatasetDatabase,
  { dataset, pack, base, edition: shown }: PackRow,
): Promise<Map<string, number>> {
  const keys = await overlay.where('[dataset+pack]').equals([dataset, pack]).primaryKeys();
  const changed = new Map<string, number>();
  for (const [, , id, edition] of keys) {
    const counts = edition > base.edition && edition <= shown;
    if (counts && edition > (changed.get(id) ?? 0)) changed.set(id, edition);
  }
  return changed;
}

function answers(lines: readonly Line[], questions: readonly string[]): PublishedRecord[] {
  const subjects = questions.map((asked) => asked.slice(asked.indexOf(':') + 1));
  const records: PublishedRecord[] = [];
  for (const line of lines) {
    // Most lines of a frame are somebody else's: they are told by their text, and never parsed.
    if (!subjects.some((subject) => line.text.includes(subject))) continue;
    const record = recordOf(line);
    if (record && questionsOf(record).some((asked) => questions.includes(asked))) {
      records.push(record);
    }
  }
  return records;
}

function recordOf(line: Line): PublishedRecord | undefined {
  if (line.record) return line.record;
  const parsed = parseRecordLine(line.text);
  if (parsed.ok) line.record = parsed.value;
  return line.record;
}
