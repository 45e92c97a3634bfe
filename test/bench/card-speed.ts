import type { Browser, Page } from 'puppeteer-core';
import { ADDRESSES, answerPage } from '@/test/e2e/seed-pages';
import { findBrowser, type Kind, KINDS, launch } from '@/test/support/browsers';
import { waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import { serveWeb } from '@/test/support/web';
import { type BenchRow, rowsOf } from './row';

/** The bundled example, which has marks of every kind, opened afresh each time. */
const ARTICLES = [ADDRESSES.example, ADDRESSES.example] as const;
const CLICKS_A_PAGE = 16;
/** How long a hand rests on what it has reached, and how long it presses, in milliseconds. */
const HAND = { rest: 100, press: 60 } as const;
const SETTLED_MS = 2500;

/**
 * What a reader feels, in real browsers on the example article: from a click on a mark to its painted
 * card, and what the extension adds to a page, with and without it in one run: layout shift, tasks
 * over 50 ms (Chromium tells both), and the longest time for which the page could not answer.
 */
export async function benchCardSpeed(): Promise<readonly BenchRow[]> {
  const web = await serveWeb(answerPage);
  const rows: BenchRow[] = [];
  try {
    for (const kind of KINDS) {
      if (findBrowser(kind)) rows.push(...(await measure(kind, web.port)));
    }
  } finally {
    await web.close();
  }
  return rows;
}

async function measure(kind: Kind, proxyPort: number): Promise<BenchRow[]> {
  const session = await launch(kind, { proxyPort });
  const bare = await launch(kind, { proxyPort, bare: true });
  try {
    const [times, atOnce]: [number[], number[]] = [[], []];
    const calm: Pair[] = [];
    for (const address of ARTICLES) {
      calm.push({
        without: await lifeOf(bare.browser, address),
        with: await lifeOf(session.browser, address),
      });
      times.push(...(await clicksOn(await session.open(address), true)));
      atOnce.push(...(await clicksOn(await session.open(address), false)));
    }
    return rowsOf(`card speed, ${kind}`, [
      row('click to painted card, ms p50', quantile(times, 0.5), ''),
      row(
        'click to painted card, ms p95',
        quantile(times, 0.95),
        '≤ 100',
        `${times.length} clicks`,
      ),
      row('without rest or press, ms p50', quantile(atOnce, 0.5), ''),
      row('without rest or press, ms p95', quantile(atOnce, 0.95), '', `${atOnce.length} clicks`),
      ...calmRows(kind, calm),
    ]);
  } finally {
    await session.close();
    await bare.close();
  }
}

/** What a page went through until it had settled. */
type Life = { readonly shift: number; readonly longTasks: number; readonly longestGap: number };
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

/** Runs in the page, before anything else there. */
function watchLife(): void {
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

/** Milliseconds from each click on a mark to the frame in which its card is seen. */
async function clicksOn(page: Page, hand: boolean): Promise<number[]> {
  await page.bringToFront();
  await waitForMarks(page);
  // A reader's pointer has been over the page before it clicks.
  await page.mouse.move(300, 300);
  await pause(500);
  const times: number[] = [];
  for (let at = 0; at < CLICKS_A_PAGE; at += 1) {
    const place = await page.evaluate(placeOfMark, at);
    if (!place) continue;
    await page.evaluate(watchCard);
    await page.mouse.move(place.x, place.y);
    if (hand) await pause(HAND.rest);
    await page.mouse.click(place.x, place.y, { delay: hand ? HAND.press : 0 });
    const time = await page
      .waitForFunction(() => Reflect.get(window, '__painted') as unknown, {
        timeout: 1500,
        polling: 20,
      })
      .then(
        async (handle) => Number(await handle.jsonValue()),
        () => undefined,
      );
    if (time === undefined) continue;
    times.push(time);
    await closeCard(page);
  }
  await page.close();
  return times;
}

async function closeCard(page: Page): Promise<void> {
  for (let left = 50; left > 0 && (await cardIsShown(page)); left -= 1) {
    await page.keyboard.press('Escape');
    await pause(40);
  }
}

/** Where a mark stands that a click does not take for a link; a few marks apart for each turn. */
function placeOfMark(turn: number): { x: number; y: number } | undefined {
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

/** Runs in the page: from the next click to the first frame after our host has become visible. */
function watchCard(): void {
  Reflect.set(window, '__painted', undefined);
  const look = (clicked: number): void => {
    const seen = [...document.documentElement.children].some(
      (each) => each.tagName.startsWith('X-') && getComputedStyle(each).visibility === 'visible',
    );
    if (!seen) requestAnimationFrame(() => look(clicked));
    else requestAnimationFrame(() => Reflect.set(window, '__painted', performance.now() - clicked));
  };
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.addEventListener('click', ({ timeStamp }) => look(timeStamp), {
    once: true,
    capture: true,
  });
}

// oxlint-disable-next-line max-params -- a row of the table
function row(measured: string, ours: number, goal: string, peers = ''): Omit<BenchRow, 'bench'> {
  return { measure: measured, ours, goal, peers };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}
