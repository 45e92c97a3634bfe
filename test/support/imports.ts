import { existsSync, readFileSync } from 'node:fs';
import { openBook } from '@/lib/dataset/book';
import { Harvest, type Imported } from '@/lib/dataset/import/harvest';
import type { Held } from '@/lib/dataset/import/settle';
import type { AuthoredFile } from '@/lib/dataset/authored-file';
import { recordsOfBook } from '@/lib/dataset/records-of-book';
import type { PublishedRecord, RecordType } from '@/lib/record/record';
import { datasetFile, sha256 } from '@/test/support/published';

/** What an import made, in the form that readers get. */
export type Taken = {
  readonly files: readonly AuthoredFile[];
  readonly held: readonly Held[];
  readonly records: readonly PublishedRecord[];
};

/** Runs one importer, as the command line does. */
export function taken(
  take: (harvest: Harvest) => unknown,
  around: readonly AuthoredFile[] = [],
): Taken {
  const dataset = datasetFile({ id: 'imported' });
  const harvest = new Harvest({ via: 'test', at: '2026-11-25', sha256 }, around);
  take(harvest);
  const imported: Imported = harvest.finish(dataset);
  const names = new Set(imported.files.map(({ name }) => name));
  const others = around.filter(({ name }) => !names.has(name));
  const records = recordsOfBook(openBook(dataset, [...others, ...imported.files]), sha256);
  return { ...imported, records: records.map(({ record }) => record) };
}

/** The records of one type. */
export function all<Type extends RecordType>(
  { records }: Pick<Taken, 'records'>,
  type: Type,
): Extract<PublishedRecord, { type: Type }>[] {
  return records.filter(
    (record): record is Extract<PublishedRecord, { type: Type }> => record.type === type,
  );
}

/** Why each thing was held. */
export function reasons({ held }: Pick<Taken, 'held'>): string[] {
  return held.map(({ why }) => why);
}

const SAMPLES = new URL('../../../shared/samples/', import.meta.url);
/** Whether the real files lie beside the project; where they do not, their tests are left out. */
export const haveSamples = existsSync(SAMPLES);
if (!haveSamples) {
  process.stderr.write(
    '../shared/samples is absent: the tests of real import files are skipped.\n',
  );
}

export function sample(path: string): Uint8Array {
  return readFileSync(new URL(path, SAMPLES));
}
