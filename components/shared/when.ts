import { languageTag, words } from './words';

const DAY = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)(?:T.*)?$/u;

/**
 * A date of a record in the reader's language at its own precision: EDTF level 0/1 as datasets use
 * it ("2019" stays a year, "2019~" is about, "2015/.." since, "XXXX" unknown), and ISO date-times.
 */
export function when(date: string | undefined): string {
  if (date === undefined || date === '' || date.startsWith('XXXX')) return words('dateUnknown');
  const [from = '', to] = date.split('/');
  if (to === undefined) return single(from);
  if (to === '..' || to === '') return words('dateSince', single(from));
  if (from === '..' || from === '') return words('dateUntil', single(to));
  return words('dateFromTo', single(from), single(to));
}

function single(date: string): string {
  const found = DAY.exec(date);
  if (!found) return /^\d{3}X|^\d{2}XX/u.test(date) ? words('dateAbout', date) : date;
  const [, year = '', month, day, doubt = ''] = found;
  const exact = formatted(Number(year), month, day);
  return doubt === '' ? exact : words('dateAbout', exact);
}

function formatted(year: number, month: string | undefined, day: string | undefined): string {
  if (month === undefined || month === 'XX') return String(year);
  const date = new Date(Date.UTC(year, Number(month) - 1, day === undefined ? 1 : Number(day)));
  return new Intl.DateTimeFormat(languageTag(), {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}

/** A moment (milliseconds since 1970) as a day in the reader's language and time zone. */
export function dayOf(moment: number): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'long' }).format(new Date(moment));
}
