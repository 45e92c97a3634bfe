import { readFileSync } from 'node:fs';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { browser as WxtBrowser } from 'wxt/browser';
import type { Settings } from '@/lib/settings';
import type { Session } from './browsers';

/** Our own pages as a reader sees them, and what can be asked of each. */

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** Puts axe-core into a surface, as `axe`. */
export async function loadAxe(surface: Page | Frame): Promise<void> {
  await surface.evaluate(AXE);
}

/** What axe-core finds wrong, a line a rule: "id: where, where". */
export async function violationsIn(surface: Page | Frame): Promise<string[]> {
  await loadAxe(surface);
  return await surface.evaluate(async () => {
    type Found = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
    const axe = Reflect.get(globalThis, 'axe') as {
      run(root: Document, options: object): Promise<{ violations: Found }>;
    };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => {
      const [first] = nodes;
      const where = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      return `${id} (${nodes.length}): ${where.join(', ')}: ${first?.failureSummary ?? ''}`;
    });
  });
}

/** Changes settings as the options page would. */
export async function choose(session: Session, change: Partial<Settings>): Promise<void> {
  const page = await session.openExtensionPage('options.html');
  await page.evaluate(async (wanted) => {
    const { storage } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    const { settings }: { settings?: Partial<Settings> } = await storage.local.get('settings');
    const now: Partial<Settings> = settings ?? {};
    await storage.local.set({ settings: { ...now, ...wanted } });
  }, change);
  await page.close();
}

/** The number by which the browser knows a page's tab. */
export async function tabIdOf(session: Session, page: Page): Promise<number> {
  const own = await session.openExtensionPage('options.html');
  const id = await own.evaluate(async (address) => {
    const { tabs } = Reflect.get(globalThis, 'chrome') as typeof WxtBrowser;
    return (await tabs.query({})).find(({ url }) => url === address)?.id;
  }, page.url());
  await own.close();
  if (id === undefined) throw new Error(`No tab shows ${page.url()}.`);
  return id;
}

/** Opens a page of ours and waits until it has drawn its words. */
export async function openSurface(session: Session, file: string): Promise<Page> {
  const page = await session.openExtensionPage(file);
  await page.waitForFunction(() => document.querySelector('main, h1') !== null, { polling: 50 });
  return page;
}

/** Whether the card's host is seen on a page. */
export async function cardIsShown(page: Page): Promise<boolean> {
  return await page.evaluate(() =>
    [...document.documentElement.children].some(
      (each) => each.tagName.startsWith('X-') && getComputedStyle(each).visibility === 'visible',
    ),
  );
}

/** Presses what bears this name: a button, a link, or the words beside a box that is ticked. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const source =
    typeof name === 'string' ? `^${name.replaceAll(/[^\w\s]/gu, String.raw`\$&`)}$` : name.source;
  const found = await page.waitForFunction(named, { polling: 50 }, source);
  const element = found.asElement();
  if (!element) throw new Error(`Nothing is called ${source}.`);
  await (element as ElementHandle<HTMLElement>).click();
}

function named(pattern: string): HTMLElement | undefined {
  const name = new RegExp(pattern, 'u');
  return [...document.querySelectorAll<HTMLElement>('button, a[href], label')].find(
    (each) =>
      !each.matches(':disabled') &&
      name.test(each.getAttribute('aria-label') ?? each.textContent.trim()),
  );
}
