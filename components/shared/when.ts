import { type DateFormat, dateFormatFor } from './date-format';
import { forLanguage, words } from './words';

const DAY = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%]?)(?:T.*)?$/u;
const DECADE = /^(\d{3})X([~?%]?)$/u;

/**
 * A date of a record in the reader's language at its own precision: EDTF level 0/1 as datasets use
 * it ("2019" stays a year, "2019~" is about, "2015/.." since, "XXXX" unknown), and ISO date-times.
 */
export function when(date: string | undefined): string {
  if (!isDated(date)) return words('dateUnknown');
  const [from = '', to] = date.split('/');
  if (to === undefined) return single(from);
  if (isOpen(to)) return words('dateSince', single(from));
  if (isOpen(from)) return words('dateUntil', single(to));
  return words('dateFromTo', single(from), single(to));
}

/** Whether a record says anything of a date. */
export function isDated(date: string | undefined): date is string {
  return date !== undefined && date !== '' && !date.startsWith('XXXX');
}

/**
 * The stretch between two dates of a record, each of which may be missing, open ("2025/.." as an end:
 * not over by 2025) or a stretch itself ("2014/2016" as a beginning: some time in it). Nothing where
 * neither says anything.
 */
export function between(from: string | undefined, to: string | undefined): string {
  const begins = beginning(from);
  const ends = ending(to);
  if (begins === undefined) return ends === undefined ? '' : words('dateUntil', ends);
  if (ends !== undefined) return words('dateFromTo', begins, ends);
  return words(/^(?:\.\.)?\//u.test(from ?? '') ? 'dateSinceBefore' : 'dateSince', begins);
}

function ending(to: string | undefined): string | undefined {
  const last = to?.split('/').at(-1);
  return last === undefined || isOpen(last) ? undefined : single(last);
}

function beginning(from: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  const [first = '', last] = from.split('/');
  if (isOpen(first)) return last === undefined || isOpen(last) ? undefined : single(last);
  return last === undefined || isOpen(last) ? single(first) : words('dateAbout', single(first));
}

function isOpen(date: string): boolean {
  return date === '' || date === '..' || date.startsWith('XXXX');
}

function single(date: string): string {
  const decade = DECADE.exec(date);
  if (decade) return words('dateAbout', yearWords(Number(`${decade[1]}0`)));
  const found = DAY.exec(date);
  if (!found) return date;
  const [, year = '', month, day, doubt = ''] = found;
  const exact = formatted(Number(year), known(month), known(day));
  return doubt === '' ? exact : words('dateAbout', exact);
}

function known(part: string | undefined): number | undefined {
  return part === undefined || part === 'XX' ? undefined : Number(part);
}

// oxlint-disable-next-line max-params -- a date is these three
function formatted(year: number, month: number | undefined, day: number | undefined): string {
  if (month === undefined) return yearWords(year);
  const format = day === undefined ? monthFormat() : dateFormat();
  return format.format(Date.UTC(year, month - 1, day ?? 1));
}

/** A year in the digits of the reader's language. */
export function yearWords(year: number): string {
  return yearFormat().format(Date.UTC(year, 0, 1));
}

/** A moment (milliseconds since 1970) as a day in the reader's language and time zone. */
export function dayOf(moment: number): string {
  return dayFormat().format(new Date(moment));
}

/** The same, with the hour. */
export function momentOf(moment: number): string {
  return momentFormat().format(new Date(moment));
}

const inUtc = (parts: Intl.DateTimeFormatOptions): (() => DateFormat) =>
  forLanguage((tag) => dateFormatFor(tag, { ...parts, timeZone: 'UTC' }));
const yearFormat = inUtc({ year: 'numeric' });
const monthFormat = inUtc({ year: 'numeric', month: 'long' });
const dateFormat = inUtc({ year: 'numeric', month: 'long', day: 'numeric' });
const dayFormat = forLanguage((tag) =>
  dateFormatFor(tag, { year: 'numeric', month: 'long', day: 'numeric' }),
);
const momentFormat = forLanguage((tag) =>
  dateFormatFor(tag, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }),
);
