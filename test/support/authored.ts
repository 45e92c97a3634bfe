import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { type AuthoredFile, readAuthoredFiles } from '@/lib/dataset/authored-file';
import { type Book, type Entry, type EntryOf, openBook } from '@/lib/dataset/book';
import { checkDataset } from '@/lib/dataset/check';
import type { Fault } from '@/lib/dataset/fault';

/** A bundled dataset as it was authored, with everything its checks found wrong. */
export type Authored = { readonly book: Book; readonly faults: readonly Fault[] };

/** Reads one folder of `lib/dataset/authored`. */
export function readAuthored(dataset: string): Authored {
  const folder = path.join(import.meta.dirname, '../../lib/dataset/authored', dataset);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const raw = names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const document = parseDocument(readFileSync(path.join(folder, name), 'utf8'));
      return { name, value: document.toJS() as unknown };
    });
  const { files, faults } = readAuthoredFiles(raw);
  const about = files.find(isDatasetFile);
  if (!about) throw new Error(`${dataset} has no dataset.yaml`);
  return {
    book: openBook(about.value, files),
    faults: [...faults, ...checkDataset(about.value, files)],
  };
}

/** The records of one type. */
export function entriesOf<Type extends Entry['type']>(book: Book, type: Type): EntryOf<Type>[] {
  return book.entries.filter((entry): entry is EntryOf<Type> => entry.type === type);
}

function isDatasetFile(file: AuthoredFile): file is AuthoredFile & { kind: 'dataset' } {
  return file.kind === 'dataset';
}
