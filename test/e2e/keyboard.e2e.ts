import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS, type Session } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { cardOf, waitForMarks } from '@/test/support/reading';
import { cardIsShown, openSurface, tabIdOf } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/** Everything by keys alone, from the first page to the library, with the focus seen all the way. */

const COLLECTION = 'Made by keys';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`by keys alone in ${kind}`, () => {
    const at = openBrowser(kind, answerPage);

    test('welcome: the example article is opened', async () => {
      const welcome = await openSurface(at.session, 'welcome.html');
      await welcome.bringToFront();

      await tabTo(welcome, welcome, /^Try it/u);
      await welcome.keyboard.press('Enter');

      await expect.poll(async () => await hasPage(at.session, 'example.html')).toBe(true);
      await welcome.close();
    });

    test('article: to a mark, into its card, saved in a new collection, and back', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await page.bringToFront();
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
      const article = await at.session.open(ADDRESSES.example);
      await waitForMarks(article);
      const tab = await tabIdOf(at.session, article);
      const panel = await openSurface(at.session, `sidepanel.html?tab=${tab}`);
      await panel.bringToFront();
      await panel.waitForSelector('.finding');

      await tabTo(panel, panel, /^(?:Person|Claim|Organisation|Figure) \D/u);
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('.card-in-panel .card-actions');
      expect(await focused(panel, 'body')).toMatchObject({ isSeen: true });
      await panel.keyboard.press('Enter');

      await panel.waitForFunction(() => document.querySelector('.card-in-panel') === null);
      expect((await focused(panel, 'body'))?.name).toMatch(
        /^(?:Person|Claim|Organisation|Figure)/u,
      );
      await panel.close();
      await article.close();
    });

    test('library: what was saved is found, read, left, removed and brought back', async () => {
      const library = await openSurface(at.session, 'library.html');
      await library.bringToFront();
      await library.waitForSelector('.item-row .main');

      await tabTo(library, library, new RegExp(`^${COLLECTION}`, 'u'));
      await library.keyboard.press('Enter');
      await tabTo(library, library, /.+/u, '.item-list .main');
      const row = await focused(library, 'body');
      await library.keyboard.press('Enter');
      await library.waitForSelector('.item-detail');
      await tabTo(library, library, /^Open at its place/u);
      await library.keyboard.press('Escape');
      await library.waitForFunction(() => document.querySelector('.item-detail') === null);
      expect(await focused(library, 'body')).toEqual(row);
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
        await page.bringToFront();

        const wanted = await page.evaluate(reachable);
        const [reached, unseen] = await walk(page);

        expect(wanted.filter((each) => !reached.includes(each))).toEqual([]);
        expect(unseen).toEqual([]);
        await page.close();
      },
    );
  });
}

type Focused = { readonly name: string; readonly isSeen: boolean };

/** What has the focus inside an element: its name, and whether it can be seen that it has. */
async function focused(where: Page | Frame, within: string): Promise<Focused | undefined> {
  return await where.evaluate((inside) => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return undefined;
    if (!active.closest(inside)) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
    const label = active.closest('label')?.textContent ?? active.textContent;
    return {
      name: (active.getAttribute('aria-label') ?? label).replaceAll(/\s+/gu, ' ').trim(),
      isSeen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    };
  }, within);
}

/** Presses Tab until what is so called has the focus; whatever has it on the way must show it. */
// oxlint-disable-next-line max-params -- the keys' page, the document, what is looked for and where
async function tabTo(
  page: Page,
  where: Page | Frame,
  name: RegExp,
  within = 'body',
): Promise<void> {
  // Buttons with an effect work once a card has stood in plain sight for a moment.
  await where.waitForFunction(
    () => document.querySelector('.card-actions .primary:disabled') === null,
  );
  const passed: string[] = [];
  for (let left = 120; left > 0; left -= 1) {
    const now = await focused(where, within);
    if (now && !now.isSeen) throw new Error(`The focus on "${now.name}" cannot be seen.`);
    if (now && name.test(now.name)) return;
    passed.push(now?.name ?? '-');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}, but ${passed.slice(-40).join(' | ')}.`);
}

async function chord(page: Page, key: 'Period' | 'Comma' | 'Enter', times: number): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  for (let left = times; left > 0; left -= 1) await page.keyboard.press(key);
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

async function hasPage({ browser, origin }: Session, file: string): Promise<boolean> {
  const pages = await browser.pages();
  const addresses = await Promise.all(
    pages.map(async (page) => await page.evaluate(() => location.href).catch(() => '')),
  );
  return addresses.includes(`${origin}/${file}`);
}

/** Runs in a page of ours: what a pointer can work, by a description that a walk can compare. */
function reachable(): string[] {
  const named = new Set<string>();
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  );
  for (const each of all) {
    if (each.matches(':disabled') || !each.checkVisibility()) continue;
    // Of radio buttons of one name, arrows go from one to the next: the chosen one stands for all.
    const isRadio = each instanceof HTMLInputElement && each.type === 'radio';
    const group = isRadio ? `radio ${each.name}` : (each.closest('label') ?? each).textContent;
    named.add(group.replaceAll(/\s+/gu, ' ').trim());
  }
  return [...named];
}

/** Goes through a page once by Tab. @returns what had the focus, and where that could not be seen */
async function walk(page: Page): Promise<[reached: string[], unseen: string[]]> {
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let left = 80; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page, 'body');
    if (!now) continue;
    if (!now.isSeen) unseen.push(now.name);
    reached.push(
      await page.evaluate(() => {
        const active = document.activeElement;
        const isRadio = active instanceof HTMLInputElement && active.type === 'radio';
        const words = (active?.closest('label') ?? active)?.textContent ?? '';
        return isRadio ? `radio ${active.name}` : words.replaceAll(/\s+/gu, ' ').trim();
      }),
    );
  }
  return [reached, unseen];
}
