import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { importClaimReviews } from '@/lib/dataset/import/claim-review';
import { importClaimTable } from '@/lib/dataset/import/claim-table';
import { importFigureTable } from '@/lib/dataset/import/figure-table';
import type { Imported, ImportRun } from '@/lib/dataset/import/harvest';
import { importPopolo } from '@/lib/dataset/import/popolo';
import { importWikidata } from '@/lib/dataset/import/wikidata';
import { sha256 } from './dataset-folder';
import type { Io } from './io';
import { readOptions } from './options';

type Options = Readonly<Record<string, string>>;

type Importer = (text: string, of: ImportRun, options: Options) => Imported;

const FORMATS: Readonly<Record<string, Importer>> = {
  claimreview: (text, of) => importClaimReviews(jsonOf(text), of),
  'claimreview-csv': (text, of) => importClaimTable(rowsOf(text), of),
  popolo: (text, of) => importPopolo(jsonOf(text), of),
  wikidata: (text, of, { labels = '{}' }) =>
    importWikidata(jsonOf(text), of, { labels: labelsOf(labels) }),
  figures: (text, of, { code = '', name = code, unit = 'number', definition = name }) =>
    importFigureTable(rowsOf(text), of, { code, name, unit, definition }),
};

const USAGE = `usage: onrecord dataset import FORMAT FILE --dataset ID --run NAME --at DATE
  FORMAT is one of ${Object.keys(FORMATS).join(', ')}
  wikidata: --labels JSON (names of offices, {"Q1":"…"})
  figures:  --code CODE --name NAME --unit UNIT --definition TEXT
Records on standard output, one a line; what is held back for an editor on standard error.`;

const MOST_BYTES = 256 * 1024 * 1024;

/** `onrecord dataset import …`: foreign data as published records, the same bytes each time. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const order = orderOf(args);
  if (!order) {
    io.err(USAGE);
    return 2;
  }
  const text = await readFile(order.file, 'utf8').catch(() => undefined);
  if (text === undefined || text.length > MOST_BYTES) {
    io.err(`onrecord: ${order.file} cannot be read`);
    return 1;
  }
  const { records, held } = order.importer(text, order.of, order.options);
  for (const record of records) io.out(JSON.stringify(record));
  for (const { what, why } of held) io.err(`held: ${what}: ${why}`);
  io.err(`${records.length} records, ${held.length} held`);
  return 0;
}

type Order = {
  readonly importer: Importer;
  readonly file: string;
  readonly of: ImportRun;
  readonly options: Options;
};

const OPTIONS = ['dataset', 'run', 'at', 'labels', 'code', 'name', 'unit', 'definition'];

function orderOf(args: readonly string[]): Order | undefined {
  const given = readOptions(args, OPTIONS);
  const [format = '', file] = given?.rest ?? [];
  const importer = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  const of = given && runOf(given.options, format);
  if (!importer || !of || file === undefined) return undefined;
  return { importer, file, of, options: given.options };
}

function runOf({ dataset, run: name, at }: Options, format: string): ImportRun | undefined {
  if (dataset === undefined || name === undefined || at === undefined) return undefined;
  return { dataset, via: `${format} ${name}`, at, sha256 };
}

/** One JSON value, or one a line; lines that are none are left out. */
function jsonOf(text: string): unknown {
  const clean = text.replace(/^\uFEFF/u, '');
  return (
    parsed(clean) ??
    clean.split('\n').flatMap((line) => parsed(line.trim().replace(/,$/u, '')) ?? [])
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one value; the caller tries the lines.
    return undefined;
  }
}

function rowsOf(text: string): string[][] {
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

function labelsOf(json: string): Record<string, string> {
  const labels: Record<string, string> = {};
  const read = parsed(json);
  if (typeof read !== 'object' || read === null) return labels;
  for (const [id, label] of Object.entries(read)) if (typeof label === 'string') labels[id] = label;
  return labels;
}
