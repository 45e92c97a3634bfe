import { describe, expect, test } from 'vitest';
import type { Imported } from '@/lib/dataset/import/harvest';
import type { PublishedRecord } from '@/lib/record/record';
import { haveSamples, sample } from '@/test/support/imports';
import { datasetFile } from '@/test/support/published';
import { recordsOf } from './dataset-import';
import { importInputs } from './import-inputs';
import { orderOf } from './import-order';

const TARGET = { dataset: datasetFile({ id: 'imported' }), around: [] };
const GDP = '--code NY.GDP.MKTP.CD --kind flow --name GDP';
const PEOPLE = '--code SP.POP.TOTL --kind stock --name Population';
/** The offices of the sample that Wikidata knows by number only. */
const OFFICES = ['Q5449541', 'Q6866144', 'Q651703', 'Q1780230', 'Q64852347'];
const LABELS = `--labels ${JSON.stringify(Object.fromEntries(OFFICES.map((id) => [id, `office-${id}`])))}`;

/** What the real files of ../shared/samples give, to the record. */
const SAMPLES: readonly {
  readonly files: readonly string[];
  readonly options?: string;
  readonly format: string;
  /** Entities, sources, statements, verdicts, measures, figures. */
  readonly gives: string;
  readonly held: number;
}[] = [
  {
    format: 'claimreview',
    files: ['claimreview/schemaorg-examples.json'],
    gives: '2 1 1 1 0 0',
    held: 1,
  },
  ...['aap', 'africacheck', 'fatabyyano', 'fullfact', 'politifact'].map((checker) => ({
    format: 'claimreview-csv',
    files: [`claimreview/claimskg-${checker}.csv`],
    gives: '0 0 0 0 0 0',
    held: 15,
  })),
  {
    format: 'claimreview-csv',
    files: ['claimreview/claimskg-afpfactcheck.csv'],
    gives: '0 0 0 0 0 0',
    held: 16,
  },
  {
    format: 'popolo',
    files: ['popolo/cambodia-national-assembly-2015.popolo.json'],
    gives: '126 0 0 0 0 0',
    held: 1,
  },
  {
    format: 'popolo',
    files: ['popolo/zimbabwe-senate.popolo.json'],
    gives: '71 0 0 0 0 0',
    held: 0,
  },
  {
    format: 'popolo',
    files: [
      'popolo/spec-person.json',
      'popolo/spec-organization.json',
      'popolo/spec-membership.json',
    ],
    gives: '2 0 0 0 0 0',
    held: 0,
  },
  {
    format: 'wikidata',
    files: [
      'wikidata/Q646148-politician-with-P39.wbgetentities.json',
      'wikidata/Q131261.wbgetentities.json',
    ],
    options: LABELS,
    gives: '1 0 0 0 0 0',
    held: 2,
  },
  {
    format: 'figures',
    files: ['worldbank/gdp-KHM-KEN-DEU-WLD.csv'],
    options: GDP,
    gives: '5 4 0 0 4 241',
    held: 0,
  },
  {
    format: 'figures',
    files: ['worldbank/population-KHM-KEN-DEU-WLD.csv'],
    options: PEOPLE,
    gives: '5 4 0 0 4 260',
    held: 0,
  },
];

describe.skipIf(!haveSamples)('the real samples (left out where ../shared is absent)', () => {
  test.for(SAMPLES)('$format of $files gives $gives, and holds $held', (each) => {
    const imported = importOf(each);

    expect(counts(imported)).toBe(each.gives);
    expect(imported.held.length).toBe(each.held);
    expect(imported.held.every(({ place }) => /^[a-z]+\/[^:]+:/u.test(place))).toBe(true);
  });

  test.for(SAMPLES)('$format of $files twice gives the same bytes', (each) => {
    expect(JSON.stringify(importOf(each))).toBe(JSON.stringify(importOf(each)));
  });

  test('the example of schema.org that rates 1 of 6 as True keeps both, and judges neither', () => {
    const verdicts = all(importOf(SAMPLES[0])).filter((record) => record.type === 'verdict');

    expect(verdicts).toMatchObject([
      { label: 'True', scale: { value: '1', worst: '1', best: '6' } },
    ]);
  });

  test('the name in Khmer that ends in Latin letters is held, and the person kept', () => {
    const imported = importOf(sampleOf('popolo/cambodia-national-assembly-2015.popolo.json'));

    expect(imported.held).toEqual([
      {
        place: 'popolo/cambodia-national-assembly-2015.popolo.json: persons[28]',
        what: '98d3e0dc-1a3c-42a4-a4a6-dd9eab23f764',
        why: 'name held: "សែkhmer" mixes Latin and Khmer letters',
      },
    ]);
    expect(
      all(imported).some(
        (record) => record.type === 'entity' && record.ids?.['wikidata'] === 'Q57788',
      ),
    ).toBe(true);
  });

  test('seats are in the chamber, with the dates of its term, and never in the party', () => {
    const records = all(importOf(sampleOf('popolo/cambodia-national-assembly-2015.popolo.json')));
    const people = records.filter((record) => record.type === 'entity' && record.kind === 'person');
    const seats = people.flatMap((record) =>
      record.type === 'entity' ? (record.tenures ?? []) : [],
    );
    const chamber = records.find(
      (record) => record.type === 'entity' && record.names[0]?.text === 'National Assembly',
    );

    expect(people).toHaveLength(123);
    expect(seats).toHaveLength(123);
    expect(new Set(seats.map(({ org }) => org))).toEqual(new Set([chamber?.id]));
    expect(seats.every(({ from }) => from !== undefined)).toBe(true);
  });

  test('the same office twice, years alone and no dates at all come through as they are', () => {
    const [commissioner] = all(
      importOf(sampleOf('wikidata/Q646148-politician-with-P39.wbgetentities.json')),
    );
    const tenures = commissioner?.type === 'entity' ? commissioner.tenures : [];

    expect(tenures?.map(({ role, from = '?', to = '?' }) => `${role['en'] ?? ''} ${from} ${to}`))
      .toMatchInlineSnapshot(`
      [
        "office-Q5449541 1982-09-10 1984-07-23",
        "office-Q6866144 1978-08-30 1979-10-26",
        "office-Q651703 1985-01-06 1995-01-22",
        "office-Q1780230 1989-01-06 1995-01-22",
        "office-Q1780230 ? ?",
        "office-Q64852347 1977 1984",
      ]
    `);
  });

  test('an item that is no person and holds no office is held, and its neighbour taken', () => {
    const { held } = importOf(sampleOf('wikidata/Q646148-politician-with-P39.wbgetentities.json'));

    expect(held.find(({ what }) => what === 'Q131261')?.why).toContain('its class is none');
  });

  test('numbers keep all their digits, and the world is a place like any other', () => {
    const records = all(importOf(sampleOf('worldbank/gdp-KHM-KEN-DEU-WLD.csv')));
    const figures = records.filter((record) => record.type === 'figure');
    const places = records.flatMap((record) =>
      record.type === 'entity' && record.kind === 'place' ? [record.names[0]?.text ?? ''] : [],
    );

    expect(
      figures.some(({ period, value }) => period === '1975' && value === '749129748.1605784'),
    ).toBe(true);
    expect(places.toSorted()).toEqual(['Cambodia', 'Germany', 'Kenya', 'World']);
  });

  test('rows of fact checkers who name nobody say so, one by one', () => {
    expect(why('aap')).toEqual(['no claim']);
    expect(why('fatabyyano')).toEqual(['nobody is said to have made the claim']);
    expect(why('politifact')).toEqual(['nobody is said to have made the claim']);
  });

  test('a member of parliament and the same in Wikidata are one entity, whichever comes first', () => {
    const assembly = importOf(sampleOf('popolo/cambodia-national-assembly-2015.popolo.json'));
    const item = {
      id: 'Q16150274',
      labels: { fr: { language: 'fr', value: 'Sâr Kheng' } },
      claims: { P31: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q5' } } } }] },
    };
    const bytes = new TextEncoder().encode(JSON.stringify(item));

    const joined = importInputs(
      order('wikidata', ['item.json'], ''),
      [{ file: 'item.json', bytes }],
      { dataset: TARGET.dataset, around: assembly.files },
    );

    if (!joined.ok) throw new Error(joined.problem);
    expect(joined.value.files).toHaveLength(1);
    expect(joined.value.files[0]?.name).toBe('entities/person/wikidata/q16150274.yaml');
    const names = JSON.stringify(joined.value.files[0]);
    expect(names).toContain('Sâr Kheng');
    expect(names).toContain('Sar Kheng');
    expect(names).toContain('tenures');
  });
});

/** Why the rows of a fact checker's table were held, each reason once. */
function why(checker: string): string[] {
  const { held } = importOf(sampleOf(`claimreview/claimskg-${checker}.csv`));
  return [...new Set(held.map((each) => each.why))];
}

type Sample = (typeof SAMPLES)[number];

function sampleOf(file: string): Sample | undefined {
  return SAMPLES.find(({ files }) => files.includes(file));
}

function importOf(each: Sample | undefined): Imported {
  const { format = '', files = [], options = '' } = each ?? {};
  const inputs = files.map((file) => ({ file, bytes: sample(file) }));
  const imported = importInputs(order(format, files, options), inputs, TARGET);
  if (!imported.ok) throw new Error(imported.problem);
  return imported.value;
}

function order(
  format: string,
  files: readonly string[],
  options: string,
): Parameters<typeof importInputs>[0] {
  const given = `--run sample --at 2026-11-25 --dataset imported ${options}`.trim().split(' ');
  const made = orderOf([format, ...files, ...given]);
  if (!made.ok) throw new Error(made.problem);
  return made.value;
}

function all({ files }: Imported): readonly PublishedRecord[] {
  return recordsOf(files, TARGET);
}

function counts(imported: Imported): string {
  const records = all(imported);
  const types = ['entity', 'source', 'statement', 'verdict', 'measure', 'figure'];
  return types.map((type) => records.filter((record) => record.type === type).length).join(' ');
}
