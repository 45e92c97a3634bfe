import { MONTHS } from '@/lib/language/km/months';

/** Writes a moment (milliseconds since 1970) or a date. */
export type DateFormat = { format(date: number | Date): string };

/** Languages of ours that a browser may know no dates of: Chromium comes without Khmer ones. */
const OWN_MONTHS: Readonly<Record<string, readonly string[]>> = { km: MONTHS.split(' ') };

/**
 * Dates in a language (BCP 47), as the browser writes them, or in our own words where it cannot: day,
 * month and year in this order, as Unicode's tables (CLDR) have it for these languages.
 */
export function dateFormatFor(tag: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const months = OWN_MONTHS[tag.split('-')[0] ?? tag];
  if (!months || Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0) {
    return new Intl.DateTimeFormat(tag, options);
  }
  const inDigits = new Intl.DateTimeFormat('en', {
    ...options,
    ...(options.month && { month: 'numeric' }),
    ...(options.hour && { hourCycle: 'h23' }),
  });
  return {
    format: (date) => {
      const parts = new Map(inDigits.formatToParts(date).map(({ type, value }) => [type, value]));
      const month = months[Number(parts.get('month')) - 1];
      const day = [parts.get('day'), month, parts.get('year')].filter(Boolean).join(' ');
      const hour = parts.get('hour');
      return hour === undefined ? day : `${day} ${hour}:${parts.get('minute') ?? '00'}`;
    },
  };
}
