import type { Browser } from 'puppeteer-core';
import { type Kind, launch } from '@/test/support/browsers';
import { ARTICLES, inBrowsers, pause, quantile, row } from './browser-bench';
import { type BenchRow, rowsOf } from './row';
import { type Life, watchLife } from './watch-card';

const SETTLED_MS = 2000;

/**
 * What the extension adds to a page, with and without it in one run and by turns: layout shift, tasks
 * over 50 ms (Chromium tells both), and the longest time for which the page could not answer.
 */
export async function benchPageLife(): Promise<readonly BenchRow[]> {
  return await inBrowsers(measure);
}

async function measure(kind: Kind, proxyPort: number): Promise<readonly BenchRow[]> {
  const session = await launch(kind, { proxyPort });
  const bare = await launch(kind, { proxyPort, bare: true });
  try {
    const calm: Pair[] = [];
    for (const address of ARTICLES) {
      calm.push({
        without: await lifeOf(bare.browser, address),
        with: await lifeOf(session.browser, address),
      });
    }
    return rowsOf(`page life, ${kind}`, calmRows(kind, calm));
  } finally {
    await session.close();
    await bare.close();
  }
}

type Pair = { readonly with: Life; readonly without: Life };

function calmRows(kind: Kind, calm: readonly Pair[]): Omit<BenchRow, 'bench'>[] {
  const added = (what: keyof Life): number =>
    calm.reduce((sum, each) => sum + each.with[what] - each.without[what], 0);
  const mean = (which: keyof Pair, what: keyof Life): string =>
    (calm.reduce((sum, each) => sum + each[which][what], 0) / calm.length).toFixed(1);
  const gaps = row(
    'longest wait of a page, ms added, median page',
    quantile(
      calm.map((each) => each.with.longestGap - each.without.longestGap),
      0.5,
    ),
    '≤ 50',
    `with ${mean('with', 'longestGap')}, without ${mean('without', 'longestGap')}`,
  );
  if (kind === 'firefox') return [gaps];
  return [
    row('layout shift added, all pages', added('shift'), '0'),
    row(
      'tasks over 50 ms added, all pages',
      added('longTasks'),
      '0',
      `with ${mean('with', 'longTasks')} a page, without ${mean('without', 'longTasks')}`,
    ),
    gaps,
  ];
}

/** Opens a page and watches it from its first moment until it has settled. */
async function lifeOf(browser: Browser, address: string): Promise<Life> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchLife);
  await page.goto(address, { waitUntil: 'load' });
  await page.bringToFront();
  await pause(SETTLED_MS);
  const life = (await page.evaluate(() => Reflect.get(window, '__life') as unknown)) as Life;
  await page.close();
  return life;
}
