import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** What an address answers with. */
export type PageAnswer = {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks off: no page comes. */
  readonly isBroken?: boolean;
  /** The connection breaks off behind so many bytes of the body. */
  readonly breaksAfter?: number;
};

/** The whole web as a browser under test sees it. */
export type Web = {
  readonly port: number;
  /** Every request so far, "GET https://host/path", in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

/**
 * An HTTP proxy that answers every http: and https: address from the function given, 404 where it
 * gives nothing. Nothing leaves the machine, and pages keep their real host names.
 */
export async function serveWeb(
  answerTo: (url: URL) => PageAnswer | undefined | Promise<PageAnswer | undefined>,
): Promise<Web> {
  const requests: string[] = [];
  const answerFor =
    (scheme: string): RequestListener =>
    async (request, response) => {
      const address = request.url ?? '/';
      const url = new URL(address, `${scheme}://${request.headers.host ?? 'localhost'}`);
      requests.push(`${request.method ?? 'GET'} ${url.href}`);
      const answer = (await answerTo(url)) ?? {
        status: 404,
        type: 'text/plain',
        body: 'not found',
      };
      if (answer.isBroken === true) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status ?? 200, {
        'content-type': answer.type ?? 'text/html; charset=utf-8',
        ...answer.headers,
      });
      if (answer.breaksAfter === undefined) response.end(answer.body);
      else {
        response.write(answer.body.slice(0, answer.breaksAfter), () => request.socket.destroy());
      }
    };
  const tls = createTlsServer(certificate(), answerFor('https'));
  const tlsPort = await listening(tls);
  const proxy = createServer(answerFor('http'));
  const tunnels = new Set<Duplex>();
  proxy.on('connect', (_request, client, head) => {
    tunnels.add(client);
    client.on('close', () => tunnels.delete(client));
    const upstream = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const port = await listening(proxy);
  return {
    port,
    requests,
    close: async () => {
      // A server counts those no more once they are tunnels, and yet waits for them.
      for (const client of tunnels) client.destroy();
      for (const server of [proxy, tls]) {
        server.closeAllConnections();
        await new Promise((done) => {
          server.close(done);
        });
      }
    },
  };
}

/** A certificate made for this run alone; no key lies in the repository. */
function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cert-'));
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const files = ['-keyout', `${folder}/k`, '-out', `${folder}/c`];
    execFileSync(
      'openssl',
      ['req', '-x509', ...curve, '-days', '2', '-subj', '/CN=e2e', ...files],
      {
        stdio: 'ignore',
      },
    );
    return { key: readFileSync(`${folder}/k`, 'utf8'), cert: readFileSync(`${folder}/c`, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listening(server: Server): Promise<number> {
  return await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      done(address.port);
    });
  });
}
