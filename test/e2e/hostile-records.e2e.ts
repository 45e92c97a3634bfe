import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Held, toLibraryFile } from '@/lib/collections/library-file';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { CUE, QUOTED, SPEAKERS } from '@/test/support/hostile-dataset';
import { HOSTILE_ARTICLE, HOSTILE_URL, HostileHost } from '@/test/support/hostile-host';
import { EVIL_HOST, HOSTILE_ADDRESSES, hostileTexts } from '@/test/support/hostile-texts';
import { type Inspection, inspect, openAll } from '@/test/support/inspect-hostile';
import { openCard, waitForMarks } from '@/test/support/reading';
import { cardIsShown, choose, openSurface, tabIdOf } from '@/test/support/surfaces';
import { serveWeb, type Web } from '@/test/support/web';

const ITEMS = 1500;

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`hostile records in ${kind}`, { timeout: 300_000 }, () => {
    const at = openBrowser(kind);

    test('on the page that asks whether to add them, and on the list', async () => {
      const page = watched(at, await openSurface(at.session, 'sources.html'));
      await page.type('input[inputmode=url]', HOSTILE_URL);
      await press(page, 'Look at it');
      await page.waitForSelector('.samples');
      const asked = await inspect(page);
      await press(page, 'Add it');
      await page.waitForSelector('[aria-labelledby=own-sources] .source', { timeout: 60_000 });
      await said(page, 'Edition 1, on this device since');
      await press(page, 'Remove');
      await said(page, 'Everything that you saved in your library stays');
      const listed = await inspect(page);
      await press(page, 'Keep it');
      await page.close();

      expect(judge(at, asked)).toEqual([]);
      expect(judge(at, listed)).toEqual([]);
      expect(asked.texts.length).toBeGreaterThan(8);
      expect(listed.texts.length).toBeGreaterThan(1);
    });

    test('in the cards of a person, of a quotation and of a figure', async () => {
      await choose(at.session, { density: 'all' });
      const page = watched(at, await at.session.open(HOSTILE_ARTICLE));
      await waitForMarks(page);
      const found: Record<string, Inspection> = {};
      for (const words of [QUOTED, `412 ${CUE}`, ...SPEAKERS.slice(1, 4)]) {
        const card = await openCard(at.session, page, words);
        await openAll(card);
        found[words] = await inspect(card);
        expect(await sticksOut(page)).toEqual([]);
        if (words === QUOTED) await save(card);
        await page.keyboard.press('Escape');
        await expect.poll(async () => await cardIsShown(page)).toBe(false);
      }
      await page.close();

      for (const each of Object.values(found)) {
        expect(judge(at, each)).toEqual([]);
        expect(each.texts.length).toBeGreaterThan(20);
      }
    });

    test('in the panel, of everybody whom the article names', async () => {
      const article = watched(at, await at.session.open(HOSTILE_ARTICLE));
      await waitForMarks(article);
      const tab = await tabIdOf(at.session, article);
      const panel = watched(at, await openSurface(at.session, `sidepanel.html?tab=${tab}`));
      await panel.setViewport({ width: 380, height: 900 });
      await panel.waitForSelector('.finding');
      const names = await panel.$$eval('.finding .sample', (all) =>
        all.map((each) => each.textContent),
      );
      const wrong: string[] = [];
      for (const [index, name] of names.entries()) {
        if (names.indexOf(name) !== index) continue;
        await openFinding(panel, index);
        await openAll(panel);
        wrong.push(...judge(at, await inspect(panel)).map((each) => `${name}: ${each}`));
      }
      await panel.close();
      await article.close();

      expect(SPEAKERS.filter((name) => !names.includes(name))).toEqual([]);
      expect(wrong).toEqual([]);
    });

    test('in the library, saved from a card and taken in from a file', async () => {
      const before = watched(at, await openSurface(at.session, 'library.html'));
      await press(before, 'In and out');
      const input = await before.waitForSelector('input[type=file]');
      await (input as ElementHandle<HTMLInputElement>).uploadFile(at.library);
      await press(before, 'Take it in');
      await said(before, 'Taken in.');
      await before.close();
      const page = watched(at, await openSurface(at.session, 'library.html'));
      await page.waitForSelector('.item-row .words');
      const wrong: string[] = [];
      for (let top = 0; top < ITEMS * 104; top += 900) {
        await page.$eval('.item-list', (list, to) => list.scrollTo(0, to), top);
        await page.waitForFunction(() => document.querySelector('.item-row[aria-busy]') === null);
        wrong.push(...judge(at, await inspect(page)));
      }
      const last = await page.$$eval('.item-row', (rows) => Number(rows.at(-1)?.ariaSetSize) - 1);
      for (const index of [0, 1, 2, 400, 800, 1200, last]) {
        await page.$eval('.item-list', (list, to) => list.scrollTo(0, to), index * 104);
        const row = await page.waitForSelector(`.item-row[data-index="${index}"] .main`);
        await row?.click();
        await page.waitForSelector('.item-detail');
        await openAll(page);
        wrong.push(...judge(at, await inspect(page)));
      }
      await page.close();

      expect([...new Set(wrong)]).toEqual([]);
    });

    test('and what is planted there is found by the same look', async () => {
      const page = await openSurface(at.session, 'sources.html');
      const clean = await inspect(page);
      await page.evaluate(plant);
      const refused = await page.evaluate(refusesMarkup);
      const { wrong } = await inspect(page);
      await page.close();

      expect(clean.wrong).toEqual([]);
      expect(refused).toEqual([true, true]);
      for (const sign of ['element', 'link', 'turn', 'tower', 'wide']) {
        expect(wrong.filter((each) => each.includes(sign))).not.toEqual([]);
      }
    });

    test('thousands in all: each as it was written, none asked for anything, none spoke up', () => {
      expect(at.seen.size).toBeGreaterThan(5000);
      expect(at.web.requests.filter((each) => each.includes(EVIL_HOST))).toEqual([]);
      expect(at.dialogs).toEqual([]);
    });
  });
}

type At = {
  session: Session;
  web: Web;
  host: HostileHost;
  library: string;
  /** Every hostile text by its number, of the dataset and of the library's file. */
  readonly texts: Map<string, string>;
  readonly seen: Set<string>;
  readonly dialogs: string[];
};

function openBrowser(kind: Kind): At {
  const at: Partial<At> & Pick<At, 'texts' | 'seen' | 'dialogs'> = {
    texts: new Map(),
    seen: new Set(),
    dialogs: [],
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  beforeAll(async () => {
    const host = new HostileHost();
    const { file, texts } = hostileLibrary();
    at.host = host;
    at.library = path.join(folder, 'library.json');
    writeFileSync(at.library, file);
    for (const text of [...host.texts, ...texts]) at.texts.set(numberOf(text), text);
    at.web = await serveWeb((url) => host.answer(url));
    at.session = await launch(kind, { proxyPort: at.web.port });
  });
  afterAll(async () => {
    await at.session?.close();
    await at.web?.close();
    at.host?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return at as At;
}

/** A library of a reader who took in what others wrote. Its numbers go on where the dataset's end. */
function hostileLibrary(): { readonly file: string; readonly texts: readonly string[] } {
  const texts = hostileTexts(ITEMS * 4, 480).map((text, at) =>
    text.replace(/h\d+h$/u, `h${1_000_000 + at}h`),
  );
  const of = (at: number): string => texts[at] ?? '';
  const items: Held['items'] = Array.from({ length: ITEMS }, (_, at) => ({
    id: `hostile-${at}`,
    kind: (['claim', 'person', 'figure', 'selection', 'page'] as const)[at % 5] ?? 'page',
    target: {
      source: HOSTILE_ADDRESSES[at % 5] ?? '',
      title: of(at * 4),
      publisher: of(at * 4 + 1),
      ...(at % 3 !== 0 && {
        quote: { exact: of(at * 4 + 2), prefix: '\u202E', suffix: 'W'.repeat(900) },
      }),
    },
    speaker: of(at * 4 + 3),
    note: at % 2 === 0 ? of(at * 4 + 3) : '',
    tags: at % 9 === 0 ? [`tag ${'W'.repeat(180)} ${at}`, '\u202Etag', '<b>'] : [],
    collections: at % 4 === 0 ? ['c0'] : [],
    savedAt: 1_700_000_000_000 + at * 1000,
    changedAt: 1_700_000_000_000 + at * 1000,
  }));
  const collections = [
    {
      id: 'c0',
      name: `\u202E<script>alert(1)</script> ${'W'.repeat(400)}`,
      createdAt: 1,
      changedAt: 1,
    },
  ];
  return { file: toLibraryFile({ items, collections }, 1_700_000_000_000), texts };
}

function numberOf(text: string): string {
  return / (h\d+h)$/u.exec(text)?.[1] ?? '';
}

/** Whether a page of ours lets nobody write markup into it, nor words that run. */
function refusesMarkup(): boolean[] {
  const writes = [
    (element: HTMLElement): void => {
      element.innerHTML = '<b>bold</b>';
    },
    (element: HTMLElement): void => element.setAttribute('onclick', 'alert(1)'),
  ];
  return writes.map((write) => {
    try {
      write(document.createElement('p'));
      return false;
    } catch {
      return true;
    }
  });
}

/** What a page would hold that took texts for more than texts. */
function plant(): void {
  const main = document.querySelector('main');
  const add = (tag: string, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    main?.append(element);
    return element;
  };
  add('img');
  add('a', 'here').setAttribute('href', 'javascript:alert(1)');
  add('span', '\u202Eturned').style.unicodeBidi = 'normal';
  add('p', `Z${'\u0300'.repeat(60)}algo`).style.overflow = 'visible';
  add('p', 'W').style.width = '9000px';
}

/** What is wrong with an inspection: also a text that is not there as it was written. */
function judge(at: At, { texts, wrong }: Inspection): string[] {
  const changed = texts.flatMap((shown) =>
    [...shown.matchAll(/ (h\d+h)/gu)].flatMap(([, number = '']) => {
      const written = at.texts.get(number);
      if (written === undefined) return [];
      at.seen.add(number);
      // In the middle of a sentence of ours a text may not turn the rest round.
      const harmless = written.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '');
      return shown.includes(written) || shown.includes(harmless) ? [] : [`${number} is changed`];
    }),
  );
  return [...changed, ...wrong];
}

function watched(at: At, page: Page): Page {
  page.on('dialog', (dialog) => {
    at.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return page;
}

/** Whether the card leaves the window. */
async function sticksOut(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.documentElement.children]
      .filter((each) => each.tagName.startsWith('X-'))
      .map((each) => each.getBoundingClientRect())
      .filter(
        ({ left, top, right, bottom }) =>
          left < 0 || top < 0 || right > innerWidth || bottom > innerHeight,
      )
      .map(({ left, top, right, bottom }) => [left, top, right, bottom].join(' ')),
  );
}

async function openFinding(panel: Page, index: number): Promise<void> {
  await panel.evaluate((nth) => {
    document.querySelectorAll<HTMLElement>('.finding')[nth]?.click();
  }, index);
  await panel.waitForSelector(
    `.findings > li:nth-child(${index + 1}) .card-in-panel .card-actions`,
    {
      timeout: 20_000,
    },
  );
}

async function said(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted),
    { timeout: 60_000 },
    words,
  );
}

async function press(surface: Page | Frame, name: string): Promise<void> {
  if ('bringToFront' in surface) await surface.bringToFront();
  const button = await surface.waitForFunction(
    (label) =>
      [...document.querySelectorAll('button')].findLast(
        (each) => each.textContent.trim() === label && !each.disabled,
      ),
    { timeout: 20_000, polling: 100 },
    name,
  );
  await (button as ElementHandle<HTMLButtonElement>).click();
}

/** Saves by the card's button, then by the form's. */
async function save(card: Frame): Promise<void> {
  await press(card, 'Save');
  await card.waitForSelector('.save-form');
  await press(card, 'Save');
  await card.waitForFunction(() => document.body.innerText.includes('Saved to'));
}
