import type { WordForm } from './word-forms';

/** The stretch of two texts that runs alike, word by word. */
export type Alignment = {
  /** Pairs of positions of equal words, ascending in both. */
  readonly pairs: readonly (readonly [here: number, there: number])[];
  /** From the first pair to after the last, in the second text. */
  readonly there: readonly [number, number];
};

const EQUAL = 2;
const GAP = -1;
const DIFFERENT = -1;
/** Longer texts are compared by their beginnings. */
const LONGEST = 300;

/**
 * The best common stretch of two word lists: local alignment after Smith and Waterman, "Identification
 * of common molecular subsequences" (1981), with words for molecules.
 */
export function alignWords(here: readonly WordForm[], there: readonly WordForm[]): Alignment {
  const a = here.slice(0, LONGEST).map(({ form }) => form);
  const b = there.slice(0, LONGEST).map(({ form }) => form);
  return traceBack(filled(a, b));
}

type Table = {
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Row by row, with an empty row and column before the first. */
  readonly scores: Int32Array;
  /** Where the best stretch ends. */
  readonly best: number;
};

function filled(a: readonly string[], b: readonly string[]): Table {
  const width = b.length + 1;
  const scores = new Int32Array((a.length + 1) * width);
  let best = 0;
  for (const [row, word] of a.entries()) {
    for (const [column, other] of b.entries()) {
      const at = (row + 1) * width + column + 1;
      const across = scoreAt(scores, at - width - 1) + (word === other ? EQUAL : DIFFERENT);
      const aside = Math.max(scoreAt(scores, at - width), scoreAt(scores, at - 1)) + GAP;
      scores[at] = Math.max(0, across, aside);
      if (scoreAt(scores, at) > scoreAt(scores, best)) best = at;
    }
  }
  return { a, b, scores, best };
}

function scoreAt(scores: Int32Array, at: number): number {
  return scores[at] ?? 0;
}

function traceBack({ a, b, scores, best }: Table): Alignment {
  const width = b.length + 1;
  const pairs: (readonly [number, number])[] = [];
  let at = best;
  while (scoreAt(scores, at) > 0) {
    const [row, column] = [Math.floor(at / width) - 1, (at % width) - 1];
    const equal = a[row] === b[column];
    const score = scoreAt(scores, at);
    if (score === scoreAt(scores, at - width - 1) + (equal ? EQUAL : DIFFERENT)) {
      if (equal) pairs.push([row, column]);
      at -= width + 1;
    } else {
      at -= score === scoreAt(scores, at - width) + GAP ? width : 1;
    }
  }
  pairs.reverse();
  return { pairs, there: stretchOf(pairs.map(([, column]) => column)) };
}

function stretchOf(positions: readonly number[]): readonly [number, number] {
  return [positions[0] ?? 0, (positions.at(-1) ?? -1) + 1];
}
