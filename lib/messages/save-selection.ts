import { browser } from 'wxt/browser';
import type { Target } from '@/lib/collections/item';
import type { SaveRequest } from '@/lib/reading/card-view';

/** What a page tells of itself and of what is selected in it. */
type Selected = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly title: string;
  readonly canonical: string | null;
  readonly lang: string;
  readonly publisher: string | null;
};

const MENU = { selection: 'save-selection', page: 'save-page' } as const;

/** Adds the entries of the context menu; the browser keeps them until the next update. */
export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU.selection,
    title: browser.i18n.getMessage('menuSaveSelection'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: MENU.page,
    title: browser.i18n.getMessage('menuSavePage'),
    contexts: ['page'],
  });
}

/**
 * Saves a selection or a whole page of any tab, article or not, when the reader asks by menu or key.
 * The toolbar's button says for a moment that it was done.
 */
export function serveSaving(save: (request: SaveRequest) => Promise<unknown>): void {
  const saveFrom = async (tabId: number, url: string): Promise<void> => {
    await save(await wishOf(tabId, url));
    await tellSaved(tabId);
  };
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const isOurs = menuItemId === MENU.selection || menuItemId === MENU.page;
    if (isOurs && tab?.id !== undefined) void saveFrom(tab.id, tab.url ?? '');
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'save' && tab?.id !== undefined) void saveFrom(tab.id, tab.url ?? '');
  });
}

/** The wish to save what is selected in a tab, or the page where nothing is. */
export async function wishOf(tabId: number, url: string): Promise<SaveRequest> {
  const target = await targetIn(tabId, url);
  const kind = target.quote ? 'selection' : 'page';
  return { kind, target, note: '', tags: [], collections: [] };
}

/** Where the selection of a tab stands; the page alone where nothing is selected. */
async function targetIn(tabId: number, url: string): Promise<Target> {
  const [done] = await browser.scripting.executeScript({ target: { tabId }, func: readSelection });
  const found = done?.result;
  const page = { source: url, title: found?.title ?? url };
  if (!found) return page;
  const { exact, prefix, suffix, canonical, lang, publisher } = found;
  return {
    ...page,
    ...(canonical === null ? {} : { canonical }),
    ...(publisher === null ? {} : { publisher }),
    ...(lang === '' ? {} : { lang }),
    ...(exact === '' ? {} : { quote: { exact, prefix, suffix } }),
  };
}

/** Runs inside the page, so it stands alone: reads what is selected, changes nothing. */
function readSelection(): Selected {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only this function travels into the page
  const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ');
  const around = (before: boolean): string => {
    if (!range || range.collapsed) return '';
    const beside = document.createRange();
    beside.selectNodeContents(document.body);
    if (before) beside.setEnd(range.startContainer, range.startOffset);
    else beside.setStart(range.endContainer, range.endOffset);
    const text = tidy(beside.toString());
    return before ? text.slice(-32) : text.slice(0, 32);
  };
  return {
    exact: tidy(selection?.toString() ?? '').trim(),
    prefix: around(true),
    suffix: around(false),
    title: document.title,
    canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? null,
    lang: document.documentElement.lang,
    publisher:
      document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? null,
  };
}

async function tellSaved(tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#3b4a8c' });
  await browser.action.setBadgeText({ tabId, text: '✓' });
  setTimeout(() => void browser.action.setBadgeText({ tabId, text: '' }), 2500);
}
