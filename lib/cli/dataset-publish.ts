import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, type BuildOrder } from './dataset-build';
import { jobOf, orTell, signTree } from './dataset-sign';
import type { Io } from './io';
import { readOptions } from './options';
import { readCatalog } from './previous-edition';
import { readDatasetFolder } from './dataset-folder';
import { folderSink, pruneTree } from './published-tree';

const OPTIONS = ['out', 'keys', 'records', 'date', 'recalls', 'rotate', 'algorithm'];
const USAGE =
  'usage: onrecord dataset publish DIR --out DIR --keys DIR [--records DIR] [as for sign]';

/**
 * `onrecord dataset publish DIR --out DIR --keys DIR`: builds a dataset on from the edition that
 * stands in `--out` and signs it. Where the edition is published already it is only signed anew,
 * which is what a daily job does.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, OPTIONS);
  const [folder] = given?.rest ?? [];
  const out = given?.options['out'];
  const job = given && out !== undefined && jobOf(out, given.options);
  if (!job || folder === undefined || given.rest.length > 1) {
    io.err(USAGE);
    return 2;
  }
  return await orTell(io, async () => {
    const isReady = await isPublished(folder, job.folder);
    const records = given.options['records'];
    const order = { folder, ...(records !== undefined && { records }) };
    if (!isReady && !(await build(order, job.folder, io))) return 1;
    io.out(JSON.stringify(await signTree(job)));
    // Only now does nobody need what is older: readers follow what is signed.
    await pruneTree(job.folder);
    return 0;
  });
}

async function isPublished(folder: string, out: string): Promise<boolean> {
  if (!existsSync(join(out, 'catalog.json'))) return false;
  const { dataset } = await readDatasetFolder(folder);
  const { edition, dataset: id } = await readCatalog(out);
  if (dataset && dataset.id !== id) throw new Error(`${out} holds another dataset, ${id}`);
  return dataset?.edition === edition;
}

async function build(order: BuildOrder, out: string, io: Io): Promise<boolean> {
  const isFirst = !existsSync(join(out, 'catalog.json'));
  const whole = isFirst ? order : { ...order, previous: out };
  return (await buildFolder(whole, folderSink(out), io)) !== undefined;
}
