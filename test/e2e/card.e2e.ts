import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { browser as WxtBrowser } from 'wxt/browser';
import { findBrowser, KINDS, type Session } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { markedWords, openCard, waitForMarks } from '@/test/support/reading';
import { cardIsShown, choose, tabIdOf } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/** Where and how the card stands on a page, and that nothing of it stays. */

const CLAIM = 'had not found any cases of threats or repression';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the card in ${kind}`, () => {
    const at = openBrowser(kind, answerPage);

    test('a page with a warm frame, and one whose card was closed, look as they did', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await page.bringToFront();
      await frameIsThere(page);
      const warm = await picture(page);

      await openCard(at.session, page, CLAIM);
      await expect.poll(async () => await cardIsShown(page)).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      await page.evaluate(() => scrollTo(0, 0));
      const closed = await picture(page);

      expect(closed.equals(warm)).toBe(true);
      expect(await page.evaluate(wordsBeneathHost)).toBe(true);
      await page.close();
    });

    test('it stands beside the words, inside the window, and follows the scroll', async () => {
      const page = await opened(at.session);
      const { card, words, inner } = await boxesOf(page);
      expect(overlap(card, words)).toBe(false);
      expect(inside(card, inner)).toBe(true);

      await page.evaluate(() => scrollBy(0, 60));

      await expect.poll(async () => (await boxesOf(page)).words.top).toBeCloseTo(words.top - 60, 0);
      const after = await boxesOf(page);
      await expect.poll(async () => overlap((await boxesOf(page)).card, after.words)).toBe(false);
      await page.close();
    });

    test('on a page from right to left it ends where the words end', async () => {
      const page = await opened(at.session, async (article) => {
        await article.evaluate(() => document.body.style.setProperty('direction', 'rtl'));
      });

      const { card, words, inner } = await boxesOf(page);

      expect(card.right).toBeCloseTo(words.right, -1);
      expect(inside(card, inner)).toBe(true);
      await page.close();
    });

    test('at 200 % it stays inside the window, and the words stay in sight', async () => {
      const page = await opened(at.session, async (article) => {
        await zoom(at.session, article, 2);
      });

      const { card, words, inner } = await boxesOf(page);

      expect(inner.right).toBeLessThan(700);
      expect(inside(card, inner)).toBe(true);
      expect(overlap(card, words)).toBe(false);
      await zoom(at.session, page, 1);
      await page.close();
    });

    test('in a narrow window it is a sheet at the lower edge, and is gone after Escape', async () => {
      const page = await opened(at.session, async (article) => {
        await article.setViewport({ width: 320, height: 640 });
      });

      const { card, inner } = await boxesOf(page);
      expect([card.left, card.right]).toEqual([0, inner.right]);
      expect(card.bottom).toBeCloseTo(inner.bottom, 0);
      expect(card.bottom - card.top).toBeLessThanOrEqual(inner.bottom * 0.7 + 1);

      await page.keyboard.press('Escape');
      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      expect(await page.evaluate(wordsBeneathHost)).toBe(true);
      await page.close();
    });

    test('on paper there is the article alone, with marks and an open card too', async () => {
      await choose(at.session, { paused: true });
      const without = await at.session.open(ADDRESSES.example);
      await pause(1500);
      const bare = await paperOf(without);
      await without.close();
      await choose(at.session, { paused: false });

      const page = await opened(at.session);
      const printed = await paperOf(page);

      expect(bare.join('').length).toBeGreaterThan(10_000);
      expect(printed.map(digest)).toEqual(bare.map(digest));
      expect(await cardIsShown(page)).toBe(true);
      expect(await markedWords(page)).not.toEqual({});
      await page.close();
    });
  });
}

/** The example article with a card open, after what is done to the page before. */
async function opened(
  session: Session,
  before: (page: Page) => Promise<void> = async () => await Promise.resolve(),
): Promise<Page> {
  const page = await session.open(ADDRESSES.example);
  await before(page);
  await waitForMarks(page);
  await openCard(session, page, CLAIM);
  await expect.poll(async () => await cardIsShown(page)).toBe(true);
  return page;
}

type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The card, the first line of the claim's words, and the window. */
async function boxesOf(page: Page): Promise<{ card: Box; words: Box; inner: Box }> {
  const boxes = await page.evaluate(() => {
    const host = [...document.documentElement.children].find((each) =>
      each.tagName.startsWith('X-'),
    );
    const [focus] = CSS.highlights.get('or-focus') ?? [];
    if (!host || !focus) return undefined;
    const range = document.createRange();
    range.setStart(focus.startContainer, focus.startOffset);
    range.setEnd(focus.endContainer, focus.endOffset);
    return {
      card: host.getBoundingClientRect().toJSON() as Box,
      words: range.getClientRects()[0]?.toJSON() as Box | undefined,
      inner: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
    };
  });
  if (!boxes?.words) throw new Error('No card is beside any words.');
  return { card: boxes.card, words: boxes.words, inner: boxes.inner };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(a: Box, b: Box): boolean {
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom + 0.5;
}

/** Zooms a page as the reader does in the browser's menu. */
async function zoom(session: Session, page: Page, factor: number): Promise<void> {
  const id = await tabIdOf(session, page);
  const own = await session.openExtensionPage('options.html');
  await own.evaluate(
    async (tab, by) => {
      const { tabs } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      await tabs.setZoom(tab, by);
    },
    id,
    factor,
  );
  await own.close();
}

/**
 * What a page is on paper: all streams of its PDF, drawn words and pictures among them. Left out are
 * the times at which it was made, and the list of where in the file each part begins.
 */
async function paperOf(page: Page): Promise<string[]> {
  await page.bringToFront();
  const file = Buffer.from(await page.pdf()).toString('latin1');
  return [
    ...file.matchAll(/<<(?<about>(?:(?!endobj).)*?)>>\s*stream\r?\n(?<body>.*?)endstream/gsu),
  ].flatMap(({ groups: { about = '', body = '' } = {} }) =>
    about.includes('/XRef') ? [] : [timeless(about.includes('/Flate') ? inflated(body) : body)],
  );
}

function inflated(body: string): string {
  return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
}

function timeless(text: string): string {
  return text.replaceAll(/\/(?:CreationDate|ModDate)\s*\([^)]*\)/gu, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}

/** Comes with the pointer, which has the frame made, and leaves again. */
async function frameIsThere(page: Page): Promise<void> {
  await page.mouse.move(600, 300);
  await page.waitForFunction(() =>
    [...document.documentElement.children].some((each) => each.tagName.startsWith('X-')),
  );
}

/**
 * What is seen where a frame waits, with the pointer where it changes nothing; not the marked words
 * themselves, for Firefox draws the space at a line's end anew after each change of a highlight.
 */
async function picture(page: Page): Promise<Buffer> {
  await page.mouse.move(1, 880);
  await pause(600);
  return Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 1200, height: 600 } }));
}

/** Whether a click where the closed card was reaches the page. */
function wordsBeneathHost(): boolean {
  const host = [...document.documentElement.children].find((each) => each.tagName.startsWith('X-'));
  const box = host?.getBoundingClientRect();
  if (!host || !box) return false;
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return hit !== null && hit !== host;
}
