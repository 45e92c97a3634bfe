import type { AuthoredFile } from './authored-file';
import { type Book, type Entry, openBook } from './book';
import { checkDates } from './check-dates';
import { checkFigures } from './check-figures';
import { checkKeys } from './check-keys';
import { checkLinks } from './check-links';
import { checkNames } from './check-names';
import { checkPeople } from './check-people';
import { checkReferences } from './check-references';
import { checkReview } from './check-review';
import { checkSize } from './check-size';
import { checkWords } from './check-words';
import type { Complaint } from './complaint';
import type { Fault } from './fault';
import type { DatasetFile } from './schema/dataset-file';

/** A check looks at one record, and at the others through the book. */
type Check = (entry: Entry, book: Book) => readonly Complaint[];

const CHECKS: readonly Check[] = [
  checkKeys,
  checkReferences,
  checkNames,
  checkWords,
  checkDates,
  checkLinks,
  checkFigures,
  checkPeople,
  checkReview,
  checkSize,
];

/** Every check of `DATASET.md`, section 2, on files whose form is right. */
export function checkDataset(
  dataset: DatasetFile,
  files: readonly AuthoredFile[],
): readonly Fault[] {
  const book = openBook(dataset, files);
  const faults: Fault[] = [];
  for (const entry of book.entries) {
    for (const check of CHECKS) {
      for (const { rule, path = [], message } of check(entry, book)) {
        faults.push({ file: entry.file, path: [...entry.path, ...path], rule, message });
      }
    }
  }
  return faults;
}
