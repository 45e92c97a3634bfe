import { browser, type Browser } from 'wxt/browser';
import type { PageState } from '@/lib/reading/page-state';
import { askReader } from './ask';

/** Shows how much was found on the toolbar's button, where the reader wants that. */
export async function showBadge(tabId: number, state: PageState, wanted: boolean): Promise<void> {
  const known = Object.values(state.withContext).reduce((sum, each) => sum + each, 0);
  await browser.action.setBadgeBackgroundColor({ color: '#3b4a8c', tabId });
  await browser.action.setBadgeText({ tabId, text: wanted && known > 0 ? String(known) : '' });
}

/** Tells the readers of all open pages that something they go by has changed. */
export async function refreshAllReaders(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await askReader(id, 'refresh');
    }),
  );
}

/**
 * Looks at the pages that are open already, as at any that loads: after an update their scripts are
 * dead, and before their sites were allowed there were none. Where one answers, nothing is to be done.
 */
export async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined || (await hasReader(id))) return;
      const target = { tabId: id };
      const args: [string] = [browser.runtime.getURL('/')];
      // Refused for pages that no extension may touch, and those that the reader did not allow.
      await browser.scripting.executeScript({ target, func: removeDeadHosts, args });
      await browser.scripting.executeScript({ target, files: ['/gate.js'] });
    }),
  );
}

async function hasReader(tabId: number): Promise<boolean> {
  return await askReader(tabId, 'where').then(
    () => true,
    () => false,
  );
}

/**
 * Runs in a page. Firefox ends the scripts of an extension that is updated at once, before they can
 * tidy up: what stands there with a frame of ours in it is then a dead host. In Chrome such scripts
 * go on, and tidy up by themselves.
 */
function removeDeadHosts(own: string): void {
  for (const element of document.documentElement.children) {
    const root: unknown = Reflect.get(element, 'openOrClosedShadowRoot');
    const frame = root instanceof ShadowRoot ? root.querySelector('iframe') : null;
    if (frame?.src.startsWith(own)) element.remove();
  }
}

/** The tab that a question came from. @throws Error where it came from no tab. */
export function tabOf(sender: Browser.runtime.MessageSender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new Error('This question can only come from a tab.');
  return id;
}

/** The address of the card's page. */
export function cardAddress(): string {
  return browser.runtime.getURL('/card.html');
}

/** Opens a page of ours in a new tab. */
export async function openPage(page: 'welcome' | 'example' | 'library'): Promise<void> {
  await browser.tabs.create({ url: new URL(`/${page}.html`, browser.runtime.getURL('/')).href });
}

/** Opens the panel of a tab as a tab of its own. */
export async function openPanelTab(tabId: number): Promise<void> {
  const url = new URL(`/sidepanel.html?tab=${tabId}`, browser.runtime.getURL('/')).href;
  await browser.tabs.create({ url });
}
