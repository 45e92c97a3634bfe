import type { Target } from './item';
import { keyOf } from './tokens';

/** Query parts that say how a reader came, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid)=/u;

/** One text for "these words on this page", whatever way the reader came to it. */
export function placeOf({ canonical, source, quote }: Target): string {
  const words = quote ? keyOf(quote.exact).replaceAll(/\s+/gu, ' ').trim() : '';
  return `${pageAddress(canonical ?? source)}\n${words}`;
}

/** A page's address without fragment and tracking. */
export function pageAddress(address: string): string {
  const [page = ''] = address.split('#');
  const [path = '', query] = page.split('?');
  const parts = (query ?? '').split('&').filter((part) => part !== '' && !TRACKING.test(part));
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

/** The host of an address, without `www.`; empty where it has none. */
export function siteOf(address: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu.exec(address)?.[1] ?? '';
  return host.toLowerCase().replace(/^www\./u, '');
}
