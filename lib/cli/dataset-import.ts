import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openBook } from '@/lib/dataset/book';
import type { Imported } from '@/lib/dataset/import/harvest';
import { recordsOfBook } from '@/lib/dataset/records-of-book';
import type { PublishedRecord } from '@/lib/record/record';
import { bad, good, type Result } from '@/lib/result';
import { faultLine, readDatasetFolder, sha256 } from './dataset-folder';
import type { Input } from './import-input';
import { importInputs, type Target } from './import-inputs';
import { type Order, orderOf, USAGE } from './import-order';
import { writeImport } from './import-write';
import type { Io } from './io';

/** `onrecord dataset import …`: foreign data as records or as YAML, the same bytes each time. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const order = orderOf(args);
  if (!order.ok) {
    io.err(`onrecord: ${order.problem}`);
    io.err(USAGE);
    return 2;
  }
  const imported = await carryOut(order.value, io);
  if (!imported.ok) {
    io.err(`onrecord: ${imported.problem}`);
    return 1;
  }
  return 0;
}

async function carryOut(order: Order, io: Io): Promise<Result<undefined, string>> {
  const target = await targetOf(order);
  if (!target.ok) return target;
  const inputs: Input[] = [];
  for (const file of order.files) {
    const input = await read(file);
    if (!input.ok) return input;
    inputs.push(input.value);
  }
  const imported = importInputs(order, inputs, target.value);
  if (!imported.ok) return imported;
  tellHeld(imported.value, io);
  if (imported.value.files.length === 0) {
    return bad('nothing was taken; each of the lines above says why, and what could be done');
  }
  await give(order, { ...imported.value, target: target.value }, io);
  return good(undefined);
}

async function give(
  { out }: Order,
  { target, files, held }: Imported & { readonly target: Target },
  io: Io,
): Promise<void> {
  const records = recordsOf(files, target);
  if (out === undefined) for (const record of records) io.out(JSON.stringify(record));
  else await writeImport(out, target.dataset, files);
  const where = out === undefined ? '' : `, in ${files.length} files of ${out}`;
  io.err(`${records.length} records${where}; ${held.length} held`);
}

/** The published form of what was imported, in order of ids. */
export function recordsOf(
  files: Imported['files'],
  { dataset, around }: Target,
): readonly PublishedRecord[] {
  const names = new Set(files.map(({ name }) => name));
  const others = around.filter(({ name }) => !names.has(name));
  const own = new Set(openBook(dataset, files).entries.map(({ key }) => key));
  return recordsOfBook(openBook(dataset, [...others, ...files]), sha256)
    .filter(({ key }) => own.has(key))
    .map(({ record }) => record)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const MOST_TOLD = 200;

function tellHeld({ held }: Imported, io: Io): void {
  for (const { place, what, why } of held.slice(0, MOST_TOLD)) {
    io.err(`${place}: held: ${what}: ${why}`);
  }
  if (held.length > MOST_TOLD) io.err(`and ${held.length - MOST_TOLD} more are held`);
}

const MOST_BYTES = 256 * 1024 * 1024;

async function read(file: string): Promise<Result<Input, string>> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return bad(`${file}: there is no such file`);
  if (!found.isFile()) return bad(`${file}: this is no file; name the files in it one by one`);
  if (found.size > MOST_BYTES) return bad(`${file}: larger than 256 MiB; import it in parts`);
  return good({ file, bytes: await readFile(file) });
}

/** The dataset in `--out`, or a new one of this name. */
async function targetOf({ dataset: id, out, at }: Order): Promise<Result<Target, string>> {
  if (out !== undefined && existsSync(join(out, 'dataset.yaml'))) return await targetIn(out, id);
  if (id === undefined)
    return bad(`there is no dataset in ${out ?? ''}; name a new one by --dataset ID`);
  return good({
    around: [],
    dataset: {
      id,
      title: { en: id },
      languages: ['en'],
      licence: 'CC0-1.0',
      edition: 1,
      built: at,
      packs: [{ pack: 'main', title: { en: id } }],
    },
  });
}

async function targetIn(out: string, id: string | undefined): Promise<Result<Target, string>> {
  const { dataset, files, faults } = await readDatasetFolder(out);
  const [fault] = faults;
  if (!dataset || fault) {
    return bad(
      `${out} has faults, mend them first: ${fault ? faultLine(fault) : 'no dataset.yaml'}`,
    );
  }
  if (id !== undefined && id !== dataset.id)
    return bad(`${out} holds another dataset, ${dataset.id}`);
  return good({ dataset, around: files });
}
