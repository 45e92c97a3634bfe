import type { openFramed } from './framed';

type Opener = typeof openFramed;

/** Scripts of ours in a page share their world, which the page itself does not see. */
const NAME = 'onRecordCardOpener';

/** Called by the script that the background puts into the page when a card is first wanted there. */
export function offerOpener(opener: Opener): void {
  Reflect.set(globalThis, NAME, opener);
}

/** What opens the card's frame. @throws Error where the background could not put it into the page */
export function offeredOpener(): Opener {
  const opener: unknown = Reflect.get(globalThis, NAME);
  if (!isOpener(opener)) throw new Error('The script that opens cards is not in this page.');
  return opener;
}

function isOpener(value: unknown): value is Opener {
  return typeof value === 'function';
}
