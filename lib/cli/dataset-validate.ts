import { stat } from 'node:fs/promises';
import { coverageOf } from '@/lib/dataset/coverage';
import { faultLine, readDatasetFolder, readSourceTexts, recordsOfFolder } from './dataset-folder';
import type { Io } from './io';
import { readOptions } from './options';

/**
 * `onrecord dataset validate DIR [--texts DIR]`: faults on standard error, what the dataset covers on
 * standard output. With the texts of its sources at hand, every quote is looked for in them.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, ['texts']);
  const [folder, ...others] = given?.rest ?? [];
  if (!given || folder === undefined || others.length > 0) {
    io.err('usage: onrecord dataset validate DIR [--texts DIR]');
    return 2;
  }
  const { texts } = given.options;
  const absent = await firstAbsent(texts === undefined ? [folder] : [folder, texts]);
  if (absent !== undefined) {
    io.err(`onrecord: there is no folder ${absent}`);
    return 1;
  }
  return await validate(folder, texts, io);
}

async function validate(folder: string, texts: string | undefined, io: Io): Promise<number> {
  const options = texts === undefined ? {} : { texts: await readSourceTexts(texts) };
  const read = await readDatasetFolder(folder, options);
  for (const fault of read.faults) io.err(faultLine(fault));
  const records = recordsOfFolder(read);
  if (!records) {
    io.err(`${read.faults.length} ${read.faults.length === 1 ? 'fault' : 'faults'} in ${folder}`);
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

async function firstAbsent(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) return folder;
  }
  return undefined;
}
