import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** An answer of the host behind the proxy, and where to write instead of it. */
type Exchange = {
  readonly status: number;
  readonly body: Buffer;
  readonly response: ServerResponse;
  /** A number by which a fault chooses its byte, or how long it waits. */
  readonly at: number;
};

/** What may befall an answer on its way. */
export type Fault = {
  readonly name: string;
  readonly spoil: (exchange: Exchange) => void | Promise<void>;
};

const BINARY = { 'content-type': 'application/octet-stream' } as const;

/** A body as if nothing were the matter, under another status or other headers. */
const says =
  (status: number, headers: Readonly<Record<string, string>> = {}): Fault['spoil'] =>
  ({ response, body }) => {
    response.writeHead(status, { ...BINARY, ...headers }).end(status === 304 ? '' : body);
  };

/** An answer that a server would never write by itself. */
const rawly = ({ response }: Exchange, head: string, body: Uint8Array): void => {
  response.socket?.write(`HTTP/1.1 200 OK\r\nconnection: close\r\n${head}\r\n\r\n`);
  response.socket?.end(body);
};

/** Every fault of the test plan; a minute is half a second here. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'cut off in the middle',
    spoil: ({ response, body, at }) => {
      response.writeHead(200, { ...BINARY, 'content-length': String(body.length) });
      response.write(body.subarray(0, at % (body.length + 1)), () => response.socket?.destroy());
    },
  },
  {
    name: 'a part, as if it were the whole',
    spoil: ({ response, body, at }) => {
      response.writeHead(200, BINARY).end(body.subarray(0, at % (body.length + 1)));
    },
  },
  {
    name: 'one bit turned',
    spoil: ({ response, body, at }) => {
      const bit = at % Math.max(1, body.length * 8);
      const turned = body.map((byte, index) =>
        index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      );
      response.writeHead(200, BINARY).end(turned);
    },
  },
  {
    name: 'late by 1 to 60 seconds',
    spoil: async ({ response, status, body, at }) => {
      await setTimeout(8 + (at % 492));
      response.writeHead(status, BINARY).end(body);
    },
  },
  { name: 'no answer at all', spoil: () => undefined },
  {
    name: 'the beginning of an answer and no more',
    spoil: ({ response, body }) => {
      response.writeHead(200, { ...BINARY, 'content-length': String(body.length + 1) });
      response.write(body);
    },
  },
  { name: 'a connection reset', spoil: ({ response }) => void response.socket?.resetAndDestroy() },
  {
    name: 'a page to sign in',
    spoil: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title>');
    },
  },
  { name: 'moved elsewhere, 301', spoil: says(301, { location: '/catalog.json' }) },
  { name: 'not changed, 304', spoil: says(304) },
  { name: 'forbidden, 403', spoil: says(403) },
  { name: 'not there, 404', spoil: says(404) },
  { name: 'too many asked, 429', spoil: says(429, { 'retry-after': '7200' }) },
  { name: 'broken, 500', spoil: says(500) },
  { name: 'busy, 503', spoil: says(503, { 'retry-after': '60' }) },
  {
    name: 'a length that is too long',
    spoil: (all) => rawly(all, `content-length: ${all.body.length + 40}`, all.body),
  },
  {
    name: 'a length that is too short',
    spoil: (all) => rawly(all, `content-length: ${all.body.length >> 1}`, all.body),
  },
  { name: 'another type', spoil: says(200, { 'content-type': 'text/html; charset=utf-16' }) },
  {
    name: 'packed once more',
    spoil: ({ response, body }) => void response.writeHead(200, BINARY).end(gzipSync(body)),
  },
  {
    name: 'said to be packed, and not',
    spoil: says(200, { 'content-encoding': 'gzip' }),
  },
  { name: 'ten gigabytes', spoil: endless },
  {
    name: 'a byte at a time',
    spoil: async ({ response, body }) => {
      response.writeHead(200, { ...BINARY, 'content-length': String(body.length) });
      for (const byte of body) {
        if (response.destroyed) return;
        response.write(Uint8Array.of(byte));
        await setTimeout(8);
      }
      response.end();
    },
  },
];

const MEBIBYTE = Buffer.alloc(1024 * 1024);
const GIBIBYTES = 10;

/** Ten gigabytes, as far as anybody reads them. */
async function endless({ response }: Exchange): Promise<void> {
  response.writeHead(200, BINARY);
  for (let left = GIBIBYTES * 1024; left > 0 && !response.destroyed; left -= 1) {
    if (response.write(MEBIBYTE)) await setTimeout(0);
    else {
      await new Promise((done) => {
        response.once('drain', done).once('close', done);
      });
    }
  }
  response.end();
}

/** Stands between a reader and a host. */
export type FaultProxy = {
  readonly url: string;
  /** How many requests came since `spoil`. */
  readonly count: () => number;
  /** The request of this number, counted from 0, meets a fault; none where there is no fault. */
  spoil(which: number, fault?: Fault, at?: number): void;
  close(): Promise<void>;
};

/** Starts a proxy on loopback. @param origin of the host behind it, ending in `/` */
export async function startFaultProxy(origin: string): Promise<FaultProxy> {
  let [count, which, at] = [0, Number.NaN, 0];
  let fault: Fault | undefined;
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const mine = count;
    count += 1;
    const { status, body } = await readAll(new URL(path, origin));
    if (fault && mine === which) await fault.spoil({ status, body, response, at });
    else response.writeHead(status, BINARY).end(body);
  };
  const server = createServer((asked, response) => {
    response.on('error', () => undefined);
    void answer(asked.url?.slice(1) ?? '', response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    count: () => count,
    spoil: (next, wanted, number = 0) => {
      [count, which, fault, at] = [0, next, wanted, number];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

async function readAll(url: URL): Promise<{ readonly status: number; readonly body: Buffer }> {
  return await new Promise((done, failed) => {
    request(url, (answer: IncomingMessage) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => void pieces.push(piece));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }));
    })
      .on('error', failed)
      .end();
  });
}
