import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSigned } from '@/lib/dataset/signed-metadata';
import { type TufJs, tufJs } from '@/test/support/tuf-js';
import { run as publish } from './dataset-publish';
import type { Verb } from './io';

const HARBOUR = join(import.meta.dirname, '../../test/datasets/harbour');
const TODAY = new Date().toISOString();

let work = '';
let client: TufJs | undefined;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'sign-'));
});
afterEach(() => {
  client?.close();
  client = undefined;
  rmSync(work, { recursive: true });
});

type Told = { readonly status: number; readonly out: string[]; readonly err: string[] };

async function* none(): AsyncGenerator<string> {}

async function told(verb: Verb, args: readonly string[]): Promise<Told> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await verb(args, {
    lines: none(),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { status, out, err };
}

const publishTo = async (out: string, ...more: string[]): Promise<Told> =>
  await told(publish, [HARBOUR, '--out', join(work, out), '--keys', join(work, 'keys'), ...more]);

const read = (path: string): Buffer => readFileSync(join(work, path));
const hostOf = (folder: string) => (path: string) =>
  existsSync(join(work, folder, path)) ? read(`${folder}/${path}`) : 404;
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(work, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(work, folder).length))
      .toSorted()
      .map((name) => [name, read(`${folder}${name}`).toString('base64')]),
  );

test.for(['ed25519', 'p256'])('another TUF client reads what %s keys signed', async (algorithm) => {
  const { status } = await publishTo('out', '--date', TODAY, '--algorithm', algorithm);
  client = tufJs(read('out/1.root.json'), hostOf('out'));
  const recalls = tufJs(read('out/recalls/1.root.json'), hostOf('out/recalls'));

  expect(status).toBe(0);
  expect((await client.target('catalog.json')).equals(read('out/catalog.json'))).toBe(true);
  expect(await client.target('recalls-root.json')).toEqual(read('out/recalls/1.root.json'));
  expect(JSON.parse((await recalls.target('recalls.json')).toString())).toEqual({
    format: 1,
    dataset: 'harbour',
    recalls: [],
  });
  recalls.close();
});

test('the same keys and the same date sign the same bytes', async () => {
  await publishTo('one', '--date', '2026-01-01');
  await publishTo('two', '--date', '2026-01-01');

  expect(filesOf('two')).toEqual(filesOf('one'));
});

test('signing a second time on the same day changes nothing; a day later only the timestamps', async () => {
  await publishTo('out', '--date', '2026-01-01');
  const before = filesOf('out');
  await publishTo('out', '--date', '2026-01-01');
  const again = filesOf('out');
  await publishTo('out', '--date', '2026-01-02');
  const later = filesOf('out');

  expect(again).toEqual(before);
  const changed = Object.keys(later).filter((name) => later[name] !== before[name]);
  expect(changed).toEqual(['/recalls/timestamp.json', '/timestamp.json']);
});

test('a rotated root is signed by the old key and the new one, and clients follow', async () => {
  await publishTo('out', '--date', TODAY);
  const first = read('out/1.root.json');
  await publishTo('out', '--date', TODAY, '--rotate', 'root');
  await publishTo('out', '--date', TODAY, '--rotate', 'timestamp');
  client = tufJs(first, hostOf('out'));

  const second = parseSigned('root', read('out/2.root.json'));

  expect(second.ok && second.value.signatures.length).toBe(2);
  expect(existsSync(join(work, 'out/3.root.json'))).toBe(true);
  expect((await client.target('catalog.json')).length).toBeGreaterThan(0);
});

test('a threshold that the keys at hand cannot reach is refused', async () => {
  await publishTo('out', '--date', TODAY);
  writeFileSync(join(work, 'keys/policy.json'), '{"targets":{"threshold":2}}');

  const { status, err } = await publishTo('out', '--date', TODAY);

  expect({ status, err }).toEqual({
    status: 1,
    err: ['targets: 1 keys cannot reach 2'],
  });
});

test('recalls are published in their own repository and stay until the list changes', async () => {
  const recall = { id: 's0123456789abcdef', reason: 'privacy', at: '2026-01-02', purge: true };
  writeFileSync(join(work, 'recalls.json'), JSON.stringify({ recalls: [recall] }));

  await publishTo('out', '--date', '2026-01-01');
  const before = read('out/1.targets.json');
  const { out } = await publishTo(
    'out',
    '--recalls',
    join(work, 'recalls.json'),
    '--date',
    '2026-01-01',
  );
  const kept = await publishTo('out', '--date', '2026-01-02');

  expect(out[0]).toContain('"recalls":1');
  expect(kept.out[0]).toContain('"recalls":1');
  expect(read('out/1.targets.json')).toEqual(before);
});

test.for([
  [['--date', 'yesterday'], 'usage'],
  [['--rotate', 'editor'], 'usage'],
  [['--algorithm', 'rsa'], 'usage'],
  [['--recalls', 'nowhere.json'], 'nowhere.json'],
] as const)('says what is wrong with %s', async ([args, words]) => {
  const { status, err } = await publishTo('out', ...args);

  expect(status).toBeGreaterThan(0);
  expect(err.join('\n')).toContain(words);
});
