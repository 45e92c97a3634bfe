import { aroundPrint } from './around-print';
import { deadMansHandle } from './dead-mans-handle';
import { guardHost, watchSight } from './guard-host';
import { placeBeside } from './place-beside';

/** The one element of ours in a page, and the card's frame in it. */
export type Host = {
  readonly frame: HTMLIFrameElement;
  /** Shows the frame beside boxes of the window, which are asked for again when the page scrolls. */
  show(boxes: () => readonly DOMRect[]): void;
  hide(): void;
  /** Follows the boxes to where they are now. */
  follow(): void;
  resize(size: Size): void;
  isOpen(): boolean;
};

type Size = { readonly width: number; readonly height: number };

/** All else, as borders and a background, is nothing by `all: initial`; presses are the frame's alone. */
const HOST_STYLE = 'all:initial;position:fixed;pointer-events:none;';
const FRAME_STYLE =
  'all:initial;visibility:inherit;display:block;width:100%;height:100%;border-radius:12px;box-shadow:0 1px 2px rgb(0 0 0/.12),0 8px 32px rgb(0 0 0/.18);';

/** What is heard of a host. */
export type HostEvents = {
  /** The page has taken it away, or will not leave it alone; this is said once. */
  readonly onRemoved: () => void;
  /** Whether nothing lies over it while it is open, each time that this changes. */
  readonly onSight: (isPlain: boolean) => void;
};

/**
 * Adds the host: one element of the top layer with a closed shadow root and the card's frame. It
 * stays laid out while it is hidden, so that a card can be measured before it is seen.
 */
export function openHost(address: string, signal: AbortSignal, events: HostEvents): Host {
  const { element, frame } = makeHost(address);
  document.documentElement.append(element);
  element.showPopover();
  const stand = new Stand(element, frame, deadMansHandle(frame, signal));
  const close = (): void => stand.close();
  guardHost(element, () => stand.isAsMade(), {
    onChanged: () => stand.restore(),
    onLost: () => {
      close();
      element.remove();
      events.onRemoved();
    },
    signal,
  });
  aroundPrint((isPrinting) => stand.print(isPrinting), signal);
  signal.addEventListener('abort', () => {
    close();
    element.remove();
  });
  return {
    frame,
    isOpen: () => stand.isOpen(),
    follow: followPage(() => stand.isOpen() && stand.place(), signal),
    show: (beside) => watchSight(element, events.onSight, stand.open(beside)),
    hide: () => {
      close();
      stand.place();
    },
    resize: (size) => stand.resize(size),
  };
}

/** Where our element stands in the window, and the style that puts it there. */
class Stand {
  readonly #element: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #hideUnlessAlive: (isHeld: boolean) => void;
  #size: Size = { width: 400, height: 320 };
  #boxes: (() => readonly DOMRect[]) | undefined;
  #closed = new AbortController();
  #isPrinting = false;
  #written: string | null = null;

  constructor(
    element: HTMLElement,
    frame: HTMLElement,
    hideUnlessAlive: (isHeld: boolean) => void,
  ) {
    this.#element = element;
    this.#frame = frame;
    this.#hideUnlessAlive = hideUnlessAlive;
    this.place();
  }

  isOpen(): boolean {
    return this.#boxes !== undefined && this.#element.isConnected;
  }

  /** Whether the page has left it alone. */
  isAsMade(): boolean {
    const { popover, inert } = this.#element;
    const isOnTop = popover === 'manual' && this.#element.matches(':popover-open');
    return isOnTop && !inert && this.#element.getAttribute('style') === this.#written;
  }

  place(): void {
    const isHidden = !this.#boxes || this.#isPrinting;
    const hidden = isHidden ? 'visibility:hidden;' : '';
    // A hidden frame would take presses in Chromium.
    this.#frame.style.pointerEvents = isHidden ? 'none' : 'auto';
    dress(this.#element, HOST_STYLE + placeBeside(this.#boxes?.() ?? [], this.#size) + hidden);
    this.#written = this.#element.getAttribute('style');
  }

  restore(): void {
    this.#element.inert = false;
    this.#element.popover = 'manual';
    toTop(this.#element);
    this.place();
  }

  /** @returns a signal that it has been closed, or opened beside other words. */
  open(boxes: () => readonly DOMRect[]): AbortSignal {
    this.close();
    this.#boxes = boxes;
    if (this.#element.isConnected) toTop(this.#element);
    this.#hideUnlessAlive(true);
    this.place();
    return this.#closed.signal;
  }

  close(): void {
    this.#boxes = undefined;
    this.#hideUnlessAlive(false);
    this.#closed.abort();
    this.#closed = new AbortController();
  }

  resize(size: Size): void {
    this.#size = size;
    this.place();
  }

  print(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.place();
  }
}

/** No style sheet and no animation of the page outweighs what is important here. */
function dress(element: HTMLElement, css: string): void {
  element.style.cssText = css.replaceAll(';', '!important;');
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
  dress(element, HOST_STYLE);
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
