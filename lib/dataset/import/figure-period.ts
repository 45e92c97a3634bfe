import { day } from '@/lib/record/loose';

/** First and last month of the parts of a year, by the letter that SDMX gives them. */
const MONTHS: Readonly<Record<string, number>> = { Q: 3, S: 6, H: 6, T: 4 };

/**
 * The time that a number is about, as tables write it: years, months, days, quarters ("2019-Q3"), half
 * years ("2019-S1"), "2019M03". Parts of years are intervals of months, for records know no quarters.
 */
export function period(written: string): string | undefined {
  const plain = written.trim();
  const part = /^(\d{4})-?([QSHT])([1-4])$/u.exec(plain);
  if (part) return months(part[1] ?? '', part[2] ?? '', Number(part[3]));
  const month = /^(\d{4})-?M(\d{1,2})$/u.exec(plain);
  if (month) return day(`${month[1] ?? ''}-${(month[2] ?? '').padStart(2, '0')}`);
  const year = /^(?:YR)?(\d{4})(?:-?A1?)?$/u.exec(plain);
  if (year) return year[1];
  return /^\d{4}-\d{2}(?:-\d{2})?$/u.test(plain) ? day(plain) : undefined;
}

function months(year: string, letter: string, which: number): string | undefined {
  const long = MONTHS[letter] ?? 12;
  const last = which * long;
  if (last > 12) return undefined;
  const [from, to] = [last - long + 1, last].map((month) => String(month).padStart(2, '0'));
  return `${year}-${from}/${year}-${to}`;
}
