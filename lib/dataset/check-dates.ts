import type { Complaint } from './complaint';
import type { Book, Entry } from './book';
import { dateBounds } from './date-bounds';

/** Dates exist, and nothing was said after it was printed. */
export function checkDates(entry: Entry, book: Book): readonly Complaint[] {
  const dated = datesOf(entry);
  const complaints = dated.flatMap(({ path, date }): Complaint[] =>
    date === undefined || dateBounds(date)
      ? []
      : [{ rule: 'date', path, message: `"${date}" is no day, month, year or interval` }],
  );
  return complaints.length > 0 ? complaints : [...orderOf(entry, book), ...notesOf(entry)];
}

type Dated = { readonly path: readonly (string | number)[]; readonly date: string | undefined };

function datesOf(entry: Entry): Dated[] {
  const review = { path: ['review', 'at'], date: entry.review.at };
  switch (entry.type) {
    case 'entity':
      return [
        review,
        ...heldIn(entry.value.names, 'names'),
        ...heldIn(entry.value.tenures, 'tenures'),
      ];
    case 'source':
      return [
        review,
        { path: ['published'], date: entry.value.published },
        { path: ['accessed'], date: entry.value.accessed },
      ];
    case 'statement':
      return [{ path: ['said'], date: entry.value.said }];
    case 'figure':
      return [{ path: ['period'], date: entry.value.period }];
    case 'verdict':
      return [{ path: ['published'], date: entry.value.published }];
    case 'withdrawal':
      return [{ path: ['at'], date: entry.value.at }];
    case 'measure':
      return [review];
    case 'link':
      return [];
  }
}

type Held = readonly { readonly from?: string | undefined; readonly to?: string | undefined }[];

function heldIn(list: Held | undefined, field: string): Dated[] {
  return (list ?? []).flatMap(({ from, to }, at) => [
    { path: [field, at, 'from'], date: from },
    { path: [field, at, 'to'], date: to },
  ]);
}

function orderOf(entry: Entry, book: Book): Complaint[] {
  switch (entry.type) {
    case 'statement':
      return saidInTime(entry.value.said, book.byKey.get(entry.source));
    case 'source':
      return isAfter(entry.value.published, entry.value.accessed)
        ? [{ rule: 'date-order', path: ['accessed'], message: 'accessed before it was published' }]
        : [];
    case 'entity':
      return [
        ...turnedRound(entry.value.names, 'names'),
        ...turnedRound(entry.value.tenures, 'tenures'),
      ];
    case 'measure':
    case 'figure':
    case 'link':
    case 'verdict':
    case 'withdrawal':
      return [];
  }
}

function saidInTime(said: string | undefined, source: Entry | undefined): Complaint[] {
  if (said === undefined || source?.type !== 'source') return [];
  const { published } = source.value;
  if (!isAfter(said, published)) return [];
  const message = `said ${said}, after it was published (${published})`;
  return [{ rule: 'date-order', path: ['said'], message }];
}

function turnedRound(list: Held | undefined, field: string): Complaint[] {
  return (list ?? []).flatMap(({ from, to }, at): Complaint[] =>
    isAfter(from, to)
      ? [
          {
            rule: 'date-order',
            path: [field, at, 'to'],
            message: `ends ${to ?? ''}, before it begins`,
          },
        ]
      : [],
  );
}

/** Whether the first date is certainly after the second. */
function isAfter(first: string | undefined, second: string | undefined): boolean {
  const a = first === undefined ? undefined : dateBounds(first);
  const b = second === undefined ? undefined : dateBounds(second);
  return a !== undefined && b !== undefined && a.from > b.to;
}

/** Unknown is a value, and says why. */
function notesOf(entry: Entry): Complaint[] {
  if (entry.type === 'source' && entry.value.published === 'XXXX' && !entry.value.dateNote) {
    const message = 'an unknown date needs a dateNote that says what is known';
    return [{ rule: 'note', path: ['published'], message }];
  }
  if (entry.type === 'statement' && entry.value.said === 'XXXX' && !entry.value.saidNote) {
    const message = 'an unknown date needs a saidNote, or leave said out';
    return [{ rule: 'note', path: ['said'], message }];
  }
  return [];
}
