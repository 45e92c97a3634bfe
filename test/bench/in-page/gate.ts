import { judge } from '@/lib/page/gate';

/** Runs in a page of the benchmark: the gate, as on every page. */
Object.assign(globalThis, { gate: (): boolean => judge(document, document.URL).article });
