import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { openCard, stateOf, waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import { ADDRESSES, answerPage } from './seed-pages';

/** A page that would have the reader press our buttons unseen. */

const CLAIM = 'had not found any cases of threats or repression';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`a page against the card in ${kind}`, () => {
    const at = openBrowser(kind, answerPage);

    async function withCard(): Promise<{ page: Page; card: Frame }> {
      const page = await at.session.open(ADDRESSES.example);
      await waitForMarks(page);
      const card = await openCard(at.session, page, CLAIM);
      await expect.poll(async () => await cardIsShown(page)).toBe(true);
      await card.waitForSelector('.card-actions .primary:not(:disabled)');
      return { page, card };
    }

    test('nothing that lets clicks through may lie over it while a button works', async () => {
      const { page, card } = await withCard();

      await page.evaluate(() => {
        const bait = document.createElement('div');
        bait.popover = 'manual';
        bait.style.cssText =
          'position:fixed;inset:0;width:auto;height:auto;margin:0;background:#eee;pointer-events:none';
        document.body.append(bait);
        bait.showPopover();
      });

      await card.waitForSelector('.card-actions .primary:disabled');
      await card.waitForSelector('.card.covered');
      const save = await card.$('.card-actions .primary');
      await save?.click();
      expect(await card.$('.save-form')).toBeNull();
      await page.evaluate(() => document.querySelector('body > [popover]')?.remove());
      await card.waitForSelector('.card-actions .primary:not(:disabled)');
      await page.close();
    });

    test.for(ATTACKS)('its host stands as we made it: %s', async ([, attack]) => {
      const { page } = await withCard();
      const before = await hostLooks(page);

      await page.evaluate(attack);

      await expect.poll(async () => await hostLooks(page)).toEqual(before);
      await page.close();
    });

    test('a page that does not leave it alone is told of, and does not hang', async () => {
      const { page } = await withCard();

      await page.evaluate(FADER);

      await expect
        .poll(async () => (await stateOf(at.session, page)).status, { timeout: 20_000 })
        .toBe('host-removed');
      expect(await page.$eval('h1', (each) => each.textContent.length > 0)).toBe(true);
      await page.close();
    });
  });
}

/** Each finds the host as any script of a page can, and runs there. */
const ATTACKS: readonly (readonly [name: string, attack: string])[] = [
  ['its style', 'H.style.cssText += ";opacity:0!important;left:0!important"'],
  ['its attributes', 'H.removeAttribute("popover")'],
  ['the top layer', 'H.hidePopover()'],
  ['inert', 'H.inert = true'],
  ['an animation', 'H.animate([{opacity: 0}, {opacity: 0}], {duration: 1e6, fill: "both"})'],
  [
    'a style sheet',
    'document.head.append(Object.assign(document.createElement("style"), {textContent: H.tagName.toLowerCase() + "{opacity:0!important;transform:translate(99px)!important;transition:all 99s!important}"}))',
  ],
].map(
  ([name = '', act = '']) =>
    [
      name,
      `{const H = [...document.documentElement.children].find((e) => e.tagName.startsWith('X-')); ${act}}`,
    ] as const,
);

/** Fades the host whenever anything becomes of it. */
const FADER = `{
  const fade = () => {
    for (const each of document.documentElement.children) {
      if (each.tagName.startsWith('X-')) each.style.setProperty('opacity', '0.01', 'important');
    }
  };
  const what = { subtree: true, childList: true, attributeFilter: ['style'] };
  new MutationObserver(fade).observe(document.documentElement, what);
  fade();
}`;

type Looks = {
  readonly box: unknown;
  readonly opacity: string;
  readonly isOnTop: boolean;
  readonly isInert: boolean;
};

async function hostLooks(page: Page): Promise<Looks | undefined> {
  return await page.evaluate(() => {
    const host = [...document.documentElement.children].find((each) =>
      each.tagName.startsWith('X-'),
    );
    if (!(host instanceof HTMLElement)) return undefined;
    return {
      box: host.getBoundingClientRect().toJSON() as unknown,
      opacity: getComputedStyle(host).opacity,
      isOnTop: host.matches(':popover-open'),
      isInert: host.inert,
    };
  });
}
