import { period } from './figure-period';
import type { Row } from './piece';

/** A column of codes, of names, or of both ("KHM: Cambodia"), as tables of SDMX have them. */
export type Coded = { readonly at: number; readonly nameAt: number | undefined };

/** Which column of a table of figures holds what. */
export type Columns = {
  readonly area: Coded;
  /** Long form: a row a number. */
  readonly long: { readonly period: number; readonly value: number } | undefined;
  /** Wide form: a column a period. */
  readonly wide: readonly { readonly at: number; readonly period: string }[];
  readonly indicator: Coded | undefined;
  readonly unit: Coded | undefined;
  /** "6" where numbers are millions. */
  readonly multiplier: number | undefined;
  readonly status: number | undefined;
  /** What else tells one number from another: sex, age, sector. */
  readonly others: readonly Coded[];
};

/** Names of columns in the tables of the World Bank, SDMX, Eurostat, the OECD and the ILO. */
const ROLES = {
  areaCode: ['country code', 'ref_area', 'geo', 'iso3', 'location', 'area code'],
  areaName: ['country name', 'reference area', 'ref_area.label', 'country', 'area'],
  period: ['time_period', 'year', 'time', 'period', 'date'],
  value: ['obs_value', 'value'],
  indicatorCode: ['indicator code', 'series code', 'indicator', 'subject'],
  indicatorName: ['indicator name', 'series name', 'indicator.label'],
  unit: ['unit_measure', 'unit', 'unit of measure'],
  multiplier: ['unit_mult', 'powercode code'],
  status: ['obs_status', 'obs_flag'],
} as const;

/** Columns that say something about the table, and do not tell one number from another. */
const ABOUT_THE_TABLE = new Set([
  'action',
  'dataflow',
  'dataflow_id',
  'structure',
  'structure_id',
  'structure_name',
  'last update',
  'freq',
  'time',
  'source',
  'source.label',
  'database_id',
  'decimals',
]);

const ID = /^(?:[A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*)$/u;

/**
 * Reads a row as a header.
 * @returns undefined where the row names no area, or no numbers that go with it
 */
export function columnsOf({ cells }: Row): Columns | undefined {
  const ids = cells.map(idOf);
  const at = (names: readonly string[]): number | undefined => {
    const found = names.map((name) => ids.indexOf(name)).find((index) => index >= 0);
    return found;
  };
  const coded = (codes: readonly string[], names: readonly string[] = []): Coded | undefined => {
    const [code, name] = [at(codes), at(names)];
    const first = code ?? name;
    return first === undefined ? undefined : { at: first, nameAt: name ?? labelAt(cells, first) };
  };
  const area = coded(ROLES.areaCode, ROLES.areaName);
  const [value, when] = [at(ROLES.value), at(ROLES.period)];
  const wide = cells.flatMap((cell, index) => wideColumn(cell, index));
  const long = value === undefined || when === undefined ? undefined : { value, period: when };
  if (!area || (!long && wide.length === 0)) return undefined;
  const indicator = coded(ROLES.indicatorCode, ROLES.indicatorName);
  const unit = coded(ROLES.unit);
  const [multiplier, status] = [at(ROLES.multiplier), at(ROLES.status)];
  const found = { area, long, wide, indicator, unit, multiplier, status };
  return { ...found, others: othersOf(cells, found) };
}

/** "REF_AREA: Reference area" is REF_AREA. */
function idOf(cell: string): string {
  return (/^([A-Za-z][\w.]*)\s*:\s+\S/u.exec(cell)?.[1] ?? cell).trim().toLowerCase();
}

/** Where codes stand in one column, their names may stand in the next: "REF_AREA,Reference area". */
function labelAt(cells: readonly string[], at: number): number | undefined {
  const next = cells[at + 1]?.trim() ?? '';
  const isLabel = ID.test(cells[at]?.trim() ?? '') && next !== '' && !ID.test(next);
  return isLabel && !/[:.]/u.test(next) && !isKnown(next) ? at + 1 : undefined;
}

function isKnown(cell: string): boolean {
  const id = idOf(cell);
  return Object.values(ROLES).some((names) => names.some((name) => name === id && name.length > 6));
}

/** A column whose name is a year, "2019 [YR2019]", a quarter or a month. */
function wideColumn(cell: string, at: number): Columns['wide'] {
  const plain = cell.replace(/\s*\[YR\d{4}\]$/u, '').trim();
  const found = /^\d{4}/u.test(plain) ? period(plain) : undefined;
  return found === undefined ? [] : [{ at, period: found }];
}

/** In SDMX everything that tells numbers apart stands before the number. */
function othersOf(
  cells: readonly string[],
  { area, long, indicator, unit, multiplier, status }: Omit<Columns, 'others'>,
): Coded[] {
  if (!long) return [];
  const coded = [area, indicator, unit].flatMap((column) => [column?.at, column?.nameAt]);
  const taken = new Set([...coded, multiplier, status]);
  const others: Coded[] = [];
  for (let at = 0; at < long.value; at += 1) {
    const id = idOf(cells[at] ?? '');
    if (taken.has(at) || at === long.period || ABOUT_THE_TABLE.has(id) || id === '') continue;
    const nameAt = labelAt(cells, at);
    others.push({ at, nameAt });
    taken.add(nameAt);
  }
  return others;
}
