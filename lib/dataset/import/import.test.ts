import { describe, expect, test } from 'vitest';
import { all, reasons, type Taken, taken } from '@/test/support/imports';
import type { AuthoredFile } from '@/lib/dataset/authored-file';
import type { PublishedRecord } from '@/lib/record/record';
import { importClaimReviews } from './claim-review';
import { importClaimTable } from './claim-table';
import type { Harvest } from './harvest';
import type { Row, Told } from './piece';
import { importPopolo } from './popolo';
import { importWikidata } from './wikidata';

/** Files of JSON values, joined in one import. */
const pieces = (values: readonly unknown[]): { place: string; value: unknown }[] =>
  values.map((value, at) => ({ place: `${at + 1}.json`, value }));
const claims = (value: unknown, told: Told = {}): Taken =>
  taken((harvest) => importClaimReviews(pieces([value]), harvest, told));
const popoloOf = (...values: unknown[]): Taken =>
  taken((harvest) => importPopolo(pieces(values), harvest, {}));
const wikidata = (values: readonly unknown[], labels: Record<string, string> = {}): Taken =>
  taken((harvest) => importWikidata(pieces(values), harvest, { labels }));
const rows = (csv: string): Row[] =>
  csv
    .split('\n')
    .flatMap((line, at) => (line === '' ? [] : [{ line: at + 1, cells: line.split(',') }]));

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
    const imported = claims(review());

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
    expect(all(claims(value), 'verdict')).toHaveLength(1);
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
      'text: Invalid length: Expected <=2000 but received 3000',
    ],
    [
      'whose claim holds markup',
      { claimReviewed: 'No &lt;b&gt;boat&lt;/b&gt;' },
      'holds "<b>"; text is text here',
    ],
    [
      'that came before the words it is about',
      {
        datePublished: '2020-12-31',
        itemReviewed: { author: 'Ada Marsh', datePublished: '2021-01-02' },
      },
      'said 2021-01-02, after it was published (2020-12-31)',
    ],
  ])('%s is held, with the reason', ([, change, why]) => {
    const imported = claims(review(change));

    expect(reasons(imported)).toContain(why);
    expect(imported.records).toEqual([]);
  });

  test('says where it stood', () => {
    const imported = claims({ '@graph': [{}, review({ url: undefined })] });

    expect(imported.held.map(({ place }) => place)).toEqual(['1.json: @graph[1]']);
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
    const imported = claims(
      review({ itemReviewed: { '@type': 'CreativeWork', author: [{ name: 'Ada Marsh' }] } }),
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
False,lighthouse,lighthouse,https://l.example/3,No boat,lighthouse
False,Ada Marsh`);

    const imported = taken((harvest) =>
      importClaimTable({ file: 'a.csv', rows: table }, harvest, { publisher: 'Lighthouse Checks' }),
    );

    expect(all(imported, 'verdict').map(({ url }) => url)).toEqual(['https://l.example/1']);
    expect(imported.held.map(({ place, what }) => `${place} ${what}`)).toEqual([
      'a.csv:3 https://l.example/2',
      'a.csv:4 https://l.example/3',
      'a.csv:5 a row',
    ]);
    expect(namesIn(imported)).toContain('Lighthouse Checks');
  });

  test('that lacks a column is refused, and the column named', () => {
    const table = { file: 'a.csv', rows: rows('claimReview_url,rating_alternateName\nx,y') };
    let answer: unknown;

    taken((harvest) => (answer = importClaimTable(table, harvest, {})));

    expect(answer).toEqual({
      ok: false,
      problem:
        'the first line has to name the columns of ClaimsKG; it lacks claimReview_claimReviewed',
    });
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
  const imported = popoloOf(popolo());
  const people = all(imported, 'entity').filter(({ kind }) => kind === 'person');
  const ada = people.find(({ ids }) => ids?.['wikidata'] === 'Q424242');

  test('joins entries by Wikidata id and never by name', () => {
    expect(people).toHaveLength(2);
    expect(ada?.names.map(({ text }) => text)).toEqual([
      'Ada Marsh',
      'Ada Old',
      'អាដា',
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
    expect(imported.held).toEqual([
      {
        place: '1.json: persons[0]',
        what: '13d1c064-b725-4137-be32-1b4bbf2f2d89',
        why: 'name held: "Аda" mixes Latin and Cyrillic letters',
      },
      { place: '1.json: persons[3]', what: 'd', why: 'under 18' },
    ]);
    expect(JSON.stringify(imported.records)).not.toContain('marsh.example');
  });

  test('in several files is joined: the terms of one person, memberships in a file of their own', () => {
    const { persons, organizations, memberships, events } = popolo();
    const later = popolo({
      memberships: [
        { person_id: 'c', organization_id: 'chamber', role: 'whip', start_date: '2020' },
      ],
      persons: [{ id: 'c', name: 'Ada Marsh' }],
    });

    const joined = popoloOf({ persons, organizations, events }, { memberships }, later);

    const [, other] = all(joined, 'entity')
      .filter(({ kind }) => kind === 'person')
      .toSorted(byTenures);
    expect(rolesOf(all(joined, 'entity').find(({ id }) => id === ada?.id))).toEqual([
      'member',
      'speaker',
    ]);
    expect(rolesOf(other)).toEqual(['member', 'whip']);
  });

  test('keeps two things apart that have one id in two files', () => {
    const joined = popoloOf(
      popolo(),
      popolo({ organizations: [{ id: 'chamber', name: 'Another Chamber' }], persons: [] }),
    );

    expect(namesIn(joined)).not.toContain('Another Chamber');
    expect(joined.held).toContainEqual({
      place: '2.json: organizations[0]',
      what: 'org/popolo/chamber',
      why: 'the same key stands for another organisation; one needs another id',
    });
  });

  test('keeps 60 of a hundred names, those in the languages of readers first', () => {
    const others = Array.from({ length: 100 }, (_, at) => ({
      name: `Ada ${String.fromCodePoint(0x61 + (at % 26)).repeat(2 + at / 26)}`,
      lang: at === 99 ? 'km' : 'de',
    }));

    const [person] = all(
      popoloOf({ persons: [{ id: 'a', name: 'Ada', other_names: others }] }),
      'entity',
    );

    expect(person?.names).toHaveLength(60);
    expect(person?.names.slice(0, 2).map(({ lang }) => lang)).toEqual(['und', 'km']);
    expect(person?.names[0]).toMatchObject({ text: 'Ada', kind: 'main' });
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
    const imported = wikidata([item()], labels);

    const [ada] = all(imported, 'entity');
    expect(ada?.tenures).toEqual([
      { role: { en: 'mayor of Saltmouth' } },
      { role: { en: 'harbour minister' }, from: '1977', to: '..' },
      { role: { en: 'harbour minister' }, from: '1985-03', to: '1986-04-05' },
      { role: { en: 'mayor of Saltmouth' } },
    ]);
    expect(reasons(imported)).toEqual([
      'a position without a value',
      `the office Q3 has no name here; import its item too, or add --labels '{"Q3":"…"}'`,
    ]);
    expect(ada?.names.map(({ text, lang }) => `${lang} ${text}`)).toEqual([
      'en Ada Marsh',
      'en A. Marsh',
      'de Ada Marsh',
    ]);
    expect(JSON.stringify(ada)).not.toContain('enwiki');
  });

  test('says so where no position is recorded, follows redirects, holds what it does not know', () => {
    const none = wikidata([item({ claims: { P31: [held('Q5')] } })]);
    const redirected = wikidata([item({ redirects: { from: 'Q424242', to: 'Q77' } })], labels);
    const unknown = wikidata([item({ claims: {} })]);
    const missing = wikidata([{ entities: { Q9: { id: 'Q9', missing: '' } } }]);

    expect(reasons(none)).toEqual(['no position held (P39) is recorded']);
    expect(all(none, 'entity')).toHaveLength(1);
    expect(all(redirected, 'entity')[0]?.ids).toEqual({ wikidata: 'Q77' });
    expect(reasons(unknown)).toEqual([
      'its class is none that this importer knows; say --kind person or organisation or office or place or law or event where all such items are one',
    ]);
    expect(reasons(missing)).toEqual(['no item']);
  });

  test('takes the kind that is told where the classes tell none, and nobody under 18', () => {
    const told = taken((harvest) =>
      importWikidata(pieces([item({ claims: {} })]), harvest, { labels: {}, kind: 'law' }),
    );
    const P569 = [{ mainsnak: time('+2012-05-01T00:00:00Z', 11), rank: 'normal' }];
    const young = wikidata([item({ claims: { P31: [held('Q5')], P569 } })]);

    expect(all(told, 'entity')).toMatchObject([{ kind: 'law', ids: { wikidata: 'Q424242' } }]);
    expect(reasons(young)).toEqual(['under 18']);
  });

  test('in several files is one entity with the names and tenures of all, offices named by the others', () => {
    const office = { id: 'Q3', labels: { en: { language: 'en', value: 'warden of the tide' } } };
    const later = item({ aliases: { km: [{ language: 'km', value: 'អាដា' }] } });

    const joined = wikidata(
      [item(), later, { ...office, claims: { P31: [held('Q4164871')] } }],
      labels,
    );

    const people = all(joined, 'entity').filter(({ kind }) => kind === 'person');
    expect(people).toHaveLength(1);
    expect(people[0]?.names.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Ada Marsh', 'A. Marsh', 'អាដា']),
    );
    expect(rolesOf(people[0])).toContain('warden of the tide');
  });

  test('merges into the entity that has its id already, but never changes what people reviewed', () => {
    const merged = taken(take, [known('imported')]);
    const left = taken(take, [known('reviewed')]);

    expect(merged.files.map(({ name }) => name)).toEqual(['entities/ada.yaml']);
    expect(namesIn(merged)).toEqual(['Ada of Saltmouth', 'Ada Marsh', 'A. Marsh', 'Ada Marsh']);
    expect(left.files).toEqual([]);
    expect(reasons(left).at(-1)).toBe(
      'reviewed by people and left as it is; what it lacks: "Ada Marsh" (en), "A. Marsh" (en), "Ada Marsh" (de), warden 1977 to .., warden 1985-03 to 1986-04-05',
    );
  });
});

/** An entity of the dataset that is added to. */
function known(status: 'imported' | 'reviewed'): AuthoredFile {
  return {
    kind: 'entity',
    name: 'entities/ada.yaml',
    value: {
      key: 'person/xx/ada',
      type: 'person',
      names: [{ text: 'Ada of Saltmouth', lang: 'en' }],
      ids: { wikidata: 'Q424242' },
      review: { status, at: '2026', by: ['@ed'], via: 'hand' },
    },
  };
}

function take(harvest: Harvest): number {
  return importWikidata(pieces([item()]), harvest, { labels: { Q1: 'warden' } });
}

function label(reviewRating: unknown): unknown {
  const [verdict] = all(claims(review({ reviewRating })), 'verdict');
  return [verdict?.label, verdict?.scale];
}

function namesIn(imported: Taken): string[] {
  return all(imported, 'entity').flatMap(({ names }) => names.map(({ text }) => text));
}

type Entity = Extract<PublishedRecord, { type: 'entity' }>;

function rolesOf(entity: Entity | undefined): string[] {
  return (entity?.tenures ?? []).map(({ role }) => role['en'] ?? '');
}

function byTenures(a: Entity, b: Entity): number {
  return rolesOf(a).join(' ').localeCompare(rolesOf(b).join(' '));
}
