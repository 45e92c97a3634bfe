import type { Statement } from '@/lib/record/shelved';
import type { StatementLine } from './context';
import type { Desk, PageWords } from './desk';
import { dayOfMoment, daysOf } from './when';

/** How a statement stands to the day of an article; `unknown` where the record's dates leave it open. */
export type Standing = 'earlier' | 'later' | 'unknown';

/** The day of the page, as `2019-12-05`: the last that its date can mean, today where it has none. */
export function dayOfPage({ published }: PageWords, { now }: Desk): string {
  return daysOf(published).last ?? dayOfMoment(now);
}

/**
 * Whether a statement was made by a day or after it. What was published by then was said by then;
 * what was published later may still have been said earlier, if the record says so.
 */
export function standingOn(
  day: string,
  statement: Pick<Statement, 'said'>,
  published: string | undefined,
): Standing {
  const last = madeBy(statement, published);
  if (last !== undefined && last <= day) return 'earlier';
  const first = daysOf(statement.said).first ?? daysOf(published).first;
  return first !== undefined && first > day ? 'later' : 'unknown';
}

/** The day by which a statement was made: it was printed after it was said. */
export function madeBy(
  { said }: Pick<Statement, 'said'>,
  published: string | undefined,
): string | undefined {
  return smaller(daysOf(said).last, daysOf(published).last);
}

export function oldestFirst<T extends StatementLine>(lines: readonly T[]): T[] {
  return lines.toSorted(
    (a, b) => compare(dayOf(a) ?? '9999', dayOf(b) ?? '9999') || compare(a.ref, b.ref),
  );
}

export function newestFirst<T extends StatementLine>(lines: readonly T[]): T[] {
  return lines.toSorted((a, b) => compare(dayOf(b) ?? '', dayOf(a) ?? '') || compare(a.ref, b.ref));
}

/** Those without any date come last in either order. */
function dayOf(line: StatementLine): string | undefined {
  return madeBy(line, line.source.published);
}

function smaller(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
