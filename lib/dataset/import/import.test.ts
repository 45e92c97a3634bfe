import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { PublishedRecord, RecordType } from '@/lib/record/record';
import { sha256 } from '@/test/support/published';
import { importClaimReviews } from './claim-review';
import { importClaimTable } from './claim-table';
import { importFigureTable } from './figure-table';
import type { Imported, ImportRun } from './harvest';
import { importPopolo } from './popolo';
import { importWikidata } from './wikidata';

const RUN: ImportRun = { dataset: 'imported', via: 'test', at: '2026-11-25', sha256 };
const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);
const sample = (path: string): string => readFileSync(new URL(path, SAMPLES), 'utf8');
const rows = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

function all<Type extends RecordType>(
  { records }: Imported,
  type: Type,
): Extract<PublishedRecord, { type: Type }>[] {
  return records.filter(
    (record): record is Extract<PublishedRecord, { type: Type }> => record.type === type,
  );
}
const reasons = ({ held }: Imported): string[] => held.map(({ why }) => why);

const review = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://lighthouse.example/checks/boats',
  datePublished: '2021-01-05 05:00',
  author: {
    '@type': 'Organization',
    name: 'Lighthouse Checks',
    url: 'https://lighthouse.example/',
  },
  claimReviewed: 'Ada said &ldquo;no boat&rdquo; was turned away &amp; meant it',
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 6, alternateName: 'True' },
  itemReviewed: {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: 'Ada Marsh',
      sameAs: ['https://www.wikidata.org/wiki/Q424242'],
    },
    datePublished: '2021-01-02',
    appearance: [
      { '@type': 'CreativeWork', url: 'https://gazette.example/a' },
      { url: 'https://gazette.example/b' },
    ],
  },
  ...change,
});

describe('a ClaimReview', () => {
  test('becomes a claim of whoever made it and a verdict of the reviewer, in his own word', () => {
    const imported = importClaimReviews(review(), RUN);

    expect(imported.held).toEqual([]);
    const [claim] = all(imported, 'statement');
    const [verdict] = all(imported, 'verdict');
    const ada = all(imported, 'entity').find(({ kind }) => kind === 'person');
    expect(claim).toMatchObject({
      kind: 'claim',
      speaker: ada?.id,
      said: '2021-01-02',
      text: 'Ada said “no boat” was turned away & meant it',
      review: { status: 'imported', via: 'test' },
    });
    expect(ada).toMatchObject({ ids: { wikidata: 'Q424242' }, names: [{ text: 'Ada Marsh' }] });
    expect(verdict).toMatchObject({
      of: claim?.id,
      label: 'True',
      scale: { value: '1', worst: '1', best: '6' },
      published: '2021-01-05',
    });
    expect(all(imported, 'source')).toMatchObject([
      { url: 'https://gazette.example/a', otherUrls: ['https://gazette.example/b'] },
    ]);
  });

  test.for<[string, unknown]>([
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, review()] }],
    ['a list', [review()]],
    [
      'a feed',
      { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review()] }] },
    ],
    ['a page that has it as its review', { '@type': 'Article', review: review() }],
    ['several types', review({ '@type': ['Review', 'ClaimReview'] })],
  ])('is found in %s', ([, value]) => {
    expect(all(importClaimReviews(value, RUN), 'verdict')).toHaveLength(1);
  });

  test.for<[string, Record<string, unknown>, string]>([
    [
      'without a rating',
      { reviewRating: undefined },
      'no rating, neither in words nor as a number',
    ],
    ['without an address', { url: undefined }, 'no address of its own'],
    ['with an address that is a script', { url: 'javascript:alert(1)' }, 'no address of its own'],
    ['without a claim', { claimReviewed: ' ' }, 'no claim'],
    ['whose claim nobody made', { itemReviewed: {} }, 'nobody is said to have made the claim'],
    [
      'whose claim the reviewer made',
      { itemReviewed: { author: 'Lighthouse Checks' } },
      'the reviewer is said to have made the claim',
    ],
    [
      'that may not be merged',
      { sdLicense: 'https://creativecommons.org/licenses/by-nc/4.0/' },
      'its licence does not allow merging',
    ],
    [
      'whose claim is 3,000 characters long',
      { claimReviewed: 'x'.repeat(3000) },
      'readers would refuse the statement',
    ],
  ])('%s is held, with the reason', ([, change, why]) => {
    const imported = importClaimReviews(review(change), RUN);

    expect(reasons(imported)).toEqual([why]);
    expect(all(imported, 'verdict')).toEqual([]);
  });

  test('keeps a rating in words alone, a number alone, and no scale that the value lies outside of', () => {
    expect(label({ alternateName: 'Mostly False' })).toEqual(['Mostly False', undefined]);
    expect(label({ ratingValue: '3', bestRating: '5' })).toEqual([
      '3',
      { value: '3', worst: '1', best: '5' },
    ]);
    expect(label({ ratingValue: 7, bestRating: 5, alternateName: 'False' })).toEqual([
      'False',
      undefined,
    ]);
  });

  test('takes the review as source where the claim has no address', () => {
    const imported = importClaimReviews(
      review({ itemReviewed: { '@type': 'CreativeWork', author: [{ name: 'Ada Marsh' }] } }),
      RUN,
    );

    expect(all(imported, 'source')).toMatchObject([
      { url: 'https://lighthouse.example/checks/boats' },
    ]);
  });
});

describe('a table of fact checks', () => {
  const header =
    'rating_alternateName,creativeWork_author_name,claimReview_author_name,claimReview_url,claimReview_claimReviewed,extra_title';

  test('gives words only to somebody whom the review names', () => {
    const table = rows(`${header}
False,Ada Marsh,lighthouse,https://l.example/1,No boat was turned away,Ada Marsh wrong on boats
False,Cy Holm,lighthouse,https://l.example/2,No boat was turned away,Wrong on boats
False,lighthouse,lighthouse,https://l.example/3,No boat,lighthouse`);

    const imported = importClaimTable(table, RUN);

    expect(all(imported, 'verdict').map(({ url }) => url)).toEqual(['https://l.example/1']);
    expect(imported.held.map(({ what }) => what)).toEqual([
      'https://l.example/2',
      'https://l.example/3',
    ]);
  });
});

const popolo = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  persons: [
    {
      id: '13d1c064-b725-4137-be32-1b4bbf2f2d89',
      name: 'Ada Marsh',
      other_names: [
        { name: 'អាដា', lang: 'km' },
        { name: 'Ada Old', end_date: '2001' },
        { name: 'Аda', lang: 'en' },
      ],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q424242' }],
      email: 'ada@marsh.example',
      contact_details: [{ type: 'phone', value: '+44 1' }],
    },
    { id: 'b', name: 'A. Marsh', identifiers: [{ scheme: 'wikidata', identifier: 'Q424242' }] },
    { id: 'c', name: 'Ada Marsh' },
    { id: 'd', name: 'Young One', birth_date: '2015-01-01' },
  ],
  organizations: [
    { id: 'party/tide', name: 'Tide Party', classification: 'party' },
    { id: 'chamber', name: 'Saltmouth Assembly', classification: 'legislature' },
  ],
  memberships: [
    {
      person_id: '13d1c064-b725-4137-be32-1b4bbf2f2d89',
      organization_id: 'chamber',
      on_behalf_of_id: 'party/tide',
      role: 'member',
      legislative_period_id: 'term/5',
    },
    {
      person_id: 'b',
      organization_id: 'chamber',
      role: 'speaker',
      start_date: '2019-02',
      end_date: '',
    },
    { person_id: 'c', organization_id: 'gone', role: 'member' },
  ],
  events: [
    {
      id: 'term/5',
      classification: 'legislative period',
      start_date: '2013',
      end_date: '2018-07-29',
    },
  ],
  ...change,
});

describe('Popolo', () => {
  const imported = importPopolo(popolo(), RUN);
  const people = all(imported, 'entity').filter(({ kind }) => kind === 'person');
  const ada = people.find(({ ids }) => ids?.['wikidata'] === 'Q424242');

  test('joins entries by Wikidata id and never by name', () => {
    expect(people).toHaveLength(2);
    expect(ada?.names.map(({ text }) => text)).toEqual([
      'Ada Marsh',
      'អាដា',
      'Ada Old',
      'A. Marsh',
    ]);
    expect(ada?.ids).toMatchObject({ everypolitician: '13d1c064-b725-4137-be32-1b4bbf2f2d89' });
  });

  test('dates a tenure by the membership, else by its legislative period', () => {
    const chamber = all(imported, 'entity').find(
      ({ names }) => names[0]?.text === 'Saltmouth Assembly',
    );

    expect(ada?.tenures).toEqual([
      { role: { en: 'member' }, org: chamber?.id, from: '2013', to: '2018-07-29' },
      { role: { en: 'speaker' }, org: chamber?.id, from: '2019-02' },
    ]);
  });

  test('holds names of two scripts and persons under 18, and leaves contact data out', () => {
    expect(reasons(imported)).toEqual([
      'name held: "Аda" mixes Latin and Cyrillic letters',
      'under 18',
    ]);
    expect(JSON.stringify(imported.records)).not.toContain('marsh.example');
  });
});

const time = (value: string, precision: number): unknown => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: value, precision } },
});
const held = (office: string, change: Record<string, unknown> = {}): unknown => ({
  mainsnak: { snaktype: 'value', datavalue: { value: { id: office } } },
  rank: 'normal',
  ...change,
});
const item = (change: Record<string, unknown> = {}): unknown => ({
  entities: {
    Q424242: {
      id: 'Q424242',
      labels: {
        de: { language: 'de', value: 'Ada Marsh' },
        en: { language: 'en', value: 'Ada Marsh' },
      },
      aliases: { en: [{ language: 'en', value: 'A. Marsh' }] },
      claims: {
        P31: [held('Q5')],
        P39: [
          held('Q1', {
            qualifiers: {
              P580: [time('+1977-00-00T00:00:00Z', 9)],
              P582: [{ snaktype: 'novalue' }],
            },
          }),
          held('Q1', {
            qualifiers: {
              P580: [time('+1985-03-00T00:00:00Z', 10)],
              P582: [time('+1986-04-05T00:00:00Z', 11)],
            },
          }),
          held('Q2'),
          held('Q2', { rank: 'deprecated' }),
          held('Q2', { rank: 'preferred', qualifiers: { P580: [{ snaktype: 'somevalue' }] } }),
          { mainsnak: { snaktype: 'somevalue' }, rank: 'normal' },
          held('Q3'),
        ],
      },
      sitelinks: { enwiki: { title: 'Ada Marsh' } },
      ...change,
    },
  },
});

describe('Wikidata', () => {
  const labels = { Q1: 'harbour minister', Q2: 'mayor of Saltmouth' };

  test('takes positions with dates as precise as they are, preferred first, deprecated never', () => {
    const imported = importWikidata(item(), RUN, { labels });

    const [ada] = all(imported, 'entity');
    expect(ada?.tenures).toEqual([
      { role: { en: 'mayor of Saltmouth' } },
      { role: { en: 'harbour minister' }, from: '1977', to: '..' },
      { role: { en: 'harbour minister' }, from: '1985-03', to: '1986-04-05' },
      { role: { en: 'mayor of Saltmouth' } },
    ]);
    expect(reasons(imported)).toEqual([
      'a position without a value',
      'the office Q3 has no name here',
    ]);
    expect(ada?.names.map(({ text, lang }) => `${lang} ${text}`)).toEqual([
      'en Ada Marsh',
      'en A. Marsh',
      'de Ada Marsh',
    ]);
    expect(JSON.stringify(ada)).not.toContain('enwiki');
  });

  test('says so where no position is recorded, follows redirects, holds what it does not know', () => {
    const none = importWikidata(item({ claims: { P31: [held('Q5')] } }), RUN);
    const redirected = importWikidata(item({ redirects: { from: 'Q424242', to: 'Q77' } }), RUN, {
      labels,
    });
    const unknown = importWikidata(item({ claims: {} }), RUN);
    const missing = importWikidata({ entities: { Q9: { id: 'Q9', missing: '' } } }, RUN);

    expect(reasons(none)).toEqual(['no position held (P39) is recorded']);
    expect(all(none, 'entity')).toHaveLength(1);
    expect(all(redirected, 'entity')[0]?.ids).toEqual({ wikidata: 'Q77' });
    expect(reasons(unknown)).toEqual([
      'neither a person, nor a body, office or place that this importer knows',
    ]);
    expect(reasons(missing)).toEqual(['no item']);
  });
});

describe('a table of figures', () => {
  const facts = {
    code: 'XX.BOATS',
    name: 'Boats',
    unit: 'boats',
    definition: 'Boats on the register.',
  };
  const LONG =
    '\uFEFFCountry Name,Country Code,Year,Value\nSaltmouth,SLM,2019,749129748.1605784\nSaltmouth,SLM,2020,\nWorld,WLD,2019,1.2e10\n';
  const WIDE =
    '"Data Source","World Development Indicators",\n\n"Last Updated Date","2023-06-29",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",\n"Saltmouth","SLM","Boats","XX.BOATS","12","",\n"World","WLD","Boats","XX.BOATS","","400.50",\n';
  const SDMX = 'DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nX,SLM,2019,12\n';
  test('in long form keeps numbers as written, and takes an empty cell for no figure', () => {
    const imported = importFigureTable(rows(LONG), RUN, facts);

    expect(seen(imported)).toEqual(['2019 749129748.1605784']);
    expect(reasons(imported)).toEqual(['"1.2e10" is no number as records write it']);
  });

  test('in wide form passes over the lines before the header, and dates its source by them', () => {
    const imported = importFigureTable(rows(WIDE), RUN, facts);

    expect(seen(imported)).toEqual(['2019 12', '2020 400.50']);
    expect(all(imported, 'source')).toMatchObject([{ published: '2023-06-29' }]);
    expect(
      all(imported, 'measure')
        .map(({ name }) => name['en'] ?? '')
        .toSorted(),
    ).toEqual(['Boats, Saltmouth', 'Boats, World']);
  });

  test('of SDMX is read by its column names', () => {
    expect(seen(importFigureTable(rows(SDMX), RUN, facts))).toEqual(['2019 12']);
  });
});

describe.skipIf(!existsSync(SAMPLES))(
  'the real samples (left out where ../shared is absent)',
  () => {
    const IMPORTS: Readonly<Record<string, (text: string) => Imported>> = {
      'claimreview/schemaorg-examples.json': (text) => importClaimReviews(JSON.parse(text), RUN),
      'claimreview/claimskg-afpfactcheck.csv': (text) => importClaimTable(rows(text), RUN),
      'claimreview/claimskg-fatabyyano.csv': (text) => importClaimTable(rows(text), RUN),
      'claimreview/claimskg-politifact.csv': (text) => importClaimTable(rows(text), RUN),
      'popolo/cambodia-national-assembly-2015.popolo.json': (text) =>
        importPopolo(JSON.parse(text), RUN),
      'popolo/zimbabwe-senate.popolo.json': (text) => importPopolo(JSON.parse(text), RUN),
      'wikidata/Q646148-politician-with-P39.wbgetentities.json': (text) =>
        importWikidata(JSON.parse(text), RUN, {
          labels: { Q1780230: 'member of the European Commission' },
        }),
      'wikidata/Q131261.wbgetentities.json': (text) => importWikidata(JSON.parse(text), RUN),
      'worldbank/gdp-KHM-KEN-DEU-WLD.csv': (text) =>
        importFigureTable(rows(text), RUN, {
          code: 'NY.GDP.MKTP.CD',
          name: 'GDP',
          unit: 'dollar',
          definition: 'GDP in current US dollars',
        }),
    };
    test.for<[string, string]>([
      ['claimreview/schemaorg-examples.json', '2 1 1 0 0'],
      ['claimreview/claimskg-fatabyyano.csv', '0 0 0 0 0'],
      ['popolo/cambodia-national-assembly-2015.popolo.json', '126 0 0 0 0'],
      ['popolo/zimbabwe-senate.popolo.json', '71 0 0 0 0'],
      ['wikidata/Q646148-politician-with-P39.wbgetentities.json', '1 0 0 0 0'],
      ['wikidata/Q131261.wbgetentities.json', '0 0 0 0 0'],
      ['worldbank/gdp-KHM-KEN-DEU-WLD.csv', '5 0 0 4 241'],
    ])('%s gives %s entities, statements, verdicts, measures and figures', ([path, expected]) => {
      expect(counts(IMPORTS[path]?.(sample(path)) ?? { records: [], held: [] })).toBe(expected);
    });

    test('holds the Khmer name that ends in Latin letters, and keeps the person', () => {
      const imported = importPopolo(
        JSON.parse(sample('popolo/cambodia-national-assembly-2015.popolo.json')),
        RUN,
      );

      expect(reasons(imported)).toEqual(['name held: "សែkhmer" mixes Latin and Khmer letters']);
      expect(all(imported, 'entity').some(({ ids }) => ids?.['wikidata'] === 'Q57788')).toBe(true);
    });

    test.for(Object.keys(IMPORTS))('%s twice gives the same bytes', (path) => {
      const twice = [0, 1].map(() => JSON.stringify(IMPORTS[path]?.(sample(path))));

      expect(twice[0]).toBe(twice[1]);
    });

    test.for(Object.entries(IMPORTS))(
      '%s with any 200 changes never throws, and gives only good records',
      ([path, run]) => {
        const text = sample(path);
        fc.assert(
          fc.property(
            fc.nat(text.length - 1),
            fc.nat(40),
            fc.string({ maxLength: 12 }),
            (at, length, put) => {
              const changed = text.slice(0, at) + put + text.slice(at + length);
              expect(
                attempt(() => run(changed))?.records.every(
                  ({ review: { status } }) => status === 'imported',
                ) ?? true,
              ).toBe(true);
            },
          ),
          { numRuns: 200 },
        );
      },
    );
  },
);

test('imports of any JSON at all never throw', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.constantFrom('persons', '@graph', 'entities', 'memberships', 'organizations'),
      (json, name) => {
        const value = { [name]: JSON.parse(json) as unknown, '@type': 'ClaimReview' };
        for (const run of [importClaimReviews, importPopolo, importWikidata])
          expect(run(value, RUN).records.length).toBeLessThan(9);
      },
    ),
    { numRuns: 500 },
  );
});

test('values in other places, of other types, deep or missing, never throw', () => {
  const values: readonly unknown[] = [
    null,
    0,
    -1,
    '',
    'x',
    [],
    {},
    [[]],
    { '@value': {} },
    true,
    '9999-99-99',
    { toString: 1 },
  ];
  const bodies = [review(), popolo(), item()] as const;
  const runs = [importClaimReviews, importPopolo, importWikidata] as const;
  fc.assert(
    fc.property(fc.nat(2), fc.nat(400), fc.constantFrom(...values), (which, at, value) => {
      let count = 0;
      const mutated: unknown = JSON.parse(JSON.stringify(bodies[which]), (_key, own: unknown) =>
        (count += 1) === at ? value : own,
      );
      expect(runs[which]?.(mutated, RUN).records).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});

/** A text that is no JSON any more never reaches an importer. */
function attempt(run: () => Imported): Imported | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function label(reviewRating: unknown): unknown {
  const [verdict] = all(importClaimReviews(review({ reviewRating }), RUN), 'verdict');
  return [verdict?.label, verdict?.scale];
}

function seen(imported: Imported): string[] {
  return all(imported, 'figure')
    .map(({ period, value }) => `${period} ${value}`)
    .toSorted();
}

function counts(imported: Imported): string {
  const types = ['entity', 'statement', 'verdict', 'measure', 'figure'] as const;
  return types.map((type) => all(imported, type).length).join(' ');
}
