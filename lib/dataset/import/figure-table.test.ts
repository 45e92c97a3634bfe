import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { all, reasons, type Taken, taken } from '@/test/support/imports';
import type { Result } from '@/lib/result';
import { period } from './figure-period';
import { importFigureTable } from './figure-table';
import { scaled } from '@/lib/record/loose';
import type { Table, Told } from './piece';

const BOATS: Told = {
  code: 'XX.BOATS',
  name: 'Boats',
  unit: 'boats',
  definition: 'Boats on the register.',
  kind: 'stock',
  publisher: 'Saltmouth Statistics',
  url: 'https://statistics.example/boats',
};
/** The World Bank's, which says by its form who published it and where. */
const BANK: Told = { code: 'NY.BOATS.CD', name: 'Boats', kind: 'stock' };

const LONG =
  'Country Name,Country Code,Year,Value\nSaltmouth,SLM,2019,749129748.1605784\nSaltmouth,SLM,2020,\nWorld,WLD,2019,1.2e10\nWorld,WLD,2020,"1,200"\n';
const WIDE =
  '"Data Source","World Development Indicators",\n\n"Last Updated Date","2023-06-29",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",\n"Saltmouth","SLM","Boats afloat","NY.BOATS.CD","12","",\n"World","WLD","Boats afloat","NY.BOATS.CD","","400.50",\n';
const DATA_BANK =
  'Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]\nSaltmouth,SLM,Boats afloat,NY.BOATS.CD,12,..\n\nData from database: World Development Indicators\nLast Updated: 06/29/2023\n';

describe('a table of figures', () => {
  test('in long form keeps numbers as written, and takes an empty cell for no figure', () => {
    const imported = figures(LONG, BOATS);

    expect(seen(imported)).toEqual(['2019 749129748.1605784']);
    expect(imported.held.map(({ place, why }) => `${place} ${why}`)).toEqual([
      'a.csv:4 "1.2e10" was rounded by a spreadsheet; get the table again and do not save it with one',
      'a.csv:5 "1,200" has separators; write the digits alone',
    ]);
  });

  test('in wide form passes over the lines before the header, and reads of them who made it and when', () => {
    const imported = figures(WIDE, { kind: 'stock' });

    expect(seen(imported)).toEqual(['2019 12', '2020 400.50']);
    expect(all(imported, 'source').map(({ published, url }) => `${published} ${url}`)).toEqual([
      '2023-06-29 https://data.worldbank.org/indicator/NY.BOATS.CD',
      '2023-06-29 https://data.worldbank.org/indicator/NY.BOATS.CD',
    ]);
    expect(namesOf(imported)).toEqual(['Boats afloat, Saltmouth', 'Boats afloat, World']);
    expect(all(imported, 'entity').some(({ names }) => names[0]?.text === 'World Bank')).toBe(true);
  });

  test('as the data bank exports it has years in brackets, two dots for nothing, and lines at the end', () => {
    const imported = figures(DATA_BANK, { kind: 'flow' });

    expect(seen(imported)).toEqual(['2019 12']);
    expect(all(imported, 'source')).toMatchObject([{ published: '2023-06-29' }]);
    expect(all(imported, 'measure')).toMatchObject([
      { kind: 'flow', ids: { worldbank: 'NY.BOATS.CD' } },
    ]);
    expect(imported.held).toEqual([]);
  });

  test('of several indicators makes a measure of each', () => {
    const two = `${WIDE}"World","WLD","Oars","NY.OARS.CD","7","",\n`;

    expect(namesOf(figures(two, { kind: 'stock' }))).toEqual([
      'Boats afloat, Saltmouth',
      'Boats afloat, World',
      'Oars, World',
    ]);
  });

  test('that names another number for the same year is held, and says where the first one stands', () => {
    const imported = figures(`${LONG}Saltmouth,SLM,2019,5\n`, BOATS);

    expect(seen(imported)).toEqual(['2019 749129748.1605784']);
    expect(reasons(imported).at(-1)).toBe(
      'a.csv:2 says otherwise; only one of the two can be right',
    );
  });

  test.for<[string, string, Told, string]>([
    [
      'nothing but numbers',
      'Country Name,Country Code,Year,Value\nSaltmouth,SLM,2019,5\n',
      {},
      'the table does not say all that a figure needs; add --publisher NAME; --url ADDRESS of the table; --code CODE of what is counted; --name NAME of what is counted; --kind stock (at a moment), flow (over a time), rate or index',
    ],
    [
      'a code of the World Bank',
      'Country Name,Country Code,Year,Value\nSaltmouth,SLM,2019,5\n',
      BANK.code === undefined ? {} : { code: BANK.code, name: 'Boats' },
      'the table does not say all that a figure needs; add --kind stock (at a moment), flow (over a time), rate or index',
    ],
    [
      'no header',
      'a,b\n1,2\n',
      BOATS,
      'no line names its columns: an area (Country Code, REF_AREA) with a period and a value (TIME_PERIOD, OBS_VALUE), or with a column for each year',
    ],
  ])('that tells %s is refused, and the problem says what to add', ([, csv, told, problem]) => {
    expect(read(csv, told).result).toEqual({ ok: false, problem });
  });
});

describe('a table of SDMX', () => {
  const LABELLED = `DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,SEX: Sex,UNIT_MEASURE: Unit,TIME_PERIOD: Time period,OBS_VALUE: Value,OBS_STATUS: Status,UNIT_MULT: Multiplier
X:BOATS(1.0),Q: Quarterly,SLM: Saltmouth,_T: Total,BT: boats,2019-Q3,12.5,A: Normal,3: Thousands
X:BOATS(1.0),Q: Quarterly,SLM: Saltmouth,F: Female,BT: boats,2019-Q3,4,E: Estimated,0: Units
X:BOATS(1.0),Q: Quarterly,SLM: Saltmouth,F: Female,BT: boats,2019-W07,4,A: Normal,0: Units
`;

  test('with labels behind codes is read, quarters as months, multiplied digit by digit', () => {
    const imported = figures(LABELLED, { ...BOATS, unit: undefined });

    expect(seen(imported)).toEqual(['2019-07/2019-09 12500', '2019-07/2019-09 4']);
    expect(namesOf(imported)).toEqual(['Boats, Saltmouth', 'Boats, Saltmouth (Female)']);
    expect(all(imported, 'measure').map(({ unit }) => unit)).toEqual(['boats', 'boats']);
    expect(
      all(imported, 'figure')
        .map(({ note }) => note ?? '')
        .toSorted(),
    ).toEqual(['', 'Marked "Estimated" in the table.']);
    expect(reasons(imported)).toEqual(['"2019-W07" is no year, half year, quarter, month or day']);
  });

  test('with labels in columns of their own is read', () => {
    const imported = figures(
      'geo,Geopolitical entity (reporting),sex,Sex,TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG\nSLM,Saltmouth,F,Females,2019,,12,,p\nSLM,Saltmouth,T,Total,2019,,30,,\n',
      BOATS,
    );

    expect(seen(imported)).toEqual(['2019 12', '2019 30']);
    expect(namesOf(imported)).toEqual(['Boats, Saltmouth', 'Boats, Saltmouth (Females)']);
  });

  test('with codes alone is read by its column names', () => {
    expect(
      seen(figures('DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nX,SLM,2019,12\n', BOATS)),
    ).toEqual(['2019 12']);
  });
});

test.for<[string, string | undefined]>([
  ['2019', '2019'],
  ['2019-03', '2019-03'],
  ['2019-03-31', '2019-03-31'],
  ['2019-Q1', '2019-01/2019-03'],
  ['2019Q4', '2019-10/2019-12'],
  ['2019-S2', '2019-07/2019-12'],
  ['2019-H1', '2019-01/2019-06'],
  ['2019-T3', '2019-09/2019-12'],
  ['2019M03', '2019-03'],
  ['2019-A1', '2019'],
  ['2019-Q5', undefined],
  ['2019-S3', undefined],
  ['2019M13', undefined],
  ['2019-W07', undefined],
  ['19', undefined],
  ['', undefined],
])('the period %s is %s', ([written, expected]) => {
  expect(period(written)).toBe(expected);
});

test.for<[string, string, string | undefined]>([
  ['12.5', '3', '12500'],
  ['0.0125', '3', '12.5'],
  ['-1', '6', '-1000000'],
  ['0.5', '0', '0.5'],
  ['1', '-3', undefined],
  ['1', 'x', undefined],
])('%s times ten to the %s is %s', ([number, power, expected]) => {
  expect(scaled(number, power)).toBe(expected);
});

function read(
  csv: string,
  told: Told,
): { imported: Taken; result: Result<number, string> | undefined } {
  const rows = Papa.parse<string[]>(csv).data.flatMap((cells, at) =>
    cells.join('') === '' ? [] : [{ line: at + 1, cells }],
  );
  const table: Table = { file: 'a.csv', rows };
  let result: Result<number, string> | undefined;
  const imported = taken((harvest) => (result = importFigureTable(table, harvest, told)));
  return { imported, result };
}

function figures(csv: string, told: Told): Taken {
  return read(csv, told).imported;
}

function seen(imported: Taken): string[] {
  return all(imported, 'figure')
    .map((figure) => `${figure.period} ${figure.value}`)
    .toSorted();
}

function namesOf(imported: Taken): string[] {
  return all(imported, 'measure')
    .map(({ name }) => name['en'] ?? '')
    .toSorted();
}
