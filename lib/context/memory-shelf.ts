import { dependsOn } from '@/lib/record/depends-on';
import { qualify, type ShelvedRecord } from '@/lib/record/qualify';
import type { PublishedRecord } from '@/lib/record/record';
import { datasetOf, type Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import { buildRetrieval } from '@/lib/retrieval/build-index';
import { openRetrieval, type Retrieval } from '@/lib/retrieval/open-index';
import { cuesIn } from './cues';
import type { AmongStatements, Candidate, DatasetLabel, Shelf } from './shelf';

/** A dataset whose records all stand in memory. */
export type LoadedDataset = {
  readonly label: DatasetLabel;
  readonly records: readonly PublishedRecord[];
};

type Kept = Exclude<ShelvedRecord, { type: 'withdrawal' }>;
type Of<Type extends Kept['type']> = Extract<Kept, { readonly type: Type }>;

/**
 * A shelf over records in memory: for the command line, for tests and for small datasets. A dataset
 * withdraws only its own records; links and verdicts that hang on a withdrawn one go with it.
 */
export function memoryShelf(datasets: readonly LoadedDataset[]): Shelf {
  const records = datasets.flatMap(keptOf);
  const tables = {
    entity: byRef(ofType(records, 'entity')),
    source: byRef(ofType(records, 'source')),
    statement: byRef(ofType(records, 'statement')),
    measure: byRef(ofType(records, 'measure')),
    figure: byRef(ofType(records, 'figure')),
  };
  const statements = [...tables.statement.values()];
  const figures = [...tables.figure.values()];
  const bySpeaker = grouped(statements, ({ speaker }) => [speaker]);
  const bySubject = grouped(statements, ({ about }) => about);
  const byDocument = grouped(statements, ({ source }) => [source]);
  const ofMeasure = grouped(figures, ({ measure }) => [measure]);
  const links = grouped(ofType(records, 'link'), ({ from, to }) => [from, to]);
  const verdicts = grouped(ofType(records, 'verdict'), ({ of }) => [of]);
  const indexes = datasets.map(({ label }) => indexOf(statements, label.id));
  return {
    datasets: async () => await Promise.resolve(datasets.map(({ label }) => label)),
    entities: async (refs) => await found(tables.entity, refs),
    statements: async (refs) => await found(tables.statement, refs),
    sources: async (refs) => await found(tables.source, refs),
    measures: async (refs) => await found(tables.measure, refs),
    figures: async (refs) => await found(tables.figure, refs),
    statementsBy: async (speaker, most = Infinity) =>
      latest(await listed(bySpeaker, speaker), most),
    statementsAbout: async (subject, most) => (await listed(bySubject, subject)).slice(0, most),
    statementsIn: async (source) => await listed(byDocument, source),
    figuresOf: async (measure) => await listed(ofMeasure, measure),
    linksOf: async (record) => await listed(links, record),
    verdictsOf: async (statement) => await listed(verdicts, statement),
    similar: async (words, most, among) =>
      await Promise.resolve(nearest(indexes, { words, most, among })),
    measuresCued: async (words) =>
      await Promise.resolve(cuesIn([...tables.measure.values()], words).map(({ ref }) => ref)),
  };
}

function keptOf({ label, records }: LoadedDataset): Kept[] {
  const shelved = records.map((record) => qualify(record, label.id));
  const withdrawn = new Set(
    shelved.flatMap((record) =>
      record.type === 'withdrawal' && datasetOf(record.of) === label.id ? [record.of] : [],
    ),
  );
  return shelved.filter(
    (record): record is Kept =>
      record.type !== 'withdrawal' && !dependsOn(record).some((of) => withdrawn.has(of)),
  );
}

function ofType<Type extends Kept['type']>(records: readonly Kept[], type: Type): Of<Type>[] {
  return records.filter((record): record is Of<Type> => record.type === type);
}

function byRef<T extends { readonly ref: Ref }>(records: readonly T[]): Map<Ref, T> {
  return new Map(records.map((record) => [record.ref, record]));
}

/** Records under each key, in order of their references, whatever the order they came in. */
function grouped<T extends { readonly ref: Ref }>(
  records: readonly T[],
  keysOf: (record: T) => readonly Ref[],
): Map<Ref, T[]> {
  const groups = new Map<Ref, T[]>();
  for (const record of records.toSorted((a, b) => compare(a.ref, b.ref))) {
    for (const key of new Set(keysOf(record))) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

async function found<T>(table: ReadonlyMap<Ref, T>, refs: readonly Ref[]): Promise<T[]> {
  return await Promise.resolve(
    refs.flatMap((of) => {
      const record = table.get(of);
      return record ? [record] : [];
    }),
  );
}

async function listed<T>(groups: ReadonlyMap<Ref, readonly T[]>, key: Ref): Promise<readonly T[]> {
  return await Promise.resolve(groups.get(key) ?? []);
}

type OwnIndex = { readonly refs: ReadonlyMap<string, Ref>; readonly retrieval: Retrieval };

function indexOf(statements: readonly Statement[], dataset: string): OwnIndex {
  const own = statements.filter(({ ref }) => datasetOf(ref) === dataset);
  const bytes = buildRetrieval(
    own.map(({ ref, text, lang, speaker, about }) => {
      const keys = [`by:${speaker}`, ...about.map((subject) => `about:${subject}`)];
      return { id: ref, text, lang, keys };
    }),
  );
  const opened = openRetrieval(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  return { refs: new Map(own.map(({ ref }) => [ref, ref])), retrieval: opened.value };
}

type Near = {
  readonly words: string;
  readonly most: number;
  readonly among: AmongStatements | undefined;
};

function nearest(indexes: readonly OwnIndex[], { words, most, among }: Near): Candidate[] {
  const [only, first] = [questionKeys(among?.only), questionKeys(among?.first)];
  const within = { ...(only && { only }), ...(first && { first }) };
  const candidates = indexes.flatMap(({ refs, retrieval }) =>
    retrieval.search(words, most, within).flatMap(({ id, ...nearness }) => {
      const statement = refs.get(id);
      return statement ? [{ statement, ...nearness }] : [];
    }),
  );
  return candidates
    .toSorted((a, b) => b.score - a.score || compare(a.statement, b.statement))
    .slice(0, most);
}

function questionKeys(questions: AmongStatements['only']): string[] | undefined {
  return questions?.map(([relation, ref]) => `${relation}:${ref}`);
}

function latest(statements: readonly Statement[], most: number): readonly Statement[] {
  if (statements.length <= most) return statements;
  const byDay = statements.toSorted((a, b) => compare(a.said ?? '9999', b.said ?? '9999'));
  return byDay.slice(-most).toSorted((a, b) => compare(a.ref, b.ref));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
