import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedRecords } from '@/test/support/invented-statements';
import { type BenchRow, rowsOf } from './row';
import { buildIn, datasetYaml, type Used, writePacks } from './scale-tree';

const PACK = 100_000;

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
