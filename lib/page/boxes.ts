import { isFrame } from './nodes';

/** Where words stand in the reader's window, be they in the page, in a shadow root or in a frame. */

/** A place in a window, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** The lines of a range as boxes of this script's window; none where the page has changed its nodes. */
export function boxesOf(range: StaticRange): DOMRect[] {
  const view = range.startContainer.ownerDocument?.defaultView;
  return [...(liveRange(range)?.getClientRects() ?? [])].map((box) => outOfFrames(box, view));
}

/** Whether the first or a later line of a range is seen whole: in the window, and in every frame around it. */
export function isInSight(range: StaticRange): boolean {
  const view = range.startContainer.ownerDocument?.defaultView;
  return [...(liveRange(range)?.getClientRects() ?? [])].some((box) => isSeen(box, view));
}

/** Whether a range runs through a point of its own window, which an element of its tree is at. */
export function standsAt(range: StaticRange, element: Element, { x, y }: Point): boolean {
  const live = touches(range, element);
  if (!live) return false;
  return [...live.getClientRects()].some(
    (box) => box.left - 1 <= x && x <= box.right + 1 && box.top - 1 <= y && y <= box.bottom + 1,
  );
}

/** The innermost element at a point of a document's window, in open shadow roots too. */
export function elementAt(page: Document, { x, y }: Point): Element | undefined {
  let found = page.elementFromPoint(x, y) ?? undefined;
  for (let root = found?.shadowRoot; root; root = found?.shadowRoot) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** A short-lived live range, for boxes alone; undefined where the page has changed its nodes. */
function liveRange(range: StaticRange): Range | undefined {
  const live = isConnected(range) ? range.startContainer.ownerDocument?.createRange() : undefined;
  try {
    live?.setStart(range.startContainer, range.startOffset);
    live?.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    // The page has cut the node shorter since: the mark is no longer there.
    return undefined;
  }
}

/** Whether the page still has a range's nodes. */
export function isConnected(range: StaticRange): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected;
}

/** What the element at a point rules out needs no boxes, which would make the browser lay out. */
function touches(range: StaticRange, element: Element): Range | undefined {
  const { startContainer, endContainer } = range;
  const isEdge = startContainer.parentNode === element || endContainer.parentNode === element;
  if (!isEdge && startContainer === endContainer) return undefined;
  const live = liveRange(range);
  const isInside = live?.commonAncestorContainer.contains(element) && live.intersectsNode(element);
  return isEdge || isInside ? live : undefined;
}

function outOfFrames(box: DOMRect, from: Window | null | undefined): DOMRect {
  let [moved, view] = [box, from];
  for (let frame = frameOf(view); frame; frame = frameOf(view)) {
    moved = outOf(frame, moved);
    view = frame.ownerDocument.defaultView;
  }
  return moved;
}

function isSeen(box: DOMRect, from: Window | null | undefined): boolean {
  let [moved, view] = [box, from];
  for (;;) {
    if (moved.top < 0 || moved.bottom > (view ?? window).innerHeight) return false;
    const frame = frameOf(view);
    if (!frame) return true;
    moved = outOf(frame, moved);
    view = frame.ownerDocument.defaultView;
  }
}

/** A page may scale its frames. */
function outOf(frame: HTMLElement, { left, top, width, height }: DOMRect): DOMRect {
  const outer = frame.getBoundingClientRect();
  const scale = frame.offsetWidth > 0 ? outer.width / frame.offsetWidth : 1;
  return new DOMRect(
    outer.left + (frame.clientLeft + left) * scale,
    outer.top + (frame.clientTop + top) * scale,
    width * scale,
    height * scale,
  );
}

/** The frame around a window; none around that of this script. */
function frameOf(view: Window | null | undefined): HTMLElement | undefined {
  const frame = view && view !== window ? view.frameElement : undefined;
  return frame && isFrame(frame) ? frame : undefined;
}
