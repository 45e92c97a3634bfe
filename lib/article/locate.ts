import { HEADINGS } from './blocks';
import { NOT_BODY, PART } from './part-names';
import type { Box, Piece, Scan } from './scan';
import { weigh } from './weigh';

/** Where the body stands: the box that holds it, and its pieces in order. */
export type Located = {
  readonly box: Box;
  readonly pieces: readonly Piece[];
  /** The piece that says the title, where it stands before the body. */
  readonly headline: Piece | undefined;
  /** Whether most of what looks like prose stands there. */
  readonly sure: boolean;
};

const SURE = 0.6;

/** The pieces in a box, with the paragraphs of prose that stand between the headline and it. */
function withLead(pieces: readonly Piece[], box: Box, headline: Piece | undefined): Piece[] {
  const inside = pieces.filter((piece) => isIn(piece.box, box));
  const [first] = inside;
  const from = headline ? pieces.indexOf(headline) : -1;
  const to = first ? pieces.indexOf(first) : -1;
  if (from < 0 || to <= from) return inside;
  const between = pieces.slice(from + 1, to);
  const meta = between.findLastIndex(
    ({ box: { parts } }) => (parts & NOT_BODY & ~PART.caption) !== 0,
  );
  const words = between
    .slice(meta + 1)
    .filter(({ box: { parts } }) => (parts & PART.caption) === 0);
  const isLead =
    words.length < 3 && words.every(({ box: { parts }, prose }) => prose > 80 && parts === 0);
  return isLead ? [...words, ...inside] : inside;
}

/** The box that holds the page's prose and as little else as possible. */
export function locateBody(scan: Scan, title: string): Located | undefined {
  const headline = headlineIn(scan.pieces, title);
  weigh(scan, headline);
  const all = scan.root.good;
  if (all === 0) return undefined;
  let best = scan.root;
  let bestWorth = 0;
  for (const box of scan.boxes) {
    if (box.good < all * 0.2) continue;
    const worth = worthOf(box, all);
    if (worth >= bestWorth) [best, bestWorth] = [box, worth];
  }
  return {
    box: best,
    headline,
    pieces: withLead(scan.pieces, best, headline),
    sure: best.good > all * SURE,
  };
}

/** The harmonic mean of how much of the page's prose is in it and how much of it is prose. */
function worthOf({ good, prose, other, parts, tag }: Box, all: number): number {
  const recall = good / all;
  const precision = good / (good + other * 0.5 + Math.max(0, prose - good) * 0.3);
  const named = (parts & PART.body) === 0 ? 1 : 1.1;
  const tagged = tag === 'article' || tag === 'main' ? 1.03 : 1;
  return (named * tagged * 3 * recall * precision) / (2 * precision + recall);
}

/** The piece that says the title, headings before other lines; the last one before the most prose. */
function headlineIn(pieces: readonly Piece[], title: string): Piece | undefined {
  const wanted = folded(title);
  if (wanted.length < 5) return undefined;
  const saying = pieces.filter(
    (piece) => Math.abs(piece.length - wanted.length) < 12 && folded(wordsOf(piece)) === wanted,
  );
  return saying.find(({ box }) => HEADINGS.has(box.tag)) ?? saying[0];
}

/** A piece's words in one line, white space folded. */
export function wordsOf({ nodes }: Piece): string {
  let text = '';
  for (const node of nodes) text += node === 'line' ? ' ' : node.data;
  return text.replaceAll(WHITE, ' ').trim();
}

// oxlint-disable-next-line require-unicode-regexp -- no letters are named, and the flag costs
const WHITE = /\s+/g;

/** Words as they are compared: case, white space and the shape of quotation marks do not count. */
export function folded(words: string): string {
  return words
    .replaceAll(WHITE, ' ')
    .replaceAll('‘', "'")
    .replaceAll('’', "'")
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .trim()
    .toLowerCase();
}

/** Whether a box is another or inside it. */
export function isIn(box: Box, outer: Box): boolean {
  let at: Box | undefined = box;
  while (at && at.depth > outer.depth) at = at.parent;
  return at === outer;
}
