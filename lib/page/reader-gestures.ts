import type { Point } from './boxes';
import type { Marks } from './marks';

/** What the reader does on a page that concerns its marks. */
export type Gestures = {
  marks(): Marks | undefined;
  /** A click at a point of a document's window: on a mark, or beside all of them. */
  press(point: Point, page: Document): void;
  /** The pointer has come into the page: a card may soon be wanted. */
  approach(): void;
  /** The pointer stands on a mark, or on none. */
  hover(id: string | undefined): void;
  /** A mark may be clicked in a moment: its card can be drawn before. */
  aim(id: string | undefined): void;
  close(): void;
  step(direction: 'next' | 'previous'): void;
  open(): void;
  /** Words have moved in a frame, which the page itself is not told. */
  move(): void;
};

/**
 * Listens to pointer and keys in a page, or in a frame of it, until the signal ends it: Alt+Shift
 * with . and , go from mark to mark, Alt+Shift+Enter opens the card of the one with the ring, Escape
 * closes it.
 */
export function listenToReader(gestures: Gestures, page: Document, signal: AbortSignal): void {
  page.addEventListener(
    'click',
    (event) => {
      if (!meansMark(event, page)) return;
      gestures.press({ x: event.clientX, y: event.clientY }, page);
    },
    { signal, capture: true },
  );
  listenToPointer(gestures, page, signal);
  page.addEventListener('keydown', (event) => onKey(event, gestures), { signal });
  if (page === document) return;
  page.addEventListener('scroll', () => gestures.move(), { signal, passive: true, capture: true });
}

/** A click means a mark only where it means nothing else: no link, no selection, no other button. */
function meansMark(event: MouseEvent, page: Document): boolean {
  const [origin] = event.composedPath();
  const follows =
    isElement(origin) &&
    origin.closest('a[href], button, input, select, textarea, summary, label, [contenteditable]');
  const selected = !(page.getSelection()?.isCollapsed ?? true);
  return !follows && !selected && event.button === 0 && event.isTrusted;
}

/** A frame's elements are of classes of its own. */
function isElement(target: EventTarget | undefined): target is Element {
  return target !== undefined && 'closest' in target;
}

function listenToPointer(gestures: Gestures, page: Document, signal: AbortSignal): void {
  let last = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerType }) => {
      last = { x: clientX, y: clientY };
      if (timer !== undefined || pointerType !== 'mouse') return;
      // A pointer on its way passes many marks; where it rests is what counts.
      timer = setTimeout(() => {
        timer = undefined;
        if (signal.aborted) return;
        const id = gestures.marks()?.at(last, page);
        gestures.approach();
        gestures.hover(id);
        gestures.aim(id);
      }, 80);
    },
    { signal, passive: true },
  );
  // A finger does not rest before it presses, but it stays down for a moment.
  page.addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y }) => gestures.aim(gestures.marks()?.at({ x, y }, page)),
    { signal, passive: true, capture: true },
  );
}

function onKey(event: KeyboardEvent, gestures: Gestures): void {
  if (event.key === 'Escape') gestures.close();
  if (!event.altKey || !event.shiftKey) return;
  const wishes: Readonly<Record<string, () => void>> = {
    Period: () => gestures.step('next'),
    Comma: () => gestures.step('previous'),
    Enter: () => gestures.open(),
    NumpadEnter: () => gestures.open(),
  };
  const wish = wishes[event.code];
  if (!wish) return;
  event.preventDefault();
  wish();
}
