import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { findBrowser, KINDS, type Session } from '@/test/support/browsers';
import { backTo, chord, focused, reachable, tabTo, toFront, walk } from '@/test/support/keys';
import { openBrowser } from '@/test/support/open-browser';
import { cardOf, markedWords, waitForMarks } from '@/test/support/reading';
import { RECORDS_URL, RecordsHost } from '@/test/support/records-host';
import { cardIsShown, openSurface, tabIdOf } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/** Everything by keys alone, from the first page to the library, with the focus seen all the way. */

const COLLECTION = 'Made by keys';
const records = new RecordsHost();
afterAll(() => records.close());

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`by keys alone in ${kind}`, () => {
    const at = openBrowser(kind, async (url) => (await records.answer(url)) ?? answerPage(url));

    test('welcome: the example article is opened', async () => {
      const welcome = await openSurface(at.session, 'welcome.html');
      await toFront(welcome);

      await tabTo(welcome, welcome, /^Try it/u);
      await welcome.keyboard.press('Enter');

      await expect.poll(async () => await hasPage(at.session, 'example.html')).toBe(true);
      await welcome.close();
    });

    test('article: to a mark, into its card, saved in a new collection, and back', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await toFront(page);
      await page.focus('a[href]');
      const before = await page.evaluate(() => document.activeElement?.outerHTML);

      await chord(page, 'Period', 4);
      await chord(page, 'Comma', 1);
      await chord(page, 'Enter', 1);
      await expect.poll(async () => await cardIsShown(page)).toBe(true);
      const card = await cardOf(at.session, page);
      await tabTo(page, card, /^Save/u);
      await page.keyboard.press('Enter');
      await card.waitForSelector('.save-form');
      await tabTo(page, card, /^Name of the new collection/u);
      await page.keyboard.type(COLLECTION);
      await tabTo(page, card, /^Save$/u, '.save-form');
      await page.keyboard.press('Enter');
      await card.waitForFunction(
        (name) => document.querySelector('.save-form output')?.textContent.includes(name),
        {},
        COLLECTION,
      );
      await page.keyboard.press('Escape');

      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      await expect
        .poll(async () => await page.evaluate(() => document.activeElement?.outerHTML))
        .toBe(before);
      await page.close();
    });

    test('panel: a finding is opened, and closed again', async () => {
      const { article, surface: panel } = await openBeside(at.session, 'sidepanel.html');
      await panel.waitForSelector('.finding');

      await tabTo(panel, panel, /^(?:Person|Claim|Organisation|Figure) \D/u);
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('.card-in-panel .card-actions');
      await expect.poll(async () => await focused(panel, 'body')).toMatchObject({ isSeen: true });
      await panel.keyboard.press('Enter');

      await panel.waitForFunction(() => document.querySelector('.card-in-panel') === null);
      await expect
        .poll(async () => (await focused(panel, 'body'))?.name ?? '')
        .toMatch(/^(?:Person|Claim|Organisation|Figure)/u);
      await panel.close();
      await article.close();
    });

    test('panel: a kind is left out and taken in again, and all that was found is listed', async () => {
      const { article, surface: panel } = await openBeside(at.session, 'sidepanel.html');
      await panel.waitForSelector('.finding');
      const listed = async (): Promise<number> => (await panel.$$('.finding')).length;
      const first = await listed();

      await tabTo(panel, panel, /^Person \d/u, '.filters');
      await panel.keyboard.press(' ');
      await expect.poll(listed).toBeLessThan(first);
      await panel.keyboard.press(' ');
      await expect.poll(listed).toBe(first);
      await tabTo(panel, panel, /^Only what is on record/u);
      await panel.keyboard.press(' ');

      await expect.poll(listed).toBeGreaterThan(first);
      await panel.close();
      await article.close();
    });

    test('popup: the site is switched off and on, and the density chosen', async () => {
      const { article, surface: popup } = await openBeside(at.session, 'popup.html');

      await tabTo(popup, popup, /^Also on/u);
      await popup.keyboard.press(' ');
      await expect.poll(async () => await markedWords(article)).toEqual({});
      await popup.keyboard.press(' ');
      await waitForMarks(article);
      await tabTo(popup, popup, /^(?:Only what has|All that is|Everything that)/u);
      await popup.keyboard.press('ArrowDown');

      const isChosen = async (): Promise<string | undefined> =>
        await popup.$eval(':focus', (each) => each.closest('label')?.textContent.trim());
      expect(await isChosen()).toMatch(/^(?:All that is|Everything that)/u);
      await popup.close();
      await article.close();
    });

    test('sources: a dataset is added by its address, and removed', async () => {
      const page = await openSurface(at.session, 'sources.html');
      await toFront(page);
      const words = async (): Promise<string> => await page.$eval('body', (each) => each.innerText);

      await tabTo(page, page, /^Address or invitation/u);
      await page.keyboard.type(RECORDS_URL);
      await page.keyboard.press('Enter');
      await expect.poll(words, { timeout: 20_000 }).toContain('Add this dataset?');
      await page.waitForSelector('.button.primary:not(:disabled)');
      await tabTo(page, page, /^Add it/u);
      await page.keyboard.press('Enter');
      await expect.poll(words, { timeout: 20_000 }).toContain('Harbour Watch');
      await tabTo(page, page, /^Remove/u);
      await page.keyboard.press('Enter');
      await tabTo(page, page, /^Yes, remove/u);
      await page.keyboard.press('Enter');

      await expect.poll(words, { timeout: 20_000 }).toContain('You have not added a dataset yet');
      await page.close();
    });

    test('options: a site is left alone and read again', async () => {
      const page = await openSurface(at.session, 'options.html');
      await toFront(page);

      await tabTo(page, page, /^Site/u);
      await page.keyboard.type('quay.example');
      await tabTo(page, page, /^Add$/u);
      await page.keyboard.press('Enter');
      const words = async (): Promise<string> => await page.$eval('body', (each) => each.innerText);
      await expect.poll(words).toContain('quay.example');
      await backTo(page, /: quay\.example$/u);
      await page.keyboard.press('Enter');

      await expect.poll(words).not.toContain('quay.example');
      await page.close();
    });

    test('library: what was saved is found, read, left, removed and brought back', async () => {
      const library = await openSurface(at.session, 'library.html');
      await toFront(library);
      await library.waitForSelector('.item-row .main');
      // Collections come after the first items.
      await library.waitForFunction(
        (name) => document.querySelector('nav')?.textContent.includes(name),
        {},
        COLLECTION,
      );

      await tabTo(library, library, new RegExp(`^${COLLECTION}`, 'u'));
      await library.keyboard.press('Enter');
      await tabTo(library, library, /.+/u, '.item-list .main');
      const row = await focused(library, 'body');
      await library.keyboard.press('Enter');
      await library.waitForSelector('.item-detail');
      await tabTo(library, library, /^Open at its place/u);
      await library.keyboard.press('Escape');
      await library.waitForFunction(() => document.querySelector('.item-detail') === null);
      await expect.poll(async () => await focused(library, 'body')).toEqual(row);
      await library.keyboard.press('Delete');
      await tabTo(library, library, /^Undo/u);
      await library.keyboard.press('Enter');

      await library.waitForSelector('.item-row .main');
      await library.close();
    });

    test.for(['popup.html', 'options.html', 'sources.html', 'own-record.html'])(
      '%s: all that can be worked is reached, and the focus is seen',
      async (file) => {
        const page = await openSurface(at.session, file);
        await toFront(page);

        const wanted = await page.evaluate(reachable);
        const [reached, unseen] = await walk(page);

        expect(wanted.filter((each) => !reached.includes(each))).toEqual([]);
        expect(unseen).toEqual([]);
        await page.close();
      },
    );
  });
}

/** Opens the example article, and a surface of the extension that speaks of it. */
async function openBeside(
  session: Session,
  file: 'sidepanel.html' | 'popup.html',
): Promise<{ readonly article: Page; readonly surface: Page }> {
  const article = await session.open(ADDRESSES.example);
  await waitForMarks(article);
  const surface = await openSurface(session, `${file}?tab=${await tabIdOf(session, article)}`);
  await toFront(surface);
  return { article, surface };
}

async function hasPage({ browser, origin }: Session, file: string): Promise<boolean> {
  const pages = await browser.pages();
  const addresses = await Promise.all(
    pages.map(async (page) => await page.evaluate(() => location.href).catch(() => '')),
  );
  return addresses.includes(`${origin}/${file}`);
}
