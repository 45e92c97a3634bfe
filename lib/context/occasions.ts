import type { StatementLine } from './context';

/** What one speaker said on one occasion, as one document prints it; at least one statement. */
export type Occasion<T extends StatementLine = StatementLine> = readonly [T, ...T[]];

/**
 * Puts together what one speaker said on one occasion: two sentences of one answer are one voice, not
 * two. Occasions stand in the order of their first statements, statements in the order given.
 */
export function byOccasion<T extends StatementLine>(lines: readonly T[]): Occasion<T>[] {
  const occasions = new Map<string, [T, ...T[]]>();
  for (const line of lines) {
    const key = occasionOf(line);
    const known = occasions.get(key);
    if (known) known.push(line);
    else occasions.set(key, [line]);
  }
  return [...occasions.values()];
}

/** Everything that an entry says once for all of its statements. */
function occasionOf({ speaker, source, said, occasion, capacity }: StatementLine): string {
  return JSON.stringify([speaker.ref, source.ref, said, occasion, capacity]);
}
