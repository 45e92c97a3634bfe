import { describe, expect, test } from 'vitest';
import { sha256 } from '@/test/support/published';
import { catalogFiles, isListingOf, PACKS_IN_SMALL, packsToShow } from './listing';
import {
  type LargeCatalog,
  type Listing,
  listingPath,
  type PackEntry,
  parseCatalog,
  parseListing,
  type SmallCatalog,
} from './manifest';

type Files = ReadonlyMap<string, Uint8Array>;

function entry(pack: string, edition = 1): PackEntry {
  const counts = { entities: 1, sources: 1, statements: 1, measures: 0, figures: 0, links: 0 };
  return {
    pack,
    title: { en: `On ${pack}` },
    langs: ['en'],
    edition,
    manifest: { sha256: Buffer.from(sha256(Buffer.from(pack))).toString('hex'), bytes: 900 },
    bytes: 5000,
    counts: { ...counts, verdicts: 0, withdrawals: 0 },
  };
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_each, at) => `pack-${at.toString().padStart(3, '0')}`);

function catalogOf(packs: PackEntry[]): SmallCatalog {
  const facts = { dataset: 'harbour', title: { en: 'Harbour' }, languages: ['en'], built: '2026' };
  return { format: 1, ...facts, licence: 'CC0-1.0', edition: 2, packs };
}

const filesOf = (packs: PackEntry[]): Files => catalogFiles(catalogOf(packs), sha256);

function largeIn(files: Files): LargeCatalog {
  const catalog = parseCatalog(files.get('catalog.json') ?? new Uint8Array());
  if (!catalog.ok || catalog.value.format !== 2) throw new Error('there is no large catalog');
  return catalog.value;
}

const listingBytes = (files: Files): Uint8Array =>
  files.get(listingPath(largeIn(files).listing.sha256)) ?? new Uint8Array();

function listingIn(files: Files): Listing {
  const listing = parseListing(listingBytes(files));
  if (!listing.ok) throw new Error('there is no listing');
  return listing.value;
}

const MANY = names(40).map((pack) => entry(pack));

describe('a catalog', () => {
  test('of few packs is one file, which says all', () => {
    const few = catalogOf(names(PACKS_IN_SMALL).map((pack) => entry(pack)));

    const files = catalogFiles(few, sha256);

    expect([...files.keys()]).toEqual(['catalog.json']);
    expect(parseCatalog(files.get('catalog.json') ?? new Uint8Array()).ok).toBe(true);
    expect(JSON.parse(Buffer.from(files.get('catalog.json') ?? []).toString())).toEqual(few);
  });

  test('of many packs names their manifests, and leaves the rest to the listing before it', () => {
    const files = filesOf(MANY);

    expect([...files.keys()].at(-1)).toBe('catalog.json');
    const refs = MANY.map(({ pack, edition, manifest }) => ({ pack, edition, manifest }));
    expect(largeIn(files).packs).toEqual(refs);
    const listed = MANY.map(({ pack, title, langs, bytes, counts }) => ({
      pack,
      title,
      langs,
      bytes,
      counts,
    }));
    expect(listingIn(files).packs).toStrictEqual(listed);
    expect(isListingOf(largeIn(files), listingIn(files))).toBe(true);
  });

  test('is the same, byte for byte, in whatever order its packs come', () => {
    expect([...filesOf(MANY.toReversed())]).toEqual([...filesOf(MANY)]);
  });

  test('of as many packs as a dataset may have is one that readers take', () => {
    const files = filesOf(names(200).map((pack) => entry(pack)));

    expect(largeIn(files).packs).toHaveLength(200);
  });

  test('whose titles are longer than readers take stops the build', () => {
    const title = Object.fromEntries(
      Array.from({ length: 40 }, (_each, at) => [`en-x-a${at}`, 'x'.repeat(190)]),
    );

    const build = (): Files => filesOf(MANY.map((each) => ({ ...each, title })));

    expect(build).toThrow('long titles');
  });
});

type Columns = Record<'names' | 'editions' | 'bytes', unknown[]> & { sha256: string };

test.for<readonly [string, (packs: Columns) => Partial<Columns>]>([
  ['a pack twice', ({ names: all }) => ({ names: all.map((each, at) => all[at - 1] ?? each) })],
  ['packs in disorder', ({ names: all }) => ({ names: all.toReversed() })],
  ['a name less', ({ names: all }) => ({ names: all.slice(1) })],
  ['no packs', () => ({ names: [], editions: [], bytes: [], sha256: '' })],
  ['an edition less', ({ editions }) => ({ editions: editions.slice(1) })],
  ['an edition of nothing', ({ editions }) => ({ editions: [0, ...editions.slice(1)] })],
  ['a length more', ({ bytes }) => ({ bytes: [...bytes, 900] })],
  ['a length beyond the limit', ({ bytes }) => ({ bytes: [1e9, ...bytes.slice(1)] })],
  ['half a hash less', ({ sha256: hashes }) => ({ sha256: hashes.slice(24) })],
  ['hashes that are no base64', ({ sha256: hashes }) => ({ sha256: `-${hashes.slice(1)}` })],
])('a large catalog with %s is malformed', ([, change]) => {
  const catalog = JSON.parse(Buffer.from(filesOf(MANY).get('catalog.json') ?? []).toString()) as {
    packs: Columns;
  };
  const packs = { ...catalog.packs, ...change(catalog.packs) };

  const parsed = parseCatalog(Buffer.from(JSON.stringify({ ...catalog, packs })));

  expect(parsed).toMatchObject({ ok: false, problem: 'malformed' });
});

test('a small catalog that has a pack twice is malformed', () => {
  const bytes = Buffer.from(JSON.stringify(catalogOf([entry('main'), entry('main')])));

  expect(parseCatalog(bytes)).toMatchObject({ ok: false, problem: 'malformed' });
});

test.for<readonly [string, boolean, (listing: Listing) => Partial<Listing>]>([
  ['an older edition', true, () => ({ edition: 1 })],
  ['a later edition', false, () => ({ edition: 3 })],
  ['another dataset', false, () => ({ dataset: 'watch' })],
  ['a pack more', false, ({ packs }) => ({ packs: [...packs, entry('zz')] })],
  ['a pack less', false, ({ packs }) => ({ packs: packs.slice(1) })],
  ['a pack twice', false, ({ packs }) => ({ packs: [...packs.slice(1), ...packs.slice(-1)] })],
  ['packs in disorder', false, ({ packs }) => ({ packs: packs.toReversed() })],
])('a listing of %s belongs to a catalog: %s', ([, belongs, change]) => {
  const files = filesOf(MANY);
  const listing = listingIn(files);

  expect(isListingOf(largeIn(files), { ...listing, ...change(listing) })).toBe(belongs);
});

describe('of a large catalog', () => {
  const before = filesOf([...MANY, entry('past')]);
  const now = largeIn(filesOf([...MANY, entry('zz-new')]));

  test('an older listing shows the packs that are still there', () => {
    const shown = packsToShow(now, listingBytes(before));

    expect(shown.map(({ pack }) => pack)).toEqual(names(40));
  });

  test.for([
    ['no listing', undefined],
    ['rubbish', Uint8Array.of(1, 2, 3)],
  ] as const)('%s shows nothing', ([, kept]) => {
    expect(packsToShow(now, kept)).toEqual([]);
  });
});
