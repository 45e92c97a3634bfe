import type { Browser, Frame, Page } from 'puppeteer-core';
import { ADDRESSES, answerPage, hasSeedPages } from '@/test/e2e/seed-pages';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import { serveWeb } from '@/test/support/web';
import { type BenchRow, rowsOf } from './row';
import {
  type Drawn,
  type Life,
  placeOfMark,
  type Shown,
  watchCard,
  watchFrame,
  watchLife,
} from './watch-card';

/** The bundled example, which has marks of every kind, and the seed articles where they are here. */
const SEEDS = ['exaggerating', 'noEvidence', 'excerpt', 'secondMeeting', 'app'] as const;
const ARTICLES = [
  ADDRESSES.example,
  ...(hasSeedPages ? SEEDS.map((name) => ADDRESSES[name]) : [ADDRESSES.example]),
];
const CLICKS_A_PAGE = 6;
/** How long a hand rests on what it has reached, and how long it presses, in milliseconds. */
const HAND = { rest: 100, press: 60 } as const;
const SETTLED_MS = 2000;
/** A click that shows no card, as on a mark that has gone, is given up. */
const PATIENCE_MS = 1500;

/**
 * What a reader feels, in real browsers: from a click on a mark to its painted card, and what the
 * extension adds to a page, with and without it in one run: layout shift, tasks over 50 ms (Chromium
 * tells both), and the longest time for which the page could not answer. A card is painted when both
 * the page has shown its frame and the frame has drawn all of it.
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
      times.push(...(await clicksOn(session, address, true)));
      atOnce.push(...(await clicksOn(session, address, false)));
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

/** Milliseconds from each click on a mark to its painted card. */
async function clicksOn(session: Session, address: string, hand: boolean): Promise<number[]> {
  const page = await session.open(address);
  await page.bringToFront();
  await waitForMarks(page);
  // A reader's pointer has been over the page before it clicks.
  await page.mouse.move(300, 300);
  const frame = await frameOf(session, page);
  await frame.evaluate(watchFrame);
  const times: number[] = [];
  for (let at = 0; at < CLICKS_A_PAGE; at += 1) {
    const place = await page.evaluate(placeOfMark, at);
    if (!place) continue;
    await page.evaluate(watchCard);
    await page.mouse.move(place.x, place.y);
    if (hand) await pause(HAND.rest);
    await page.mouse.click(place.x, place.y, { delay: hand ? HAND.press : 0 });
    const time = await paintedAfter(page, frame);
    if (time === undefined) continue;
    times.push(time);
    await closeCard(page);
  }
  await page.close();
  return times;
}

/** The card's frame, which the page's script makes when the pointer comes. */
async function frameOf(session: Session, page: Page): Promise<Frame> {
  for (let left = 50; left > 0; left -= 1) {
    for (const frame of page.frames()) {
      const isOurs = frame
        .evaluate((own) => location.href.startsWith(`${own}/card.html`), session.origin)
        .catch(() => false);
      if (await isOurs) return frame;
    }
    await pause(100);
  }
  throw new Error('No frame of the card was made.');
}

const WAIT = { timeout: PATIENCE_MS, polling: 20 };

async function paintedAfter(page: Page, frame: Frame): Promise<number | undefined> {
  try {
    const shown = await page.waitForFunction(() => Reflect.get(window, '__shown') as unknown, WAIT);
    const { clicked, visible, next } = (await shown.jsonValue()) as Shown;
    const drawn = await frame.waitForFunction(
      (since) => {
        const { changed, ticks } = Reflect.get(window, '__drawn') as Drawn;
        const from = Math.max(since, changed < since + 300 ? changed : 0);
        return ticks[ticks.findIndex((tick) => tick >= from) + 1];
      },
      WAIT,
      visible,
    );
    return Math.max(next, Number(await drawn.jsonValue())) - clicked;
  } catch {
    return undefined;
  }
}

async function closeCard(page: Page): Promise<void> {
  for (let left = 50; left > 0 && (await cardIsShown(page)); left -= 1) {
    await page.keyboard.press('Escape');
    await pause(40);
  }
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
