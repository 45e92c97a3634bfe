import { stat } from 'node:fs/promises';
import { coverageOf } from '@/lib/dataset/coverage';
import { faultLine, readDatasetFolder, recordsOfFolder } from './dataset-folder';
import type { Io } from './io';

/** `onrecord dataset validate DIR`: faults on standard error, what the dataset covers on standard output. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [folder, ...others] = args;
  if (folder === undefined || others.length > 0) {
    io.err('usage: onrecord dataset validate DIR');
    return 2;
  }
  if (!(await isFolder(folder))) {
    io.err(`onrecord: there is no folder ${folder}`);
    return 1;
  }
  const read = await readDatasetFolder(folder);
  for (const fault of read.faults) io.err(faultLine(fault));
  const records = recordsOfFolder(read);
  if (!records) {
    io.err(`${read.faults.length} faults in ${folder}`);
    return 1;
  }
  const drafts = read.files.filter(
    (file) => 'review' in file.value && file.value.review.status === 'draft',
  );
  io.out(
    JSON.stringify({
      ...coverageOf(records.map(({ record }) => record)),
      draftFiles: drafts.length,
    }),
  );
  return 0;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
