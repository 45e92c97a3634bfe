import { browser } from 'wxt/browser';
import { styleFramesIn } from './reader-in-tab';
import type { Target } from '@/lib/collections/item';
import { pageAddress } from '@/lib/collections/place';
import type { Reopened } from '@/lib/collections/reopened';
import { textFragmentLink } from '@/lib/collections/text-fragment';
import { leaveWish, wishOf } from './find-again';
import { mayFetch } from './sync-schedule';

const WAIT_MS = 250;
/** A page that has not come by then is told of as unread. */
const PATIENCE_MS = 30_000;
/** A page that is there and cannot be looked at may still lead on to another; not for long. */
const MOST_REFUSALS = 10;

/**
 * Opens the page of a saved item in a tab, finds its words there and says what became of them; the
 * tab's popup and panel can say it too. Undefined for a whole page, which has no words to find.
 * @param now milliseconds since 1970.
 */
export async function reopen(target: Target, now: () => number): Promise<Reopened | undefined> {
  const url = target.canonical ?? target.source;
  if (!/^(?:https?|file):/u.test(url)) return undefined;
  // Where no script of ours may go, the browser itself looks for the words.
  const isOurs = url.startsWith('file:') || (await mayFetch(url));
  const { id } = await browser.tabs.create({ url: isOurs ? url : textFragmentLink(target) });
  if (id === undefined || !target.quote) return undefined;
  const reopened = (await findIn(id, target, now)) ?? {
    outcome: 'unread',
    words: target.quote.exact,
    at: now(),
  };
  await keep(id, reopened);
  return reopened;
}

async function findIn(
  tabId: number,
  target: Target,
  now: () => number,
): Promise<Reopened | undefined> {
  const latest = now() + PATIENCE_MS;
  let refused = 0;
  while (now() < latest && refused < MOST_REFUSALS) {
    await new Promise((done) => {
      setTimeout(done, WAIT_MS);
    });
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return undefined;
    const found = await findNow(tabId, target);
    if (found) return found;
    if (tab.status === 'complete') refused += 1;
  }
  return undefined;
}

/** Undefined where the page is not there yet, left while it was looked at, or may not be looked at. */
async function findNow(tabId: number, target: Target): Promise<Reopened | undefined> {
  try {
    const into = { tabId };
    await styleFramesIn(tabId);
    await browser.scripting.executeScript({ target: into, func: leaveWish, args: wishOf(target) });
    const [done] = await browser.scripting.executeScript({
      target: into,
      files: ['/find-again.js'],
    });
    const result: unknown = done?.result;
    return isReopened(result) ? result : undefined;
  } catch {
    return undefined;
  }
}

function isReopened(value: unknown): value is Reopened {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'words' in value;
}

const KEY = 'reopened';
const MOST = 50;

type Kept = { readonly tabId: number; readonly page: string; readonly reopened: Reopened };

/** What became of the saved words for which a tab's page was opened, as long as that page is there. */
export async function reopenedIn(tabId: number): Promise<Reopened | undefined> {
  const kept = (await readKept()).find((each) => each.tabId === tabId);
  return kept && kept.page === (await pageIn(tabId)) ? kept.reopened : undefined;
}

async function keep(tabId: number, reopened: Reopened): Promise<void> {
  const others = (await readKept()).filter((each) => each.tabId !== tabId);
  const all = [...others, { tabId, page: await pageIn(tabId), reopened }];
  await browser.storage.session.set({ [KEY]: all.slice(-MOST) });
}

async function pageIn(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return pageAddress(tab?.url ?? '');
}

async function readKept(): Promise<readonly Kept[]> {
  const found: Record<string, unknown> = await browser.storage.session.get(KEY);
  const kept = found[KEY];
  return Array.isArray(kept) ? kept.filter(isKept) : [];
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'tabId' in value && 'reopened' in value;
}
