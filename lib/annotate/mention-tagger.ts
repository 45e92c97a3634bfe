import type { Columns } from './mention-features';
import type { Word } from './mention-words';

/** Labels of words: outside, and the first and further words of each kind of name. */
export const LABELS = [
  'O',
  'B-PER',
  'I-PER',
  'B-ORG',
  'I-ORG',
  'B-LOC',
  'I-LOC',
  'B-MISC',
  'I-MISC',
] as const;
export const LABEL_COUNT = LABELS.length;

/** Weights of a linear chain: for each bucket and label, and for each pair of neighbouring labels. */
export type Model = {
  /** Adds what speaks for and against each label at a word to the scores from a place on. */
  score(columns: Columns, at: number, into: { scores: Float64Array; from: number }): void;
  readonly steps: Float64Array;
};

/** Whether the label may follow the other: a name goes on only as what it began. */
function mayFollow(before: number, label: number): boolean {
  return label === 0 || label % 2 === 1 || before === label || before === label - 1;
}

/** For each label those that it may follow, as many as `LABEL_COUNT` a row; -1 where a row ends. */
const ALLOWED = Int8Array.from(
  LABELS.flatMap((_, label) => {
    const before = [...LABELS.keys()].filter((each) => mayFollow(each, label));
    return LABELS.map((__, at) => before[at] ?? -1);
  }),
);

/**
 * The best labels of a sentence's words (Viterbi), as numbers into `LABELS`. Most words may be part of
 * no name: only the score of the label outside is kept for them.
 */
export function tagged(columns: Columns, model: Model): Uint8Array {
  const count = columns.words.length;
  const scores = new Float64Array(count * LABEL_COUNT);
  const back = new Uint8Array(count * LABEL_COUNT);
  const { steps } = model;
  let open = false;
  for (let at = 0; at < count; at += 1) {
    const row = at * LABEL_COUNT;
    const named = mayName(columns, at);
    if (named) model.score(columns, at, { scores, from: row });
    if (at === 0) forbidFurther(scores, row);
    else if (open) step(scores, back, { row, steps, last: named ? LABEL_COUNT : 1 });
    else if (named) begin(scores, row, steps);
    else scores[row] = (scores[row - LABEL_COUNT] ?? 0) + (steps[0] ?? 0);
    open = named;
  }
  return traced(scores, back, { count, open });
}

/** The score of a label that a word cannot bear. */
const NEVER = -1e9;

/** Behind a word outside, as at the head of a sentence, stands no further word of a name. */
function forbidFurther(scores: Float64Array, row: number): void {
  for (let label = 2; label < LABEL_COUNT; label += 2) scores[row + label] = NEVER;
}

function begin(scores: Float64Array, row: number, steps: Float64Array): void {
  const before = scores[row - LABEL_COUNT] ?? 0;
  for (let label = 0; label < LABEL_COUNT; label += 1)
    scores[row + label] = (scores[row + label] ?? 0) + before + (steps[label] ?? 0);
  forbidFurther(scores, row);
}

type Place = { readonly row: number; readonly steps: Float64Array; readonly last: number };

/** The best way to each label of a row, up to the last that the word may bear. */
function step(scores: Float64Array, back: Uint8Array, { row, steps, last }: Place): void {
  const from = row - LABEL_COUNT;
  for (let label = 0; label < last; label += 1) {
    let best = -Infinity;
    let bestBefore = 0;
    const first = label * LABEL_COUNT;
    for (let at = first; at < first + LABEL_COUNT; at += 1) {
      const before = ALLOWED[at] ?? -1;
      if (before < 0) break;
      const score = (scores[from + before] ?? 0) + (steps[before * LABEL_COUNT + label] ?? 0);
      if (score > best) {
        best = score;
        bestBefore = before;
      }
    }
    scores[row + label] = (scores[row + label] ?? 0) + best;
    back[row + label] = bestBefore;
  }
}

function traced(
  scores: Float64Array,
  back: Uint8Array,
  { count, open }: { readonly count: number; readonly open: boolean },
): Uint8Array {
  const labels = new Uint8Array(count);
  let label = open ? bestOf(scores, (count - 1) * LABEL_COUNT) : 0;
  for (let at = count - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = back[at * LABEL_COUNT + label] ?? 0;
  }
  return labels;
}

function bestOf(scores: Float64Array, row: number): number {
  let label = 0;
  for (let at = 1; at < LABEL_COUNT; at += 1) {
    if ((scores[row + at] ?? 0) > (scores[row + label] ?? 0)) label = at;
  }
  return label;
}

/** Small words and marks inside names. */
const INSIDE = new Set(
  "of for and the on to in against de des du la le el al del di da der den dos van von bin ibn y e & 's ’s . - / '".split(
    ' ',
  ),
);

/** Other small words and marks are no part of a name; these only between or beside capitals. */
export function mayName({ words }: Columns, at: number): boolean {
  if (isNameLike(words[at])) return true;
  if (!isNameLike(words[at - 1]) && !isNameLike(words[at + 1])) return false;
  return INSIDE.has(words[at]?.text ?? '');
}

function isNameLike(word: Word | undefined): boolean {
  return word !== undefined && word.shape !== 'small' && word.shape !== 'mark';
}
