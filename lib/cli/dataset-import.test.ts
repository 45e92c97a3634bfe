import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IMPORT_FILES } from '@/test/support/import-files';
import { readDatasetFolder } from './dataset-folder';
import { main } from './main';

const HARBOUR = path.join(import.meta.dirname, '../../test/datasets/harbour');
const RUN = ['--run', 'spring', '--at', '2026-11-25'];
const FIGURES = ['--code', 'NY.BOATS.CD', '--name', 'Boats', '--kind', 'stock'];

describe('dataset import', () => {
  test('makes a new dataset in a folder that validates, the same bytes each time', async () => {
    const [a, b] = [temporary(), temporary()];

    const first = await imported(
      'popolo',
      file('assembly.json'),
      ...RUN,
      '--out',
      a,
      '--dataset',
      'sea',
    );
    await imported('popolo', file('assembly.json'), ...RUN, '--out', b, '--dataset', 'sea');
    const checked = await onrecord('validate', a);

    expect(first.status).toBe(0);
    expect(first.err.at(-1)).toBe(`3 records, in 3 files of ${a}; 0 held`);
    expect(checked).toMatchObject({ status: 0, err: [] });
    expect(filesIn(a)).toEqual(filesIn(b));
    expect(readFileSync(path.join(a, 'entities/person/wikidata/q424242.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schema\/entity\.schema\.json\nkey: person\/wikidata\/q424242\n/u,
    );
  });

  test('adds every format to one dataset, and the whole can be built', async () => {
    const folder = temporary();
    const failed: string[] = [];
    await imported('popolo', file('assembly.json'), ...RUN, '--out', folder, '--dataset', 'sea');
    for (const { format, name, options } of IMPORT_FILES.filter(
      ({ name: each }) => !each.includes('/'),
    )) {
      const next = await imported(format, file(name), ...RUN, ...options, '--out', folder);
      if (next.status !== 0) failed.push(...next.err);
    }

    const { faults } = await readDatasetFolder(folder);
    const built = await onrecord('build', folder, '--out', temporary());

    expect(failed).toEqual([]);
    expect(faults).toEqual([]);
    expect(built.status).toBe(0);
    const people = readdirSync(path.join(folder, 'entities/person/wikidata'));
    expect(people).toEqual(['q424242.yaml']);
  });

  test('twice into one folder changes nothing, and new numbers take the place of those imported before', async () => {
    const folder = temporary();
    const args = [...RUN, ...FIGURES, '--out', folder];
    await imported('figures', file('long.csv'), ...args, '--dataset', 'sea');
    const before = filesIn(folder);

    await imported('figures', file('long.csv'), ...args);
    expect(filesIn(folder)).toEqual(before);

    const revised = path.join(temporary(), 'long.csv');
    writeFileSync(revised, readFileSync(file('long.csv'), 'utf8').replace('400.5', '401.5'));
    await imported('figures', revised, ...args);
    expect(
      readFileSync(path.join(folder, 'sources/world-bank/ny-boats-cd/wld.yaml'), 'utf8'),
    ).toContain('"401.5"');
  });

  test('leaves what people reviewed as it is, and says what it would have added', async () => {
    const folder = harbour();
    const ada = path.join(folder, 'entities/ada-marsh.yaml');
    writeFileSync(ada, `${readFileSync(ada, 'utf8')}ids: {wikidata: Q424242}\n`);
    const before = readFileSync(ada, 'utf8');

    const { status, err } = await imported('wikidata', file('items.json'), ...RUN, '--out', folder);

    expect(status).toBe(0);
    expect(readFileSync(ada, 'utf8')).toBe(before);
    expect(err[0]).toContain(
      'items.json: entities.Q424242: held: person/xx/ada-marsh: reviewed by people and left as it is; what it lacks: ',
    );
  });

  test('joins several files of one format, and tells records on standard output without a folder', async () => {
    const { status, out, err } = await imported(
      'claimreview',
      file('page.json'),
      file('feed.json'),
      file('dump.ndjson'),
      ...RUN,
      '--dataset',
      'sea',
    );

    const records = out.map((line) => JSON.parse(line) as { type: string; id: string });
    expect(status).toBe(0);
    expect(records.filter(({ type }) => type === 'verdict')).toHaveLength(3);
    expect(records.map(({ id }) => id)).toEqual(records.map(({ id }) => id).toSorted());
    expect(err).toEqual([`${records.length} records; 0 held`]);
  });

  test.for<[string, string[], string, number]>([
    [
      'no option of that name',
      ['popolo', 'a.json', '--colour', 'red'],
      'there is no option --colour',
      2,
    ],
    [
      'an option without its value',
      ['popolo', 'a.json', '--run'],
      '--run needs a value after it',
      2,
    ],
    ['no format', ['xls', 'a.json'], 'xls is no format', 2],
    ['no file', ['popolo', ...RUN, '--dataset', 'x'], 'no file is named', 2],
    [
      'neither a dataset nor a folder',
      ['popolo', 'a', ...RUN],
      '--dataset ID or --out DIR is missing',
      2,
    ],
    [
      'an id that is none',
      ['popolo', 'a', ...RUN, '--dataset', 'A B'],
      '--dataset is no id: small letters, digits, hyphens and dots, at most 63',
      2,
    ],
    [
      'no run',
      ['popolo', 'a', '--at', '2026-11-25', '--dataset', 'x'],
      '--run is missing or odd: a name of this import, like cambodia-2015',
      2,
    ],
    [
      'a day that is none',
      ['popolo', 'a', '--run', 'x', '--at', '25.11.2026', '--dataset', 'x'],
      '--at is missing or no day: the day of the import, like 2026-11-25',
      2,
    ],
    [
      'an address that is none',
      ['popolo', 'a', ...RUN, '--dataset', 'x', '--url', 'javascript:1'],
      '--url is no address: it begins with https://',
      2,
    ],
    [
      'labels that are no JSON',
      ['wikidata', 'a', ...RUN, '--dataset', 'x', '--labels', 'Q1'],
      '--labels needs JSON like {"Q1":"mayor of Saltmouth"}',
      2,
    ],
    [
      'a file that is not there',
      ['popolo', '/none.json', ...RUN, '--dataset', 'x'],
      '/none.json: there is no such file',
      1,
    ],
    [
      'a folder in place of a file',
      ['popolo', HARBOUR, ...RUN, '--dataset', 'x'],
      `${HARBOUR}: this is no file; name the files in it one by one`,
      1,
    ],
    [
      'a folder without a dataset and no id',
      ['popolo', '/none.json', ...RUN, '--out', '/none'],
      'there is no dataset in /none; name a new one by --dataset ID',
      1,
    ],
    [
      'another dataset in the folder',
      ['popolo', '/none.json', ...RUN, '--out', HARBOUR, '--dataset', 'x'],
      `${HARBOUR} holds another dataset, harbour`,
      1,
    ],
  ])('told %s says so, and what is right', async ([, args, problem, status]) => {
    const answer = await imported(...args);

    expect(answer.err[0]).toBe(`onrecord: ${problem}`);
    expect(answer).toMatchObject({ status, out: [] });
  });

  test('of nothing but what is held is a failure that writes nothing', async () => {
    const folder = path.join(temporary(), 'new');
    const claims = path.join(temporary(), 'claims.json');
    writeFileSync(claims, JSON.stringify({ '@type': 'ClaimReview', url: 'https://a.example/1' }));

    const { status, err } = await imported(
      'claimreview',
      claims,
      ...RUN,
      '--out',
      folder,
      '--dataset',
      'x',
    );

    expect(status).toBe(1);
    expect(err).toEqual([
      `${claims}: held: https://a.example/1: no claim`,
      'onrecord: nothing was taken; each of the lines above says why, and what could be done',
    ]);
    expect(existsSync(folder)).toBe(false);
  });

  test('into a dataset with faults asks to mend them first', async () => {
    const folder = harbour();
    writeFileSync(path.join(folder, 'entities/odd.yaml'), 'key: x\n');

    const { status, err } = await imported(
      'popolo',
      file('assembly.json'),
      ...RUN,
      '--out',
      folder,
    );

    expect(status).toBe(1);
    expect(err[0]).toContain(
      `onrecord: ${folder} has faults, mend them first: entities/odd.yaml:1: schema: `,
    );
  });

  test('of members of parliament with --publisher and --url says where each seat is known from', async () => {
    const told = ['--publisher', 'Saltmouth Register', '--url', 'https://register.example/'];
    const { out } = await imported(
      'popolo',
      file('assembly.json'),
      ...RUN,
      '--dataset',
      'x',
      ...told,
    );

    const records = out.map(
      (line) =>
        JSON.parse(line) as {
          type: string;
          id: string;
          url?: string;
          tenures?: { source?: string[] }[];
        },
    );
    const source = records.find(({ type }) => type === 'source');
    expect(source?.url).toBe('https://register.example/');
    expect(records.flatMap(({ tenures = [] }) => tenures.map((tenure) => tenure.source))).toEqual([
      [source?.id],
      [source?.id],
    ]);
  });
});

const FOLDER = temporary();

/** One of the invented files, as a file. */
function file(name: string): string {
  const found = IMPORT_FILES.find((each) => each.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  writeFileSync(path.join(FOLDER, name), found.bytes);
  return path.join(FOLDER, name);
}

function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'import-'));
}

function harbour(): string {
  const folder = temporary();
  cpSync(HARBOUR, folder, { recursive: true });
  return folder;
}

function filesIn(folder: string): (readonly [name: string, text: string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
}

type Answer = { readonly status: number; readonly out: string[]; readonly err: string[] };

async function imported(...args: readonly string[]): Promise<Answer> {
  return await onrecord('import', ...args);
}

async function onrecord(...args: readonly string[]): Promise<Answer> {
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
