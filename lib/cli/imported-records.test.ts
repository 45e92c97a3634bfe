import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PublishedRecord } from '@/lib/record/record';
import { person, publisher, source, statement } from '@/test/support/records';
import { run as build } from './dataset-build';
import { openDatasetFolder } from './open-dataset';

const HARBOUR = join(import.meta.dirname, '../../test/datasets/harbour');
const IMPORTED: readonly PublishedRecord[] = [
  person('Cy Holm'),
  publisher('Coast Courier'),
  source('courier', { url: 'https://courier.example/1' }),
  statement('quiet', { by: 'Cy Holm', from: 'courier', text: 'The quay was quiet.' }),
];

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'records-'));
  mkdirSync(join(work, 'records'));
});
afterEach(() => rmSync(work, { recursive: true }));

async function* none(): AsyncGenerator<string> {}

async function builtWith(lines: readonly string[], file = 'main.ndjson') {
  writeFileSync(join(work, 'records', file), lines.map((line) => `${line}\n`).join(''));
  const err: string[] = [];
  const io = { lines: none(), out: () => {}, err: (line: string) => void err.push(line) };
  const out = join(work, 'out');
  const status = await build([HARBOUR, '--out', out, '--records', join(work, 'records')], io);
  return { status, err, out };
}

const linesOf = (records: readonly PublishedRecord[]): string[] =>
  records.map((record) => JSON.stringify(record));

async function wordsIn(folder: string): Promise<readonly string[]> {
  const { records } = await openDatasetFolder(folder);
  return records.flatMap((record) => (record.type === 'statement' ? [record.text] : [])).toSorted();
}

test('imported records are published beside those that are written', async () => {
  const { status, out } = await builtWith(linesOf(IMPORTED));

  expect(status).toBe(0);
  expect(await wordsIn(out)).toEqual(
    expect.arrayContaining([...(await wordsIn(HARBOUR)), 'The quay was quiet.']),
  );
});

test('what an editor wrote stands in for what was imported under the same id', async () => {
  const { records } = await openDatasetFolder(HARBOUR);
  const written = records.find(({ type }) => type === 'statement');
  const imported = Object.assign({}, written, { text: 'Something else.' });

  const { out } = await builtWith([JSON.stringify(imported)]);

  expect(await wordsIn(out)).toEqual(await wordsIn(HARBOUR));
});

test.for<[string, readonly string[], string]>([
  ['a line that is no record', ['{"type":"statement"}'], 'main.ndjson:1: records: malformed'],
  ['a record twice', linesOf([...IMPORTED, person('Cy Holm')]), 'stands twice'],
])('%s is told of by file and line, and nothing is built', async ([, lines, words]) => {
  const { status, err } = await builtWith(lines);

  expect(status).toBe(1);
  expect(err.join('\n')).toContain(words);
});

test('records of a pack that is not declared are told of', async () => {
  const { status, err } = await builtWith(linesOf(IMPORTED), 'ports.ndjson');

  expect([status, err]).toEqual([1, ['ports.ndjson: records: dataset.yaml names no such pack']]);
});

test('a pack with more statements than readers take is not built', async () => {
  const many = Array.from({ length: 100_001 }, (_each, at) =>
    statement(`s${at}`, { by: 'Cy Holm', from: 'courier', text: `Word ${at}.` }),
  );

  const { status, err } = await builtWith(linesOf([...IMPORTED.slice(0, 3), ...many]));

  expect(status).toBe(1);
  expect(err.join('\n')).toContain('more than 100000; cut it in two');
});
