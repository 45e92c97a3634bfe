import { haveSamples, sample } from './imports';

/** A good file of a format, to be spoilt. */
export type ImportFile = {
  readonly format: string;
  readonly name: string;
  readonly options: readonly string[];
  readonly bytes: Uint8Array;
};

const review = (at: number): object => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://lighthouse.example/checks/${at}`,
  datePublished: '2021-01-05 05:00',
  inLanguage: 'en',
  author: { '@type': 'Organization', name: 'Lighthouse Checks' },
  claimReviewed: `No boat was turned away in the winter of ${2000 + at}, said café owners`,
  reviewRating: { ratingValue: 1, bestRating: 6, alternateName: 'Mostly true' },
  itemReviewed: {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: 'Ada Marsh',
      sameAs: 'https://www.wikidata.org/wiki/Q424242',
    },
    datePublished: '2021-01-02',
    appearance: [{ url: `https://gazette.example/${at}` }],
  },
});

const POPOLO = {
  persons: [
    {
      id: 'a',
      name: 'Ada Marsh',
      birth_date: '1960-05-01',
      other_names: [{ name: 'អាដា', lang: 'km' }],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q424242' }],
    },
    { id: 'b', name: 'Bo Reed' },
  ],
  organizations: [{ id: 'chamber', name: 'Saltmouth Assembly', classification: 'legislature' }],
  memberships: [
    { person_id: 'a', organization_id: 'chamber', role: 'member', legislative_period_id: 'term/5' },
    { person_id: 'b', organization_id: 'chamber', role: 'speaker', start_date: '2019-02' },
  ],
  events: [{ id: 'term/5', start_date: '2013', end_date: '2018-07-29' }],
};

const valued = (id: string): object => ({ snaktype: 'value', datavalue: { value: { id } } });
const WIKIDATA = {
  entities: {
    Q424242: {
      id: 'Q424242',
      labels: {
        en: { language: 'en', value: 'Ada Marsh' },
        fr: { language: 'fr', value: 'Adèle' },
      },
      aliases: { en: [{ language: 'en', value: 'A. Marsh' }] },
      claims: {
        P31: [{ mainsnak: valued('Q5') }],
        P39: [
          {
            mainsnak: valued('Q1'),
            rank: 'preferred',
            qualifiers: {
              P580: [
                {
                  snaktype: 'value',
                  datavalue: { value: { time: '+1977-00-00T00:00:00Z', precision: 9 } },
                },
              ],
            },
          },
        ],
      },
    },
    Q1: {
      id: 'Q1',
      labels: { en: { language: 'en', value: 'mayor of Saltmouth' } },
      claims: { P31: [{ mainsnak: valued('Q4164871') }] },
    },
  },
};

const CLAIMS_CSV = `rating_ratingValue,rating_bestRating,rating_alternateName,creativeWork_author_name,creativeWork_datePublished,claimReview_author_name,claimReview_url,claimReview_claimReviewed,claimReview_datePublished,extra_title
1,5,False,Ada Marsh,2021-07-01,lighthouse,https://l.example/1,"No boat, not one, was turned away",2021-07-03,Ada Marsh is wrong on boats
,,Misleading,Bo Reed,2021-07-01,lighthouse,https://l.example/2,Café owners saw ten boats,2021-07-03,What Bo Reed saw
`;
const LONG = `Country Name,Country Code,Year,Value
Saltmouth,SLM,2019,749129748.1605784
Saltmouth,SLM,2020,
Île d’Or,IDO,2019,12
World,WLD,2019,400.5
`;
const WIDE = `"Data Source","World Development Indicators",

"Last Updated Date","2023-06-29",

"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
"Saltmouth","SLM","Boats","NY.BOATS.CD","12","",
"Île d’Or","IDO","Boats","NY.BOATS.CD","","400.50",
`;
const SDMX = `DATAFLOW,REF_AREA: Reference area,SEX: Sex,TIME_PERIOD: Time period,OBS_VALUE: Value,UNIT_MULT: Multiplier
X:BOATS(1.0),SLM: Saltmouth,F: Female,2019-Q3,12.5,3: Thousands
X:BOATS(1.0),SLM: Saltmouth,M: Male,2019-Q3,4,0: Units
`;

const FIGURES = '--code NY.BOATS.CD --name Boats --kind stock'.split(' ');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value, undefined, 1));

const INVENTED: readonly ImportFile[] = [
  file(
    'claimreview',
    'page.json',
    json({ '@graph': [{ '@type': 'WebPage' }, review(1), review(2)] }),
  ),
  file(
    'claimreview',
    'feed.json',
    json({ '@type': 'DataFeed', dataFeedElement: [{ item: [review(1)] }, { item: review(3) }] }),
  ),
  file(
    'claimreview',
    'dump.ndjson',
    utf8([1, 2, 3].map((at) => JSON.stringify(review(at))).join('\n')),
  ),
  file('claimreview-csv', 'checks.csv', utf8(CLAIMS_CSV)),
  file('popolo', 'assembly.json', json(POPOLO)),
  file('wikidata', 'items.json', json(WIKIDATA)),
  file('figures', 'long.csv', utf8(LONG), FIGURES),
  file('figures', 'wide.csv', utf8(WIDE), ['--kind', 'stock']),
  file('figures', 'sdmx.csv', utf8(SDMX), FIGURES),
];

const REAL: readonly (readonly [format: string, path: string, options?: readonly string[]])[] = [
  ['claimreview', 'claimreview/schemaorg-examples.json'],
  ['claimreview-csv', 'claimreview/claimskg-afpfactcheck.csv'],
  ['popolo', 'popolo/zimbabwe-senate.popolo.json'],
  ['wikidata', 'wikidata/Q646148-politician-with-P39.wbgetentities.json'],
  ['figures', 'worldbank/gdp-KHM-KEN-DEU-WLD.csv', FIGURES],
];

/** Good files of every format: invented ones, and real ones where they lie beside the project. */
export const IMPORT_FILES: readonly ImportFile[] = [
  ...INVENTED,
  ...(haveSamples
    ? REAL.map(([format, path, options]) => file(format, path, sample(path), options))
    : []),
];

// oxlint-disable-next-line max-params -- a table reads better in one line a file
function file(
  format: string,
  name: string,
  bytes: Uint8Array,
  options: readonly string[] = [],
): ImportFile {
  return { format, name, options, bytes };
}
