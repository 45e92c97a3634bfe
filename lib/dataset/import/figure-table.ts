import { bad, good, type Result } from '@/lib/result';
import { type Cell, cellsOf, isNoFigure } from './figure-cells';
import { columnsOf } from './figure-columns';
import { type Facts, factsOf } from './figure-facts';
import type { Harvest } from './harvest';
import { decimal, scaled, slug } from '@/lib/record/loose';
import { goodNames } from './names';
import type { Row, Table, Told } from './piece';
import { toldPublisher } from './told-source';

/**
 * Figures of the World Bank, or of SDMX written as a table: long form, a row a number, or wide form, a
 * column a period, with lines before and after. What is counted, in each area and for each sex, age or
 * sector, is a measure; numbers stay as they are written; an empty cell is no figure.
 * @returns how many numbers there were, or what is wrong with the table and what to do
 */
export function importFigureTable(
  { file, rows }: Table,
  harvest: Harvest,
  told: Told,
): Result<number, string> {
  const at = rows.findIndex((row) => columnsOf(row) !== undefined);
  const header = rows[at];
  const columns = header && columnsOf(header);
  if (!header || !columns) return bad(NO_HEADER);
  const body = rows.slice(at + 1);
  const isOfTable = ({ cells }: Row): boolean => cells.length > columns.area.at + 1;
  const around = [...rows.slice(0, at), ...body.filter((row) => !isOfTable(row))];
  const facts = factsOf({ around, columns, first: body[0] }, told);
  if (!facts.ok) return facts;
  harvest.from(`${file}:${header.line}`);
  const publisher = toldPublisher(facts.value.publisher, harvest);
  if (publisher === undefined) return bad('the publisher has a name that only an editor may pass');
  let seen = 0;
  for (const row of body.filter(isOfTable)) {
    harvest.from(`${file}:${row.line}`);
    for (const cell of cellsOf(row, columns, told)) {
      if (isNoFigure(cell.value)) continue;
      seen += 1;
      takeCell(cell, { facts: facts.value, publisher, harvest });
    }
  }
  return good(seen);
}

const NO_HEADER =
  'no line names its columns: an area (Country Code, REF_AREA) with a period and a value (TIME_PERIOD, OBS_VALUE), or with a column for each year';

type Around = { readonly facts: Facts; readonly publisher: string; readonly harvest: Harvest };

function takeCell(cell: Cell, around: Around): void {
  const { harvest, facts, publisher } = around;
  const parts = [cell.area, ...cell.others, ...(cell.unit ? [cell.unit] : [])];
  const subject = parts
    .map(({ code }) => code)
    .join(' ')
    .trim();
  const what = `${subject} ${cell.written}`;
  const value = valueOf(cell);
  const problem = problemOf(cell, value);
  if (problem !== undefined || value === undefined || cell.period === undefined) {
    harvest.hold(what, problem ?? 'no number');
    return;
  }
  const measure = takeMeasure(cell, subject, around);
  if (measure === undefined) return;
  const file = takeSource(cell, { facts, publisher, harvest });
  harvest.figure(
    { file, local: localKey(what, harvest) },
    {
      measure,
      value,
      period: cell.period,
      note: cell.status === '' ? undefined : `Marked "${cell.status}" in the table.`,
    },
  );
}

function valueOf({ value, multiplier }: Cell): string | undefined {
  const number = decimal(value);
  return number === undefined ? undefined : scaled(number, multiplier);
}

function problemOf(cell: Cell, value: string | undefined): string | undefined {
  if (decimal(cell.value) === undefined) return `"${cell.value}" ${noNumber(cell.value)}`;
  if (value === undefined) return `its multiplier "${cell.multiplier}" is none that is known`;
  if (cell.period === undefined) {
    return `"${cell.written}" is no year, half year, quarter, month or day`;
  }
  if (cell.code === '' || cell.name === '')
    return 'nothing says what is counted; add --code and --name';
  return undefined;
}

function noNumber(value: string): string {
  if (/\de[+-]?\d/iu.test(value)) {
    return 'was rounded by a spreadsheet; get the table again and do not save it with one';
  }
  const hasCommas = /^-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/u.test(value);
  return hasCommas ? 'has separators; write the digits alone' : 'is no number as records write it';
}

function takeMeasure(cell: Cell, subject: string, around: Around): string | undefined {
  const { facts, harvest } = around;
  const { area, code, name, others, unit } = cell;
  const key = `place/import/${part(area.code, harvest)}`;
  const names = goodNames(key, [{ text: area.name, lang: 'en', kind: 'main' }], harvest);
  const place = names.length > 0 ? harvest.actor({ key, type: 'place', names }) : undefined;
  if (place === undefined) return undefined;
  const of = others.length > 0 ? ` (${others.map((other) => other.name).join(', ')})` : '';
  const definition = `${name}, as ${facts.publisher} counts and publishes it under the code ${code}.`;
  return harvest.measure({
    key: `measure/${part(facts.publisher, harvest)}/${part(code, harvest)}/${part(subject, harvest)}`,
    name: { en: `${name}, ${area.name}${of}`.slice(0, 200).trim() },
    unit: (unit?.name || 'number').slice(0, 60).trim(),
    place,
    kind: facts.kind,
    definition: { en: (facts.told.definition ?? definition).slice(0, 1000).trim() },
    ...(facts.licence === 'CC-BY-4.0' &&
      /^[A-Z0-9.]{3,40}$/u.test(code) && { ids: { worldbank: code } }),
  });
}

/** One document an area and indicator, so that its figures stay in one file of a size to read. */
function takeSource({ area, code, name }: Cell, { facts, publisher, harvest }: Around): string {
  const { url, published, licence } = facts;
  return harvest.source({
    key: `source/${part(facts.publisher, harvest)}/${part(code, harvest)}/${part(area.code, harvest)}`,
    url: url ?? `https://data.worldbank.org/indicator/${code.replaceAll(/[^A-Za-z0-9._-]/gu, '')}`,
    publisher,
    title: `${name}, ${area.name}`.slice(0, 500).trim(),
    lang: 'en',
    published: published ?? 'XXXX',
    dateNote: published === undefined ? 'The table does not say when it was made.' : undefined,
    archives: [{ service: 'none', note: 'imported; no archived copy looked for' }],
    licence,
  });
}

const MOST_OF_A_PART = 30;

/** Words as a part of a key, cut to length where a hash keeps them apart. */
function part(words: string, harvest: Harvest): string {
  const whole = slug(words);
  if (whole.length <= MOST_OF_A_PART) return whole;
  return `${whole.slice(0, MOST_OF_A_PART - 9).replace(/-$/u, '')}-${harvest.hashOf(words)}`;
}

function localKey(words: string, harvest: Harvest): string {
  const key = slug(words);
  return /^[a-z]/u.test(key) && key.length <= 32 ? key : `f-${harvest.hashOf(words)}`;
}
