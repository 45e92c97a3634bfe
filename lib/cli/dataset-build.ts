import type { PackEntry } from '@/lib/dataset/manifest';
import {
  catalogOf,
  type PackRule,
  type PackToPublish,
  publishPack,
  recordsByPack,
} from '@/lib/dataset/build-dataset';
import { LIMITS } from '@/lib/dataset/limits';
import type { Keyed } from '@/lib/dataset/records-of-book';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import { faultLine, readDatasetFolder, recordsOfFolder, sha256 } from './dataset-folder';
import { strayStores, withImported } from './imported-records';
import type { Io } from './io';
import { readOptions } from './options';
import { copyNamed, readCatalog, readPreviousPack } from './previous-edition';
import { pruneTree, type TreeSink, folderSink } from './published-tree';

const USAGE = 'usage: onrecord dataset build DIR --out DIR [--previous DIR] [--records DIR]';

/**
 * `onrecord dataset build DIR --out DIR [--previous DIR] [--records DIR]`: validates, then writes the
 * published tree. With the tree of the edition before, readers are led on from it by deltas; `--out`
 * and `--previous` may be the same folder. `--records` holds imported records, `<pack>.ndjson` each.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, ['out', 'previous', 'records']);
  const [folder] = given?.rest ?? [];
  const out = given?.options['out'];
  if (!given || folder === undefined || out === undefined || given.rest.length > 1) {
    io.err(USAGE);
    return 2;
  }
  const sink = folderSink(out);
  const built = await buildFolder({ folder, ...given.options }, sink, io);
  if (!built) return 1;
  await pruneTree(out);
  io.out(JSON.stringify(built));
  return 0;
}

/** An authored folder, with the published tree before it and the imported records beside it. */
export type BuildOrder = {
  readonly folder: string;
  readonly previous?: string;
  readonly records?: string;
};

/** What was written. */
export type Built = { readonly dataset: string; readonly files: number; readonly bytes: number };

/**
 * Writes the published tree of an authored folder, a pack at a time and the catalog last, so that
 * memory holds one pack and readers of the folder never find a catalog without its files. Faults go to
 * standard error.
 */
export async function buildFolder(
  order: BuildOrder,
  sink: TreeSink,
  io: Pick<Io, 'err'>,
): Promise<Built | undefined> {
  const read = await readDatasetFolder(order.folder);
  for (const fault of read.faults) io.err(faultLine(fault));
  const authored = recordsOfFolder(read);
  const { dataset } = read;
  if (!authored || !dataset) return undefined;
  for (const fault of await orderFaults(order, dataset)) {
    io.err(fault);
    return undefined;
  }
  const counted = { files: 0, bytes: 0 };
  const counting: TreeSink = {
    has: (path) => sink.has(path),
    write: async (path, bytes) => {
      counted.files += 1;
      counted.bytes += bytes.length;
      await sink.write(path, bytes);
    },
  };
  const entries: PackEntry[] = [];
  for (const [rule, records] of recordsByPack(dataset, authored)) {
    const entry = await buildPackOf({ order, dataset, rule, records }, counting, io);
    if (!entry) return undefined;
    entries.push(entry);
  }
  for (const [path, bytes] of catalogOf(dataset, entries, sha256))
    await counting.write(path, bytes);
  return { dataset: dataset.id, ...counted };
}

/** What stands in the way of a build besides the authored files. */
async function orderFaults(
  { previous, records }: BuildOrder,
  { edition, packs }: DatasetFile,
): Promise<readonly string[]> {
  const faults: string[] = [];
  if (previous !== undefined) {
    const { edition: published } = await readCatalog(previous);
    if (published >= edition) {
      const words = `edition ${published} is published; this one must be higher`;
      faults.push(`dataset.yaml: dataset: ${words}`);
    }
  }
  const names = packs.map(({ pack }) => pack);
  for (const stray of records === undefined ? [] : await strayStores(records, names)) {
    faults.push(`${stray}: records: dataset.yaml names no such pack`);
  }
  return faults;
}

type PackOrder = {
  readonly order: BuildOrder;
  readonly dataset: DatasetFile;
  readonly rule: PackRule;
  readonly records: readonly Keyed[];
};

async function buildPackOf(
  { order, dataset, rule, records: authored }: PackOrder,
  sink: TreeSink,
  io: Pick<Io, 'err'>,
): Promise<PackEntry | undefined> {
  const all = await withImported(authored, { folder: order.records, pack: rule.pack });
  const fault = all.ok ? sizeFault(rule, all.value) : all.problem;
  if (fault !== undefined || !all.ok) {
    io.err(fault ?? '');
    return undefined;
  }
  const pack: PackToPublish = {
    rule,
    records: all.value,
    previous:
      order.previous === undefined ? undefined : await readPreviousPack(order.previous, rule.pack),
  };
  const { entry, manifest, files } = publishPack(dataset, pack, sha256);
  for (const [path, bytes] of files) if (!sink.has(path)) await sink.write(path, bytes);
  if (order.previous !== undefined) await copyNamed(manifest, order.previous, sink);
  return entry;
}

function sizeFault({ pack }: PackRule, records: readonly Keyed[]): string | undefined {
  const statements = records.filter(({ record }) => record.type === 'statement').length;
  if (statements <= LIMITS.packStatements) return undefined;
  return `dataset.yaml: packs: ${pack} has ${statements} statements, more than ${LIMITS.packStatements}; cut it in two`;
}
