import Readability from '@mozilla/readability/Readability.js';

/** Runs in a page of the benchmark: the peer of reading, on a clone as it must be. */
Object.assign(globalThis, {
  readability: (): number => {
    const clone = document.cloneNode(true);
    return clone instanceof Document ? (new Readability(clone).parse()?.length ?? 0) : 0;
  },
});
