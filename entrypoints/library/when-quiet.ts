/** So long the reader has to do nothing before long work begins. */
export const QUIET_MS = 4000;

const SIGNS = ['input', 'keydown', 'pointerdown', 'wheel'] as const;

/** Work that waits until the reader does nothing for a while, so that it makes no key slow. */
export type QuietWork = {
  /** Takes the place of what waited before. */
  set(work: () => void): void;
  clear(): void;
};

/** Opens a place for one piece of work, which every sign of the reader's in the page puts off. */
export function openQuietWork(page: EventTarget): QuietWork {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const begin = (): void => {
    const work = waiting;
    clear();
    work?.();
  };
  const putOff = (): void => {
    if (!waiting) return;
    clearTimeout(timer);
    timer = setTimeout(begin, QUIET_MS);
  };
  for (const sign of SIGNS) {
    page.addEventListener(sign, putOff, { capture: true, passive: true });
  }
  return {
    set: (work) => {
      waiting = work;
      putOff();
    },
    clear,
  };
}
