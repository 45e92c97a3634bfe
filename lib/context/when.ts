import type { Edtf } from '@/lib/record/base';

/** The days, as `2019-12-05`, between which a date lies for certain; absent where it is open. */
export type Days = { readonly first?: string; readonly last?: string };

/**
 * The first and last day that an EDTF date (level 0 and 1, as records use it) or an ISO date and
 * time can mean. Uncertain and approximate dates are taken at their word; unknown digits widen.
 */
export function daysOf(date: Edtf | undefined): Days {
  if (date === undefined) return {};
  const [from = '', to] = date.split('/');
  const first = boundOf(from, 'first');
  const last = boundOf(to ?? from, 'last');
  return { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** The day, in UTC, of a moment in milliseconds since 1970. */
export function dayOfMoment(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function boundOf(date: string, which: 'first' | 'last'): string | undefined {
  const match = /^(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/u.exec(
    date.replaceAll(/[~?%]/gu, ''),
  );
  if (!match?.[1]) return undefined;
  const year = match[1].replaceAll('X', which === 'first' ? '0' : '9');
  const month = part(match[2], which === 'first' ? '01' : '12');
  const day = part(match[3], which === 'first' ? '01' : lastDayOf(Number(year), Number(month)));
  return `${year}-${month}-${day}`;
}

function part(digits: string | undefined, open: string): string {
  return digits === undefined || digits.includes('X') ? open : digits;
}

function lastDayOf(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0');
}
