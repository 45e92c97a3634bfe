import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { openCard, waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
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
  await new Promise((done) => {
    setTimeout(done, 600);
  });
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
