import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { browser as WxtBrowser } from 'wxt/browser';
import { BUILDS, findBrowser, type Kind, KINDS, type Session } from '@/test/support/browsers';
import { installBuild } from '@/test/support/install-build';
import { openBrowser } from '@/test/support/open-browser';
import { markedWords, waitForMarks } from '@/test/support/reading';
import { openSurface, press } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/** Which sites are seen is the reader's choice, from none at first to all, and back. */

const HERE = ['https://*.on-record.example/*', 'http://*.on-record.example/*'];

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`where pages are read, in ${kind}`, () => {
    const at = openBrowser(kind, answerPage, { granted: false });

    test('no page is seen at first; the popup says so, and one press mends it', async () => {
      const article = await at.session.open(ADDRESSES.example);
      await pause(1500);
      expect(await markedWords(article)).toEqual({});
      const tab = await unseenTab(at.session);
      const popup = await openSurface(at.session, `popup.html?tab=${tab}`);
      expect(await popup.$eval('.status', (each) => each.textContent)).toContain('does not let');
      expect(await popup.$eval('.grant', (each) => each.textContent)).toContain('sees no page');
      expect(await isScriptIn(popup, tab)).toBe(false);

      await allowAll[kind](popup, at.session);

      // The page need not be loaded again.
      await article.bringToFront();
      await waitForMarks(article);
      await article.close();
    });

    test('only on chosen sites: what was allowed before is given back', async () => {
      const options = await openSurface(at.session, 'options.html');
      expect(await originsIn(options)).toEqual(['http://*/*', 'https://*/*']);

      await press(options, /^only on the sites I add$/u);

      await expect.poll(async () => await originsIn(options)).toEqual([]);
      const article = await at.session.open(ADDRESSES.example);
      await pause(1500);
      expect(await markedWords(article)).toEqual({});
      await options.close();
      await article.close();
    });
  });
}

describe.skipIf(!findBrowser('firefox'))('asking for sites, in Firefox', () => {
  const at = openBrowser('firefox', answerPage, { granted: false });

  test('for one site, whose open page is read at once; and given back', async () => {
    const article = await at.session.open(ADDRESSES.example);
    const options = await openSurface(at.session, 'options.html');
    await press(options, /^only on the sites I add$/u);
    await options.waitForSelector('fieldset input:not([type])');
    await options.type('fieldset input:not([type])', 'on-record.example');

    await press(options, 'Add');

    await article.bringToFront();
    await waitForMarks(article);
    expect(await originsIn(options)).toEqual(HERE.toSorted());
    await options.bringToFront();
    await press(options, /: on-record\.example$/u);
    await expect.poll(async () => await originsIn(options)).toEqual([]);
    await options.close();
    await article.close();
  });

  test('for news sites, from the welcome page', async () => {
    const welcome = await openSurface(at.session, 'welcome.html');

    await press(welcome, /^on news sites/u);

    await expect
      .poll(async () => await originsIn(welcome))
      .toEqual(expect.arrayContaining(['https://*.phnompenhpost.com/*', 'https://*.bbc.com/*']));
    expect(await originsIn(welcome)).not.toContain('https://*/*');
    await welcome.close();
  });
});

/** The reader says yes to every site: in the popup, and to the browser's question. */
const allowAll: Readonly<Record<Kind, (popup: Page, session: Session) => Promise<void>>> = {
  firefox: async (popup) => {
    await press(popup, 'Allow on every site');
    await expect.poll(async () => await originsIn(popup)).toEqual(['http://*/*', 'https://*/*']);
    await popup.close();
  },
  chromium: async (popup, { browser }) => {
    await popup.close();
    await installBuild(browser, BUILDS.chromium, true);
    await installBuild(browser, BUILDS.chromium, false);
  },
};

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}

/** The newest tab whose address the browser keeps from us. */
async function unseenTab(session: Session): Promise<number> {
  const page = await session.openExtensionPage('options.html');
  const id = await page.evaluate(async () => {
    const { tabs } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    return (await tabs.query({})).findLast(({ url }) => url === undefined)?.id;
  });
  await page.close();
  if (id === undefined) throw new Error('Every address is known: the sites are granted.');
  return id;
}

/** The sites that the browser lets us see. */
async function originsIn(own: Page): Promise<string[]> {
  return await own.evaluate(async () => {
    const { permissions } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    return ((await permissions.getAll()).origins ?? []).toSorted();
  });
}

/** Whether any script of ours answers in a tab. */
async function isScriptIn(own: Page, tab: number): Promise<boolean> {
  return await own.evaluate(async (id) => {
    const { tabs } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    return await tabs.sendMessage(id, { onRecord: 'pageState' }).then(
      () => true,
      () => false,
    );
  }, tab);
}
