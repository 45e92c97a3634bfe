import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type AuthoredFile, type RawFile, readAuthoredFiles } from '@/lib/dataset/authored-file';
import { openBook } from '@/lib/dataset/book';
import { checkDataset } from '@/lib/dataset/check';
import { checkQuotes } from '@/lib/dataset/check-quotes';
import type { Fault } from '@/lib/dataset/fault';
import { type Keyed, recordsOfBook } from '@/lib/dataset/records-of-book';
import type { DatasetFile } from '@/lib/dataset/schema/dataset-file';
import { type LinesOf, readYaml } from './read-yaml';

/** A fault with the line it stands on. */
export type PlacedFault = Fault & { readonly line: number };

/** An authored dataset as read from its folder. */
export type DatasetFolder = {
  readonly dataset: DatasetFile | undefined;
  readonly files: readonly AuthoredFile[];
  readonly faults: readonly PlacedFault[];
};

/**
 * `proposed`: a file as it would be, in place of one of its name or beside the others. `texts`: the
 * texts of sources by their keys, in which quotes are looked for.
 */
export type ReadingOptions = {
  readonly proposed?: { readonly name: string; readonly text: string };
  readonly texts?: ReadonlyMap<string, string>;
};

const MOST_BYTES = 1024 * 1024;

/**
 * Reads and checks every YAML file below a folder, in order of names.
 */
export async function readDatasetFolder(
  folder: string,
  { proposed, texts = new Map() }: ReadingOptions = {},
): Promise<DatasetFolder> {
  const { raw, lines, faults } = await readRaw(folder, proposed);
  const { files, faults: ofForm } = readAuthoredFiles(raw);
  const dataset = files.find((file) => file.kind === 'dataset')?.value;
  faults.push(...ofForm, ...checkQuotes(files, texts));
  faults.push(...(dataset ? checkDataset(dataset, files) : [noDataset(raw)]));
  return { dataset, files, faults: placed(faults, lines) };
}

type Raw = {
  readonly raw: readonly RawFile[];
  readonly lines: ReadonlyMap<string, LinesOf>;
  readonly faults: Fault[];
};

async function readRaw(folder: string, proposed: ReadingOptions['proposed']): Promise<Raw> {
  const lines = new Map<string, LinesOf>();
  const faults: Fault[] = [];
  const raw: RawFile[] = [];
  const names = new Set(await yamlFiles(folder));
  if (proposed) names.add(proposed.name);
  for (const name of [...names].toSorted()) {
    const text =
      name === proposed?.name ? proposed.text : await readFile(join(folder, name), 'utf8');
    const read = text.length > MOST_BYTES ? tooLarge() : readYaml(text);
    lines.set(name, read.lineOf);
    if (read.problem === undefined) raw.push({ name, value: read.value });
    else faults.push({ file: name, path: [], rule: 'yaml', message: read.problem });
  }
  return { raw, lines, faults };
}

/** SHA-256 by Node. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** The records of a folder without faults; undefined where it has some. */
export function recordsOfFolder({
  dataset,
  files,
  faults,
}: DatasetFolder): readonly Keyed[] | undefined {
  if (!dataset || faults.length > 0) return undefined;
  return recordsOfBook(openBook(dataset, files), sha256);
}

/** One line a fault, as compilers write them: `file:line: rule: message`. */
export function faultLine({ file, line, rule, message }: PlacedFault): string {
  return `${file}:${line}: ${rule}: ${message}`;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

function tooLarge(): ReturnType<typeof readYaml> {
  return { problem: 'is larger than 1 MiB', value: undefined, lineOf: () => 1 };
}

function noDataset(raw: readonly { readonly name: string }[]): Fault {
  const isThere = raw.some(({ name }) => name === 'dataset.yaml');
  const message = isThere ? 'dataset.yaml has to be right first' : 'there is no dataset.yaml';
  return { file: 'dataset.yaml', path: [], rule: 'dataset', message };
}

function placed(faults: readonly Fault[], lines: ReadonlyMap<string, LinesOf>): PlacedFault[] {
  return faults
    .map((fault) => Object.assign({ line: lines.get(fault.file)?.(fault.path) ?? 1 }, fault))
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Texts of sources as files: `source/paper/some-article` is `source/paper/some-article.txt`. */
export async function readSourceTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.txt')) continue;
    const path = join(entry.parentPath, entry.name);
    const key = relative(folder, path).slice(0, -'.txt'.length).split(sep).join('/');
    texts.set(key, await readFile(path, 'utf8'));
  }
  return texts;
}
