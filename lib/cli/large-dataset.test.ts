import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listingPath, parseCatalog } from '@/lib/dataset/manifest';
import { unpackTree } from '@/lib/dataset/tree-file';
import { tufJs } from '@/test/support/tuf-js';
import { main } from './main';
import { openDatasetFolder } from './open-dataset';
import { readCatalog } from './previous-edition';

const HARBOUR = join(import.meta.dirname, '../../test/datasets/harbour');
const SUBJECTS = Array.from({ length: 40 }, (_each, at) => `subject-${at}`);
const MORE = SUBJECTS.map(
  (pack) => `  - {pack: ${pack}, title: {en: ${pack}}, keys: [${pack}/]}\n`,
);

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'large-'));
  cpSync(HARBOUR, join(work, 'authored'), { recursive: true });
  appendFileSync(join(work, 'authored/dataset.yaml'), MORE.join(''));
});
afterEach(() => rmSync(work, { recursive: true }));

async function* none(): AsyncGenerator<string> {}

/** @returns what is said on standard error */
async function onrecord(...args: string[]): Promise<string> {
  const err: string[] = [];
  const io = { lines: none(), out: () => {}, err: (line: string) => void err.push(line) };
  await main(['dataset', ...args], io);
  return err.join('\n');
}

const folder = (name: string): string => join(work, name);

const publish = async (): Promise<string> =>
  await onrecord('publish', folder('authored'), '--out', folder('out'), '--keys', folder('keys'));

/** Where the listing of the newest catalog stands. */
function listingIn(tree: string): string {
  const catalog = parseCatalog(readFileSync(join(folder(tree), 'catalog.json')));
  if (!catalog.ok || catalog.value.format !== 2) throw new Error('there is no large catalog');
  return listingPath(catalog.value.listing.sha256);
}

function filesIn(tree: string): [name: string, bytes: string][] {
  return readdirSync(folder(tree), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .map((file) => [file.slice(folder(tree).length), readFileSync(file, 'base64')]);
}

/** The next edition, in which one quote reads otherwise. */
function nextEdition(edition: number): void {
  rewrite('dataset.yaml', /edition: \d+/u, `edition: ${edition}`);
  rewrite('sources/harbour-open.yaml', /all winter\.|in \w+ \d+\./u, `in January ${edition}.`);
}

function rewrite(name: string, was: RegExp, now: string): void {
  const file = join(work, 'authored', name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(was, now));
}

describe('a dataset of more packs than a catalog holds', () => {
  test('is built twice to the same bytes, and opens as the folder does', async () => {
    for (const out of ['a', 'b']) await onrecord('build', folder('authored'), '--out', folder(out));

    expect(filesIn('a')).toEqual(filesIn('b'));
    expect(existsSync(join(folder('a'), listingIn('a')))).toBe(true);
    const [published, authored] = [
      await openDatasetFolder(folder('a')),
      await openDatasetFolder(folder('authored')),
    ];
    expect(published.records.length).toBe(authored.records.length);
    const { packs } = await readCatalog(folder('a'));
    expect(packs.map(({ pack }) => pack)).toEqual(['main', ...SUBJECTS].toSorted());
  });

  test('keeps the listings of eight editions', async () => {
    const all: string[] = [];
    for (let edition = 1; edition <= 10; edition += 1) {
      nextEdition(edition);
      expect(await publish()).toBe('');
      all.push(listingIn('out'));
    }

    const left = all.filter((path) => existsSync(join(folder('out'), path)));
    expect(left).toEqual(all.slice(-8));
    expect((await openDatasetFolder(folder('out'))).records.length).toBeGreaterThan(0);
  });

  test('keeps the listing of a tree that nobody signed yet', async () => {
    await onrecord('build', folder('authored'), '--out', folder('out'));
    nextEdition(2);
    const again = ['--out', folder('out'), '--previous', folder('out')];
    expect(await onrecord('build', folder('authored'), ...again)).toBe('');

    const left = readdirSync(join(folder('out'), 't')).filter((name) =>
      name.endsWith('.packs.json'),
    );

    expect(left.map((name) => `t/${name}`)).toEqual([listingIn('out')]);
  });

  test('is signed as another TUF client takes it', async () => {
    await publish();
    const tree = folder('out');
    const client = tufJs(readFileSync(join(tree, '1.root.json')), (path) =>
      existsSync(join(tree, path)) ? readFileSync(join(tree, path)) : 404,
    );

    const catalog = await client.target('catalog.json');

    client.close();
    expect(catalog.equals(readFileSync(join(tree, 'catalog.json')))).toBe(true);
  });

  test('is exported with the listing of its newest edition alone', async () => {
    await publish();
    const old = listingIn('out');
    nextEdition(2);
    await publish();

    const err = await onrecord('export', folder('out'), '--out', folder('large.zip'));

    expect(err).toBe('');
    const tree = unpackTree(new Uint8Array(readFileSync(folder('large.zip'))));
    const paths = tree.ok ? [...tree.value.keys()] : [];
    expect(paths.filter((path) => path.endsWith('.packs.json'))).toEqual([listingIn('out')]);
    expect(listingIn('out')).not.toBe(old);
  });

  test.for([
    ['is missing', (file: string) => rmSync(file)],
    ['is not what it was', (file: string) => appendFileSync(file, ' ')],
  ] as const)('is neither opened nor signed where its listing %s', async ([, spoil]) => {
    await onrecord('build', folder('authored'), '--out', folder('out'));
    const listing = join(folder('out'), listingIn('out'));
    spoil(listing);

    const told = `${listing} is not the listing of its catalog`;
    await expect(openDatasetFolder(folder('out'))).rejects.toThrow(told);
    const signed = await onrecord('sign', folder('out'), '--keys', folder('keys'));
    expect(signed).toContain(told);
  });
});

test('two packs of one name are refused', async () => {
  appendFileSync(join(work, 'authored/dataset.yaml'), MORE[0] ?? '');

  const err = await onrecord('build', folder('authored'), '--out', folder('out'));

  expect(err).toContain('no two packs of one name');
});
