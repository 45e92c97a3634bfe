/**
 * The match pattern of the site that an address stands on. Without its port: Firefox knows no ports
 * in patterns, and to Chrome one without stands for all.
 */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
