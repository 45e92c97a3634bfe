import { likeness, type Token } from './tokens';

/** Which token of the text stands for each token of the quote; -1 where it has none. */
export type Alignment = { readonly score: number; readonly partners: Int32Array };

/** A new gap costs more than a longer one: an editor who adds a clause adds many words in one place. */
const OPEN = 0.6;
const EXTEND = 0.04;

/** How a cell was reached (lower two bits), and whether a gap through it began there. */
const WAY = 3;
const STOP = 0;
const PAIR = 1;
const SKIP_TEXT = 2;
const SKIP_QUOTE = 3;
const TEXT_OPENED = 4;
const QUOTE_OPENED = 8;

type Place = { readonly row: number; readonly column: number };
type Best = Place & { readonly score: number };

/** One row of scores, the row above it, and the best score that ends in a gap, by column. */
type Row = {
  readonly above: Float32Array;
  readonly scores: Float32Array;
  readonly gaps: Float32Array;
  readonly steps: Uint8Array;
  /** What pairing the row's token with each word of the text is worth. */
  readonly worth: ReadonlyMap<string, number>;
};

/**
 * The best local alignment of a quote's tokens with a stretch of text (Smith and Waterman 1981, with
 * the affine gaps of Gotoh 1982). Time and memory grow with the product of both lengths.
 */
export function align(quote: readonly Token[], text: readonly Token[]): Alignment {
  const width = text.length + 1;
  const steps = new Uint8Array((quote.length + 1) * width);
  const gaps = new Float32Array(width).fill(-Infinity);
  let above = new Float32Array(width);
  let scores = new Float32Array(width);
  let best: Best = { score: 0, row: 0, column: 0 };
  const vocabulary = new Set(text.map(({ key }) => key));
  for (const [index, token] of quote.entries()) {
    const row = index + 1;
    const line = steps.subarray(row * width, (row + 1) * width);
    const worth = worthOf(token, vocabulary);
    const end = fillRow(text, { above, scores, gaps, steps: line, worth });
    if (end.score > best.score) best = { ...end, row };
    [above, scores] = [scores, above];
  }
  const partners = trace(steps, width, best);
  for (const [row, column] of partners.entries()) {
    if (column >= 0 && !alike(quote[row], text[column])) partners[row] = -1;
  }
  return { score: best.score, partners: partners.subarray(0, quote.length) };
}

function fillRow(text: readonly Token[], row: Row): Omit<Best, 'row'> {
  let best = { score: 0, column: 0 };
  let textGap = -Infinity;
  for (const [index, { key }] of text.entries()) {
    const column = index + 1;
    const textOpen = at(row.scores, index) - OPEN;
    textGap = Math.max(textOpen, textGap - EXTEND);
    const quoteOpen = at(row.above, column) - OPEN;
    const quoteGap = Math.max(quoteOpen, at(row.gaps, column) - EXTEND);
    const pair = at(row.above, index) + (row.worth.get(key) ?? 0);
    const score = Math.max(0, pair, textGap, quoteGap);
    row.gaps[column] = quoteGap;
    row.scores[column] = score;
    row.steps[column] =
      way(score, pair, textGap) |
      (textGap === textOpen ? TEXT_OPENED : 0) |
      (quoteGap === quoteOpen ? QUOTE_OPENED : 0);
    if (score > best.score) best = { score, column };
  }
  return best;
}

function worthOf({ key, weight }: Token, vocabulary: ReadonlySet<string>): Map<string, number> {
  const worth = new Map<string, number>();
  for (const other of vocabulary) worth.set(other, weight * (likeness(key, other) || -1));
  return worth;
}

function alike(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && likeness(a.key, b.key) > 0;
}

function way(score: number, pair: number, textGap: number): number {
  if (score <= 0) return STOP;
  if (score === pair) return PAIR;
  return score === textGap ? SKIP_TEXT : SKIP_QUOTE;
}

/** Walks back from the best cell; every pair met is noted under its row. */
function trace(steps: Uint8Array, width: number, from: Place): Int32Array {
  const partners = new Int32Array(Math.max(1, steps.length / width - 1)).fill(-1);
  let { row, column } = from;
  let inside = STOP;
  // The table's first row and column stop every way.
  for (;;) {
    const cell = at(steps, row * width + column);
    const step = inside === STOP ? cell & WAY : inside;
    if (step === STOP) return partners;
    const opened = step === SKIP_TEXT ? TEXT_OPENED : QUOTE_OPENED;
    inside = step === PAIR || (cell & opened) !== 0 ? STOP : step;
    if (step === PAIR) partners[row - 1] = column - 1;
    if (step !== SKIP_TEXT) row -= 1;
    if (step !== SKIP_QUOTE) column -= 1;
  }
}

function at(cells: Float32Array | Uint8Array, index: number): number {
  return cells[index] ?? 0;
}
