/**
 * An address of a record as it may be linked: http(s) only, without user name or password, its host
 * to be shown; undefined for anything else, which is then text.
 */
export function httpLink(
  address: string | undefined,
): { readonly href: string; readonly host: string } | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined;
  return { href: url.href, host: url.hostname };
}
