import type { Span } from '@/lib/article/span';
import type { MarkKind } from '@/lib/settings';
import { boxesOf, elementAt, isConnected, isInSight, type Point, standsAt } from './boxes';
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
  /** The page, and the frames in it in which words are marked. */
  readonly documents: ReadonlySet<Document>;
  /** The topmost mark at a point of a document's window: a figure before a name before a claim. */
  at(point: Point, page: Document): string | undefined;
  /** Boxes of a mark's words in the window, line by line. */
  boxesOf(id: string): readonly DOMRect[];
  /** Whether the reader sees a line of a mark's words. */
  isInSight(id: string): boolean;
  /** Draws the ring around one mark, or takes it away. */
  focus(id: string | undefined): void;
  /** Tints one mark under the pointer, or none. */
  hover(id: string | undefined): void;
  scrollTo(id: string): void;
  /** Takes all that is drawn off the page, or puts it on again: paper would show where words are parted. */
  lift(isLifted: boolean): void;
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
  const canvas = new Canvas([...map.nodes, ...titleMap.nodes]);
  for (const kind of ORDER) {
    const ranges = drawn.filter(({ mark }) => mark.kind === kind).flatMap((each) => each.ranges);
    canvas.draw(HIGHLIGHTS[kind], ranges, 0);
  }
  const byId = new Map(drawn.map((each) => [each.mark.id, each.ranges]));
  const rangesOf = (id: string | undefined): readonly StaticRange[] =>
    id === undefined ? [] : (byId.get(id) ?? []);
  const inOrder = drawn.toSorted((a, b) => ORDER.indexOf(a.mark.kind) - ORDER.indexOf(b.mark.kind));
  return {
    documents: canvas.documents,
    at: (point, page) => markAt(inOrder, elementAt(page, point), point),
    boxesOf: (id) => rangesOf(id).flatMap(boxesOf),
    isInSight: (id) => rangesOf(id).some(isInSight),
    focus: (id) => canvas.draw(FOCUS, rangesOf(id), 10),
    hover: (id) => canvas.draw(HOVER, rangesOf(id), 5),
    scrollTo: (id) => scrollToRange(rangesOf(id)[0]),
    lift: (isLifted) => canvas.lift(isLifted),
    clear: () => canvas.clear(),
  };
}

/** Brings a range's words to the middle of the window, as far as the page lets us. */
export function scrollToRange(range: StaticRange | undefined): void {
  const element = range?.startContainer.parentElement;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** Draws the ring around words of the page or of its frames; @returns what takes it away. */
export function ringAround(ranges: readonly StaticRange[]): () => void {
  const canvas = new Canvas(ranges.map(({ startContainer }) => startContainer));
  canvas.draw(FOCUS, ranges, 10);
  return () => canvas.draw(FOCUS, [], 10);
}

/**
 * The highlights that we have set in each document, which keeps its own. Articles of one page share
 * them; whatever else stands under the same names, as of a script that is dead, is replaced.
 */
const shared = new WeakMap<Document, Map<string, Highlight>>();

/** What one article draws, in the page and in the frames that its words stand in. */
class Canvas {
  readonly documents: ReadonlySet<Document>;
  readonly #drawn = new Map<string, readonly StaticRange[]>();

  constructor(nodes: readonly Node[]) {
    this.documents = new Set([document, ...nodes.map((node) => node.ownerDocument ?? document)]);
  }

  /** Draws ranges under a name, instead of those that this canvas drew under it before. */
  draw(name: string, ranges: readonly StaticRange[], priority: number): void {
    const gone = this.#drawn.get(name) ?? [];
    const drawn = ranges.filter(isConnected);
    if (gone.length + drawn.length === 0) return;
    for (const page of this.documents) {
      const here = drawn.filter(({ startContainer }) => startContainer.ownerDocument === page);
      drawIn(page, name, { gone, ranges: here, priority });
    }
    this.#drawn.set(name, drawn);
  }

  lift(isLifted: boolean): void {
    for (const page of this.documents) {
      for (const [name, highlight] of shared.get(page) ?? []) {
        if (isLifted) page.defaultView?.CSS.highlights.delete(name);
        else page.defaultView?.CSS.highlights.set(name, highlight);
      }
    }
  }

  clear(): void {
    for (const name of this.#drawn.keys()) this.draw(name, [], 0);
  }
}

type Drawing = {
  readonly gone: readonly StaticRange[];
  readonly ranges: readonly StaticRange[];
  readonly priority: number;
};

function drawIn(page: Document, name: string, { gone, ranges, priority }: Drawing): void {
  const view = page.defaultView;
  if (!view) return;
  const ours = shared.get(page) ?? new Map<string, Highlight>();
  shared.set(page, ours);
  const highlight = ours.get(name) ?? new view.Highlight();
  for (const range of gone) highlight.delete(range);
  for (const range of ranges) highlight.add(range);
  if (highlight.size === 0) {
    view.CSS.highlights.delete(name);
    ours.delete(name);
    return;
  }
  highlight.priority = priority;
  view.CSS.highlights.set(name, highlight);
  ours.set(name, highlight);
}

function markAt(
  drawn: readonly Drawn[],
  element: Element | undefined,
  point: Point,
): string | undefined {
  if (!element) return undefined;
  const isThere = (range: StaticRange): boolean => standsAt(range, element, point);
  return drawn.find(({ ranges }) => ranges.some(isThere))?.mark.id;
}
