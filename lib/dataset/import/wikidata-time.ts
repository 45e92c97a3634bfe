import { field, text } from '@/lib/record/loose';

/** A time of Wikidata as an EDTF date; `none` where Wikidata says that there is none. */
export function timeOf(snak: unknown): string | undefined {
  if (field(snak, 'snaktype') === 'novalue') return 'none';
  const time = /^\+(\d{4})-(\d{2})-(\d{2})T/u.exec(
    text(field(snak, 'datavalue', 'value', 'time')) ?? '',
  );
  const precision = field(snak, 'datavalue', 'value', 'precision');
  if (!time || typeof precision !== 'number') return undefined;
  const [, year = '', month = '', date = ''] = time;
  return atPrecision(precision, [year, month, date]);
}

/** Wikidata's precisions: 11 a day, 10 a month, 9 a year, 8 a decade; coarser ones say too little. */
function atPrecision(
  precision: number,
  [year = '', month = '', date = '']: readonly string[],
): string | undefined {
  if (precision >= 11) return `${year}-${month}-${date}`;
  if (precision === 10) return `${year}-${month}`;
  if (precision === 9) return year;
  return precision === 8 ? `${year.slice(0, 3)}X` : undefined;
}
