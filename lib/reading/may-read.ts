import type { Mute, Settings } from '@/lib/settings';
import { NEWS_SITES } from './news-sites';
import type { PageState } from './page-state';

/** Whether a page may be read at all; where not, why. `now` in milliseconds since 1970. */
export function mayRead(
  settings: Settings,
  page: { readonly host: string; readonly isPrivate: boolean },
  now: number,
): { readonly active: boolean; readonly status?: PageState['status'] } {
  const host = page.host.replace(/^www\./u, '');
  if (settings.paused || hasMute(settings.mutes, 'all', '*', now)) return no('paused');
  if (isShutOut(settings, host) || hasMute(settings.mutes, 'site', host, now)) {
    return no('paused-here');
  }
  if (!isAmongChosen(settings, host)) return no('not-chosen');
  if (page.isPrivate && !settings.privateWindows) return no('private-window');
  return { active: true };
}

/** Whether a site (without `www.`) is among those on which the reader wants pages to be read. */
export function isAmongChosen({ sites, chosenSites }: Settings, host: string): boolean {
  // Pages of our own, such as the example article, have no host that could be chosen.
  if (sites === 'everywhere' || !host.includes('.')) return true;
  return isWithin(host, chosenSites) || (sites === 'news' && isWithin(host, NEWS_SITES));
}

/** Whether the reader shut a site (without `www.`) out, by itself or with one that it is a part of. */
export function isShutOut({ pausedSites }: Settings, host: string): boolean {
  return isWithin(host, pausedSites);
}

/** A site stands for the hosts below it too. */
export function isWithin(host: string, sites: readonly string[]): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

function no(status: PageState['status']): { active: false; status: PageState['status'] } {
  return { active: false, status };
}

// oxlint-disable-next-line max-params -- a mute is what, of whom, until when
function hasMute(mutes: readonly Mute[], what: Mute['what'], id: string, now: number): boolean {
  return mutes.some(
    (mute) => mute.what === what && mute.id === id && (mute.until ?? now + 1) > now,
  );
}
