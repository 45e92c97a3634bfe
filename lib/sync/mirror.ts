import { bad, good, type Result } from '@/lib/result';
import type { Guards } from './guards';
import type { FetchProblem, Host } from './host';

/**
 * A tree on a web server. Nothing is sent but the request itself: no cookies, no referrer, no
 * conditions; nothing is taken from a cache and no redirect is followed.
 * @param base http(s), ending in `/`
 */
export function mirror(
  base: string,
  fetchFile: typeof fetch,
  guards: Pick<Guards, 'sizes' | 'timeouts'>,
): Host {
  return {
    read: async (path, { most, within }) => {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), guards.timeouts ? within : 2 ** 31 - 1);
      try {
        const answer = await fetchFile(new URL(path, base), {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          redirect: 'error',
          cache: 'no-store',
          signal: stop.signal,
        });
        if (answer.status !== 200) return refused(path, answer);
        const bytes = await readBody(answer, guards.sizes ? most : Infinity);
        return bytes ? good(bytes) : bad({ kind: 'too-large', path });
      } catch {
        // No connection, a redirect, a body cut off, or our own patience: the kind says which.
        return bad({ kind: stop.signal.aborted ? 'timeout' : 'unreachable', path });
      } finally {
        clearTimeout(timer);
        stop.abort();
      }
    },
  };
}

function refused(path: string, { status, headers }: Response): Result<never, FetchProblem> {
  if (status === 404) return bad({ kind: 'absent', path });
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return bad({
    kind: 'status',
    path,
    status,
    ...(seconds > 0 && { retryMs: Math.min(seconds, 86_400) * 1000 }),
  });
}

/** @returns undefined as soon as there is more than there may be */
async function readBody({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    length += piece.value.length;
    if (length > most) return undefined;
    pieces.push(piece.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
