import type { Mute, Settings } from '@/lib/settings';
import type { PageState } from './page-state';

/** Whether a page may be read at all; where not, why. `now` in milliseconds since 1970. */
export function mayRead(
  settings: Settings,
  page: { readonly host: string; readonly isPrivate: boolean },
  now: number,
): { readonly active: boolean; readonly status?: PageState['status'] } {
  const host = page.host.replace(/^www\./u, '');
  if (settings.paused || hasMute(settings.mutes, 'all', '*', now)) return no('paused');
  if (settings.pausedSites.includes(host) || hasMute(settings.mutes, 'site', host, now)) {
    return no('paused-here');
  }
  if (page.isPrivate && !settings.privateWindows) return no('private-window');
  return { active: true };
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
