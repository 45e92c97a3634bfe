import { placeBeside } from './place-beside';

/** The one element of ours in a page, and the card's frame in it. */
export type Host = {
  readonly frame: HTMLIFrameElement;
  /** Shows the frame beside boxes of the window, which are asked for again when the page scrolls. */
  show(boxes: () => readonly DOMRect[]): void;
  hide(): void;
  /** Follows the boxes to where they are now. */
  follow(): void;
  resize(size: { readonly width: number; readonly height: number }): void;
  isOpen(): boolean;
};

/** All else, as borders and a background, is nothing by `all: initial`. */
const HOST_STYLE = 'all:initial;position:fixed;';
const FRAME_STYLE =
  'all:initial;visibility:inherit;pointer-events:inherit;display:block;width:100%;height:100%;border-radius:12px;box-shadow:0 1px 2px rgb(0 0 0/.12),0 8px 32px rgb(0 0 0/.18);';

/**
 * Adds the host: one element of the top layer with a closed shadow root and the card's frame. It
 * stays laid out while it is hidden, so that a card can be measured before it is seen. `onRemoved` is
 * called once, when the page takes it away.
 */
export function openHost(address: string, signal: AbortSignal, onRemoved: () => void): Host {
  const { element, frame } = makeHost(address);
  document.documentElement.append(element);
  element.showPopover();
  let size = { width: 400, height: 320 };
  let boxes: (() => readonly DOMRect[]) | undefined;
  const isOpen = (): boolean => boxes !== undefined && element.isConnected;
  let isPrinting = false;
  const place = (): void => {
    const hidden = boxes && !isPrinting ? '' : 'visibility:hidden;pointer-events:none;';
    element.style.cssText = HOST_STYLE + placeBeside(boxes?.() ?? [], size) + hidden;
  };
  place();
  watchRemoval(element, signal, onRemoved);
  const follow = followPage(() => isOpen() && place(), signal);
  aroundPrint((printing) => {
    isPrinting = printing;
    place();
  }, signal);
  signal.addEventListener('abort', () => element.remove());
  const hideUnlessAlive = deadMansHandle(element, signal);
  const put = (beside: typeof boxes): void => {
    boxes = beside;
    if (beside && element.isConnected) toTop(element);
    hideUnlessAlive(beside !== undefined);
    place();
  };
  return {
    frame,
    isOpen,
    follow,
    show: (beside) => put(beside),
    hide: () => put(undefined),
    resize: (wish) => {
      size = wish;
      place();
    },
  };
}

const PULSE_MS = 2000;
const GRACE_MS = 8000;

/**
 * Firefox ends the scripts of an extension that is removed before they can tidy up: an open card
 * would cover the words for good. So the browser itself hides it, by an animation that changes
 * nothing in the page, unless this script lives to put it off.
 */
function deadMansHandle(element: Element, signal: AbortSignal): (isHeld: boolean) => void {
  let animation: Animation | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const putOff = (): void => {
    if (animation) animation.currentTime = 0;
  };
  const hold = (isHeld: boolean): void => {
    clearInterval(timer);
    animation?.cancel();
    animation = isHeld
      ? element.animate({ visibility: 'hidden' }, { delay: GRACE_MS, fill: 'forwards' })
      : undefined;
    if (isHeld) timer = setInterval(putOff, PULSE_MS);
  };
  // Timers of a page that is not seen come late.
  document.addEventListener('visibilitychange', putOff, { signal });
  signal.addEventListener('abort', () => hold(false));
  return hold;
}

/** Above whatever the page has put into the top layer since. */
function toTop(element: HTMLElement): void {
  if (element.matches(':popover-open')) element.hidePopover();
  element.showPopover();
}

function makeHost(address: string): { element: HTMLElement; frame: HTMLIFrameElement } {
  // A page that looks for a fixed name finds none.
  const element = document.createElement(`x-${crypto.getRandomValues(new Uint32Array(1))[0] ?? 0}`);
  element.popover = 'manual';
  element.style.cssText = HOST_STYLE;
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = 'On Record';
  frame.style.cssText = FRAME_STYLE;
  element.attachShadow({ mode: 'closed' }).append(frame);
  return { element, frame };
}

function atNextFrame(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

/** Does the work again with each frame in which the page moves, and when asked to. */
function followPage(work: () => void, signal: AbortSignal): () => void {
  const follow = atNextFrame(work);
  window.addEventListener('scroll', follow, { signal, passive: true, capture: true });
  window.addEventListener('resize', follow, { signal, passive: true });
  return follow;
}

/** Paper holds the article alone. */
function aroundPrint(tell: (isPrinting: boolean) => void, signal: AbortSignal): void {
  window.addEventListener('beforeprint', () => tell(true), { signal });
  window.addEventListener('afterprint', () => tell(false), { signal });
}

function watchRemoval(element: HTMLElement, signal: AbortSignal, onRemoved: () => void): void {
  const observer = new MutationObserver(() => {
    if (element.isConnected || signal.aborted) return;
    observer.disconnect();
    onRemoved();
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
