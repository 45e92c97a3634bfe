import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { cardText, openCard, waitForMarks } from '@/test/support/reading';
import {
  ARTICLE_URL,
  FIRST_ANSWER,
  QUOTED,
  RECORDS_URL,
  RecordsHost,
  SECOND_ANSWER,
} from '@/test/support/records-host';
import { choose, openSurface, violationsIn } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`sources in ${kind}`, () => {
    const at = openBrowser(kind);

    test('from the address to the card, the next edition, and out again', async () => {
      const page = await openSurface(at.session, 'sources.html');
      await shows(page, 'You have not added a dataset yet');

      await lookAt(page, RECORDS_URL);
      await shows(page, 'Add this dataset?');
      await shows(page, 'Harbour Watch');
      await shows(page, FIRST_ANSWER);
      await shows(page, at.host.key);
      await press(page, 'Add it');
      await holdsEdition(page, 1);
      expect(await answersTo(at.session)).toContain(FIRST_ANSWER);

      at.host.publishSecond();
      await press(page, 'Check now');
      await holdsEdition(page, 2);
      expect(await answersTo(at.session)).toContain(SECOND_ANSWER);

      await press(page, 'Remove');
      await shows(page, 'Everything that you saved in your library stays');
      await press(page, 'Yes, remove');
      await shows(page, 'You have not added a dataset yet');
      expect(await answersTo(at.session, 4000)).toBe('');
      await page.close();
    });

    test('what is not as signed is told of in words; the edition before stays', async () => {
      const page = await subscribed(at.session);
      at.host.publishSecond();
      at.host.hook = (file) =>
        /^t\/.*main\.json$/u.test(file) ? { body: '{"edition": 2}' } : undefined;

      await press(page, 'Check now');
      await shows(page, 'What came is not what the publisher signed');

      const answers = await answersTo(at.session);
      expect(answers).toContain(FIRST_ANSWER);
      expect(answers).not.toContain(SECOND_ANSWER);
      await unsubscribed(page);
    });

    test('a host that says nothing can be stopped, and asked again later', async () => {
      const page = await subscribed(at.session);
      at.host.publishSecond();
      at.host.hook = async (file) => (file === 'timestamp.json' ? await nothing() : undefined);

      await press(page, 'Check now');
      await page.waitForSelector('progress');
      await press(page, 'Stop');
      await shows(page, 'You stopped it.');
      at.host.hook = () => undefined;
      await press(page, 'Check now');
      await holdsEdition(page, 2);

      expect(await answersTo(at.session)).toContain(SECOND_ANSWER);
      await unsubscribed(page);
    });

    test('a connection that is cut in the middle of a file is told of; the next look brings it', async () => {
      const page = await subscribed(at.session);
      at.host.publishSecond();
      at.host.cuts = /^t\/.*main\.json$/u;

      await press(page, 'Check now');
      await shows(page, 'does not answer. What you have stays in use.');
      const between = await answersTo(at.session);
      at.host.cuts = undefined;
      await press(page, 'Check now');
      await holdsEdition(page, 2);

      expect(between).toContain(FIRST_ANSWER);
      expect(between).not.toContain(SECOND_ANSWER);
      expect(await answersTo(at.session)).toContain(SECOND_ANSWER);
      await unsubscribed(page);
    });

    test('another key under a name that is known is refused, and both are shown', async () => {
      const page = await subscribed(at.session);
      const other = new RecordsHost('other-keys');
      at.host.hook = async (file) =>
        (await other.answer(new URL(file, RECORDS_URL))) ?? { status: 404, body: '' };

      await lookAt(page, RECORDS_URL);
      await shows(page, 'This dataset cannot be added');
      await shows(page, 'signed with another key');

      expect(
        await page.$$eval('.key', (keys) => new Set(keys.map((k) => k.textContent)).size),
      ).toBe(2);
      await press(page, 'Back');
      other.close();
      await unsubscribed(page);
    });

    test('a file is taken without any request', async () => {
      const file = at.host.exportFile();
      const page = await openSurface(at.session, 'sources.html');
      await shows(page, 'You have not added a dataset yet');
      const before = at.web.requests.length;

      const input = (await page.waitForSelector(
        'input[type=file]',
      )) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await shows(page, 'Add this dataset?');
      await press(page, 'Add it');
      await shows(page, 'Came as a file');

      expect(
        at.web.requests.slice(before).filter((each) => each.includes('records.example')),
      ).toEqual([]);
      expect(await answersTo(at.session)).toContain(FIRST_ANSWER);
      await unsubscribed(page);
    });

    test.for(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
      await choose(at.session, { theme });
      const page = await openSurface(at.session, 'sources.html');
      await lookAt(page, RECORDS_URL);
      await shows(page, 'Add this dataset?');
      const confirm = await violationsIn(page);
      await press(page, 'Add it');
      await holdsEdition(page, 1);
      const list = await violationsIn(page);
      await unsubscribed(page);

      expect({ confirm, list }).toEqual({ confirm: [], list: [] });
    });

    test.for([/^\d+\.targets\.json$/u, /^t\/.*main\.json$/u])(
      'a browser that is killed at %s has the old edition or the new one, and the whole library',
      async (moment) => {
        const profile = mkdtempSync(path.join(tmpdir(), 'on-record-'));
        const first = await launch(kind, { proxyPort: at.web.port, profile });
        const page = await subscribed(first);
        const article = await first.open(ARTICLE_URL);
        await waitForMarks(article);
        await save(await openCard(first, article, QUOTED));
        at.host.publishSecond();
        const reached = new Promise<void>((done) => {
          at.host.hook = async (file) => {
            if (!moment.test(file)) return undefined;
            done();
            return await nothing();
          };
        });
        await press(page, 'Check now');
        await reached;
        first.browser.process()?.kill('SIGKILL');
        at.host.hook = () => undefined;

        const second = await launch(kind, { proxyPort: at.web.port, profile });
        const answers = await answersTo(second);
        const library = await second.openExtensionPage('library.html');
        await shows(library, QUOTED);
        const sources = await openSurface(second, 'sources.html');
        await press(sources, 'Check now');
        await holdsEdition(sources, 2);

        expect(answers).toContain(FIRST_ANSWER);
        expect(answers).not.toContain(SECOND_ANSWER);
        expect(await answersTo(second)).toContain(SECOND_ANSWER);
        await second.close();
        rmSync(profile, { recursive: true, force: true });
      },
    );
  });
}

/** An answer that does not come while anybody waits. */
async function nothing(): Promise<undefined> {
  return await new Promise((done) => {
    setTimeout(done, 60_000, undefined).unref();
  });
}

async function shows(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => await page.evaluate(() => document.body.innerText), { timeout: 20_000 })
    .toContain(text);
}

/** Waits until the reader's own dataset is there in this edition. */
async function holdsEdition(page: Page, edition: number): Promise<void> {
  const own = async (): Promise<string> =>
    await page.evaluate(
      () => document.querySelector('[aria-labelledby=own-sources]')?.textContent ?? '',
    );
  await expect.poll(own, { timeout: 20_000 }).toContain(`Edition ${edition}, on this device since`);
}

/**
 * Presses the button of this name when it works. A fresh browser's welcome may come to the front at
 * any time, and a page out of sight takes no press.
 */
async function press(page: Page, name: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    await page.bringToFront();
    const button = await workingButton(page, name);
    if (button) {
      await button.click();
      return;
    }
    if (Date.now() > until) {
      const shown = await page.evaluate(() => document.body.innerText);
      throw new Error(`No button "${name}" to press on: ${shown}`);
    }
  }
}

async function workingButton(
  page: Page,
  name: string,
): Promise<ElementHandle<HTMLButtonElement> | undefined> {
  const found = page.waitForFunction(
    (label) =>
      document.visibilityState === 'visible' &&
      [...document.querySelectorAll('button')].find(
        (each) => each.textContent.trim() === label && !each.disabled,
      ),
    { polling: 50, timeout: 2000 },
    name,
  );
  return (await found.catch(() => undefined)) as ElementHandle<HTMLButtonElement> | undefined;
}

async function lookAt(page: Page, address: string): Promise<void> {
  await page.bringToFront();
  await page.type('input[inputmode=url]', address);
  await press(page, 'Look at it');
}

async function subscribed(session: Session): Promise<Page> {
  const page = await openSurface(session, 'sources.html');
  await lookAt(page, RECORDS_URL);
  await press(page, 'Add it');
  await holdsEdition(page, 1);
  return page;
}

async function unsubscribed(page: Page): Promise<void> {
  await press(page, 'Remove');
  await press(page, 'Yes, remove');
  await shows(page, 'You have not added a dataset yet');
  await page.close();
}

/** What the card of the minister's words shows; nothing where they bear no mark. */
async function answersTo(session: Session, patience = 20_000): Promise<string> {
  const article = await session.open(ARTICLE_URL);
  const isMarked = await waitForMarks(article, patience).then(
    () => true,
    () => false,
  );
  const text = isMarked ? await cardText(await openCard(session, article, QUOTED)) : '';
  await article.close();
  return text;
}

/** Saves by the card's button, then by the form's. */
async function save(card: Frame): Promise<void> {
  await pressSave(card);
  await card.waitForSelector('.save-form');
  await pressSave(card);
  await card.waitForFunction(() => document.body.innerText.includes('Saved to'));
}

async function pressSave(card: Frame): Promise<void> {
  const button = await card.waitForFunction(() =>
    [...document.querySelectorAll('button')].findLast(
      (each) => each.textContent.trim() === 'Save' && !each.disabled,
    ),
  );
  await (button as ElementHandle<HTMLButtonElement>).click();
}

function openBrowser(kind: Kind): {
  readonly session: Session;
  readonly web: Web;
  readonly host: RecordsHost;
} {
  const opened: Partial<{ session: Session; web: Web; host: RecordsHost }> = {};
  beforeAll(async () => {
    opened.web = await serveWeb(async (url) => await opened.host?.answer(url));
    opened.session = await launch(kind, { proxyPort: opened.web.port });
  });
  beforeEach(() => {
    opened.host = new RecordsHost();
  });
  afterEach(() => opened.host?.close());
  afterAll(async () => {
    await opened.session?.close();
    await opened.web?.close();
  });
  return {
    get session() {
      return opened.session as Session;
    },
    get web() {
      return opened.web as Web;
    },
    get host() {
      return opened.host as RecordsHost;
    },
  };
}
