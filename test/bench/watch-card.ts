/** What runs in a page and in the card's frame to measure them; each function stands alone. */

/** What a page went through until it had settled. */
export type Life = {
  readonly shift: number;
  readonly longTasks: number;
  readonly longestGap: number;
};

/** Runs in the page, before anything else there. */
export function watchLife(): void {
  const life = { shift: 0, longTasks: 0, longestGap: 0 };
  Reflect.set(window, '__life', life);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === 'longtask') life.longTasks += 1;
      else life.shift += Number(Reflect.get(entry, 'value'));
    }
  });
  for (const type of ['layout-shift', 'longtask']) {
    if (PerformanceObserver.supportedEntryTypes.includes(type)) observer.observe({ type });
  }
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    life.longestGap = Math.max(life.longestGap, now - last);
    last = now;
  }, 5);
}

/** Where a mark stands that a click does not take for a link; a few marks apart for each turn. */
export function placeOfMark(turn: number): { x: number; y: number } | undefined {
  const marks = [...CSS.highlights]
    .filter(([name]) => /^or-\d/u.test(name))
    .flatMap(([, highlight]) => [...highlight])
    .filter(({ startContainer }) => !startContainer.parentElement?.closest('a, button, label'));
  const mark = marks[(turn * 5) % Math.max(1, marks.length)];
  if (!mark) return undefined;
  mark.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  const range = document.createRange();
  range.setStart(mark.startContainer, mark.startOffset);
  range.setEnd(mark.endContainer, mark.endOffset);
  const [box] = range.getClientRects();
  const place = box && { x: box.left + Math.min(box.width / 2, 20), y: box.top + box.height / 2 };
  const hit = place && document.elementFromPoint(place.x, place.y);
  // Something of the page's own may stand over the words: a bar that stays at the top, a link.
  return hit?.contains(mark.startContainer) ? place : undefined;
}

/** When a mark was clicked, its host seen, and the frame after that; milliseconds since 1970. */
export type Shown = { readonly clicked: number; readonly visible: number; readonly next: number };

/** Runs in the page: the next click, the frame in which our host is seen, and the one after it. */
export function watchCard(): void {
  Reflect.set(window, '__shown', undefined);
  const look = (clicked: number): void => {
    const seen = [...document.documentElement.children].some(
      (each) => each.tagName.startsWith('X-') && getComputedStyle(each).visibility === 'visible',
    );
    if (!seen) {
      requestAnimationFrame(() => look(clicked));
      return;
    }
    const visible = performance.timeOrigin + performance.now();
    requestAnimationFrame(() =>
      Reflect.set(window, '__shown', {
        clicked,
        visible,
        next: performance.timeOrigin + performance.now(),
      }),
    );
  };
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.addEventListener('click', ({ timeStamp }) => look(performance.timeOrigin + timeStamp), {
    once: true,
    capture: true,
  });
}

/** When a card's frame was drawn, and when its words last changed; milliseconds since 1970. */
export type Drawn = { changed: number; readonly ticks: number[] };

/** Runs in the card's frame: when its frames were drawn, and when its words last changed. */
export function watchFrame(): void {
  const drawn: Drawn = { changed: 0, ticks: [] };
  Reflect.set(window, '__drawn', drawn);
  const tick = (): void => {
    drawn.ticks.push(performance.timeOrigin + performance.now());
    if (drawn.ticks.length > 600) drawn.ticks.splice(0, 300);
    requestAnimationFrame(tick);
  };
  tick();
  const changes = { subtree: true, childList: true, characterData: true };
  new MutationObserver(() => {
    drawn.changed = performance.timeOrigin + performance.now();
  }).observe(document.body, changes);
}
