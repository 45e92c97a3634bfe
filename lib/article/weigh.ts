import { NOT_BODY, PART } from './part-names';
import { isSentenceElement } from './blocks';
import type { Box, Piece, Scan } from './scan';

/** A part that holds as much of the page's prose is what the page is for, whatever it is called. */
const MUCH = 0.4;

/** Prose that stands alone in its surroundings is rather a teaser than a body. */
const ALONE = 0.4;

/**
 * Settles what every box is and how much prose of an article it may hold. Names of parts are believed
 * unless they would rule out what the page is for; prose before the headline does not count.
 */
export function weigh({ boxes, pieces }: Scan, headline: Piece | undefined): void {
  sumUp(boxes, pieces);
  const brothers = brothersIn(pieces);
  const all = pieces.reduce((sum, { box, prose }) => sum + (isComment(box) ? 0 : prose), 0);
  const worth = ({ box, prose }: Piece): number =>
    (brothers.get(groupOf(box)) ?? 0) < 2 ? prose * ALONE : prose;
  const after = headline ? pieces.slice(pieces.indexOf(headline)) : pieces;
  believe(boxes, (box) => isTrusted(box, all));
  if (count(boxes, after, worth) > all * 0.15) return;
  if (after !== pieces && count(boxes, pieces, worth) > all * 0.15) return;
  // The names rule nearly everything out: only those of small parts are believed.
  believe(
    boxes,
    (box) => !isMain(box) && ((box.own & PART.comments) !== 0 || box.prose < all * MUCH),
  );
  count(boxes, pieces, worth);
}

/** Paragraphs are brothers; lines without a block of their own are brothers in it. */
function groupOf(box: Box): Box {
  return box.parent && isSentenceElement(box.tag) ? box.parent : box;
}

function brothersIn(pieces: readonly Piece[]): Map<Box, number> {
  const brothers = new Map<Box, number>();
  for (const { box, prose } of pieces) {
    if (prose > 0) brothers.set(groupOf(box), (brothers.get(groupOf(box)) ?? 0) + 1);
  }
  return brothers;
}

function sumUp(boxes: readonly Box[], pieces: readonly Piece[]): void {
  for (const { box, prose, length, linked } of pieces) {
    box.prose += prose;
    box.linked += linked;
    box.other += length - prose;
  }
  for (const box of boxes.toReversed()) {
    if (!box.parent) continue;
    box.parent.prose += box.prose;
    box.parent.other += box.other;
    box.parent.linked += box.linked;
    box.parent.holdsHeadline ||= box.holdsHeadline;
    box.parent.holdsBody ||= box.holdsBody;
  }
}

function believe(boxes: readonly Box[], believes: (box: Box) => boolean): void {
  for (const box of boxes) {
    const named = believes(box) ? box.own : box.own & PART.body;
    box.parts = (box.parent ? box.parent.parts & NOT_BODY : 0) | named;
  }
}

function count(
  boxes: readonly Box[],
  pieces: readonly Piece[],
  worth: (piece: Piece) => number,
): number {
  for (const box of boxes) box.good = 0;
  for (const piece of pieces) {
    if ((piece.box.parts & NOT_BODY) === 0) piece.box.good += worth(piece);
  }
  for (const box of boxes.toReversed()) if (box.parent) box.parent.good += box.good;
  return boxes[0]?.good ?? 0;
}

function isComment(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) {
    if ((at.own & PART.comments) !== 0 && !isMain(at) && !at.holdsHeadline) return true;
  }
  return false;
}

function isTrusted(box: Box, all: number): boolean {
  if (isMain(box)) return false;
  if ((box.own & PART.comments) !== 0) return !box.holdsHeadline;
  if (box.holdsHeadline && box.prose > 0) return box.prose < all * 0.2;
  return !box.holdsBody || box.prose < all * MUCH;
}

/** Elements that are made for what a page is for; their names tell of categories and layout. */
function isMain({ tag, parent }: Box): boolean {
  if (tag !== 'article') return tag === 'main' || tag === 'body';
  for (let at = parent; at; at = at.parent) if (at.tag === 'article') return false;
  return true;
}
