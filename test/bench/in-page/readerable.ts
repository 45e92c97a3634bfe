import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';

/** Runs in a page of the benchmark: the peer of the gate. */
Object.assign(globalThis, { readerable: (): boolean => isProbablyReaderable(document) });
