import { ask } from '@/lib/messages/ask';
import { lookNow } from '@/lib/messages/own-page';
import { wishOf } from '@/lib/messages/save-selection';
import { askForSites } from '@/lib/messages/site-access';
import type { Settings } from '@/lib/settings';
import { changeSettings } from '@/lib/storage/settings-store';

/** Asks the browser for the sites that are allowed, keeps that choice, and looks at the page at once. */
export async function allow(
  where: 'here' | 'news' | 'everywhere',
  { chosenSites }: Settings,
  page: { readonly tabId: number; readonly url: string },
): Promise<void> {
  const choice =
    where === 'here'
      ? { sites: 'chosen' as const, chosenSites: [...new Set([...chosenSites, siteOf(page.url)])] }
      : { sites: where, chosenSites };
  const granted = await askForSites(choice);
  await changeSettings(choice);
  if (granted) await lookNow(page.tabId);
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./u, '');
}

/** Saves what is selected in a tab, or its page. */
export async function savePage(tabId: number, url: string): Promise<void> {
  await ask('save', await wishOf({ id: tabId, url }));
}
