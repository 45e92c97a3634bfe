import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { unpackTree } from '@/lib/dataset/tree-file';
import { zeros } from '@/test/support/bombs';
import { readDatasetFolder } from './dataset-folder';
import { jsonSchemas } from './dataset-schemas';
import { main } from './main';
import { openDatasetFolder } from './open-dataset';
import { readManifests } from './previous-edition';

const ROOT = path.join(import.meta.dirname, '../..');
const HARBOUR = path.join(ROOT, 'test/datasets/harbour');
const temporary = (): string => mkdtempSync(path.join(tmpdir(), 'dataset-'));

async function onrecord(
  ...args: string[]
): Promise<{ status: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await main(['dataset', ...args], {
    lines: noLines(),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { status, out, err };
}

// oxlint-disable-next-line require-yield -- an input without lines
async function* noLines(): AsyncGenerator<string> {
  await Promise.resolve();
}

function harbourChanged(
  changes: readonly (readonly [file: string, was: string, is: string])[],
): string {
  const folder = temporary();
  cpSync(HARBOUR, folder, { recursive: true });
  for (const [file, was, is] of changes) {
    const target = path.join(folder, file);
    writeFileSync(
      target,
      readFileSync(target, 'utf8').replace(was, () => is),
    );
  }
  return folder;
}

describe('JSON Schemas for editors', () => {
  const FOLDERS = {
    entity: 'entities',
    measure: 'measures',
    source: 'sources',
    verdicts: 'verdicts',
    withdrawals: 'withdrawals',
  };
  test.for(Object.entries(FOLDERS))(
    'the schema for %s accepts what the tool accepts, and names a wrong field',
    ([name, folder]) => {
      const check = new Ajv2020({ strict: false, allErrors: true }).compile(schemaOf(name));
      const files = readdirSync(path.join(HARBOUR, folder)).map((file): unknown =>
        parse(readFileSync(path.join(HARBOUR, folder, file), 'utf8')),
      );

      expect(files.map((file) => check(file))).toEqual(files.map(() => true));
      expect(check({ ...(files[0] as object), headline: 'x' })).toBe(false);
      expect(check.errors?.[0]?.params).toMatchObject({ additionalProperty: 'headline' });
    },
  );

  test('those beside the bundled datasets are the ones that the tool writes', () => {
    const folder = path.join(ROOT, 'lib/dataset/schema');
    const names = [...jsonSchemas().keys()];

    expect(names.map((name) => parsed(readFileSync(path.join(folder, name), 'utf8')))).toEqual(
      [...jsonSchemas().values()].map(parsed),
    );
  });
});

describe('dataset init', () => {
  test('makes a folder that validates, and never writes over one', async () => {
    const folder = temporary();
    const args = [
      'init',
      folder,
      '--id',
      'saltmouth',
      '--title',
      'Saltmouth: "harbour" & ID',
      '--date',
      '2026-01-01',
    ];

    const first = await onrecord(...args);
    const checked = await onrecord('validate', folder);
    const second = await onrecord(...args);

    expect(first.status).toBe(0);
    expect(checked).toMatchObject({ status: 0, err: [] });
    expect((await readDatasetFolder(folder)).dataset?.id).toBe('saltmouth');
    expect(second.status).toBe(1);
    expect(existsSync(path.join(folder, 'schema/source.schema.json'))).toBe(true);
  });
});

describe('dataset build', () => {
  test('twice gives the same bytes, and the tree opens as the folder does', async () => {
    const [a, b] = [temporary(), temporary()];
    await onrecord('build', HARBOUR, '--out', a);
    await onrecord('build', HARBOUR, '--out', b);

    expect(filesIn(a)).toEqual(filesIn(b));
    expect(await ids(a)).toEqual(await ids(HARBOUR));
  });

  test('leaves out drafts, withdrawn records and links to them', async () => {
    const folder = harbourChanged([
      ['sources/harbour-later.yaml', 'status: reviewed', 'status: draft'],
    ]);

    const { records } = await openDatasetFolder(folder);

    expect(records.filter(({ type }) => type === 'source')).toHaveLength(1);
    expect(
      records
        .filter(({ type }) => type === 'link')
        .map((record) => record.type === 'link' && record.rel),
    ).toEqual(['disputes']);
    const withdrawn = (await openDatasetFolder(HARBOUR)).records;
    expect(
      withdrawn.some((record) => record.type === 'statement' && record.text === 'That is not so.'),
    ).toBe(false);
    expect(withdrawn.some(({ type }) => type === 'withdrawal')).toBe(true);
  });

  test('goes on from the edition before by a delta, counts revisions, and refuses an edition twice', async () => {
    const out = temporary();
    await onrecord('build', HARBOUR, '--out', out);
    const next = harbourChanged([
      ['dataset.yaml', 'edition: 1', 'edition: 2'],
      [
        'sources/harbour-open.yaml',
        'Small boats were turned away all winter.',
        'Small boats were turned away in January.',
      ],
    ]);

    const again = await onrecord('build', HARBOUR, '--out', out, '--previous', out);
    const built = await onrecord('build', next, '--out', out, '--previous', out);

    expect(again).toMatchObject({
      status: 1,
      err: ['dataset.yaml: dataset: edition 1 is published; this one must be higher'],
    });
    expect(built.status).toBe(0);
    const { records } = await openDatasetFolder(out);
    const changed = records.filter(({ rev }) => rev === 2);
    expect(changed).toMatchObject([
      { type: 'statement', text: 'Small boats were turned away in January.' },
    ]);
    const diff = await onrecord('diff', HARBOUR, next);
    expect(diff.out.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { type: 'statement', fields: ['text'] },
    ]);
    expect(diff.err).toEqual(['0 added, 1 changed, 0 removed']);
  });
});

describe('a published tree with a bomb in it', () => {
  test('is refused in words that name the object', async () => {
    const tree = temporary();
    await onrecord('build', HARBOUR, '--out', tree);
    const [manifest] = await readManifests(tree);
    const sha256 = manifest?.base.names[0]?.sha256 ?? '';
    writeFileSync(path.join(tree, 'o', sha256), zeros(42));

    await expect(openDatasetFolder(tree)).rejects.toThrow(
      `${tree}: ${sha256} does not unpack to the length that its manifest gives`,
    );
  });
});

describe('dataset export', () => {
  test('packs a tree that unpacks to the same files, and takes nothing else out of a zip', async () => {
    const [tree, file] = [temporary(), path.join(temporary(), 'harbour.zip')];
    await onrecord('build', HARBOUR, '--out', tree);
    writeFileSync(path.join(tree, 'notes.txt'), 'mine');

    const exported = await onrecord('export', tree, '--out', file);

    expect(exported.status).toBe(0);
    const unpacked = unpackTree(new Uint8Array(readFileSync(file)));
    if (!unpacked.ok) throw new Error(unpacked.problem);
    expect(unpacked.value.has('notes.txt')).toBe(false);
    for (const [name, bytes] of unpacked.value)
      expect(readFileSync(path.join(tree, name)).equals(bytes)).toBe(true);
    expect(unpacked.value.size).toBe(readdirSync(path.join(tree, 'o')).length + 2);
  });

  test.for<[string, Uint8Array, string]>([
    ['no zip', new Uint8Array(200), 'no-zip'],
    ['a zip without a dataset', zipSync({ 'a.txt': new Uint8Array(3) }), 'no-dataset'],
    [
      'paths that climb',
      zipSync({ '../catalog.json': new Uint8Array(3), '/catalog.json': new Uint8Array(3) }),
      'no-dataset',
    ],
    ['a bomb', zipSync({ 'catalog.json': new Uint8Array(50_000_000) }), 'too-large'],
    [
      'six thousand files',
      zipSync(
        Object.fromEntries(
          Array.from({ length: 6000 }, (_, at) => [
            `o/${at.toString(16).padStart(64, '0')}`,
            new Uint8Array(1),
          ]),
        ),
      ),
      'too-large',
    ],
  ])('%s is refused', ([, zip, problem]) => {
    expect(unpackTree(zip)).toEqual({ ok: false, problem });
  });
});

function parsed(text: string): unknown {
  return JSON.parse(text);
}

function schemaOf(name: string): object {
  return JSON.parse(jsonSchemas().get(`${name}.schema.json`) ?? '{}') as object;
}

function filesIn(folder: string): [name: string, bytes: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.') || /[0-9a-f]{64}$/u.test(name))
    .toSorted()
    .map((name) => [name, readFileSync(path.join(folder, name), 'base64')]);
}

async function ids(folder: string): Promise<string[]> {
  return (await openDatasetFolder(folder)).records.map(({ id }) => id).toSorted();
}
