import type { Marks } from './marks';

/** What the reader does on a page that concerns its marks. */
export type Gestures = {
  marks(): Marks | undefined;
  /** A click on a mark, or beside all of them. */
  press(id: string | undefined): void;
  /** The pointer has come into the page: a card may soon be wanted. */
  approach(): void;
  /** The pointer stands on a mark: its context may be looked up before the click. */
  hover(id: string | undefined): void;
  close(): void;
  step(direction: 'next' | 'previous'): void;
  open(): void;
};

/**
 * Listens to pointer and keys until the signal ends it: Alt+Shift with . and , go from mark to mark,
 * Alt+Shift+Enter opens the card of the one with the ring, Escape closes it.
 */
export function listenToReader(gestures: Gestures, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      if (meansMark(event)) gestures.press(gestures.marks()?.at(event.clientX, event.clientY));
    },
    { signal, capture: true },
  );
  listenToPointer(gestures, signal);
  document.addEventListener('keydown', (event) => onKey(event, gestures), { signal });
}

/** A click means a mark only where it means nothing else: no link, no selection, no other button. */
function meansMark(event: MouseEvent): boolean {
  const [origin] = event.composedPath();
  const follows =
    origin instanceof Element &&
    origin.closest('a[href], button, input, select, textarea, summary, label, [contenteditable]');
  const selected = !(document.getSelection()?.isCollapsed ?? true);
  return !follows && !selected && event.button === 0 && event.isTrusted;
}

function listenToPointer(gestures: Gestures, signal: AbortSignal): void {
  let last = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerType }) => {
      last = { x: clientX, y: clientY };
      if (timer !== undefined || pointerType !== 'mouse') return;
      // A pointer on its way passes many marks; where it rests is what counts.
      timer = setTimeout(() => {
        timer = undefined;
        if (signal.aborted) return;
        gestures.approach();
        gestures.hover(gestures.marks()?.at(last.x, last.y));
      }, 80);
    },
    { signal, passive: true },
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
