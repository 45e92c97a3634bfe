import type { Edtf } from '@/lib/record/base';

/** First and last day that a date may mean, as ISO days; compare them as texts. */
export type DateBounds = { readonly from: string; readonly to: string };

const FIRST = '0000-00-00';
const LAST = '9999-99-99';
const UNKNOWN = new Set(['..', 'XXXX']);

/**
 * Bounds of a date in the EDTF subset of the records: day, month, year, `X` digits, `~ ? %`,
 * intervals with `..`; a time of day is left aside.
 * @returns undefined where the text is no such date, or the day does not exist.
 */
export function dateBounds(date: Edtf): DateBounds | undefined {
  const [from = '', to, ...rest] = date.split('/');
  if (rest.length > 0) return undefined;
  const start = oneDate(from);
  if (to === undefined) return start;
  const end = oneDate(to);
  return start && end && start.from <= end.to ? { from: start.from, to: end.to } : undefined;
}

function oneDate(text: string): DateBounds | undefined {
  if (UNKNOWN.has(text)) return { from: FIRST, to: LAST };
  const [day = ''] = text.replace(/[~?%]$/u, '').split('T');
  const parts = /^([\dX]{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$/u.exec(day);
  if (!parts) return undefined;
  const [, year = '', month = 'XX', date = 'XX'] = parts;
  return isMonth(month) && isDay(year, month, date) ? boundsOf(year, month, date) : undefined;
}

function boundsOf(year: string, month: string, day: string): DateBounds {
  const first = [month, day].map((part) => part.replace('XX', '01'));
  const last = [month.replace('XX', '12'), day.replace('XX', '31')];
  return {
    from: [year.replaceAll('X', '0'), ...first].join('-'),
    to: [year.replaceAll('X', '9'), ...last].join('-'),
  };
}

function isMonth(month: string): boolean {
  return month === 'XX' || (Number(month) >= 1 && Number(month) <= 12);
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: string, month: string, day: string): boolean {
  if (day === 'XX') return true;
  const longest = month === 'XX' ? 31 : (DAYS[Number(month) - 1] ?? 31);
  if (Number(day) < 1 || Number(day) > longest) return false;
  return month !== '02' || day !== '29' || year.includes('X') || isLeap(Number(year));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
