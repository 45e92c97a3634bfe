import { bad, good, type Result } from '@/lib/result';

/** Where a dataset is said to stand; `fingerprint`: the key that an invitation names. */
export type SourceAddress = { readonly url: string; readonly fingerprint?: string };

/** Files of a published tree that somebody may paste in place of its folder. */
const OWN_FILE = /[^/]*(?:root|timestamp|snapshot|targets|catalog)\.json$/u;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/**
 * Reads what a reader typed or pasted: the address of a dataset's folder, with or without `https://`,
 * or an invitation, whose part after `#` is base64url of `{"url", "fingerprint"}`. Only https is
 * taken, and http on this machine; no user name, no query.
 */
export function addressIn(typed: string): Result<SourceAddress, 'no-address'> {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return bad('no-address');
  const url = new URL(address);
  const invitation = invitationIn(url.hash.slice(1));
  if (!invitation) return folderOf(url);
  const folder = URL.canParse(invitation.url) ? folderOf(new URL(invitation.url)) : undefined;
  if (!folder?.ok) return bad('no-address');
  return good({ ...folder.value, fingerprint: invitation.fingerprint });
}

/** Whether an address is one that datasets are fetched from. */
export function isMirror(address: string): boolean {
  return URL.canParse(address) && folderOf(new URL(address)).ok;
}

function folderOf(url: URL): Result<SourceAddress, 'no-address'> {
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  const isHost = url.hostname.includes('.') || LOOPBACK.test(url.hostname);
  if (!isSafe || !isHost || url.username !== '' || url.password !== '') return bad('no-address');
  const path = url.pathname.replace(OWN_FILE, '');
  return good({ url: `${url.origin}${path}${path.endsWith('/') ? '' : '/'}` });
}

function invitationIn(encoded: string): { url: string; fingerprint: string } | undefined {
  if (!/^[\w-]{20,4000}$/u.test(encoded)) return undefined;
  try {
    const text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const read: unknown = JSON.parse(text);
    const url: unknown = Reflect.get(Object(read), 'url');
    const fingerprint: unknown = Reflect.get(Object(read), 'fingerprint');
    if (typeof url !== 'string' || typeof fingerprint !== 'string') return undefined;
    return /^[0-9a-f]{64}$/u.test(fingerprint) ? { url, fingerprint } : undefined;
  } catch {
    // No base64, or no JSON: an ordinary fragment.
    return undefined;
  }
}
