import { ADDRESSES, answerPage, hasSeedPages } from '@/test/e2e/seed-pages';
import { findBrowser, type Kind, KINDS } from '@/test/support/browsers';
import { serveWeb } from '@/test/support/web';
import type { BenchRow } from './row';

/** What the benches in real browsers have in common. */

/** The bundled example, which has marks of every kind, and the seed articles where they are here. */
const SEEDS = ['exaggerating', 'noEvidence', 'excerpt', 'secondMeeting', 'app'] as const;
export const ARTICLES = [
  ADDRESSES.example,
  ...(hasSeedPages ? SEEDS.map((name) => ADDRESSES[name]) : [ADDRESSES.example]),
];
/** The same in each browser, or in those that `BENCH_BROWSERS` names, before our own web. */
export async function inBrowsers(
  measure: (kind: Kind, proxyPort: number) => Promise<readonly BenchRow[]>,
): Promise<readonly BenchRow[]> {
  const named = process.env['BENCH_BROWSERS'];
  const web = await serveWeb(answerPage);
  const rows: BenchRow[] = [];
  try {
    for (const kind of KINDS) {
      const isWanted = named === undefined || named.includes(kind);
      if (isWanted && findBrowser(kind)) rows.push(...(await measure(kind, web.port)));
    }
  } finally {
    await web.close();
  }
  return rows;
}

// oxlint-disable-next-line max-params -- a row of the table
export function row(
  measured: string,
  ours: number,
  goal: string,
  peers = '',
): Omit<BenchRow, 'bench'> {
  return { measure: measured, ours, goal, peers };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}
