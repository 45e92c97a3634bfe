import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS, type Session } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { cardText, markedWords, openCard, waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import type { PageAnswer } from '@/test/support/web';

/** A page takes its words away, brings others, or brings the same ones in other nodes. */

const EXAMPLE = readFileSync(new URL('../../public/example/article.html', import.meta.url), 'utf8');
const [BODY = ''] = /<article[\s\S]*<\/article>/u.exec(EXAMPLE) ?? [];
const STORY = 'https://stories.example/news/2026/minister-and-ngos-at-odds-over-pressure/';
const OTHER = '/news/2026/a-centre-in-phnom-penh-that-stayed-open/';
const CLAIM = 'had not found any cases of threats or repression';
const PROOF = 'Where is the proof?';

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`a page whose words change, in ${kind}`, () => {
    const at = openBrowser(kind, answer);

    test.for(['wrapped', 'in place'])('translated %s and back, with a card open', async (way) => {
      const { page, before } = await storyWithCard(at.session);

      await act(page, way === 'wrapped' ? 'wrap' : 'replace');
      await expect.poll(async () => (await wordsOf(page)).join('|')).not.toContain('threats');
      // The words that the card was about are not on the page.
      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      expect(await marksLie(page)).toEqual([]);

      await act(page, 'showOriginal');
      await expect.poll(async () => await wordsOf(page)).toEqual(before);
      const card = await openCard(at.session, page, CLAIM);
      expect(await cardText(card)).toContain(CLAIM);
      await page.close();
    });

    test('nodes that are swapped for equal ones: the marks and the card go along', async () => {
      const { page, before } = await storyWithCard(at.session);

      await act(page, 'hydrate');

      expect(await wordsOf(page)).toEqual([]);
      await expect.poll(async () => await wordsOf(page), { interval: 50 }).toEqual(before);
      expect(await cardIsShown(page)).toBe(true);
      expect(await ringIs(page)).toContain(CLAIM);
      await page.keyboard.press('Escape');
      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      await openCard(at.session, page, CLAIM);
      await page.close();
    });

    test.for(['unfold', 'fetchMore'])('words behind “Read more” (%s) are marked', async (way) => {
      const page = await at.session.open(`${STORY}?${way}`);
      await waitForMarks(page);
      expect((await wordsOf(page)).join('|')).not.toContain(PROOF);

      await page.bringToFront();
      await page.click('button');

      await expect.poll(async () => (await wordsOf(page)).join('|')).toContain(PROOF);
      await openCard(at.session, page, PROOF);
      await page.close();
    });

    test('a reading mode of the page’s own is marked, and the page again after it', async () => {
      const page = await at.session.open(STORY);
      await waitForMarks(page);
      const before = await wordsOf(page);

      await act(page, 'readingMode');
      await expect.poll(async () => await placesOf(page)).toEqual(['clean']);
      expect(await wordsOf(page)).toEqual(before);
      await act(page, 'showOriginal');

      await expect.poll(async () => await placesOf(page)).toEqual(['page']);
      expect(await wordsOf(page)).toEqual(before);
      await openCard(at.session, page, CLAIM);
      await page.close();
    });

    test('an anchor changes nothing', async () => {
      const { page, before } = await storyWithCard(at.session);

      await page.evaluate(() => location.assign('#two-ways'));
      await pause(1200);
      expect(await wordsOf(page)).toEqual(before);
      expect(await cardIsShown(page)).toBe(true);
      await page.close();
    });

    test.for([
      ['history', 'goOn'],
      ['the Navigation API', 'navigate'],
    ] as const)('an app goes to another article by %s, and back', async ([, way]) => {
      const { page, before } = await storyWithCard(at.session);

      await act(page, way);
      await expect.poll(async () => await page.title()).toContain('stayed open');
      await expect
        .poll(async () => (await wordsOf(page)).join('|'))
        .toMatch(/^(?!.*repress).*must close/su);
      expect(await cardIsShown(page)).toBe(false);

      await page.evaluate(() => history.back());
      await expect.poll(async () => await wordsOf(page)).toEqual(before);
      await openCard(at.session, page, CLAIM);
      await page.close();
    });
  });
}

describe.skipIf(!findBrowser('firefox'))('Firefox’s own reader view', () => {
  const at = openBrowser('firefox', answer);

  test('an open card is there again when the reader comes back, and another opens', async () => {
    const page = await at.session.open(STORY);
    await waitForMarks(page);
    await openCard(at.session, page, CLAIM);

    // It tells nobody outside that it has loaded, nor of the frames of a page that comes back from it.
    page.goto(`about:reader?url=${encodeURIComponent(STORY)}`).catch(() => undefined);
    await expect.poll(async () => await addressOf(page)).toContain('about:reader');
    await expect
      .poll(async () => await page.evaluate(() => document.body.innerText).catch(() => ''))
      .toContain(CLAIM);
    expect(await markedWords(page)).toEqual({});

    await page.evaluate(() => history.back());
    await expect.poll(async () => await addressOf(page)).toBe(STORY);
    await waitForMarks(page);
    expect(await cardIsShown(page)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(async () => await cardIsShown(page)).toBe(false);
    const { x, y } = await middleOfMark(page);
    await page.mouse.click(x, y);
    await expect.poll(async () => await cardIsShown(page)).toBe(true);
    await page.close();
  });
});

async function addressOf(page: Page): Promise<string> {
  return await page.evaluate(() => location.href).catch(() => '');
}

/** Where a claim's mark begins in the window. */
async function middleOfMark(page: Page): Promise<{ x: number; y: number }> {
  return await page.evaluate(() => {
    const [claim] = CSS.highlights.get('or-4') ?? [];
    const range = document.createRange();
    if (claim) range.setStart(claim.startContainer, claim.startOffset);
    if (claim) range.setEnd(claim.startContainer, claim.startOffset + 8);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** The story with the claim's card open, and the words that bear marks. */
async function storyWithCard(
  session: Session,
): Promise<{ readonly page: Page; readonly before: readonly string[] }> {
  const page = await session.open(STORY);
  await waitForMarks(page);
  const before = await wordsOf(page);
  await openCard(session, page, CLAIM);
  return { page, before };
}

/** The page does what its own script offers. */
async function act(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => (Reflect.get(window, 'acts') as Acts)[wanted]?.(), name);
}

type Acts = Readonly<Record<string, () => void>>;

/** The words under marks that stand on the page; a node that it swapped bears none. */
async function wordsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^or-\d/u.test(name))
      .flatMap(([, each]) => [...each])
      .filter(({ startContainer }) => startContainer.isConnected)
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      })
      .toSorted(),
  );
}

async function ringIs(page: Page): Promise<string> {
  return (await markedWords(page))['or-focus']?.join('|') ?? '';
}

/** Marks over nodes that the page has no longer. */
async function marksLie(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, each]) =>
      [...each].some(({ startContainer }) => !startContainer.isConnected) ? [name] : [],
    ),
  );
}

/** In which part of the page marks stand. */
async function placesOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const places = [...CSS.highlights]
      .flatMap(([, each]) => [...each])
      .map(
        ({ startContainer }) =>
          startContainer.parentElement?.closest('#page, #clean')?.id ?? 'none',
      );
    return [...new Set(places)];
  });
}

async function pause(ms: number): Promise<void> {
  await new Promise((done) => {
    setTimeout(done, ms);
  });
}

/** What the page's own script does, and browsers' translators do in it. */
const SCRIPT = `const root = document.documentElement;
const nodesIn = (of) => {
  const found = [];
  const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) found.push(node);
  return found;
};
const kept = [];
const translated = (words) => words.replace(/\\p{L}+/gu, (word) => word.length > 3 ? 'mots' + word.length : 'le');
const show = (html) => { story.innerHTML = html; };
const first = story.innerHTML;
const second = first.replace(/<h1>[\\s\\S]*?<\\/h1>/, '<h1>A centre in Phnom Penh that stayed open</h1>')
  .replace(/<p>\\s*On 5 December 2019[\\s\\S]*?<h2>Before/, '<h2>Before');
window.acts = {
  wrap: () => {
    root.lang = 'fr';
    root.className = 'translated-ltr';
    for (const node of nodesIn(story)) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstChild.textContent = translated(node.data);
      kept.push(() => font.replaceWith(node));
      node.replaceWith(font);
    }
  },
  replace: () => {
    root.lang = 'fr';
    for (const node of nodesIn(story)) {
      const { data } = node;
      kept.push(() => { node.data = data; });
      node.data = translated(data);
    }
  },
  showOriginal: () => {
    root.lang = 'en';
    root.className = '';
    for (const undo of kept.splice(0)) undo();
  },
  hydrate: () => show(story.innerHTML),
  readingMode: () => {
    const clean = document.createElement('div');
    clean.id = 'clean';
    clean.innerHTML = story.innerHTML;
    const old = [...document.body.childNodes];
    document.body.replaceChildren(clean);
    kept.push(() => document.body.replaceChildren(...old));
  },
  goOn: () => {
    history.pushState({}, '', '${OTHER}');
    showOther();
  },
  navigate: () => {
    navigation.addEventListener(
      'navigate',
      (event) => event.intercept({ handler: async () => showOther() }),
      { once: true },
    );
    navigation.navigate('${OTHER}');
  },
};
function showOther() {
  document.title = 'A centre in Phnom Penh that stayed open';
  show(second);
}
addEventListener('popstate', () => {
  if (location.pathname === '${OTHER}') return;
  document.title = 'Minister and NGOs at odds over pressure on civil society in Cambodia';
  show(first);
});
document.querySelector('button').addEventListener('click', async ({ target }) => {
  if (location.search === '?unfold') document.querySelector('.rest').classList.add('open');
  else document.querySelector('article').insertAdjacentHTML('beforeend', await (await fetch('/rest')).text());
  target.remove();
});`;

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Minister and NGOs at odds over pressure on civil society in Cambodia</title>
<meta property="og:type" content="article"><style>body{font:18px/1.6 serif;max-width:44rem;margin:2rem auto}.rest:not(.open){display:none}</style></head>`;

const [, ABOVE = '', REST = ''] = /^([\s\S]*?)(<h2>Hundreds[\s\S]*)<\/article>$/u.exec(BODY) ?? [];

function storyAt(search: string): string {
  if (search === '?unfold') return `${ABOVE}<div class="rest">${REST}</div></article>`;
  return search === '?fetchMore' ? `${ABOVE}</article>` : BODY;
}

function answer({ href, pathname, search }: URL): PageAnswer | undefined {
  if (pathname === '/rest') return { body: REST };
  if (!href.startsWith(STORY)) return undefined;
  const button = search === '' ? '<button hidden></button>' : '<button>Read more</button>';
  return {
    body: `${HEAD}<body><div id="page"><nav>Home</nav><main id="story">${storyAt(search)}</main>${button}</div><script>${SCRIPT}</script></body></html>`,
  };
}
