import { ask } from '@/lib/messages/ask';
import { lookNow, requestSite, requestSites } from '@/lib/messages/own-page';
import { wishOf } from '@/lib/messages/save-selection';

/** Asks the browser for a site or for all, and then looks at the page at once. */
// oxlint-disable-next-line max-params -- what is asked for, and the page
export async function grant(
  where: 'here' | 'everywhere',
  tabId: number,
  url: string,
): Promise<void> {
  const granted = await (where === 'here' ? requestSite(url) : requestSites());
  if (granted) await lookNow(tabId);
}

/** Saves what is selected in a tab, or its page. */
export async function savePage(tabId: number, url: string): Promise<void> {
  await ask('save', await wishOf(tabId, url));
}
