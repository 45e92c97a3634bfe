import { type Browser, browser } from 'wxt/browser';
import { emptyState, type PageState } from '@/lib/reading/page-state';
import { askReader } from './ask';

/**
 * Chromium draws no background of a highlight that is not an author's, and lets shadow roots inherit
 * it; Firefox does not, and draws a reader's own everywhere.
 */
const ORIGIN = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
const MARKS = {
  files: ['/marks.css'],
  origin: ORIGIN,
} satisfies Partial<Browser.scripting.CSSInjection>;

/** Puts the reader's script and the look of marks into a tab; @returns whether it could be done. */
export async function startReaderIn(tabId: number): Promise<boolean> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ ...MARKS, target });
    await browser.scripting.executeScript({ target, files: ['/reader.js'] });
    return true;
  } catch {
    // The tab has gone elsewhere meanwhile, or the browser keeps extensions out of its page.
    return false;
  }
}

/** Gives a tab's page and its frames the look of marks: a style sheet of ours holds for one document. */
export async function styleFramesIn(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ ...MARKS, target: { tabId, allFrames: true } });
}

/** Puts Readability into a tab, beside the reader's script. */
export async function putSecondOpinionIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/second-opinion.js'] });
}

/** Puts the host of the card into a tab, beside the reader's script. */
export async function putCardFrameIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/card-frame.js'] });
}

/** What became of the page in a tab: its reader knows, else its gate, else nobody may look at it. */
export async function stateOfTab(tabId: number): Promise<PageState> {
  try {
    return (await askReader(tabId, 'findings')).state;
  } catch {
    return await stateFromGate(tabId);
  }
}

async function stateFromGate(tabId: number): Promise<PageState> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  try {
    const reply: unknown = await browser.tabs.sendMessage(tabId, { onRecord: 'pageState' });
    const state: unknown =
      typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'answer') : undefined;
    if (isPageState(state)) return state;
  } catch {
    // No script of ours is in that tab.
  }
  return emptyState(tab?.url ?? '', 'not-permitted');
}

function isPageState(value: unknown): value is PageState {
  return typeof value === 'object' && value !== null && 'status' in value && 'examined' in value;
}
