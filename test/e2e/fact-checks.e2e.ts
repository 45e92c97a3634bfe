import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/settings';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { cardText, openCard, stateOf, waitForMarks } from '@/test/support/reading';
import { choose, openSurface, tabIdOf } from '@/test/support/surfaces';
import { type PageAnswer, serveWeb, type Web } from '@/test/support/web';

/** A fact check that the reader has read comes back, as its reviewer's, where the claim stands. */

const CHECK = 'https://checks.example/2024/were-no-ferries-cancelled-in-easthaven-last-winter';
const NEWS = 'https://gazette.example/2024/port-master-defends-a-winter-on-the-water';
const CLAIM = 'No ferry was cancelled last winter in Easthaven';

const REVIEW = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'ClaimReview',
      url: CHECK,
      claimReviewed: 'No ferry was cancelled in Easthaven last winter',
      author: { '@id': '#us' },
      itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Nora Vale' } },
      reviewRating: { '@type': 'Rating', alternateName: 'Not <i>quite</i> so' },
    },
    { '@id': '#us', '@type': 'Organization', name: 'Lighthouse Checks' },
  ],
};

const CHECK_LINES = [
  'The port keeps a list of every crossing, and the list for the winter has gaps on eleven days in all.',
  'On nine of them the harbour office wrote down that the wind was too strong for the small boats to leave.',
  'The office was asked about the two other days and found no note, and nobody there remembered why.',
  'Passengers were brought to the island by the mail boat on seven of the eleven days, later than planned.',
  'We asked for the lists of the winters before, which the office has promised to look for this month.',
];
const NEWS_LINES = [
  `“${CLAIM},” said Nora Vale, who has run the port for nine years, on the quay on Monday morning.`,
  'The boats are to be painted before the season begins, and the waiting room is to get a stove again.',
  'The council set aside money for both in the autumn, and for a second ramp on the island in two years.',
  'Visitors are expected from the end of April, when the first of the larger boats comes back from the yard.',
  'The timetable hangs in the waiting room, where somebody had drawn a whale on it in blue pencil by noon.',
];

const PAGES: Readonly<Record<string, PageAnswer>> = {
  [CHECK]: pageOf('Were no ferries cancelled in Easthaven last winter?', {
    lines: CHECK_LINES,
    head: `<script type="application/ld+json">${JSON.stringify(REVIEW)}</script>`,
    publisher: 'Lighthouse',
  }),
  [NEWS]: pageOf('Port master defends a winter on the water', {
    lines: NEWS_LINES,
    head: '',
    publisher: 'Harbour Gazette',
  }),
};

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`a fact check in ${kind}`, () => {
    const at = openBrowser(kind);

    test('is not kept before the reader said yes, nor any request made for it', async () => {
      const before = at.web.requests.length;
      await (await read(at.session, CHECK)).close();

      expect(await recordWords(at.session)).not.toContain('Lighthouse');
      const asked = at.web.requests.slice(before).filter((each) => each.includes('.example'));
      expect(asked.filter((each) => !each.endsWith('/favicon.ico'))).toEqual([`GET ${CHECK}`]);
    });

    test('comes back on the claim’s card and in the panel, and stands in the own record', async () => {
      await choose(at.session, {
        ownRecord: { ...DEFAULT_SETTINGS.ownRecord, on: true },
        density: 'all',
      });
      await (await read(at.session, CHECK)).close();

      const news = await at.session.open(NEWS);
      await waitForMarks(news);
      const card = await openCard(at.session, news, CLAIM);
      const shown = await cardText(card);
      const panel = await panelWords(at.session, news);
      await news.close();

      for (const words of [shown, panel, await recordWords(at.session)]) {
        expect(words).toContain('Nora Vale');
        expect(words).toContain('No ferry was cancelled in Easthaven last winter');
        expect(words).toContain('Lighthouse Checks published the verdict “Not quite so”');
        expect(words).toContain('Lighthouse: Were no ferries cancelled in Easthaven last winter?');
      }
    });
  });
}

/** Opens a page and waits until it has been examined. */
async function read(session: Session, address: string): Promise<Page> {
  const page = await session.open(address);
  await expect
    .poll(async () => (await stateOf(session, page)).status, { timeout: 30_000 })
    .toMatch(/^(?:marked|nothing-found)$/u);
  return page;
}

async function recordWords(session: Session): Promise<string> {
  const page = await openSurface(session, 'own-record.html');
  const words = await wordsOf(page);
  await page.close();
  return words;
}

async function panelWords(session: Session, article: Page): Promise<string> {
  const panel = await openSurface(session, `sidepanel.html?tab=${await tabIdOf(session, article)}`);
  await panel.bringToFront();
  // The finding whose card is open on the page is opened in the list as well.
  await panel.waitForSelector('.card-in-panel .verdict');
  const words = await wordsOf(panel);
  await panel.close();
  return words;
}

async function wordsOf(page: Page): Promise<string> {
  return await page.evaluate(() => document.body.innerText.replaceAll(/\s+/gu, ' '));
}

function pageOf(
  title: string,
  given: { readonly lines: readonly string[]; readonly head: string; readonly publisher: string },
): PageAnswer {
  const { lines, head, publisher } = given;
  const meta = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:site_name', publisher],
    ['article:published_time', '2024-05-02'],
  ].map(([property, content]) => `<meta property="${property}" content="${content}">`);
  const body = lines.map((line) => `<p>${line}</p>`).join('');
  return {
    body: `<!doctype html><html lang="en"><head><title>${title}</title>${meta.join('')}${head}</head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`,
  };
}

function openBrowser(kind: Kind): { readonly session: Session; readonly web: Web } {
  const opened: Partial<{ session: Session; web: Web }> = {};
  beforeAll(async () => {
    opened.web = await serveWeb((url) => PAGES[url.href]);
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
