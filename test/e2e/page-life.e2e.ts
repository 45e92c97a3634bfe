import { setTimeout as pause } from 'node:timers/promises';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findBrowser,
  GECKO_ID,
  type Kind,
  KINDS,
  launch,
  type Session,
} from '@/test/support/browsers';
import { markedWords, openCard, stateOf, waitForMarks } from '@/test/support/reading';
import { choose } from '@/test/support/surfaces';
import { type PageAnswer, serveWeb, type Web } from '@/test/support/web';
import { ADDRESSES, answerPage } from './seed-pages';

/** A page's life around its article: it goes and comes back, is changed, and outlives the extension. */

const CLAIM = 'had not found any cases of threats or repression';
const ELSEWHERE = 'https://pages.example/elsewhere';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the life of a page in ${kind}`, () => {
    const at = openBrowser(kind);

    test('a page that comes back from the cache bears its marks', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await page.evaluate(() => Reflect.set(window, 'kept', 1));

      await page.goto(ELSEWHERE);
      // Firefox tells nobody outside that a page came back from its cache.
      await page.evaluate(() => history.back());
      await expect
        .poll(async () => await page.evaluate(() => location.href).catch(() => ''), {
          timeout: 15_000,
        })
        .toBe(ADDRESSES.example);

      await waitForMarks(page);
      expect(await page.evaluate(() => Reflect.get(window, 'kept') as unknown)).toBe(1);
      const card = await openCard(at.session, page, CLAIM);
      expect(await card.evaluate(() => document.body.innerText)).toContain(CLAIM);
      await page.close();
    });

    test('words that the page wraps, as translators do, are marked anew', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      const before = await wordsOf(page);

      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll('article p')) {
          for (const node of paragraph.childNodes) {
            if (!(node instanceof Text)) continue;
            const font = document.createElement('font');
            const inner = document.createElement('font');
            inner.textContent = node.data;
            font.append(inner);
            node.replaceWith(font);
          }
        }
        document.documentElement.className += ' translated-ltr';
      });

      await expect.poll(async () => await wordsOf(page), { timeout: 15_000 }).toEqual(before);
      await page.close();
    });

    test.for([
      { name: 'a site that the reader shut out', change: shutOut(), status: 'paused-here' },
      { name: 'all sites', change: { paused: true }, status: 'paused' },
    ])('nothing is read where the reader paused $name', async ({ change, status }) => {
      await choose(at.session, change);
      const page = await at.session.open(ADDRESSES.example);

      await expect
        .poll(async () => (await stateOf(at.session, page)).status, { timeout: 15_000 })
        .toBe(status);
      expect(await markedWords(page)).toEqual({});
      await page.close();
      await choose(at.session, { paused: false, pausedSites: [] });
    });

    test('the extension’s reload leaves no dead host, and the page is read on', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await openCard(at.session, page, CLAIM);
      expect(await hostsIn(page)).toHaveLength(1);

      await reload(at.session);

      await expect.poll(async () => await hostsIn(page), { timeout: 20_000 }).toEqual([]);
      await expect
        .poll(async () => await stateOf(at.session, page).catch(() => undefined), {
          timeout: 20_000,
        })
        .toMatchObject({ status: 'marked' });
      await openCard(at.session, page, CLAIM);
      expect(await hostsIn(page)).toHaveLength(1);
      await page.close();
    });

    // The last one: what it removes does not come back.
    test('an open card stays as long as the extension does, and goes with it', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await openCard(at.session, page, CLAIM);
      await pause(11_000);
      expect(await isCovered(page)).toBe(true);

      await at.session.browser.uninstallExtension(idOf(at.session));

      await expect.poll(async () => await isCovered(page), { timeout: 15_000 }).toBe(false);
      await page.close();
    });
  });
}

/** Whether a press in the middle of our host would meet the card, and not the page's words. */
async function isCovered(page: Page): Promise<boolean> {
  return await page.evaluate(() =>
    [...document.documentElement.children].some((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return each.tagName.startsWith('X-') && there === each;
    }),
  );
}

function idOf({ kind, origin }: Session): string {
  return kind === 'chromium' ? new URL(origin).hostname : GECKO_ID;
}

function shutOut(): object {
  return { pausedSites: [new URL(ADDRESSES.example).host] };
}

async function reload(session: Session): Promise<void> {
  // Chromium does not start an extension again that a debugger installed; installing it anew reloads it.
  if (session.kind === 'chromium') {
    await session.browser.installExtension(session.build);
    return;
  }
  const own = await session.openExtensionPage('options.html');
  await own
    .evaluate(() => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
      setTimeout(() => runtime.reload(), 50);
    })
    .catch(() => undefined);
}

async function wordsOf(page: Page): Promise<string[]> {
  return Object.values(await markedWords(page))
    .flat()
    .toSorted();
}

async function hostsIn(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.documentElement.children]
      .map(({ tagName }) => tagName)
      .filter((name) => name.startsWith('X-')),
  );
}

function answer(url: URL): PageAnswer | undefined {
  if (url.href !== ELSEWHERE) return answerPage(url);
  return { body: '<!doctype html><title>Elsewhere</title><p>Nothing is here.</p>' };
}

function openBrowser(kind: Kind): { session: Session } {
  const opened: Partial<{ session: Session; web: Web }> = {};
  beforeAll(async () => {
    opened.web = await serveWeb(answer);
    opened.session = await launch(kind, { proxyPort: opened.web.port });
  });
  afterAll(async () => {
    await opened.session?.close();
    await opened.web?.close();
  });
  return {
    get session() {
      return opened.session as Session;
    },
  };
}
