import type { Frame, Page } from 'puppeteer-core';
import { type Kind, launch, type Session } from '@/test/support/browsers';
import { waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import { ARTICLES, inBrowsers, pause, quantile, row } from './browser-bench';
import { type BenchRow, rowsOf } from './row';
import { type Drawn, placeOfMark, type Shown, watchCard, watchFrame } from './watch-card';

const CLICKS_A_PAGE = 6;
/** How long a hand rests on what it has reached, and how long it presses, in milliseconds. */
const HAND = { rest: 100, press: 60 } as const;
/** A click that shows no card, as on a mark that has gone, is given up. */
const PATIENCE_MS = 1500;

/**
 * What a reader feels, in real browsers: from a click on a mark to its painted card. A card is painted
 * when both the page has shown its frame and the frame has drawn all of it.
 */
export async function benchCardSpeed(): Promise<readonly BenchRow[]> {
  return await inBrowsers(measure);
}

async function measure(kind: Kind, proxyPort: number): Promise<BenchRow[]> {
  const session = await launch(kind, { proxyPort });
  try {
    const [times, atOnce]: [number[], number[]] = [[], []];
    for (const address of ARTICLES) {
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
    ]);
  } finally {
    await session.close();
  }
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
