import { readTable } from '@/lib/dataset/edition';
import { readRenames } from '@/lib/dataset/renames';
import { objectsOf } from './store-objects';
import { cuesIn } from '@/lib/context/cues';
import type { Candidate, DatasetLabel, Shelf } from '@/lib/context/shelf';
import { hashOf, question, questionsFor, type Relation } from '@/lib/dataset/postings';
import { dependsOn } from '@/lib/record/depends-on';
import { qualify, qualifiedRef, type ShelvedRecord } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import { datasetOf, type Ref } from '@/lib/record/ref';
import type { Measure } from '@/lib/record/shelved';
import { readerMemory } from './base-reader';
import {
  type DatasetDatabase,
  type DatasetRow,
  markDamaged,
  type PackRow,
} from './dataset-database';
import { DamagedPack, PackReader } from './pack-reader';
import { type Asked, nearest, PackWords } from './pack-words';

type Of<Type extends ShelvedRecord['type']> = Extract<ShelvedRecord, { readonly type: Type }>;

/** Everything that stays the same until the next switch. */
type View = {
  readonly readers: readonly PackReader[];
  readonly datasets: readonly DatasetRow[];
  /** Recalled and withdrawn records. */
  readonly hidden: ReadonlySet<string>;
  readonly words: readonly PackWords[];
  readonly renames: ReadonlyMap<Ref, Ref>;
  measures?: Promise<readonly Measure[]>;
};

/**
 * What context reads, over the stored packs that are on: for each question the one or two frames
 * that hold the answer are read and inflated. A pack whose stored bytes are damaged is marked, and
 * answers nothing until it is repaired. A shelf stays with what was stored at its first question:
 * whoever opened it looks for a newer state (`stateOf`), once for all that a card asks, and opens
 * another. In Firefox such a look takes as long as a question.
 */
export function openShelf(database: DatasetDatabase): Shelf {
  const views = new Views(database);
  const ask = async <Type extends ShelvedRecord['type']>(
    type: Type,
    asked: readonly (readonly [Relation, Ref])[],
  ): Promise<Of<Type>[]> => ofType(await views.records(asked), type);
  const byRef = async <Type extends Exclude<ShelvedRecord['type'], 'withdrawal'>>(
    type: Type,
    refs: readonly Ref[],
  ): Promise<Of<Type>[]> => {
    const now = await views.presentRefs(refs);
    const asked = now.map((ref): [Relation, Ref] => ['is', ref]);
    return inOrder(await ask(type, asked), now);
  };
  return {
    datasets: async () => labelsOf((await views.current()).datasets),
    entities: async (refs) => await byRef('entity', refs),
    statements: async (refs) => await byRef('statement', refs),
    sources: async (refs) => await byRef('source', refs),
    measures: async (refs) => await byRef('measure', refs),
    figures: async (refs) => await byRef('figure', refs),
    statementsBy: async (speaker, most) =>
      ofType(await views.records([['by', speaker]], framesFor(most)), 'statement'),
    statementsAbout: async (subject, most) =>
      ofType(await views.records([['about', subject]], most), 'statement'),
    statementsIn: async (source) => await ask('statement', [['in', source]]),
    figuresOf: async (measure) => await ask('figure', [['of', measure]]),
    linksOf: async (record) => await ask('link', [['to', record]]),
    verdictsOf: async (statement) =>
      (await views.hasVerdicts()) ? await ask('verdict', [['on', statement]]) : [],
    similar: async (words, most, among) => await views.similar({ words, most, among }),
    measuresCued: async (words) => cuesIn(await views.measures(), words).map(({ ref }) => ref),
  };
}

/** A frame holds about so many statements with their links and sources. */
const IN_A_FRAME = 12;

function framesFor(statements: number | undefined): number | undefined {
  return statements === undefined ? undefined : Math.ceil(statements / IN_A_FRAME);
}

/** Keeps the view of what was stored at the first question, and asks its packs. */
class Views {
  readonly #database: DatasetDatabase;
  readonly #memory = readerMemory();
  #opened: Promise<View> | undefined;

  constructor(database: DatasetDatabase) {
    this.#database = database;
  }

  async current(): Promise<View> {
    const opened = (this.#opened ??= this.#open());
    try {
      return await opened;
    } catch (error) {
      // What could not be read now may be readable at the next question.
      if (this.#opened === opened) this.#opened = undefined;
      throw error;
    }
  }

  /** The records that answer, each once, none hidden, in order of their references. */
  async records(
    asked: readonly (readonly [Relation, Ref])[],
    most?: number,
  ): Promise<readonly ShelvedRecord[]> {
    const view = await this.current();
    const questions = (dataset: string): readonly string[] => questionsFor(dataset, asked);
    return visible(await this.#published(view.readers, questions, most), view.hidden);
  }

  /** Most packs have none, and a card asks for those of every statement that it shows. */
  async hasVerdicts(): Promise<boolean> {
    const { readers } = await this.current();
    return readers.some(
      (reader) => reader.row.manifest.counts.verdicts > 0 || reader.changedIds().length > 0,
    );
  }

  async measures(): Promise<readonly Measure[]> {
    const view = await this.current();
    view.measures ??= this.#measuresOf(view);
    return await view.measures;
  }

  /** References under which records are found now, where their publisher renamed them. */
  async presentRefs(refs: readonly Ref[]): Promise<readonly Ref[]> {
    const { renames } = await this.current();
    return renames.size === 0 ? refs : refs.map((ref) => renames.get(ref) ?? ref);
  }

  async similar(asked: Asked): Promise<readonly Candidate[]> {
    const view = await this.current();
    return await nearest(view.words, { ...asked, isHidden: (ref) => view.hidden.has(ref) });
  }

  async #measuresOf(view: View): Promise<readonly Measure[]> {
    const records = await this.#published(view.readers, () => [question('type', 'measure')]);
    return ofType(visible(records, view.hidden), 'measure');
  }

  async #published(
    readers: readonly PackReader[],
    questions: (dataset: string) => readonly string[],
    most?: number,
  ): Promise<ShelvedRecord[]> {
    const lists = await Promise.all(
      askedOf(readers, questions).map(async ({ reader, asked }) => {
        const records = await this.#guarded(reader, asked, most);
        return records.map((record) => qualify(record, reader.row.dataset));
      }),
    );
    return lists.flat().toSorted((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0));
  }

  async #guarded(
    reader: PackReader,
    asked: readonly string[],
    most: number | undefined,
  ): Promise<readonly PublishedRecord[]> {
    try {
      return await reader.answering(asked, most);
    } catch (error) {
      if (!(error instanceof DamagedPack)) throw error;
      await markDamaged(this.#database, error);
      return [];
    }
  }

  async #open(): Promise<View> {
    const [packs, held] = await Promise.all([
      this.#database.packs.toArray(),
      this.#database.datasets.toArray(),
    ]);
    const rows = packs.filter(({ on }) => on);
    const sound = rows.filter(({ damaged = false }) => !damaged);
    const opened = await Promise.all(sound.map(async (row) => await this.#reader(row)));
    const readers = opened.filter((reader) => reader !== undefined);
    const shown = new Set(rows.map(({ dataset }) => dataset));
    const [hidden, renames] = await Promise.all([this.#hidden(readers), this.#renames(readers)]);
    return {
      readers,
      datasets: held.filter(({ id }) => shown.has(id)),
      hidden,
      words: readers.map((reader) => new PackWords(this.#database, reader)),
      renames,
    };
  }

  /** A pack without its index answers nothing, and is mended like one with a damaged shard. */
  async #reader(row: PackRow): Promise<PackReader | undefined> {
    const reader = await PackReader.open(this.#database, row, this.#memory);
    if (!reader) await markDamaged(this.#database, row);
    return reader;
  }

  async #renames(readers: readonly PackReader[]): Promise<ReadonlyMap<Ref, Ref>> {
    const renames = new Map<Ref, Ref>();
    for (const { row } of readers) {
      const table = await readTable(row.manifest.renames ?? [], objectsOf(this.#database));
      for (const [from, to] of table.ok ? readRenames(table.value) : []) {
        renames.set(qualifiedRef(from, row.dataset), qualifiedRef(to, row.dataset));
      }
    }
    return renames;
  }

  async #hidden(readers: readonly PackReader[]): Promise<ReadonlySet<string>> {
    const recalls = await this.#database.recalls.toArray();
    const hidden = new Set(recalls.map(({ dataset, id }) => `${dataset}:${id}`));
    for (const record of await this.#published(readers, () => [question('type', 'withdrawal')])) {
      // A dataset withdraws only what is its own.
      if (record.type === 'withdrawal' && datasetOf(record.of) === datasetOf(record.ref)) {
        hidden.add(record.of);
      }
    }
    return hidden;
  }
}

/**
 * The packs that may answer, each with what is asked of it. Of a hundred packs one or two have an
 * answer; to ask all the others would take longer than to read it.
 */
function askedOf(
  readers: readonly PackReader[],
  questions: (dataset: string) => readonly string[],
): { readonly reader: PackReader; readonly asked: readonly string[] }[] {
  const byDataset = new Map<string, { asked: readonly string[]; hashes: readonly number[] }>();
  const may: { readonly reader: PackReader; readonly asked: readonly string[] }[] = [];
  for (const reader of readers) {
    const { dataset } = reader.row;
    let own = byDataset.get(dataset);
    if (!own) {
      const asked = questions(dataset);
      own = { asked, hashes: asked.map(hashOf) };
      byDataset.set(dataset, own);
    }
    const { asked, hashes } = own;
    if (asked.length > 0 && reader.mayAnswer(hashes)) may.push({ reader, asked });
  }
  return may;
}

function visible(records: readonly ShelvedRecord[], hidden: ReadonlySet<string>): ShelvedRecord[] {
  if (hidden.size === 0) return [...records];
  return records.filter((record) => !dependsOn(record).some((ref) => hidden.has(ref)));
}

function ofType<Type extends ShelvedRecord['type']>(
  records: readonly ShelvedRecord[],
  type: Type,
): Of<Type>[] {
  return records.filter((record): record is Of<Type> => record.type === type);
}

function inOrder<T extends { readonly ref: Ref }>(
  records: readonly T[],
  refs: readonly Ref[],
): T[] {
  const found = new Map(records.map((record) => [record.ref, record]));
  return refs.flatMap((ref) => found.get(ref) ?? []);
}

function labelsOf(datasets: readonly DatasetRow[]): DatasetLabel[] {
  return datasets.map(({ id, title, edition, homepage, changedAt }) => ({
    id,
    title: title['en'] ?? Object.values(title)[0] ?? id,
    edition,
    ...(homepage !== undefined && { homepage }),
    heldSince: changedAt,
  }));
}
