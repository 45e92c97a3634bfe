import type { Span } from '@/lib/article/span';

/** Words between quotation marks, marks included. */
export type Quotation = Span & {
  /** False where no mark ends it: it runs to the end of its block, or a new one opens. */
  readonly closed: boolean;
  /** How many quotations are around it. */
  readonly depth: number;
};

type Open = { readonly start: number; readonly mark: string; readonly single: boolean };

const MARK = /``|(?<=\S)'(?='')|''|[“”„‟"«»‘’‚']/gu;
const OPENING = new Set(['“', '„', '‟', '«', '``', '‘', '‚']);
const SINGLE = new Set(['‘', '’', '‚', "'"]);
const DEEPEST = 4;
/** Before an opening mark: nothing, a blank, a bracket, a dash, or another mark. */
const BEFORE_OPENING = /[\s([{—–\-“‘"'«:/]/u;
/** Where a straight mark can only open. */
const BLANK = /^(?:[\s([]|$)/u;
const LETTER = /[\p{L}\p{N}]/u;
const CUT_WORD = /^(?:em|til|tis|twas|cause|bout|n|round|\d\ds)\b/iu;

/**
 * The quotations of one block, outermost first at each place. Straight marks open or close by the
 * blanks around them; any double mark closes any other, as in “so". Where the block before left
 * one open (`carried`), the words up to the first mark belong to it.
 */
export function quotationsOf(text: string, block: Span, carried = false): Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = carried ? [{ start: block.start, mark: '“', single: false }] : [];
  MARK.lastIndex = block.start;
  for (let match = MARK.exec(text); match && match.index < block.end; match = MARK.exec(text)) {
    const mark = { start: match.index, mark: match[0], single: SINGLE.has(match[0]) };
    const acts = actOf(text, mark, open);
    if (acts === 'open') begin(found, open, mark);
    else if (acts === 'close') finish(found, open, mark);
  }
  while (open.length > 0) leaveOpen(found, open, block.end);
  return found.toSorted((a, b) => a.start - b.start || a.depth - b.depth);
}

function actOf(text: string, mark: Open, open: readonly Open[]): 'open' | 'close' | undefined {
  if (OPENING.has(mark.mark)) return 'open';
  if (mark.mark === '”' || mark.mark === '»') return 'close';
  const before = text.charAt(mark.start - 1);
  const after = text.charAt(mark.start + mark.mark.length);
  const opens = (before === '' || BEFORE_OPENING.test(before)) && /\S/u.test(after);
  if (mark.single) return singleActOf(text, mark, { open, opens, inWord: LETTER.test(after) });
  if (open.every(({ single }) => single)) return opens || before === '' ? 'open' : undefined;
  return opens && BLANK.test(before) ? 'open' : 'close';
}

function singleActOf(
  text: string,
  mark: Open,
  { open, opens, inWord }: { open: readonly Open[]; opens: boolean; inWord: boolean },
): 'open' | 'close' | undefined {
  const isOpen = open.at(-1)?.single === true;
  if (isOpen && !inWord) return 'close';
  if (mark.mark !== "'" || !opens || isOpen) return undefined;
  return CUT_WORD.test(text.slice(mark.start + 1, mark.start + 7)) ? undefined : 'open';
}

function begin(found: Quotation[], open: Open[], mark: Open): void {
  const top = open.at(-1);
  // The same straight mark again, at a place where it opens: the one before was never closed.
  if (top && top.mark === mark.mark && !OPENING.has(mark.mark)) leaveOpen(found, open, mark.start);
  if (open.length < DEEPEST) open.push(mark);
}

function finish(found: Quotation[], open: Open[], mark: Open): void {
  const at = open.findLastIndex(({ single }) => single === mark.single);
  if (at < 0) return;
  open.length = at + 1;
  const opened = open.pop();
  if (!opened) return;
  const end = mark.start + mark.mark.length;
  found.push({ start: opened.start, end, closed: true, depth: open.length });
}

function leaveOpen(found: Quotation[], open: Open[], end: number): void {
  const opened = open.pop();
  // A single mark that nothing closes is an apostrophe.
  if (!opened || opened.single) return;
  found.push({ start: opened.start, end, closed: false, depth: open.length });
}
