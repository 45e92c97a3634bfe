import type { Ref } from '@/lib/record/ref';
import type { Statement } from '@/lib/record/shelved';
import { compareWords } from './sameness';
import type { Shelf } from './shelf';
import { daysOf } from './when';

/** A statement with its copies: reprints, syndicated and repeated printings, one source and not several. */
export type Printed<T extends { readonly statement: Statement }> = T & {
  readonly copies: readonly Statement[];
};

/**
 * Gathers statements that are printings of one: the same speaker, the same words. The first printed
 * stands for all; the order of the list is kept by its first member.
 */
export async function gatherCopies<T extends { readonly statement: Statement }>(
  shown: readonly T[],
  shelf: Shelf,
): Promise<Printed<T>[]> {
  const sources = await shelf.sources([...new Set(shown.map(({ statement }) => statement.source))]);
  const printed = new Map<Ref, string>(
    sources.map(({ ref, published }) => [ref, daysOf(published).first ?? '9999']),
  );
  const dayOf = ({ source }: Statement): string => printed.get(source) ?? '9999';
  const groups: T[][] = [];
  for (const one of shown) {
    const group = groups.find(([first]) => first && isCopy(first.statement, one.statement));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => {
    const [first, ...rest] = group.toSorted(
      (a, b) =>
        compare(dayOf(a.statement), dayOf(b.statement)) ||
        compare(a.statement.ref, b.statement.ref),
    );
    return first
      ? [
          withCopies(
            first,
            rest.map(({ statement }) => statement),
          ),
        ]
      : [];
  });
}

/**
 * The same for long lists of one speaker: only statements of the same day are compared, for comparing
 * each of a hundred with every other takes longer than a card has.
 */
export async function gatherCopiesByDay<T extends { readonly statement: Statement }>(
  shown: readonly T[],
  shelf: Shelf,
): Promise<Printed<T>[]> {
  const days = Map.groupBy(shown, ({ statement: { speaker, said = '' } }) => `${speaker} ${said}`);
  const gathered = await Promise.all(
    [...days.values()].map(async (day) =>
      day.length === 1 ? day.map((one) => withCopies(one, [])) : await gatherCopies(day, shelf),
    ),
  );
  return gathered.flat();
}

function withCopies<T extends { readonly statement: Statement }>(
  one: T,
  copies: readonly Statement[],
): Printed<T> {
  return { ...one, copies };
}

function isCopy(a: Statement, b: Statement): boolean {
  if (a.ref === b.ref) return true;
  return (
    a.speaker === b.speaker &&
    a.source !== b.source &&
    compareWords(a.text, b.text).strength === 'same-words'
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
