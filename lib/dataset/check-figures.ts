import { type Book, type Entry, fullKey } from './book';
import type { Complaint } from './complaint';

/** A range has two ends in order, and a newer figure replaces one of its own measure. */
export function checkFigures(entry: Entry, book: Book): readonly Complaint[] {
  if (entry.type === 'figure') return rangeOf(entry.value);
  if (entry.type !== 'link' || entry.value.rel !== 'supersedesFigure') return [];
  const [a, b] = [entry.from, fullKey(entry.value.to, entry)].map((key) => book.byKey.get(key));
  if (a?.type !== 'figure' || b?.type !== 'figure' || a.value.measure === b.value.measure)
    return [];
  const message = `${a.value.measure} and ${b.value.measure} are two measures; numbers of two definitions do not replace each other`;
  return [{ rule: 'figure', path: ['rel'], message }];
}

function rangeOf({
  value,
  low,
  high,
  quality,
}: (Entry & { type: 'figure' })['value']): Complaint[] {
  if (quality === 'range' && (low === undefined || high === undefined)) {
    return [{ rule: 'figure', path: ['quality'], message: 'a range needs low and high' }];
  }
  const [least, most] = [Number(low ?? value), Number(high ?? value)];
  if (least <= Number(value) && Number(value) <= most) return [];
  return [{ rule: 'figure', path: ['value'], message: 'low, value and high are not in order' }];
}
