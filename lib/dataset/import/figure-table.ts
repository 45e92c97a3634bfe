import { Harvest, type Imported, type ImportRun } from './harvest';
import { day, decimal, slug, text } from '@/lib/record/loose';

/** What a table of figures does not say about itself. */
export type IndicatorFacts = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
};

/** One number of a table, as written. */
type Cell = {
  readonly area: string;
  readonly areaName: string;
  readonly period: string;
  readonly value: string;
};

const AREA_CODE = ['country code', 'ref_area', 'geo', 'iso3'];
const AREA_NAME = ['country name', 'reference area', 'country', 'area'];
const PERIOD = ['year', 'time_period', 'time', 'date'];
const VALUE = ['value', 'obs_value'];

/**
 * Figures of the World Bank, or of SDMX written as a table: long form, a row a number, or wide form, a
 * column a year, with lines before the header. Each area of an indicator is a measure; numbers stay as
 * they are written; an empty cell is no figure.
 */
export function importFigureTable(
  rows: readonly (readonly string[])[],
  run: ImportRun,
  facts: IndicatorFacts,
): Imported {
  const harvest = new Harvest(run);
  const clean = rows.map((row) => row.map((cell) => cell.replace(/^\uFEFF/u, '').trim()));
  const at = clean.findIndex(
    (row) => columnOf(row, AREA_CODE) >= 0 || columnOf(row, AREA_NAME) >= 0,
  );
  const header = clean[at];
  if (!header) {
    harvest.hold('the table', 'no header with a country or area');
    return harvest.finish();
  }
  const source = takeSource(facts, updatedIn(clean.slice(0, at)), harvest);
  if (source !== undefined) {
    for (const row of clean.slice(at + 1)) takeRow({ header, row, facts, source }, harvest);
  }
  return harvest.finish();
}

function columnOf(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((cell) => names.includes(cell.toLowerCase()));
}

/** "Last Updated Date" of the lines that stand before a World Bank header. */
function updatedIn(preamble: readonly (readonly string[])[]): string | undefined {
  const line = preamble.find(([name = '']) => /^last updated/iu.test(name));
  return day(line?.[1]);
}

function takeSource(
  { code, name }: IndicatorFacts,
  published: string | undefined,
  harvest: Harvest,
): string | undefined {
  const publisher = harvest.add('entity', 'publisher/import/world-bank', {
    kind: 'publisher',
    names: [{ text: 'World Bank', lang: 'en', kind: 'main', match: 'alone' }],
  });
  return (
    publisher &&
    harvest.add('source', `source/import/${slug(code)}`, {
      url: `https://data.worldbank.org/indicator/${encoded(code)}`,
      publisher,
      title: name,
      lang: 'en',
      published: published ?? 'XXXX',
      dateNote: published === undefined ? 'The table does not say when it was made.' : undefined,
      archives: [{ service: 'none', note: 'imported' }],
      licence: 'CC-BY-4.0',
    })
  );
}

function encoded(code: string): string {
  return code.replaceAll(/[^A-Za-z0-9._-]/gu, '');
}

type Row = {
  readonly header: readonly string[];
  readonly row: readonly string[];
  readonly facts: IndicatorFacts;
  readonly source: string;
};

function takeRow({ header, row, facts, source }: Row, harvest: Harvest): void {
  for (const cell of cellsOf(header, row)) {
    const what = `${cell.area} ${cell.period}`;
    if (cell.value === '') continue;
    const [value, period] = [decimal(cell.value), day(cell.period)];
    if (value === undefined || period === undefined) {
      harvest.hold(
        what,
        value === undefined ? `"${cell.value}" is no number as records write it` : 'no period',
      );
      continue;
    }
    const measure = takeMeasure(cell, facts, harvest);
    if (measure === undefined) continue;
    harvest.add('figure', `figure/import/${slug(facts.code)}/${slug(cell.area)}/${period}`, {
      measure,
      value,
      quality: 'exact',
      period,
      source,
    });
  }
}

function cellsOf(header: readonly string[], row: readonly string[]): Cell[] {
  const at = (names: readonly string[]): string => row[columnOf(header, names)] ?? '';
  const areaName = at(AREA_NAME) || at(AREA_CODE);
  const area = at(AREA_CODE) || areaName;
  if (area === '') return [];
  if (columnOf(header, VALUE) >= 0)
    return [{ area, areaName, period: at(PERIOD), value: at(VALUE) }];
  return header.flatMap((name, column) =>
    /^\d{4}$/u.test(name) ? [{ area, areaName, period: name, value: row[column] ?? '' }] : [],
  );
}

function takeMeasure(
  { area, areaName }: Cell,
  facts: IndicatorFacts,
  harvest: Harvest,
): string | undefined {
  const name = text(areaName) ?? area;
  const names = harvest.goodNames(area, [{ text: name, lang: 'en', kind: 'main' }]);
  const place = harvest.add('entity', `place/import/${slug(area)}`, { kind: 'place', names });
  return (
    place &&
    harvest.add('measure', `measure/import/${slug(facts.code)}/${slug(area)}`, {
      name: { en: `${facts.name}, ${name}`.slice(0, 200) },
      unit: facts.unit,
      place,
      kind: 'stock',
      definition: { en: facts.definition },
      cues: {},
      ids: /^[A-Z0-9.]{3,40}$/u.test(facts.code) ? { worldbank: facts.code } : undefined,
    })
  );
}
