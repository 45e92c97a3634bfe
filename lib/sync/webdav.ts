import type { Folder } from './device-folder';

/** Where the reader's folder is; user and password only where the server asks for them. */
export type WebdavPlace = {
  /** http(s), ending in `/`. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
};

/** What a server answered to a request it did not carry out. */
class WebdavError extends Error {
  readonly status: number;

  constructor(method: string, status: number) {
    super(`${method}: ${status}`);
    this.status = status;
  }
}

const TIMEOUT_MS = 30_000;
const LARGEST = 64 * 1024 * 1024;

/**
 * A WebDAV folder (RFC 4918) by plain fetch: GET, PUT, DELETE, MKCOL, PROPFIND. Conditional requests
 * are not used: servers differ in whether they honour them.
 */
export function webdavFolder(place: WebdavPlace): Folder {
  const send = senderTo(place);
  return {
    list: async (path) => {
      const answer = await send('PROPFIND', path, { headers: { Depth: '1' } });
      if (answer.status === 404) return [];
      if (answer.status !== 207) throw new WebdavError('PROPFIND', answer.status);
      return namesIn(await answer.text(), answer.url || new URL(path, place.url).href);
    },
    get: async (path) => {
      const answer = await send('GET', path);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw new WebdavError('GET', answer.status);
      const file = new Uint8Array(await answer.arrayBuffer());
      return file.length > LARGEST ? undefined : file;
    },
    put: async (path, file) => {
      const answer = await send('PUT', path, { body: file });
      if (!answer.ok) throw new WebdavError('PUT', answer.status);
    },
    remove: async (path) => {
      const answer = await send('DELETE', path);
      if (!answer.ok && answer.status !== 404) throw new WebdavError('DELETE', answer.status);
    },
    makeFolder: async (path) => {
      const answer = await send('MKCOL', path);
      // 405: it is there already.
      if (!answer.ok && answer.status !== 405) throw new WebdavError('MKCOL', answer.status);
    },
  };
}

type Sender = (method: string, path: string, more?: RequestInit) => Promise<Response>;

function senderTo(place: WebdavPlace): Sender {
  const stops = place.signal ? [place.signal] : [];
  return async (method, path, more = {}) =>
    await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), place.url), {
      method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...stops]),
      ...more,
      headers: { ...authorization(place), ...headersOf(more) },
    });
}

/**
 * The names in a multistatus answer. A service worker has no XML parser, and all that is wanted is
 * each `href`, which no comment or CDATA section may hold.
 */
export function namesIn(xml: string, folder: string): string[] {
  const own = pathOf(folder);
  const names: string[] = [];
  for (const [, href = ''] of xml.matchAll(/<(?:[\w-]+:)?href\b[^>]*>([^<]*)<\//giu)) {
    const path = pathOf(new URL(unescaped(href.trim()), folder).href);
    if (!path.startsWith(own) || path === own) continue;
    const name = path.slice(own.length);
    if (/^[^/]+\/?$/u.test(name)) names.push(name);
  }
  return names;
}

function pathOf(address: string): string {
  const { pathname } = new URL(address);
  return /%(?![0-9a-f]{2})/iu.test(pathname) ? pathname : decodeURIComponent(pathname);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (all, name: string) => ENTITIES[name] ?? all);
}

function authorization({ user, password }: WebdavPlace): Record<string, string> {
  if (user === undefined) return {};
  const pair = new TextEncoder().encode(`${user}:${password ?? ''}`);
  return { Authorization: `Basic ${btoa(String.fromCodePoint(...pair))}` };
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
