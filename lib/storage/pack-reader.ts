import type { PublishedRecord } from '@/lib/record/record';
import { BaseReader, type ReaderMemory } from './base-reader';
import type { DatasetDatabase, OverlayRow, PackRow } from './dataset-database';

/** Answers questions from one pack at one edition: its base, and what changed since. */
export class PackReader {
  readonly row: PackRow;
  readonly #database: DatasetDatabase;
  readonly #base: BaseReader;
  /** Ids that a row of the overlay speaks for, with the edition of the row that counts. */
  readonly #changed: ReadonlyMap<string, number>;

  private constructor(opened: Opened) {
    this.row = opened.row;
    this.#database = opened.database;
    this.#base = opened.base;
    this.#changed = opened.changed;
  }

  /** @returns undefined where the pack's index is not stored */
  static async open(
    database: DatasetDatabase,
    row: PackRow,
    memory: ReaderMemory,
  ): Promise<PackReader | undefined> {
    const [base, changed] = await Promise.all([
      BaseReader.open(row.base, { database, memory }),
      changedIds(database, row),
    ]);
    return base && new PackReader({ database, row, base, changed });
  }

  /**
   * Records that answer any of these questions (`is:…`, `by:…`, see `postings.ts`), each once.
   * @param most no more frames than this are read, the last ones: a speaker's latest statements. Each
   *   holds at least one answer.
   */
  async answering(asked: readonly string[], most?: number): Promise<readonly PublishedRecord[]> {
    const found = new Map<string, PublishedRecord>();
    const records = await this.#base.answering(asked, most);
    if (!records) throw new DamagedPack(this.row);
    for (const record of records) {
      if (!this.#changed.has(record.id)) found.set(record.id, record);
    }
    for (const record of await this.#fromOverlay(asked)) found.set(record.id, record);
    return [...found.values()];
  }

  /**
   * Whether it is of use to ask this pack; `false` only where it surely has no answer.
   * @param hashes of the questions (`hashOf`)
   */
  mayAnswer(hashes: readonly number[]): boolean {
    return this.#changed.size > 0 || this.#base.hasAny(hashes) !== false;
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
  readonly base: BaseReader;
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
