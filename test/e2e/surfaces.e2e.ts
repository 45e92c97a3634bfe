import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { cardOf, openCard, waitForMarks } from '@/test/support/reading';
import { cardIsShown, choose, openSurface, tabIdOf, violationsIn } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

const CLAIM = 'had not found any cases of threats or repression';
const PAGES = ['options', 'welcome', 'library', 'own-record', 'sources', 'example'].map(
  (name) => `${name}.html`,
);
const THEMES = ['light', 'dark'] as const;

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the surfaces in ${kind}`, () => {
    const at = openBrowser(kind, answerPage);

    test.for(THEMES)('axe finds nothing wrong on any page of ours, %s', async (theme) => {
      await choose(at.session, { theme });
      const article = await at.session.open(ADDRESSES.example);
      await waitForMarks(article);
      const tab = `tab=${await tabIdOf(at.session, article)}`;

      const found: Record<string, string[]> = {};
      for (const file of [`popup.html?${tab}`, ...PAGES]) {
        const page = await openSurface(at.session, file);
        found[file] = await violationsIn(page);
        await page.close();
      }
      const panel = await openSurface(at.session, `sidepanel.html?${tab}`);
      await openFirstFinding(panel);
      found['panel'] = await violationsIn(panel);
      await panel.close();
      found['card'] = await violationsIn(await openCard(at.session, article, CLAIM));
      await article.close();

      expect(Object.entries(found).filter(([, rules]) => rules.length > 0)).toEqual([]);
    });

    test('by keys alone: to a mark, into its card, to save, and back to the page', async () => {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      await page.bringToFront();

      await stepTo(page, 'Period', 4);
      await stepTo(page, 'Comma', 1);
      await stepTo(page, 'Enter', 1);
      const card = await cardOf(at.session, page);
      await expect.poll(async () => await cardIsShown(page)).toBe(true);
      await expect.poll(async () => await card.evaluate(() => document.hasFocus())).toBe(true);
      await tabTo(page, card, /^Save/u);
      await page.keyboard.press('Enter');
      await card.waitForSelector('.save-form');
      await tabTo(page, card, /^Save$/u, '.save-form');
      await page.keyboard.press('Enter');
      await card.waitForFunction(() => document.body.innerText.includes('Saved to'));
      await page.keyboard.press('Escape');

      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      await expect.poll(async () => await page.evaluate(() => document.hasFocus())).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      await page.close();
    });

    test('the panel is whole without marks: list, card and save by keys', async () => {
      const article = await at.session.open(ADDRESSES.example);
      await waitForMarks(article);
      const tab = await tabIdOf(at.session, article);
      const panel = await openSurface(at.session, `sidepanel.html?tab=${tab}`);
      await panel.bringToFront();
      await panel.waitForSelector('.finding');

      await panel.focus('.finding');
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('.card-in-panel .card-actions');

      expect(
        await panel.$eval('.card-in-panel', (each) => each.textContent.length),
      ).toBeGreaterThan(50);
      await panel.close();
      await article.close();
    });
  });
}

describe.skipIf(!findBrowser('chromium'))('what a screen reader is told', () => {
  const at = openBrowser('chromium', answerPage);

  test.for(['popup.html', 'options.html', 'welcome.html', 'sidepanel.html'])('%s', async (file) => {
    const article = await at.session.open(ADDRESSES.example);
    await waitForMarks(article);
    const tab = await tabIdOf(at.session, article);
    const page = await openSurface(at.session, `${file}?tab=${tab}`);
    if (file === 'sidepanel.html') await page.waitForSelector('.finding');

    expect(await namesIn(page)).toMatchSnapshot();
    await page.close();
    await article.close();
  });
});

type Told = { readonly role: string; readonly name?: string; readonly children?: readonly Told[] };

/** Role and name of everything that can be worked, and of headings, in order; numbers as #. */
async function namesIn(page: Page): Promise<string[]> {
  const root: Told | null = await page.accessibility.snapshot();
  const told: string[] = [];
  const walk = ({ role, name, children }: Told): void => {
    if (/^(?:button|checkbox|radio|heading|textbox|combobox|link)$/u.test(role)) {
      told.push(`${role}: ${name ?? ''}`.replaceAll(/\d+/gu, '#'));
    }
    for (const child of children ?? []) walk(child);
  };
  if (root) walk(root);
  // What is found in the article is the finders' business, and changes as they improve.
  return told.filter((each) => !/^button: (?:Person|Organisation|Figure|Claim) (?!#$)/u.test(each));
}

async function stepTo(page: Page, key: 'Period' | 'Comma' | 'Enter', times: number): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  for (let left = times; left > 0; left -= 1) await page.keyboard.press(key);
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
}

/** Presses Tab until a button of this name that works has the focus. */
// oxlint-disable-next-line max-params -- the page's keys, the frame, what is looked for and where
async function tabTo(page: Page, card: Frame, name: RegExp, within = 'body'): Promise<void> {
  await card.waitForFunction(
    (inside) =>
      [...document.querySelectorAll(`${inside} button`)].every(
        (each) => !each.matches(':disabled'),
      ),
    {},
    within,
  );
  for (let left = 80; left > 0; left -= 1) {
    const text = await card.evaluate(
      (inside) =>
        document.activeElement?.matches(`${inside} button`) === true
          ? document.activeElement.textContent.trim()
          : '',
      within,
    );
    if (name.test(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

async function openFirstFinding(panel: Page): Promise<void> {
  await panel.waitForSelector('.finding');
  await panel.$eval('.finding', (each) => each instanceof HTMLElement && each.click());
  await panel.waitForSelector('.card-in-panel');
}
