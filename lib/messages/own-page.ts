import { browser } from 'wxt/browser';
import { sitePattern } from './site-pattern';

/**
 * The tab that a page of ours is about: the one named in its address (`?tab=`), where it was opened as
 * a page, else the one in front; undefined where there is none.
 */
export async function activeTab(): Promise<
  { readonly id: number; readonly url: string; readonly windowId: number } | undefined
> {
  const named = new URLSearchParams(location.search).get('tab');
  const [tab] =
    named === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(Number(named))];
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, url: tab.url ?? '', windowId: tab.windowId };
}

/** Calls back when another tab comes to the front or the page in it changes. @returns its end. */
export function onActiveTab(listener: () => void): () => void {
  const onUpdated = (_id: number, change: { status?: string }): void => {
    if (change.status === 'complete') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** Opens one of our own pages in a tab, at a part of it where one is named. */
export async function openOwnPage(
  page: 'library' | 'options' | 'welcome' | 'sources',
  part?: string,
): Promise<void> {
  const address = part === undefined ? `/${page}.html` : `/${page}.html#${part}`;
  await browser.tabs.create({ url: new URL(address, location.origin).href });
}

/** Whether this page stands in a private window, of which nothing is ever kept. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}

/** Asks the reader for one site alone; to be called from a press of a button. */
export async function requestSite(url: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [sitePattern(url)] });
}

/**
 * The tab that this page stands in, as a frame of a web page too; asked before it is needed. Firefox
 * gives frames in web pages neither tabs nor sidebar: undefined.
 */
export async function ownTab(): Promise<{ id: number; windowId: number } | undefined> {
  const api: unknown = Reflect.get(browser, 'tabs');
  if (api === undefined) return undefined;
  const tab = await browser.tabs.getCurrent().catch(() => undefined);
  return tab?.id === undefined ? undefined : { id: tab.id, windowId: tab.windowId };
}

/**
 * Opens the panel beside this tab, as a tab of its own where the browser refuses. To be called from a
 * press of a button, before anything is awaited: browsers open it only while the press lasts.
 */
export async function openPanelBeside(tab: {
  readonly id: number;
  readonly windowId: number;
}): Promise<void> {
  // Firefox has a sidebar, Chrome a side panel; each knows only its own.
  const sidebar: unknown = Reflect.get(browser, 'sidebarAction');
  const opened = hasOpen(sidebar)
    ? sidebar.open()
    : browser.sidePanel.open({ windowId: tab.windowId });
  await opened.catch(async () => {
    const url = new URL(`/sidepanel.html?tab=${tab.id}`, location.origin).href;
    await browser.tabs.create({ url });
  });
}

function hasOpen(value: unknown): value is { open(): Promise<void> } {
  return typeof value === 'object' && value !== null && 'open' in value;
}
