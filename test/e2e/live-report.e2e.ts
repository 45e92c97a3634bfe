import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser, KINDS } from '@/test/support/browsers';
import { openBrowser } from '@/test/support/open-browser';
import { cardOf, cardText, stateOf, waitForMarks } from '@/test/support/reading';
import { cardIsShown } from '@/test/support/surfaces';
import type { PageAnswer } from '@/test/support/web';

/** A live report of 150 dated entries: new ones above, older ones below, some mended in place. */

const EXAMPLE = readFileSync(new URL('../../public/example/article.html', import.meta.url), 'utf8');
const LIVE = 'https://live.example/world/live/2026/nov/25/minister-and-ngos-meet-again-';
const TITLE = 'Minister and NGOs meet again in Phnom Penh: as it happened';
const CLAIM = 'had not found any cases of threats or repression';
/** What the entries say, in turn: paragraphs of the example page, each with words to mark. */
const REPORTED = [CLAIM, 'saw it otherwise', 'As of 2018'].map(paragraphWith);
/** Where each is an article of its own there are fewer, for the sake of time. */
const ENTRIES = { declared: 60, plain: 150 } as const;

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`a live report in ${kind}`, () => {
    const at = openBrowser(kind, answer);

    test.for(['declared', 'plain'] as const)(
      '%s: what comes is marked, what is marked stays',
      async (form) => {
        const page = await at.session.open(LIVE + form);
        await waitForMarks(page);
        await expect.poll(async () => await entriesMarked(page)).toBe(ENTRIES[form]);
        await press(page, '#e57', CLAIM);
        expect(await cardText(await cardOf(at.session, page))).toContain(CLAIM);
        const opened = await focused(page);
        expect(opened).toContain('e57: the ministry had not found any');
        await noteFewest(page);

        await act(page, 'post');
        await expect.poll(async () => await entriesMarked(page)).toBe(ENTRIES[form] + 1);
        await act(page, 'more');
        await expect.poll(async () => await entriesMarked(page)).toBe(ENTRIES[form] + 11);
        expect(await fewestMarks(page)).toBe(true);
        expect(await focused(page)).toBe(opened);
        expect(await cardIsShown(page)).toBe(true);
        expect(await gapBetweenCardAndWords(page)).toBeLessThan(40);

        await act(page, 'mend');
        await expect.poll(async () => (await marksIn(page, 'e45')).at(-1)).toBe('Adhoc');
        expect((await stateOf(at.session, page)).title).toBe(TITLE);
        await page.close();
      },
    );

    test('a card whose words the page takes back goes with them', async () => {
      const page = await at.session.open(`${LIVE}plain`);
      await waitForMarks(page);
      await press(page, '#e57', CLAIM);
      await cardOf(at.session, page);

      await act(page, 'takeBack');

      await expect.poll(async () => await cardIsShown(page)).toBe(false);
      expect(await focused(page)).toBe('');
      await page.close();
    });
  });
}

/** The page does what its own script offers. */
async function act(page: Page, name: 'post' | 'more' | 'mend' | 'takeBack'): Promise<void> {
  await page.evaluate((wanted) => (Reflect.get(window, 'acts') as Acts)[wanted]?.(), name);
}

type Acts = Readonly<Record<string, () => void>>;

async function entriesMarked(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const entries = [...CSS.highlights]
      .filter(([name]) => /^or-\d/u.test(name))
      .flatMap(([, each]) => [...each])
      .map(({ startContainer }) => startContainer.parentElement?.closest('.entry'));
    return new Set(entries.filter(Boolean)).size;
  });
}

/** The words under the marks of one entry, in order. */
async function marksIn(page: Page, id: string): Promise<string[]> {
  return await page.evaluate((wanted) => {
    const entry = document.querySelector(`#${wanted}`);
    return [...CSS.highlights]
      .filter(([name]) => /^or-\d/u.test(name))
      .flatMap(([, each]) => [...each])
      .filter(({ startContainer }) => entry?.contains(startContainer))
      .map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
      )
      .toSorted((a, b) => b.length - a.length);
  }, id);
}

/** From now on each frame counts the marks: where they are drawn anew, none may be missing. */
async function noteFewest(page: Page): Promise<void> {
  await page.evaluate(`{
    const count = () => [...CSS.highlights].filter(([name]) => /^or-\\d/u.test(name)).reduce((sum, [, each]) => sum + each.size, 0);
    const counts = window.counts = { before: count(), fewest: Infinity };
    const look = () => {
      counts.fewest = Math.min(counts.fewest, count());
      requestAnimationFrame(look);
    };
    look();
  }`);
}

/** Whether there were never fewer marks than at first. */
async function fewestMarks(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const { before, fewest } = Reflect.get(window, 'counts') as Record<string, number>;
    return before !== undefined && before > 200 && fewest === before;
  });
}

/** The entry and the words that have the ring. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const [range] = CSS.highlights.get('or-focus') ?? [];
    if (!range) return '';
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const entry = range.startContainer.parentElement?.closest('.entry')?.id ?? '';
    return `${entry}: ${live.toString().replaceAll(/\s+/gu, ' ')}`;
  });
}

/** How far the card is above or below the words with the ring, in CSS pixels. */
async function gapBetweenCardAndWords(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const host = [...document.documentElement.children].find(({ tagName }) =>
      tagName.startsWith('X-'),
    );
    const [range] = CSS.highlights.get('or-focus') ?? [];
    if (!host || !range) return Infinity;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const [card, words] = [host.getBoundingClientRect(), live.getBoundingClientRect()];
    return Math.max(card.top - words.bottom, words.top - card.bottom);
  });
}

/** Presses on words in a part of the page. */
async function press(page: Page, part: string, words: string): Promise<void> {
  await page.bringToFront();
  const place = await page.evaluate(
    (selector, wanted) => {
      const entry = document.querySelector(selector) ?? document.body;
      entry.scrollIntoView({ block: 'center' });
      const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = (node.nodeValue ?? '').indexOf(wanted);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 7);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return undefined;
    },
    part,
    words,
  );
  if (!place) throw new Error(`${part} does not say "${words}".`);
  await page.mouse.move(place.x, place.y);
  await page.mouse.click(place.x, place.y);
}

function paragraphWith(words: string): string {
  const paragraphs = [...EXAMPLE.matchAll(/<p>[\s\S]*?<\/p>/gu)].map(([each]) => each);
  return paragraphs.find((each) => each.includes(words)) ?? '';
}

/** How the page writes an entry: every fifteenth one as long as an article, or under a line of its date. */
const FORMS: Readonly<Record<keyof typeof ENTRIES, string>> = {
  declared: `(n) => '<article class="entry" id="e' + n + '"><header><time datetime="2026-11-25T' + hour(n) + '">' + hour(n) + '</time>'
    + '<h2>Entry ' + n + ' of the day</h2></header>' + Array.from({ length: n % 15 ? 1 : 4 }, (_, at) => words(n + at)).join('') + '</article>'`,
  plain: `(n) => '<div class="entry" id="e' + n + '"><span>25 November 2026, ' + hour(n) + '</span><div>' + words(n) + '</div></div>'`,
};

const SCRIPT = `const reported = ${JSON.stringify(REPORTED)};
const words = (n) => reported[n % reported.length];
const hour = (n) => String(9 + Math.floor((n % 600) / 60)).padStart(2, '0') + ':' + String(n % 60).padStart(2, '0');

window.acts = {
  post: () => feed.insertAdjacentHTML('afterbegin', entry(next++)),
  more: () => { for (let n = 1000; n < 1010; n += 1) feed.insertAdjacentHTML('beforeend', entry(n)); },
  mend: () => { document.querySelector('#e45 p').firstChild.data = 'The rights group Adhoc was not named here at first.'; },
  takeBack: () => document.querySelector('#e57').remove(),
};
feed.innerHTML = Array.from({ length: next }, (_, n) => entry(next - 1 - n)).join('');`;

const DATA = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  headline: TITLE,
  datePublished: '2026-11-24T08:00:00Z',
  liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Entry 1 of the day' }],
});

function answer({ href }: URL): PageAnswer | undefined {
  if (!href.startsWith(LIVE)) return undefined;
  const form = href.endsWith('declared') ? 'declared' : 'plain';
  const entry = FORMS[form];
  const data = form === 'declared' ? `<script type="application/ld+json">${DATA}</script>` : '';
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE} | Live News</title>
<meta property="og:type" content="article">${data}<style>body{font:17px/1.5 serif;max-width:44rem;margin:2rem auto}</style></head>
<body><nav>Home World</nav><main><h1>${TITLE}</h1><p class="standfirst">What was said at the forum, as the reporters in the hall wrote it down.</p>
<div id="feed"></div><button>Load more</button></main><footer>About us</footer><script>let next = ${ENTRIES[form]};const entry = ${entry};${SCRIPT}</script></body></html>`,
  };
}
