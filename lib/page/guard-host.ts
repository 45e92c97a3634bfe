const FIGHT_MS = 5000;
const MOST_FIGHTS = 3;
const LOOK_MS = 100;

/** What a page did to our host. */
export type Trespass = {
  /** It was changed, and is to be put back as it was. */
  readonly onChanged: () => void;
  /** It is gone, or is changed again and again. */
  readonly onLost: () => void;
};

/**
 * Watches over our element of the page: its style, its place and its stand in the top layer are ours
 * alone. A page that does not leave it alone has won after a few changes.
 */
export function guardHost(
  element: HTMLElement,
  isAsMade: () => boolean,
  { onChanged, onLost, signal }: Trespass & { readonly signal: AbortSignal },
): void {
  let fights: readonly number[] = [];
  const end = new AbortController();
  const look = (): void => {
    if (signal.aborted || end.signal.aborted) return;
    const isThere = element.parentNode === document.documentElement;
    if (isThere && isAsMade()) return;
    const now = performance.now();
    fights = [...fights.filter((then) => now - then < FIGHT_MS), now];
    if (isThere && fights.length <= MOST_FIGHTS) onChanged();
    else {
      end.abort();
      onLost();
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { childList: true });
  observer.observe(element, { attributes: true });
  // What takes an element out of the top layer changes no attribute.
  element.addEventListener('toggle', look, { signal: end.signal });
  for (const each of [signal, end.signal]) {
    each.addEventListener('abort', () => observer.disconnect());
  }
}

/**
 * Tells whenever something of the page comes to lie over our open element, or leaves it, until the
 * signal ends it. Chromium tells the frame in it much the same, by IntersectionObserver v2.
 */
export function watchSight(
  element: HTMLElement,
  tell: (isPlain: boolean) => void,
  signal: AbortSignal,
): void {
  if ('isVisible' in IntersectionObserverEntry.prototype) return;
  let was = true;
  const timer = setInterval(() => {
    const is = isUncovered(element);
    if (is !== was) tell(is);
    was = is;
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

const SHARES = [0.05, 0.5, 0.95];

/** Only what came into the top layer later can lie over us, and it may let clicks through. */
function isUncovered(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  const isOver = (other: Element): boolean => {
    const { left, top, right, bottom } = other.getBoundingClientRect();
    const beside = left >= box.right || right <= box.left || top >= box.bottom;
    return other !== element && !beside && bottom > box.top;
  };
  if ([...document.querySelectorAll(':popover-open, :modal')].some(isOver)) return false;
  return SHARES.every((x) =>
    SHARES.every((y) => {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return hit === element;
    }),
  );
}
