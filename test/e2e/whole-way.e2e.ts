import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BUILDS,
  findBrowser,
  type Kind,
  KINDS,
  launch,
  type Session,
} from '@/test/support/browsers';
import { cardText, markedWords, openCard, stateOf, waitForMarks } from '@/test/support/reading';
import { type Web, serveWeb } from '@/test/support/web';
import { ADDRESSES, answerPage, hasSeedPages } from './seed-pages';

/** What the minister's claims open on each of the five seed articles. */
const CLAIMS: readonly {
  readonly page: keyof typeof ADDRESSES;
  readonly claim: string;
  readonly shows: readonly string[];
}[] = [
  {
    page: 'exaggerating',
    claim: 'only two reports of intimidation',
    shows: ['hundreds of cases', 'had not found any cases of threats or repression', '2019'],
  },
  {
    page: 'noEvidence',
    claim: 'had not found any cases of threats or repression',
    shows: ['Problems have occurred in the past', 'Soeng Sen Karuna', 'December 2019'],
  },
  { page: 'noEvidence', claim: 'held national forums to meet', shows: ['second time as planned'] },
  {
    page: 'excerpt',
    claim: 'had not found any cases of threats or repression',
    shows: ['Problems have occurred in the past', 'Soeng Sen Karuna', 'December 2019'],
  },
  {
    page: 'secondMeeting',
    claim: 'no longer required to obtain permission',
    shows: ['were not given freedom as promised', 'Srey Sotheavy'],
  },
  {
    page: 'app',
    claim: 'they were created by foreigners, not Khmers',
    shows: ['Denied by', 'would find no wrongdoing', 'Cambodian Center for Human Rights'],
  },
];

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`the whole way in ${kind}`, () => {
    const at = openBrowser(kind);

    describe.skipIf(!hasSeedPages)('on the seed articles (../shared)', () => {
      test.for(CLAIMS)('$page: “$claim” meets the record', async ({ page, claim, shows }) => {
        const open = await at.session.open(ADDRESSES[page]);
        await waitForMarks(open);

        const card = await openCard(at.session, open, claim);

        const text = await cardText(card);
        for (const words of shows) expect(text).toContain(words);
        await open.close();
      });

      test('a figure of another definition is named as such', async () => {
        const page = await at.session.open(ADDRESSES.exaggerating);
        await waitForMarks(page);

        const card = await openCard(at.session, page, '495 NGOs');

        const text = await cardText(card);
        expect(text).toContain('Different definition');
        expect(text).toContain('5,363');
        await page.close();
      });

      test('nothing in related lists, captions or bylines is marked', async () => {
        const page = await at.session.open(ADDRESSES.exaggerating);
        await waitForMarks(page);

        expect(await marksOutside(page)).toEqual([]);
        await page.close();
      });

      test('a section page gets no mark and no host', async () => {
        const page = await at.session.open(ADDRESSES.section);
        await new Promise((done) => {
          setTimeout(done, 3000);
        });

        expect(await markedWords(page)).toEqual({});
        expect(await hostsIn(page)).toEqual([]);
        await page.close();
      });

      test('under a strict policy nothing but our host is added to the page', async () => {
        const page = await at.session.open(ADDRESSES.secondMeeting);
        // The page's recorder has also seen the page being parsed.
        await page.evaluate(() => {
          const changes: unknown = Reflect.get(window, '__changes');
          if (Array.isArray(changes)) changes.length = 0;
        });
        await waitForMarks(page);
        await openCard(at.session, page, 'no longer required to obtain permission');

        const changes = await changesOf(page);
        expect(changes).toContain('childList HTML X-');
        expect(changes.filter((each) => !each.endsWith(' X-'))).toEqual([]);
        await page.close();
      });

      test('reading causes no request', async () => {
        const before = at.web.requests.length;
        const page = await at.session.open(ADDRESSES.noEvidence);
        await waitForMarks(page);
        await openCard(at.session, page, 'had not found any cases of threats or repression');

        const caused = at.web.requests.slice(before).filter((request) => !isOwn(request));
        expect(caused).toEqual([]);
        await page.close();
      });

      test('in an app the marks of the left article go and those of the new one come', async () => {
        const page = await at.session.open(ADDRESSES.app);
        await waitForMarks(page);
        const before = await allMarked(page);

        await page.evaluate(() => {
          history.pushState({}, '', '/story/000');
          dispatchEvent(new PopStateEvent('popstate'));
        });
        await page.waitForFunction(() =>
          document.querySelector('h1')?.textContent.includes('exaggerating'),
        );
        await page.waitForFunction(
          () =>
            [...CSS.highlights.values()].some((each) =>
              [...each].some((range) => range.startContainer.isConnected),
            ),
          { timeout: 20_000, polling: 200 },
        );

        await expect
          .poll(async () => await allMarked(page), { timeout: 20_000 })
          .toContain('Soeng Sen Karuna');
        expect(before).not.toContain('Soeng Sen Karuna');
        await page.close();
      });
    });

    test('what is saved is in the library, and survives a restart of the browser', async () => {
      const profile = mkdtempSync(path.join(tmpdir(), 'on-record-'));
      const first = await launch(kind, { proxyPort: at.web.port, profile });
      const page = await first.open(ADDRESSES.example);
      await waitForMarks(page);
      await saveFrom(await openCard(first, page, CLAIM_OF_EXAMPLE));
      await first.close();

      const second = await launch(kind, { proxyPort: at.web.port, profile });
      const library = await second.openExtensionPage('library.html');

      await expect
        .poll(async () => await library.evaluate(() => document.body.innerText), {
          timeout: 15_000,
        })
        .toContain(CLAIM_OF_EXAMPLE);
      await second.close();
      rmSync(profile, { recursive: true, force: true });
    });

    test('a page that takes our host away again and again is told of in words', async () => {
      const page = await at.session.open(PAGES.fighting);
      await waitForMarks(page);
      await page.mouse.move(200, 200);

      await openCard(at.session, page, CLAIM_OF_EXAMPLE).catch(() => undefined);

      await expect
        .poll(async () => (await stateOf(at.session, page)).status, { timeout: 20_000 })
        .toBe('host-removed');
      expect(await page.$eval('h1', (each) => each.textContent.length > 0)).toBe(true);
      await page.close();
    });

    test('a page with two megabytes of text is left alone, and says so', async () => {
      const page = await at.session.open(PAGES.endless);

      await expect
        .poll(async () => (await stateOf(at.session, page)).status, { timeout: 40_000 })
        .toBe('too-long');
      await page.close();
    });

    test('a page without a body is no article', async () => {
      const page = await at.session.open(PAGES.bodiless);

      expect((await stateOf(at.session, page)).status).toBe('not-an-article');
      await page.close();
    });

    test('a damaged bundled dataset is told of; the article is still marked', async () => {
      const build = damagedBuild(kind);
      const session = await launch(kind, { proxyPort: at.web.port, build });
      const page = await session.open(ADDRESSES.example);

      await expect
        .poll(async () => (await stateOf(session, page)).status, { timeout: 30_000 })
        .toBe('dataset-damaged');
      await session.close();
      rmSync(build, { recursive: true, force: true });
    });
  });
}

const CLAIM_OF_EXAMPLE = 'had not found any cases of threats or repression';

const PAGES = {
  fighting: 'https://pages.example/fighting-news-about-ministers-and-groups-2026',
  endless: 'https://pages.example/endless-news-about-ministers-and-groups-2026',
  bodiless: 'https://pages.example/bodiless-news-about-ministers-2026',
} as const;

const FIGHTER =
  '<script>new MutationObserver(()=>{for(const e of [...document.documentElement.children])if(!/^(HEAD|BODY)$/.test(e.tagName))e.remove()}).observe(document.documentElement,{childList:true})</script>';

function answer(url: URL): ReturnType<typeof answerPage> {
  const example = answerPage(new URL(ADDRESSES.example));
  const html = typeof example?.body === 'string' ? example.body : '';
  switch (url.href) {
    case PAGES.fighting:
      return { body: html.replace('</head>', `${FIGHTER}</head>`) };
    case PAGES.endless:
      return {
        body: html.replace(
          '</article>',
          `${'<p>Nobody had expected that the list would be so long, and nobody said so, the clerk said.</p>'.repeat(24_000)}</article>`,
        ),
      };
    case PAGES.bodiless:
      return {
        body: '<!doctype html><html><head><title>Nothing</title></head><frameset></frameset></html>',
      };
    default:
      return answerPage(url);
  }
}

function openBrowser(kind: Kind): { session: Session; web: Web } {
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
    get web() {
      return opened.web as Web;
    },
  };
}

async function saveFrom(card: Frame): Promise<void> {
  const press = async (name: string): Promise<void> => {
    await card.waitForFunction(
      (label) =>
        [...document.querySelectorAll('button')].some(
          (each) => each.textContent.trim() === label && !each.disabled,
        ),
      {},
      name,
    );
    const buttons = await card.$$('button');
    for (const button of buttons.toReversed()) {
      if ((await button.evaluate((each) => each.textContent.trim())) !== name) continue;
      await button.click();
      return;
    }
  };
  await press('Save');
  await card.waitForSelector('.save-form');
  await press('Save');
  await card.waitForFunction(() => document.body.innerText.includes('Saved to'));
}

async function hostsIn(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.documentElement.children]
      .map(({ tagName }) => tagName)
      .filter((name) => name !== 'HEAD' && name !== 'BODY'),
  );
}

/** Every kind of change that the page's own recorder saw, the number of our host's name left out. */
async function changesOf(page: Page): Promise<string[]> {
  const changes = await page.evaluate(
    () => (Reflect.get(window, '__changes') ?? []) as readonly unknown[],
  );
  const told = changes.map((each) => (Array.isArray(each) ? each.join(' ') : String(each)));
  return [...new Set(told.map((each) => each.replaceAll(/\s+/gu, ' ').replace(/X-\d+.*/u, 'X-')))];
}

async function allMarked(page: Page): Promise<string> {
  return Object.values(await markedWords(page))
    .flat()
    .join(' | ');
}

async function marksOutside(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const outside: string[] = [];
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const element = range.startContainer.parentElement;
        if (
          element?.closest(
            'aside, nav, footer, header.site-header, figcaption, .related-posts, .byline',
          )
        ) {
          outside.push(element.textContent);
        }
      }
    }
    return outside;
  });
}

/** What the page itself asks for, and what a browser asks for beside it. */
function isOwn(request: string): boolean {
  return request.includes(ADDRESSES.noEvidence) || /favicon|mozilla|google|gstatic/u.test(request);
}

function damagedBuild(kind: Kind): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'damaged-'));
  cpSync(BUILDS[kind], folder, { recursive: true });
  const datasets = path.join(folder, 'datasets');
  for (const name of readdirSync(datasets, { recursive: true, encoding: 'utf8' })) {
    if (/[/\\]o[/\\][0-9a-f]{64}$/u.test(name)) writeFileSync(path.join(datasets, name), 'broken');
  }
  return folder;
}
