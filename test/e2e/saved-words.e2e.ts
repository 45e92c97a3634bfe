import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reopened } from '@/lib/collections/reopened';
import { findBrowser, type Kind, KINDS, launch, type Session } from '@/test/support/browsers';
import { openSurface, tabIdOf } from '@/test/support/surfaces';
import { type PageAnswer, serveWeb, type Web } from '@/test/support/web';

/** Words that were saved on a page which is no article, found again or not after it was edited. */

const BOARD = 'https://board.example/topic/7';
const WORDS = 'The dam at Ankarro will hold back twice the water of the old one';
const SAID = `${WORDS}, and it opens in the spring of next year.`;

/** What the board shows now; each way of editing it has one outcome. */
const EDITS: readonly {
  readonly name: string;
  readonly outcome: Reopened['outcome'];
  readonly page: PageAnswer;
  readonly says: string;
  readonly ring?: string;
  readonly now?: string;
}[] = [
  {
    name: 'words that are as they were',
    outcome: 'exact',
    page: board(SAID),
    says: 'word for word',
    ring: WORDS,
  },
  {
    name: 'words that stand elsewhere',
    outcome: 'moved',
    page: board(`It was said long ago in another place: ${WORDS}! Nobody had asked who pays.`),
    says: 'what stands around them has changed',
    ring: WORDS,
  },
  {
    name: 'words of which one was edited',
    outcome: 'changed',
    page: board(SAID.replace('twice the water', 'half the water')),
    says: 'were changed since you saved them',
    ring: WORDS.replace('twice', 'half'),
    now: WORDS.replace('twice', 'half'),
  },
  {
    name: 'words that were taken away',
    outcome: 'gone',
    page: board('Nothing is known of it.'),
    says: 'no longer on the page',
  },
  {
    name: 'words in whose place others stand',
    outcome: 'gone',
    page: board('The bridge at Ankarro was closed because the river rose above its old pillars.'),
    says: 'no longer on the page',
  },
  {
    name: 'words that come late',
    outcome: 'exact',
    page: board('…', late(SAID)),
    says: 'word for word',
    ring: WORDS,
  },
  {
    name: 'words of a page with a strict policy',
    outcome: 'exact',
    page: { ...board(SAID), headers: { 'content-security-policy': "default-src 'none'" } },
    says: 'word for word',
    ring: WORDS,
  },
];

const PATIENT = { timeout: 20_000 };

let shown: PageAnswer = board(SAID);

for (const kind of KINDS) {
  describe.skipIf(!findBrowser(kind))(`saved words in ${kind}`, () => {
    const at = openBrowser(kind);
    let library: Page;
    beforeEach(() => {
      shown = board(SAID);
    });

    test('a selection on a page that is no article is saved with its place', async () => {
      await saveSelection(at.session, WORDS);

      library = await openSurface(at.session, 'library.html');
      await library.waitForSelector('.item-row .main');
      expect(await library.$eval('.item-row .kind', (each) => each.textContent)).toBe('Selection');
      await library.click('.item-row .main');
      await library.waitForSelector('.item-detail blockquote');
      expect(await library.$eval('.item-detail blockquote', (each) => each.textContent)).toContain(
        `Ankarro says: ${WORDS}, and it opens`,
      );
    });

    test.for(EDITS)(
      '$name: it is said that they are $outcome, beside the old words',
      async (edit) => {
        shown = edit.page;
        const page = await reopened(at.session, library);

        const note = await noteIn(at.session, page);

        await expect.poll(async () => await note.evaluate(textOf), PATIENT).toContain(edit.says);
        const text = await note.evaluate(textOf);
        expect(text).toContain(WORDS);
        expect(await ringIn(page)).toBe(edit.ring ?? '');
        expect(text).toContain(edit.now ?? WORDS);
        const tab = `tab=${await tabIdOf(at.session, page)}`;
        for (const file of ['popup.html', 'sidepanel.html']) {
          const surface = await openSurface(at.session, `${file}?${tab}`);
          const says = await surface.waitForSelector('.reopened-note');
          expect(await says?.evaluate((each) => each.textContent)).toContain(edit.says);
          await surface.close();
        }
        await library.bringToFront();
        await expect
          .poll(async () => await library.$eval('.told-bar', (each) => each.textContent), PATIENT)
          .toContain(edit.says);
        await page.close();
      },
    );

    test('a page that does not come is told of as one that was not looked at', async () => {
      shown = { body: '', isBroken: true };

      const page = await reopened(at.session, library);

      await library.bringToFront();
      await expect
        .poll(async () => await library.$eval('.told-bar', (each) => each.textContent), PATIENT)
        .toContain('could not be looked at');
      await page.close();
    });
  });
}

function board(said: string, script = ''): PageAnswer {
  return {
    body: `<!doctype html><html lang="en"><head><title>Topic 7</title></head><body>
      <nav><a href="/">Board</a></nav>
      <table><tr><td>user1</td><td><p>Has anybody heard?</p></td></tr>
      <tr><td>user2</td><td><p><b>Ankarro says:</b> <span id="said">${said}</span></p><i hidden>not shown</i></td></tr>
      <tr><td>user3</td><td><p>Thanks.</p></td></tr></table>${script}</body></html>`,
  };
}

/** Apps bring their words when the page has long been loaded. */
function late(said: string): string {
  return `<script>setTimeout(()=>{document.querySelector('#said').textContent=${JSON.stringify(said)}},1500)</script>`;
}

function textOf(): string {
  return document.body.innerText.replaceAll(/\s+/gu, ' ');
}

/** Selects words on the board and presses the popup's button. */
async function saveSelection(session: Session, words: string): Promise<void> {
  const page = await session.open(BOARD);
  await page.evaluate((wanted) => {
    const node = document.querySelector('#said')?.firstChild;
    if (!(node instanceof Text)) throw new Error('The board says nothing.');
    const from = node.data.indexOf(wanted);
    document.getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
  }, words);
  const popup = await openSurface(session, `popup.html?tab=${await tabIdOf(session, page)}`);
  const press = await popup.waitForSelector('::-p-text(Save this page)');
  await press?.click();
  await popup.waitForFunction(() => document.body.innerText.includes('Saved to the library'));
  await popup.close();
  await page.close();
}

/** Opens the item at its place, from the library, and gives the page that comes. */
async function reopened(session: Session, library: Page): Promise<Page> {
  const before = new Set(await session.browser.pages());
  await library.bringToFront();
  const press = await library.waitForSelector('::-p-text(Open at its place)');
  await press?.click();
  for (let left = 100; left > 0; left -= 1) {
    const page = (await session.browser.pages()).find((each) => !before.has(each));
    if (page) return page;
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
  throw new Error('No page was opened.');
}

/** The frame beside the words that says what became of them. */
async function noteIn(session: Session, page: Page): Promise<Frame> {
  for (let left = 200; left > 0; left -= 1) {
    for (const frame of page.frames()) {
      const isNote = await frame
        .evaluate(
          (own) =>
            location.href.startsWith(`${own}/card.html`) &&
            document.querySelector('.reopened-note') !== null,
          session.origin,
        )
        .catch(() => false);
      if (isNote) return frame;
    }
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
  throw new Error('Nothing was said of the words.');
}

/** The words that the ring is around. */
async function ringIn(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const words: string[] = [];
    for (const range of CSS.highlights.get('or-focus') ?? []) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      words.push(live.toString());
    }
    return words.join(' ');
  });
}

function openBrowser(kind: Kind): { readonly session: Session } {
  const opened: Partial<{ session: Session; web: Web }> = {};
  beforeAll(async () => {
    opened.web = await serveWeb(({ href }) => (href === BOARD ? shown : undefined));
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
