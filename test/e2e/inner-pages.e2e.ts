import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { cardOf, cardText, colourAt, stateOf } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import { type PageAnswer, serveWeb, type Web } from '@/test/support/web';

/** Articles that do not stand in the page itself: in shadow roots, in frames, below other articles. */

const EXAMPLE = readFileSync(new URL('../../public/example/article.html', import.meta.url), 'utf8');
const [BODY = ''] = /<article[\s\S]*<\/article>/u.exec(EXAMPLE) ?? [];
const CLAIM = 'had not found any cases of threats or repression';
const STORY = 'https://stories.example/news/2026/minister-and-ngos-at-odds-over-pressure/';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`inner pages in ${kind}`, () => {
    const at = openBrowser(kind);

    test.for(['shadow', 'shadow-late', 'frame', 'srcdoc', 'frame-late'])(
      'words in a %s bear marks, and a click on them opens the card beside them',
      async (where) => {
        const page = await at.session.open(STORY + where);
        const tree = await markedTree(page);

        expect(Object.values(tree.marks).flat().join('|')).toContain(CLAIM);
        const { x, y } = await placeOf(page, tree.inner);
        const paper = await colourAt(at.session, page, { x, y });
        await page.mouse.move(x, y);
        await page.mouse.click(x, y);
        expect(await cardText(await cardOf(at.session, page))).toContain(CLAIM);
        const { left, top, right, bottom } = await hostBox(page);
        expect(left < right && top < bottom).toBe(true);
        // Beside the words, not over them: above or below their line.
        expect(bottom <= y || top >= y || left >= x || right <= x).toBe(true);
        expect(Math.min(Math.abs(top - y), Math.abs(bottom - y))).toBeLessThan(120);
        expect(await colourAt(at.session, page, { x, y })).not.toEqual(paper);
        expect(await changesIn(tree.inner)).toEqual([]);
        await page.close();
      },
    );

    test('keys go from mark to mark and close the card, in a frame too', async () => {
      const page = await at.session.open(`${STORY}frame`);
      const tree = await markedTree(page);
      const { x, y } = await placeOf(page, tree.inner);
      await page.mouse.click(x, y);
      await cardOf(at.session, page);
      expect(await cardIsShown(page)).toBe(true);

      await page.keyboard.press('Escape');

      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      await tree.inner.evaluate(() => window.focus());
      await page.keyboard.down('Alt');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Period');
      await page.keyboard.up('Shift');
      await page.keyboard.up('Alt');
      await expect
        .poll(async () => await tree.inner.evaluate(() => CSS.highlights.has('or-focus')))
        .toBe(true);
      await page.close();
    });

    test('of several articles each is marked as it is read, and keeps its marks', async () => {
      const page = await at.session.open(`${STORY}endless`);
      await expect
        .poll(async () => await articlesMarked(page), { timeout: 15_000 })
        .toEqual(['one']);

      await page.evaluate(() => document.querySelector('#two')?.scrollIntoView());
      await expect
        .poll(async () => await articlesMarked(page), { timeout: 15_000 })
        .toEqual(['one', 'two']);
      expect((await stateOf(at.session, page)).title).toContain('NGOs answer');

      await page.evaluate(() => window.scrollTo(0, 0));
      await expect
        .poll(async () => (await stateOf(at.session, page)).title, { timeout: 15_000 })
        .not.toContain('NGOs answer');
      expect(await articlesMarked(page)).toEqual(['one', 'two']);
      const { x, y } = await placeOf(page, page.mainFrame());
      await page.mouse.click(x, y);
      expect(await cardText(await cardOf(at.session, page))).toContain(CLAIM);
      await page.close();
    });
  });
}

/** The page, or the frame of it, that bears marks, and the words under them. */
async function markedTree(page: Page): Promise<{ inner: Frame; marks: Record<string, string[]> }> {
  const found: { inner?: Frame; marks: Record<string, string[]> } = { marks: {} };
  await expect
    .poll(
      async () => {
        for (const frame of page.frames()) {
          const marks = await frame.evaluate(wordsUnderMarks).catch(() => ({}));
          if (Object.keys(marks).some((name) => /^or-\d/u.test(name))) {
            Object.assign(found, { inner: frame, marks });
          }
        }
        return found.inner !== undefined;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return { inner: found.inner ?? page.mainFrame(), marks: found.marks };
}

function wordsUnderMarks(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    found[name] = [...highlight].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replaceAll(/\s+/gu, ' ');
    });
  }
  return found;
}

type Place = { readonly x: number; readonly y: number };

/** A blank between the claim's words in the window of the page, scrolled into view. */
async function placeOf(page: Page, inner: Frame): Promise<Place> {
  const place = await inner.evaluate((wanted) => {
    const claims = [...(CSS.highlights.get('or-4') ?? [])];
    const trees = new Set(claims.map(({ startContainer }) => startContainer.getRootNode()));
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = (node as Text).data.indexOf(wanted);
        if (start < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        // A blank that is not at a line's end: paper, and no letter's ink.
        const boxes = [...wanted.matchAll(/ /gu)].map(({ index }) => {
          const range = document.createRange();
          range.setStart(node, start + index);
          range.setEnd(node, start + index + 1);
          return range.getBoundingClientRect();
        });
        const box = boxes.find(({ width }) => width > 2);
        return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    return undefined;
  }, 'had not found any');
  if (!place) throw new Error('The claim bears no mark.');
  const outer = inner === page.mainFrame() ? { x: 0, y: 0 } : await page.evaluate(cornerOfFrame);
  return { x: place.x + outer.x, y: place.y + outer.y };
}

function cornerOfFrame(): Place {
  const frame = document.querySelector('iframe');
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  return { x: left + (frame?.clientLeft ?? 0), y: top + (frame?.clientTop ?? 0) };
}

async function hostBox(page: Page): Promise<Record<'left' | 'top' | 'right' | 'bottom', number>> {
  return await page.evaluate(() => {
    const host = [...document.documentElement.children].find(({ tagName }) =>
      tagName.startsWith('X-'),
    );
    const { left = 0, top = 0, right = 0, bottom = 0 } = host?.getBoundingClientRect() ?? {};
    return { left, top, right, bottom };
  });
}

/** What changed in the tree that bears the marks since it was loaded. */
async function changesIn(inner: Frame): Promise<unknown> {
  return await inner.evaluate(() => Reflect.get(window, 'changes') as unknown);
}

async function articlesMarked(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const articles = [...CSS.highlights]
      .filter(([name]) => /^or-\d/u.test(name))
      .flatMap(([, highlight]) => [...highlight])
      .map(({ startContainer }) => startContainer.parentElement?.closest('article')?.id ?? 'none');
    return [...new Set(articles)].toSorted();
  });
}

/** Sees every change under a node from its page's side; our own host is no change of the article. */
const RECORDER = `window.changes = [];
const recordIn = (root) => new MutationObserver((list) => {
  for (const { type, target, attributeName } of list)
    if (target !== document.documentElement) window.changes.push([type, target.nodeName, attributeName]);
}).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });`;

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Minister and NGOs at odds over pressure on civil society in Cambodia</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Stories">
<meta property="article:published_time" content="2026-11-25">
<style>iframe{width:100%;height:1600px;border:3px solid #ccc}body{font:18px/1.6 serif;max-width:44rem;margin:2rem auto}</style></head>`;

const INSIDE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title></head>
<body>${BODY}<script>${RECORDER}recordIn(document);</script></body></html>`;

const quoted = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const inShadow = (wait: number): string => `<news-story></news-story><template>${BODY}</template>
<script>${RECORDER}setTimeout(() => {
  const root = document.querySelector('news-story').attachShadow({ mode: 'open' });
  root.append(document.querySelector('template').content);
  recordIn(root);
}, ${wait});</script>`;

const endless = `<article id="one">${BODY.replaceAll(/<\/?article[^>]*>/gu, '')}</article>
<div style="height:1200px"></div>
<article id="two">${BODY.replaceAll(/<\/?article[^>]*>/gu, '').replace(/<h1[^>]*>[\s\S]*?<\/h1>/u, '<h1>NGOs answer the minister in Phnom Penh</h1>')}</article>
<div style="height:1200px"></div>`;

const PAGES: Readonly<Record<string, string>> = {
  shadow: inShadow(0),
  'shadow-late': inShadow(1500),
  frame: '<iframe src="/parts/story"></iframe>',
  srcdoc: `<iframe srcdoc="${quoted(INSIDE)}"></iframe>`,
  'frame-late': `<iframe></iframe><script>setTimeout(() => { document.querySelector('iframe').src = '/parts/story'; }, 1500);</script>`,
  endless,
};

function answer({ href, pathname }: URL): PageAnswer | undefined {
  if (pathname === '/parts/story') return { body: INSIDE };
  const body = href.startsWith(STORY) ? PAGES[href.slice(STORY.length)] : undefined;
  return body === undefined ? undefined : { body: `${HEAD}<body>${body}</body></html>` };
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
