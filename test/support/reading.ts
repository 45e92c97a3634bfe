import type { browser as WxtBrowser } from 'wxt/browser';
import type { Frame, Page } from 'puppeteer-core';
import type { PageState } from '@/lib/reading/page-state';
import type { Session } from './browsers';

/** What a reader does on a page, and sees there. */

/** Waits until the page bears marks. @throws Error after the time given. */
export async function waitForMarks(page: Page, timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    () => [...CSS.highlights.keys()].some((name) => /^or-\d/u.test(name)),
    {
      timeout,
      polling: 100,
    },
  );
}

/** The words under the page's marks, by the mark's name. */
export async function markedWords(page: Page): Promise<Record<string, string[]>> {
  return await page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      found[name] = [...highlight].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
    }
    return found;
  });
}

/** The middle of the first line of these words on the page, scrolled into view. */
async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    let text = '';
    const starts: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('script,style,figcaption'))
        continue;
      nodes.push(node);
      starts.push(text.length);
      text += node.data;
    }
    const at = text.lastIndexOf(wanted);
    if (at < 0) return undefined;
    const index = starts.findLastIndex((start) => start <= at);
    const node = nodes[index];
    const start = at - (starts[index] ?? 0);
    if (!node) return undefined;
    node.parentElement?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, Math.min(node.data.length, start + wanted.length));
    const box = range.getClientRects()[0];
    return box && { x: box.left + Math.min(box.width / 2, 40), y: box.top + box.height / 2 };
  }, words);
  if (!place) throw new Error(`The page does not show "${words}".`);
  return place;
}

/** Clicks on words of the page and gives the card that opens. */
export async function openCard(session: Session, page: Page, words: string): Promise<Frame> {
  // A page in the background is not seen, and a card that is not seen has no buttons that work.
  await page.bringToFront();
  const { x, y } = await placeOf(page, words);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  return await cardOf(session, page);
}

/** The card's frame, once it shows something. @throws Error where none opens in ten seconds. */
export async function cardOf(session: Session, page: Page): Promise<Frame> {
  for (let left = 100; left > 0; left -= 1) {
    for (const frame of page.frames()) if (await showsCard(frame, session.origin)) return frame;
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
  throw new Error('No card opened.');
}

/** Firefox reports no address for a frame of the extension, so the frame itself is asked. */
async function showsCard(frame: Frame, origin: string): Promise<boolean> {
  return await frame
    .evaluate(
      (own) =>
        location.href.startsWith(`${own}/card.html`) &&
        (document.querySelector('.card')?.textContent ?? '') !== '',
      origin,
    )
    .catch(() => false);
}

/** All the words that a card shows. */
export async function cardText(frame: Frame): Promise<string> {
  return await frame.evaluate(() => document.body.innerText.replaceAll(/\s+/gu, ' '));
}

/** The colour that the reader sees at a place of the window, as [red, green, blue] of 255. */
export async function colourAt(
  { browser }: Session,
  page: Page,
  place: { readonly x: number; readonly y: number },
): Promise<number[]> {
  await page.bringToFront();
  const png = await page.screenshot({ encoding: 'base64' });
  const blank = await browser.newPage();
  const colour = await blank.evaluate(
    async (data, { x, y }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas?.drawImage(picture, -Math.round(x), -Math.round(y));
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    },
    png,
    place,
  );
  await blank.close();
  return colour;
}

/** What became of a page, as the popup would say it. */
export async function stateOf(session: Session, page: Page): Promise<PageState> {
  const own = await session.openExtensionPage('options.html');
  const state = (await own.evaluate(async (address) => {
    const api = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    const tabs = await api.tabs.query({});
    const tab = tabs.find(({ url }) => url === address) ?? tabs[0];
    const reply: { answer: unknown } = await api.runtime.sendMessage({
      onRecord: 'pageState',
      question: { tabId: tab?.id },
    });
    return reply.answer;
  }, page.url())) as PageState;
  await own.close();
  return state;
}
