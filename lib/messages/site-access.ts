import { browser } from 'wxt/browser';
import { NEWS_SITES } from '@/lib/reading/news-sites';
import type { Settings } from '@/lib/settings';

type SiteChoice = Pick<Settings, 'sites' | 'chosenSites'>;

const EVERYWHERE: readonly string[] = ['http://*/*', 'https://*/*'];

/** The match patterns that a choice of sites needs; a site stands for the hosts below it too. */
function originsOf({ sites, chosenSites }: SiteChoice): string[] {
  if (sites === 'everywhere') return [...EVERYWHERE];
  const hosts = sites === 'news' ? [...NEWS_SITES, ...chosenSites] : chosenSites;
  return [...new Set(hosts)].flatMap((host) => [`https://*.${host}/*`, `http://*.${host}/*`]);
}

/** Whether the browser lets us look at the pages of the sites that the reader chose. */
export async function maySee(choice: SiteChoice): Promise<boolean> {
  const origins = originsOf(choice);
  return origins.length === 0 || (await browser.permissions.contains({ origins }));
}

/**
 * Asks the browser for the sites of a choice, and gives back all others. To be called from a press of
 * a button, before anything is awaited: browsers ask the reader only while the press lasts.
 * @returns whether the browser now lets us look at them.
 */
export async function askForSites(choice: SiteChoice): Promise<boolean> {
  const origins = originsOf(choice);
  // Chrome keeps what the manifest lists; there the reader's choice alone decides.
  const givenBack =
    choice.sites === 'everywhere'
      ? undefined
      : browser.permissions.remove({ origins: [...EVERYWHERE] }).catch(() => false);
  const asked = origins.length === 0 ? undefined : browser.permissions.request({ origins });
  await givenBack;
  await asked;
  return await maySee(choice);
}
