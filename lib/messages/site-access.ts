import { browser } from 'wxt/browser';
import { NEWS_SITES } from '@/lib/reading/news-sites';
import type { Settings } from '@/lib/settings';

type SiteChoice = Pick<Settings, 'sites' | 'chosenSites'>;

const GATE = 'gate';
const EVERYWHERE: readonly string[] = ['http://*/*', 'https://*/*'];

/** The match patterns that a choice of sites needs; a site stands for the hosts below it too. */
function originsOf({ sites, chosenSites }: SiteChoice): string[] {
  if (sites === 'everywhere') return [...EVERYWHERE];
  const hosts = sites === 'news' ? [...NEWS_SITES, ...chosenSites] : chosenSites;
  return patternsOf(hosts);
}

function patternsOf(hosts: readonly string[]): string[] {
  return [...new Set(hosts)].flatMap((host) => [`https://*.${host}/*`, `http://*.${host}/*`]);
}

/** Whether the browser lets us look at the pages of the sites that the reader chose. */
export async function maySee(choice: SiteChoice): Promise<boolean> {
  const origins = originsOf(choice);
  return origins.length === 0 || (await browser.permissions.contains({ origins }));
}

/** The choice that a yes to this page's site, to news sites or to all sites makes. */
export function choiceOf(
  where: 'here' | 'news' | 'everywhere',
  url: string,
  { chosenSites }: Pick<SiteChoice, 'chosenSites'>,
): SiteChoice {
  if (where !== 'here') return { sites: where, chosenSites };
  const site = new URL(url).hostname.replace(/^www\./u, '');
  return { sites: 'chosen', chosenSites: [...new Set([...chosenSites, site])] };
}

/**
 * Asks the browser for the sites of a choice, and gives back all others. To be called from a press of
 * a button, before anything is awaited: browsers ask the reader only while the press lasts.
 * @returns whether the browser now lets us look at them.
 */
export async function askForSites(choice: SiteChoice): Promise<boolean> {
  const origins = originsOf(choice);
  const givenBack = choice.sites === 'everywhere' ? undefined : giveBack([...EVERYWHERE]);
  const asked = origins.length === 0 ? undefined : browser.permissions.request({ origins });
  await givenBack;
  await asked;
  return await maySee(choice);
}

/** Puts a change of sites to the browser, as far as it is one; like `askForSites`, from a press. */
export async function askForChanged(
  before: SiteChoice,
  change: Partial<SiteChoice>,
): Promise<void> {
  const next = { ...before, ...change };
  const isNew = (site: string): boolean => !before.chosenSites.includes(site);
  if (next.sites !== before.sites || next.chosenSites.some(isNew)) await askForSites(next);
  const left = before.chosenSites.filter((site) => !next.chosenSites.includes(site));
  if (left.length > 0) await giveBack(patternsOf(left));
}

/** Has the browser put the gate into each page of the sites that it lets us see, from now on. */
export async function plantGate(): Promise<void> {
  const ids = [GATE];
  const planted = await browser.scripting.getRegisteredContentScripts({ ids });
  if (planted.length > 0) return;
  await browser.scripting.registerContentScripts([
    { id: GATE, js: ['gate.js'], matches: [...EVERYWHERE], runAt: 'document_idle' },
  ]);
}

/** Calls back when the reader lets us see more sites. */
export function onSitesGranted(listener: () => void): void {
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins && origins.length > 0) listener();
  });
}

async function giveBack(origins: string[]): Promise<void> {
  // Nothing to give back is no failure.
  await browser.permissions.remove({ origins }).catch(() => false);
}
