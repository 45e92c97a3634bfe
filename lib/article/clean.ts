/* oxlint-disable require-unicode-regexp -- the flag makes patterns slower to compile, and this runs in pages */
import type { BlockKind, PageFacts } from './article';
import { HEADINGS } from './blocks';
import { isByline, isEndHeading, isNotBody, isNote, isSentence } from './lines';
import { folded, isIn, type Located, wordsOf } from './locate';
import { NOT_BODY, PART } from './part-names';
import type { Box, Piece } from './scan';

/** A piece that belongs to the body, and as what. */
export type BodyPiece = { readonly piece: Piece; readonly kind: BlockKind };

type Line = { readonly piece: Piece; readonly words: string; readonly body: Box };

/** The pieces of the body: what the located box holds, without all that only stands there. */
export function cleanBody(located: Located, { title, url, canonicalUrl }: PageFacts): BodyPiece[] {
  const lines = located.pieces
    .map((piece) => ({ piece, words: wordsOf(piece), body: located.box }))
    .filter(({ words }) => words !== url && words !== canonicalUrl);
  const body = withoutEnd(afterHead(lines, located, title), located.box);
  const kept = body.flatMap((line) => {
    const kind = kindOf(line);
    return kind ? [{ piece: line.piece, kind }] : [];
  });
  return withoutBareHeadings(kept);
}

/** Drops the headline and what stands above it, then the lines above the byline: they sum up, or boast. */
function afterHead(lines: readonly Line[], { headline }: Located, title: string): Line[] {
  const at = headline ? lines.findIndex(({ piece }) => piece === headline) : -1;
  const said = folded(title);
  const rest = lines
    .slice(at + 1)
    .filter(({ words }) => Math.abs(words.length - said.length) > 12 || folded(words) !== said);
  return rest.slice(headOf(rest));
}

/** How many lines stand above the body. */
function headOf(rest: readonly Line[]): number {
  const most = rest.filter(isMetaLine).length > FEW_DATES ? 0 : 1;
  let first = 0;
  let paragraphs = 0;
  for (const [index, line] of rest.entries()) {
    if (isMetaLine(line) || (paragraphs === 0 && isSummary(line))) first = index + 1;
    else if (kindOf(line) && line.piece.prose > 0) paragraphs += 1;
    if (paragraphs > most) break;
  }
  return paragraphs > most ? first : 0;
}

/** Where more lines say who wrote and when, each belongs to an entry, and stands above no other. */
const FEW_DATES = 4;

function isSummary({ piece }: Line): boolean {
  return (piece.box.parts & PART.summary) !== 0 && (piece.box.parts & NOT_BODY) === 0;
}

function isMetaLine({ piece, words }: Line): boolean {
  const { parts } = piece.box;
  if (isByline(words)) return true;
  return (parts & PART.meta) !== 0 && (parts & PART.caption) === 0 && words.length < 160;
}

/** The most of an article's prose that may stand behind a heading which says that it is over. */
const BEHIND = 0.35;

/** Drops everything from a heading that says so to the end of the box it stands in. */
function withoutEnd(lines: readonly Line[], body: Box): Line[] {
  const gone = new Set<Line>();
  const all = proseIn(lines);
  for (const [index, line] of lines.entries()) {
    if (gone.has(line) || !isEnd(line)) continue;
    const box = line.piece.box.parent ?? body;
    const behind = lines.slice(index).findIndex(({ piece }) => !isIn(piece.box, box));
    const end = lines.slice(index, behind < 0 ? undefined : index + behind);
    if (proseIn(end) < all * BEHIND) for (const each of end) gone.add(each);
  }
  return lines.filter((line) => !gone.has(line));
}

function isEnd({ piece, words }: Line): boolean {
  return !isSentence(words) && isEndHeading(words, HEADINGS.has(piece.box.tag));
}

function proseIn(lines: readonly Line[]): number {
  return lines.reduce((sum, { piece }) => sum + piece.prose, 0);
}

/** A heading belongs to what follows it. */
function withoutBareHeadings(kept: readonly BodyPiece[]): BodyPiece[] {
  const last = kept.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'note');
  return kept.filter(({ kind }, index) => kind !== 'heading' || index < last);
}

const CELLS = new Set(['td', 'th']);

/** A letter or figure: anything but white space, signs and dingbats. */
const SPEAKS = /[^\s!-/:-@[-`{-~\u00A1-\u00BF\u2000-\u2BFF\u3000-\u3004]/;

/** What a piece of the located region is: a kind of body block, or nothing of the body. */
function kindOf(line: Line): BlockKind | undefined {
  const { piece, words } = line;
  const { box } = piece;
  if ((box.parts & NOT_BODY) !== 0 || !SPEAKS.test(words)) return undefined;
  const kind = kindOfBox(box);
  if (CELLS.has(box.tag)) return kind;
  if (
    isNotBody(words, piece.linked > piece.length * 0.3) ||
    isByline(words) ||
    isPointer(piece, words)
  )
    return undefined;
  if (kind !== 'heading' && isCaption(line)) return undefined;
  return isNote(words) ? 'note' : kind;
}

/** Whether a line does nothing but point elsewhere: a link alone, an item of a list of links, an address. */
function isPointer({ box, linked, length }: Piece, words: string): boolean {
  if (words.length >= 400 || linked <= length * 0.6) return false;
  if (/^https?:\/\/\S+$/.test(words)) return false;
  if (box.tag !== 'li' || !box.parent) return true;
  const { linked: all, prose, other } = box.parent;
  return all > (prose + other) * 0.6;
}

/** A short line at a picture, in its box or small beneath it, that is no sentence of the report. */
function isCaption({ piece, words, body }: Line): boolean {
  const { box, afterPicture, length } = piece;
  if (length > 300 || box.tag === 'li') return false;
  const around = box.parent === body ? undefined : box.parent;
  if (around && isPictureBox(around)) return true;
  if (isPictureBox(box) && length < 220) return box.tag !== 'p' || !isSentence(words);
  return afterPicture && isCredit(words);
}

function isCredit(words: string): boolean {
  return words.length < 160 && CREDIT.test(words);
}

/** A small box that is there for a picture. */
function isPictureBox({ pictures, prose, other }: Box): boolean {
  return pictures > 0 && prose + other < 300;
}

const CREDIT =
  /(?:\([^()]{3,60}(?:\/[^()]{2,40})+\)|\b(?:photo|image|credit|courtesy)\b[^.]{0,60}\)?)$/i;

function kindOfBox(box: Box): BlockKind {
  if (HEADINGS.has(box.tag)) return 'heading';
  for (let at: Box | undefined = box; at; at = at.parent) {
    if (at.tag === 'blockquote') return 'quotation';
  }
  return box.tag === 'li' ? 'item' : 'paragraph';
}
