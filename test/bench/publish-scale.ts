import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PublishedRecord } from '@/lib/record/record';
import { inventedRecords } from '@/test/support/invented-statements';
import { type BenchRow, rowsOf } from './row';

/**
 * What it costs a publisher to build an edition, by the real command in a process of its own: time,
 * memory at its peak, size. `PUBLISH_SIZES=1000000` builds a million statements in ten packs.
 */
export async function benchPublishScale(): Promise<readonly BenchRow[]> {
  const sizes = (process.env['PUBLISH_SIZES'] ?? '10000,100000').split(',').map(Number);
  const rows: BenchRow[] = [];
  for (const size of sizes) rows.push(...(await benchImported(size)));
  rows.push(...(await benchAuthored(10_000)));
  return rows;
}

const PACK = 100_000;
const COMMAND = fileURLToPath(new URL('../../lib/cli/onrecord.ts', import.meta.url));
/** Printed by the process at its end: what it took. */
const TOLD =
  'data:text/javascript,process.on("exit",()=>console.error("USED "+JSON.stringify(process.resourceUsage())))';

type Used = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly bytes: number;
  readonly files: number;
};

async function benchImported(size: number): Promise<BenchRow[]> {
  const work = mkdtempSync(join(tmpdir(), 'publish-'));
  const packs = Math.ceil(size / PACK);
  try {
    writePacks(work, { size, packs, edition: 1 });
    const first = await buildIn(work);
    writePacks(work, { size, packs, edition: 2 });
    const second = await buildIn(work, '--previous', join(work, 'tree'));
    const name = `${size} imported statements in ${packs} packs`;
    return [
      ...rowsFor(name, first, size <= 10_000 ? 'seconds' : 'bounded'),
      ...rowsFor(`${name}, next edition with 50 changes a pack`, second, 'bounded'),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Packs = { readonly size: number; readonly packs: number; readonly edition: number };

function writePacks(work: string, { size, packs, edition }: Packs): void {
  mkdirSync(join(work, 'authored'), { recursive: true });
  mkdirSync(join(work, 'records'), { recursive: true });
  const names = Array.from({ length: packs }, (_each, at) => `pack-${at}`);
  writeFileSync(join(work, 'authored/dataset.yaml'), datasetYaml(names, edition));
  for (const [at, name] of names.entries()) {
    const records = inventedRecords(Math.min(PACK, size), at + 1, packs > 1 ? `p${at}-` : '');
    const lines = changed(records, edition).map((record) => `${JSON.stringify(record)}\n`);
    writeFileSync(join(work, 'records', `${name}.ndjson`), lines.join(''));
  }
}

/** Every later edition has other words in 50 statements. */
function changed(records: readonly PublishedRecord[], edition: number): readonly PublishedRecord[] {
  if (edition === 1) return records;
  let left = 50;
  return records.map((record) => {
    if (record.type !== 'statement' || left === 0) return record;
    left -= 1;
    return { ...record, text: `${record.text} Edition ${edition}.` };
  });
}

function datasetYaml(packs: readonly string[], edition: number): string {
  const listed = packs.map((pack) => `  - {pack: ${pack}, title: {en: ${pack}}}`).join('\n');
  return `id: scale
title: {en: Scale}
languages: [en]
licence: CC0-1.0
edition: ${edition}
built: "2026-01-01"
packs:
${listed}
`;
}

/** The same number of statements as people write them: a file a source, three statements each. */
async function benchAuthored(size: number): Promise<BenchRow[]> {
  const work = mkdtempSync(join(tmpdir(), 'publish-'));
  try {
    writeAuthored(join(work, 'authored'), size);
    return rowsFor(`${size} authored statements in YAML`, await buildIn(work), 'seconds');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const REVIEW = 'review: {status: reviewed, by: ["@ed-one", "@ed-two"], at: "2026-01"}';

function writeAuthored(folder: string, size: number): void {
  for (const part of ['entities', 'sources']) mkdirSync(join(folder, part), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('dataset.yaml', datasetYaml(['main'], 1));
  write(
    'entities/gazette.yaml',
    entityYaml('publisher', 'publisher/xx/gazette', 'Harbour Gazette'),
  );
  const speakers = Math.floor(size / 20);
  for (let at = 0; at < speakers; at += 1) {
    write(
      `entities/speaker-${at}.yaml`,
      entityYaml('person', `person/xx/speaker-${at}`, `Speaker ${nameOf(at)}`),
    );
  }
  const texts = inventedRecords(size).flatMap((record) =>
    record.type === 'statement' ? [record.text] : [],
  );
  for (let at = 0; at < size; at += 3) {
    write(`sources/document-${at / 3}.yaml`, sourceYaml(at, texts, speakers));
  }
}

function entityYaml(type: string, key: string, name: string): string {
  return `key: ${key}\ntype: ${type}\nnames:\n  - {text: ${name}, lang: en}\n${REVIEW}\n`;
}

/** A name of letters, as names are. */
function nameOf(at: number): string {
  const letters = String(at).replaceAll(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

function sourceYaml(first: number, texts: readonly string[], speakers: number): string {
  const statements = texts.slice(first, first + 3).map(
    (text, at) => `  s${at}:
    kind: quote
    speaker: person/xx/speaker-${(first + at) % speakers}
    text: ${text}
    lang: en
    said: "2024-03-05"
`,
  );
  return `key: source/gazette/document-${first / 3}
url: https://gazette.example/${first / 3}
publisher: publisher/xx/gazette
title: Document ${first / 3}
lang: en
published: "2024-03-08"
archives: [{service: none}]
licence: quotation
${REVIEW}
statements:
${statements.join('')}`;
}

async function buildIn(work: string, ...more: readonly string[]): Promise<Used> {
  const args = ['dataset', 'build', join(work, 'authored'), '--out', join(work, 'tree'), ...more];
  const records = join(work, 'records');
  mkdirSync(records, { recursive: true });
  const began = performance.now();
  const { out, err } = await ended(['--import', TOLD, COMMAND, ...args, '--records', records]);
  const seconds = (performance.now() - began) / 1000;
  const used = JSON.parse(/^USED (.*)$/mu.exec(err)?.[1] ?? '{}') as NodeJS.ResourceUsage;
  const { bytes, files } = JSON.parse(out) as Pick<Used, 'bytes' | 'files'>;
  const cpuSeconds = (used.userCPUTime + used.systemCPUTime) / 1e6;
  return { seconds, cpuSeconds, peakMb: used.maxRSS / 1000, bytes, files };
}

async function ended(args: readonly string[]): Promise<{ out: string; err: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => void (texts.out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => void (texts.err += piece.toString()));
  const status = await new Promise((done) => {
    child.once('close', done);
  });
  if (status !== 0) throw new Error(texts.err.slice(0, 2000));
  return texts;
}

function rowsFor(name: string, used: Used, goal: string): BenchRow[] {
  const row = (measure: string, ours: number, wanted = '') => ({
    measure: `${name}: ${measure}`,
    ours,
    goal: wanted,
    peers: '',
  });
  return rowsOf('publish', [
    row('build, s', used.seconds, goal === 'seconds' ? goal : ''),
    row('build, CPU s', used.cpuSeconds),
    row('memory at its peak, MB', used.peakMb, goal === 'bounded' ? goal : ''),
    row('written, MB', used.bytes / 1e6),
    row('written, files', used.files),
  ]);
}
