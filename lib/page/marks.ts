import type { Span } from '@/lib/article/span';
import type { MarkKind } from '@/lib/settings';
import type { TextMap } from './text-map';

/** What is to be drawn: one finding's spans in the body, or in the title. */
export type Mark = {
  readonly id: string;
  readonly kind: MarkKind;
  readonly spans: readonly Span[];
  readonly inTitle: boolean;
};

/** Marks on a page: which one stands at a point, where one is, and their end. */
export type Marks = {
  /** The topmost mark at a point of the window: a figure before a name before a claim. */
  at(x: number, y: number): string | undefined;
  /** Boxes of a mark's words in the window, line by line. */
  boxesOf(id: string): readonly DOMRect[];
  /** Draws the ring around one mark, or takes it away. */
  focus(id: string | undefined): void;
  /** Tints one mark under the pointer, or none. */
  hover(id: string | undefined): void;
  scrollTo(id: string): void;
  clear(): void;
};

type Drawn = { readonly mark: Mark; readonly ranges: readonly StaticRange[] };

/** The page sees these names, so they say nothing (public/marks.css draws them). */
const HIGHLIGHTS: Readonly<Record<MarkKind, string>> = {
  person: 'or-1',
  organisation: 'or-2',
  figure: 'or-3',
  claim: 'or-4',
};
const FOCUS = 'or-focus';
const HOVER = 'or-hover';

/** Which mark a click means where several overlap: the smaller before the larger. */
const ORDER: readonly MarkKind[] = ['figure', 'person', 'organisation', 'claim'];

/**
 * Marks words without adding elements to the page: wrapping text in elements makes frameworks that
 * own the page's DOM throw at their next render. Static ranges cost the page's own changes nothing.
 */
export function paint(marks: readonly Mark[], map: TextMap, titleMap: TextMap): Marks {
  const drawn = marks.map((mark) => ({
    mark,
    ranges: mark.spans.flatMap((span) => (mark.inTitle ? titleMap : map).rangesOf(span)),
  }));
  register(drawn);
  const byId = new Map(drawn.map((each) => [each.mark.id, each.ranges]));
  const rangesOf = (id: string | undefined): readonly StaticRange[] =>
    id === undefined ? [] : (byId.get(id) ?? []);
  const inOrder = drawn.toSorted((a, b) => ORDER.indexOf(a.mark.kind) - ORDER.indexOf(b.mark.kind));
  return {
    at: (x, y) => markAt(inOrder, x, y),
    boxesOf: (id) => rangesOf(id).flatMap(boxesOfRange),
    focus: (id) => draw(FOCUS, rangesOf(id), 10),
    hover: (id) => draw(HOVER, rangesOf(id), 5),
    scrollTo: (id) => scrollToRange(rangesOf(id)[0]),
    clear: clearMarks,
  };
}

/** Brings a range's words to the middle of the window, as far as the page lets us. */
export function scrollToRange(range: StaticRange | undefined): void {
  const element = range?.startContainer.parentElement;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** Draws the ring over one range of the page's words. */
export function focusRange(range: StaticRange): void {
  draw(FOCUS, [range], 10);
}

function register(drawn: readonly Drawn[]): void {
  for (const kind of ORDER) {
    const ranges = drawn.filter(({ mark }) => mark.kind === kind).flatMap((each) => each.ranges);
    draw(HIGHLIGHTS[kind], ranges, 0);
  }
}

function clearMarks(): void {
  for (const name of [...Object.values(HIGHLIGHTS), FOCUS, HOVER]) CSS.highlights.delete(name);
}

function draw(name: string, ranges: readonly StaticRange[], priority: number): void {
  const alive = ranges.filter(isConnected);
  if (alive.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...alive);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function markAt(drawn: readonly Drawn[], x: number, y: number): string | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return undefined;
  return drawn.find(({ ranges }) => ranges.some((range) => standsAt(range, caret, { x, y })))?.mark
    .id;
}

/** The caret rules out most marks without asking for boxes, which would make the browser lay out. */
function standsAt(
  range: StaticRange,
  caret: CaretPosition,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  if (!liveRange(range)?.isPointInRange(caret.offsetNode, caret.offset)) return false;
  return boxesOfRange(range).some(
    (box) => box.left - 1 <= x && x <= box.right + 1 && box.top - 1 <= y && y <= box.bottom + 1,
  );
}

function boxesOfRange(range: StaticRange): DOMRect[] {
  return [...(liveRange(range)?.getClientRects() ?? [])];
}

function isConnected(range: StaticRange): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected;
}

/** A short-lived live range, for boxes alone; undefined where the page has changed its nodes. */
function liveRange(range: StaticRange): Range | undefined {
  if (!isConnected(range)) return undefined;
  try {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    // The page has cut the node shorter since: the mark is no longer there.
    return undefined;
  }
}
