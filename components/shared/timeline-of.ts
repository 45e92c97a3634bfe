const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u;

/** A record's date as a year with its fraction, for axes; undefined where no year is known. */
export function yearOf(date: string): number | undefined {
  const end = date.split('/').at(-1) ?? '';
  const found = DATE.exec(DATE.test(end) ? end : date);
  if (!found) return undefined;
  const [, year, month, day] = found;
  const months = month === undefined ? 0.5 : (Number(month) - 1) / 12;
  const days = day === undefined ? 0 : (Number(day) - 1) / 365;
  return Number(year) + months + days;
}
