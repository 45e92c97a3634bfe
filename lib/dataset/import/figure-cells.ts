import type { Coded, Columns } from './figure-columns';
import { period } from './figure-period';
import type { Row, Told } from './piece';

/** A code and the name that readers see. */
type Named = { readonly code: string; readonly name: string };

/** One number of a table, as written, with everything that tells it from others. */
export type Cell = {
  readonly area: Named;
  readonly code: string;
  readonly name: string;
  /** Undefined where no column tells it. */
  readonly unit: Named | undefined;
  readonly others: readonly Named[];
  /** The period as the table has it, and as records write it. */
  readonly written: string;
  readonly period: string | undefined;
  readonly value: string;
  readonly multiplier: string;
  readonly status: string;
};

/** The ways in which tables say that there is no number. */
const NO_FIGURE = new Set(['', '..', ':', '-', 'nan', 'na', 'n/a', 'null']);
/** Values of columns that mean all of them together: both sexes, all ages. */
const TOTALS = new Set(['_t', 't', 'total', 'tot', '_z', 'z', '_x', 'sex_t', '']);
/** The mark of an ordinary number. */
const ORDINARY = 'A';

export function isNoFigure(value: string): boolean {
  return NO_FIGURE.has(value.toLowerCase());
}

/** The numbers of a row. */
export function cellsOf(row: Row, columns: Columns, told: Told): Cell[] {
  const area = namedIn(row, columns.area);
  if (area.code === '') return [];
  const indicator = columns.indicator ? namedIn(row, columns.indicator) : NOTHING;
  const status = split(at(row, columns.status));
  const about = {
    area,
    others: columns.others
      .map((coded) => namedIn(row, coded))
      .filter(({ code }) => !TOTALS.has(code.toLowerCase())),
    code: told.code ?? indicator.code,
    name: told.name ?? indicator.name,
    unit: unitOf(row, columns, told),
    multiplier: split(at(row, columns.multiplier)).code || '0',
    status: status.code === ORDINARY ? '' : status.name.slice(0, 60),
  };
  return valuesOf(row, columns).map((value) => ({ ...about, ...value }));
}

const NOTHING: Named = { code: '', name: '' };

function unitOf(row: Row, { unit }: Columns, told: Told): Named | undefined {
  if (told.unit !== undefined) return { code: '', name: told.unit };
  return unit && namedIn(row, unit);
}

type Value = Pick<Cell, 'written' | 'period' | 'value'>;

function valuesOf(row: Row, { long, wide }: Columns): Value[] {
  if (!long) {
    return wide.map((column) => ({
      written: column.period,
      period: column.period,
      value: at(row, column.at),
    }));
  }
  const written = split(at(row, long.period)).code;
  return [{ written, period: period(written), value: at(row, long.value) }];
}

function namedIn(row: Row, { at: column, nameAt }: Coded): Named {
  const { code, name } = split(at(row, column));
  const label = at(row, nameAt);
  return { code, name: label === '' ? name : split(label).name };
}

/** "KHM: Cambodia" is both a code and its name; anything else is its own name. */
function split(cell: string): Named {
  const [, code, name] = /^([^\s:]+):\s+(\S.*)$/u.exec(cell) ?? [];
  return code === undefined || name === undefined ? { code: cell, name: cell } : { code, name };
}

function at({ cells }: Row, column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '').trim();
}
