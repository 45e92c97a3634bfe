import type { Frame, Page } from 'puppeteer-core';
import { fillLibrary } from './filled';
import { openCard } from './reading';
import type { Session } from './browsers';
import { cardIsShown, openSurface, press } from './surfaces';
import { RECORDS_URL } from './records-host';

/** Where surfaces are looked at: a browser, an article with marks in it, and the number of its tab. */
export type Stage = {
  readonly session: Session;
  readonly article: Page;
  readonly tab: number;
};

/** A surface as a reader sees it, and what takes it away again. */
type Shown = { readonly surface: Page | Frame; readonly close: () => Promise<void> };

/** Words of the example article on which a card of each kind opens. */
const CARDS = {
  person: 'Soeng Sen Karuna',
  organisation: 'Cambodian Independent Teachers Association',
  figure: '5,363',
  claim: 'had not found any cases of threats or repression',
} as const;

/**
 * Every surface in each state that looks or reads otherwise, in any language; a library is filled on
 * the way.
 */
export const STATES: Readonly<Record<string, (stage: Stage) => Promise<Shown>>> = {
  popup: async (stage) => await pageOf(stage, `popup.html?tab=${stage.tab}`),
  'panel-list': async (stage) => await pageOf(stage, sidepanel(stage), listed),
  // Before one is opened: what is open stays in the list.
  'panel-nothing-chosen': async (stage) =>
    await pageOf(stage, sidepanel(stage), async (page) => {
      await listed(page);
      for (const chip of await page.$$('.chip')) await chip.click();
      await page.waitForSelector('.empty');
    }),
  'panel-all-and-one-open': async (stage) =>
    await pageOf(stage, sidepanel(stage), async (page) => {
      await listed(page);
      await clickOn(page, '.filters input[type=checkbox]');
      await clickOn(page, '.finding');
      await page.waitForSelector('.card-in-panel .card-actions');
      await clickOn(page, '.card-actions .primary');
    }),
  options: async (stage) => await pageOf(stage, 'options.html'),
  welcome: async (stage) => await pageOf(stage, 'welcome.html'),
  example: async (stage) => await pageOf(stage, 'example.html'),
  'own-record': async (stage) => await pageOf(stage, 'own-record.html'),
  'library-empty': async (stage) => await pageOf(stage, 'library.html'),
  library: async (stage) => await pageOf(stage, 'library.html', filled),
  'library-item': async (stage) =>
    await pageOf(stage, 'library.html', async (page) => {
      await press(page, /No fishing licence/u);
      await page.waitForSelector('.item-detail');
    }),
  'library-chosen': async (stage) =>
    await pageOf(stage, 'library.html', async (page) => {
      const [box] = await page.$$('.item-row input[type=checkbox]');
      await box?.click();
    }),
  'library-nothing-found': async (stage) =>
    await pageOf(stage, 'library.html', async (page) => {
      await page.type('input[type=search]', 'zzz');
      await page.waitForSelector('.empty');
    }),
  'library-in-and-out': async (stage) => await pageOf(stage, 'library.html#in-and-out', counted),
  'library-keep-safe': async (stage) =>
    await pageOf(stage, 'library.html#keep-safe', async (page) => {
      await counted(page);
      await page.waitForSelector('.backups');
    }),
  sources: async (stage) =>
    await pageOf(stage, 'sources.html', async (page) => {
      await page.waitForSelector('.source');
    }),
  'sources-trouble': async (stage) =>
    await pageOf(stage, 'sources.html', async (page) => {
      await look(page, 'https://nobody.example/records/');
      await page.waitForSelector('[role=alert] .notice');
    }),
  'sources-preview': async (stage) =>
    await pageOf(stage, 'sources.html', async (page) => {
      await look(page, RECORDS_URL);
      await page.waitForFunction(() => document.querySelector('input[inputmode=url]') === null);
      // What adds a dataset waits for a moment, so that nobody adds one unread.
      await page.waitForSelector('.button.primary:not(:disabled)');
    }),
  'card-person': async (stage) => await cardOn(stage, CARDS.person),
  'card-organisation': async (stage) => await cardOn(stage, CARDS.organisation),
  'card-figure': async (stage) => await cardOn(stage, CARDS.figure),
  'card-claim': async (stage) => await cardOn(stage, CARDS.claim),
  'card-save': async (stage) =>
    await cardOn(stage, CARDS.claim, async (card) => await clickOn(card, '.card-actions .primary')),
  'card-mute': async (stage) =>
    await cardOn(stage, CARDS.claim, async (card) => {
      await clickOn(card, '.card-actions .row > :last-child');
      await card.waitForSelector('.card-actions .row > :last-child[aria-expanded="true"]');
    }),
};

const sidepanel = ({ tab }: Stage): string => `sidepanel.html?tab=${tab}`;

async function listed(page: Page): Promise<void> {
  await page.waitForSelector('.finding');
  await page.waitForSelector('.timeline');
}

/** The library's rooms, once all that stands beside them has been read. */
async function counted(page: Page): Promise<void> {
  await page.waitForFunction(() => /Harbour licences/u.test(document.body.innerText));
}

async function filled(page: Page): Promise<void> {
  await fillLibrary(page);
  await page.waitForSelector('.item-row .main');
}

async function look(page: Page, address: string): Promise<void> {
  await page.type('input[inputmode=url]', address);
  await page.keyboard.press('Enter');
}

async function pageOf(
  { session }: Stage,
  file: string,
  act: (page: Page) => Promise<void> = async () => await Promise.resolve(),
): Promise<Shown> {
  const page = await openSurface(session, file);
  await page.bringToFront();
  await act(page);
  return { surface: page, close: async () => await page.close() };
}

async function cardOn(
  { session, article }: Stage,
  words: string,
  act: (card: Frame) => Promise<void> = async () => await Promise.resolve(),
): Promise<Shown> {
  const card = await openCard(session, article, words);
  // The frame holds the card before it until the new one is drawn, out of sight.
  await until(article, true);
  await card.waitForSelector('.card-actions .primary:not(:disabled)');
  await act(card);
  return {
    surface: card,
    close: async () => {
      await card.evaluate(() =>
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      );
      await until(article, false);
    },
  };
}

async function until(article: Page, isShown: boolean): Promise<void> {
  for (let left = 200; left > 0 && (await cardIsShown(article)) !== isShown; left -= 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function clickOn(where: Page | Frame, selector: string): Promise<void> {
  const found = await where.waitForSelector(selector);
  await found?.click();
}
