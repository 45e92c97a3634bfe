import type { AuthoredFile } from './authored-file';
import type { Path } from './fault';
import type { DatasetFile } from './schema/dataset-file';
import type { EntityFile } from './schema/entity-file';
import type { MeasureFile } from './schema/measure-file';
import type { AuthoredReview, AuthoredWithdrawn } from './schema/parts';
import type {
  AuthoredFigure,
  AuthoredLink,
  AuthoredStatement,
  SourceFile,
} from './schema/source-file';
import type { AuthoredVerdict } from './schema/verdicts-file';

/** Where an authored record stands, the key it goes by, and who signed it off. */
type Standing = {
  readonly key: string;
  readonly file: string;
  readonly path: Path;
  readonly review: AuthoredReview;
};

/** One authored record, cut out of its file; its references are full keys when read by `fullKey`. */
export type Entry = Standing &
  (
    | { readonly type: 'entity'; readonly value: EntityFile }
    | { readonly type: 'source'; readonly value: SourceFile }
    | { readonly type: 'measure'; readonly value: MeasureFile }
    | { readonly type: 'statement'; readonly value: AuthoredStatement; readonly source: string }
    | { readonly type: 'figure'; readonly value: AuthoredFigure; readonly source: string }
    | { readonly type: 'link'; readonly value: AuthoredLink; readonly from: string }
    | { readonly type: 'verdict'; readonly value: AuthoredVerdict; readonly reviewer: string }
    | {
        readonly type: 'withdrawal';
        readonly value: AuthoredWithdrawn;
        readonly of: string;
      }
  );
export type EntryOf<Type extends Entry['type']> = Extract<Entry, { readonly type: Type }>;

/** A whole authored dataset, every record found by its key. */
export type Book = {
  readonly dataset: DatasetFile;
  readonly entries: readonly Entry[];
  readonly byKey: ReadonlyMap<string, Entry>;
  /** Old key to new key. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** Cuts files into records. Where two bear one key the first counts; `checkKeys` names the others. */
export function openBook(dataset: DatasetFile, files: readonly AuthoredFile[]): Book {
  const entries = files.flatMap(entriesOf);
  const byKey = new Map<string, Entry>();
  const renamed = new Map<string, string>();
  for (const entry of entries) {
    if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
    if ('formerKeys' in entry.value) {
      for (const former of entry.value.formerKeys ?? []) renamed.set(former, entry.key);
    }
  }
  return { dataset, entries, byKey, renamed };
}

/** A reference written in a record's file, with `#local` made whole. */
export function fullKey(reference: string, at: Entry): string {
  return reference.startsWith('#') ? `${fileKeyOf(at.key)}${reference}` : reference;
}

/** Whether a reference points into another dataset. */
export function isForeign(reference: string): boolean {
  return reference.includes(':');
}

/** The key of the file a record stands in. */
function fileKeyOf(key: string): string {
  const end = key.indexOf('#');
  return end < 0 ? key : key.slice(0, end);
}

function entriesOf(file: AuthoredFile): Entry[] {
  switch (file.kind) {
    case 'dataset':
      return [];
    case 'entity':
    case 'measure': {
      const { key, review, withdrawn } = file.value;
      const standing = { key, file: file.name, path: [], review };
      const entry: Entry =
        file.kind === 'entity'
          ? { ...standing, type: 'entity', value: file.value }
          : { ...standing, type: 'measure', value: file.value };
      return [entry, ...withdrawalOf(standing, withdrawn)];
    }
    case 'source':
      return sourceEntries(file.value, file.name);
    case 'verdicts':
      return verdictEntries(file);
    case 'withdrawals':
      return file.value.withdrawals.map((value, at) => ({
        type: 'withdrawal',
        key: `withdrawal/${value.of}`,
        file: file.name,
        path: ['withdrawals', at],
        review: value.review,
        value,
        of: value.of,
      }));
  }
}

function sourceEntries(value: SourceFile, file: string): Entry[] {
  const standing = { key: value.key, file, path: [], review: value.review };
  const entries: Entry[] = [{ ...standing, type: 'source', value }];
  entries.push(...withdrawalOf(standing, value.withdrawn));
  for (const [local, statement] of Object.entries(value.statements ?? {})) {
    const inside = below(standing, ['statements', local], statement.review);
    entries.push({ ...inside, type: 'statement', value: statement, source: value.key });
    entries.push(...linksOf(inside, statement.links), ...withdrawalOf(inside, statement.withdrawn));
  }
  for (const [local, figure] of Object.entries(value.figures ?? {})) {
    const inside = below(standing, ['figures', local], figure.review);
    entries.push({ ...inside, type: 'figure', value: figure, source: value.key });
    entries.push(...linksOf(inside, figure.links), ...withdrawalOf(inside, figure.withdrawn));
  }
  return entries;
}

function verdictEntries({ name, value }: AuthoredFile & { kind: 'verdicts' }): Entry[] {
  const standing = { key: value.key, file: name, path: [], review: value.review };
  const entries: Entry[] = [];
  for (const [local, verdict] of Object.entries(value.verdicts)) {
    const inside = below(standing, ['verdicts', local], verdict.review);
    entries.push({ ...inside, type: 'verdict', value: verdict, reviewer: value.reviewer });
    entries.push(...withdrawalOf(inside, verdict.withdrawn));
  }
  return entries;
}

function linksOf(from: Standing, links: readonly AuthoredLink[] | undefined): Entry[] {
  return (links ?? []).map((value, at) => ({
    type: 'link',
    key: `${from.key}>${value.rel}>${value.to.startsWith('#') ? fileKeyOf(from.key) : ''}${value.to}`,
    file: from.file,
    path: [...from.path, 'links', at],
    review: value.review ?? from.review,
    value,
    from: from.key,
  }));
}

function withdrawalOf(of: Standing, value: AuthoredWithdrawn | undefined): Entry[] {
  if (!value) return [];
  const review = value.review ?? of.review;
  const path = [...of.path, 'withdrawn'];
  const key = `withdrawal/${of.key}`;
  return [{ type: 'withdrawal', key, file: of.file, path, review, value, of: of.key }];
}

/** A record inside a file: its own review, else the file's. A draft file has draft records only. */
function below(file: Standing, path: [string, string], own: AuthoredReview | undefined): Standing {
  const review = file.review.status === 'draft' ? file.review : (own ?? file.review);
  return { key: `${file.key}#${path[1]}`, file: file.file, path, review };
}
