import { browser, type Browser } from 'wxt/browser';
import type { Target } from '@/lib/collections/item';
import type { SaveRequest } from '@/lib/reading/card-view';

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
 * The toolbar's button says for a moment what became of it.
 */
export function serveSaving(save: (request: SaveRequest) => Promise<unknown>): void {
  const saveFrom = async (tab: Page, selected?: string): Promise<void> => {
    const isSaved = await wishOf(tab, selected)
      .then(save)
      .then(
        () => true,
        () => false,
      );
    await tell(tab.id, isSaved);
  };
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    const isOurs = menuItemId === MENU.selection || menuItemId === MENU.page;
    if (isOurs && tab) void saveFrom(pageOf(tab), selectionText);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'save' && tab) void saveFrom(pageOf(tab));
  });
}

/** A tab as far as it concerns saving. */
type Page = { readonly id: number; readonly url: string; readonly title?: string | undefined };

function pageOf({ id = -1, url = '', title }: Browser.tabs.Tab): Page {
  return { id, url, title };
}

/**
 * The wish to save what is selected in a tab, or the page where nothing is.
 * @param selected the words that the browser itself knows of, for pages into which no script may go.
 * @throws Error where the tab shows no page that could be opened again.
 */
export async function wishOf(page: Page, selected?: string): Promise<SaveRequest> {
  const target = (await targetIn(page.id)) ?? unreadTarget(page, selected);
  if (!/^(?:https?|file):/u.test(target.source)) throw new Error('This is no page of the web.');
  const kind = target.quote ? 'selection' : 'page';
  return { kind, target, note: '', tags: [], collections: [] };
}

/** The page of a tab with what is selected in it or in one of its frames; undefined where it cannot be read. */
async function targetIn(tabId: number): Promise<Target | undefined> {
  const target = { tabId, allFrames: true };
  const done = await browser.scripting
    .executeScript({ target, files: ['/selection.js'] })
    // The browser's own pages, and its reader for PDF files.
    .catch(() => []);
  const read = done.flatMap(({ frameId, result }) =>
    isTarget(result) ? [{ frameId, result }] : [],
  );
  const page = read.find(({ frameId }) => frameId === 0)?.result;
  if (!page || page.quote) return page;
  const quote = read.find(({ result }) => result.quote)?.result.quote;
  return quote ? { ...page, quote } : page;
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'source' in value && 'title' in value;
}

function unreadTarget({ url, title }: Page, selected = ''): Target {
  const exact = selected.replaceAll(/\s+/gu, ' ').trim();
  const quote = exact === '' ? {} : { quote: { exact, prefix: '', suffix: '' } };
  return { source: url, title: title ?? url, ...quote };
}

const TOLD_MS = 2500;

/** Says on the toolbar's button, for a moment, whether it was saved; then it says again what it said before. */
async function tell(tabId: number, isSaved: boolean): Promise<void> {
  const before = await browser.action.getBadgeText({ tabId });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#3b4a8c' });
  await browser.action.setBadgeText({ tabId, text: isSaved ? '✓' : '!' });
  if (!isSaved) {
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('pageNotSaved') });
  }
  setTimeout(() => void browser.action.setBadgeText({ tabId, text: before }), TOLD_MS);
}
