// @vitest-environment node
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DatasetDatabase, openDatasetDatabase } from '@/lib/storage/dataset-database';
import { openSyncedStore } from '@/lib/storage/synced-store';
import { ALL_GUARDS } from '@/lib/sync/guards';
import type { Outcome } from '@/lib/sync/sync-dataset';
import { syncAll } from '@/lib/sync/sync';
import { EditionsHost } from './support/editions-host';
import { hasNginx, type Logged, type Nginx, startNginx } from './support/nginx';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_MINUTE = 'public, max-age=60';

describe.skipIf(!hasNginx)('a tree on a real nginx', () => {
  const host = new EditionsHost(3000, 50);
  let nginx: Nginx;

  beforeAll(async () => {
    await host.publish();
    nginx = await startNginx(host.tree);
  }, 60_000);
  afterAll(async () => {
    await nginx.stop();
    host.close();
  });

  const names = (folder: string): readonly string[] => readdirSync(join(host.tree, folder));
  const object = (): string => `o/${names('o')[0] ?? ''}`;

  test('objects are plain bytes under their hash, for ever', async () => {
    const path = object();

    const { status, headers, body } = await raw(nginx.url + path, {
      'accept-encoding': 'gzip, br',
    });

    expect(status).toBe(200);
    expect(createHash('sha256').update(body).digest('hex')).toBe(path.slice(2));
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': FOR_EVER,
      'access-control-allow-origin': '*',
      'content-length': String(body.length),
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test.for([
    ['1.root.json', FOR_EVER],
    ['1.snapshot.json', FOR_EVER],
    ['1.targets.json', FOR_EVER],
    ['recalls/1.root.json', FOR_EVER],
    ['timestamp.json', A_MINUTE],
    ['recalls/timestamp.json', A_MINUTE],
    ['catalog.json', A_MINUTE],
    ['recalls/recalls.json', A_MINUTE],
  ])('%s may be kept: %s', async ([path, cache]) => {
    const { status, headers } = await raw(nginx.url + path);

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': cache,
      'access-control-allow-origin': '*',
    });
  });

  test.for(['2.root.json', 'o/00', 't/00.main.json'])(
    '%s, which is not there, is a 404 that is soon forgotten',
    async (path) => {
      const { status, headers } = await raw(nginx.url + path);

      expect([status, headers['cache-control']]).toEqual([404, A_MINUTE]);
      expect(headers['access-control-allow-origin']).toBe('*');
    },
  );

  test('JSON is packed on the way for those who ask', async () => {
    const path = `t/${names('t').find((name) => name.endsWith('.main.json')) ?? ''}`;

    const plain = await raw(nginx.url + path);
    const packed = await raw(nginx.url + path, { 'accept-encoding': 'gzip' });
    const read = await (await fetch(nginx.url + path)).arrayBuffer();

    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['vary']).toContain('Accept-Encoding');
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(Buffer.from(read).equals(readFileSync(join(host.tree, path)))).toBe(true);
  });

  test('a cache in between asks with the ETag and gets no body; a new timestamp gets a new one', async () => {
    const url = `${nginx.url}timestamp.json`;
    // nginx makes an ETag of the time, in seconds, and the size.
    utimesSync(join(host.tree, 'timestamp.json'), 1, 1);
    const first = await raw(url);
    const etag = first.headers['etag'] ?? '';
    const again = await raw(url, { 'if-none-match': etag });
    // The server's ETag is made of a file's length and of the second at which it was written.
    await setTimeout(1100);
    await host.sign(2);
    const later = await raw(url, { 'if-none-match': etag });

    expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([
      304,
      0,
      A_MINUTE,
    ]);
    expect(later.status).toBe(200);
    expect(later.headers['etag']).not.toBe(etag);
  });

  test('who lost a connection may ask for the rest', async () => {
    const path = object();
    const whole = readFileSync(join(host.tree, path));

    const { status, headers, body } = await raw(nginx.url + path, { range: 'bytes=100-' });

    expect([status, headers['content-range']]).toEqual([
      206,
      `bytes 100-${whole.length - 1}/${whole.length}`,
    ]);
    expect(body.equals(whole.subarray(100))).toBe(true);
    expect(headers['cache-control']).toBe(FOR_EVER);
  });

  describe('and its subscriber', () => {
    let reader: DatasetDatabase;
    beforeAll(async () => {
      reader = await newReader(host, nginx.url);
      await nginx.log();
      await look(reader);
    });
    afterAll(() => reader.close());

    test('fetched every file once, and said nothing of the reader', async () => {
      const log = await nginx.log();

      const missing = log.filter(({ status }) => status !== 200).map(({ path }) => path);
      expect(missing).toEqual(['/2.root.json', '/recalls/2.root.json']);
      expect(new Set(log.map(({ path }) => path)).size).toBe(log.length);
      expect(log.filter(({ said, method }) => said !== '' || method !== 'GET')).toEqual([]);
      expect(await reader.packs.toArray()).toMatchObject([{ edition: 1 }]);
    });

    test('pays one small request a day where nothing changed', async () => {
      const outcome = await look(reader);
      const log = await nginx.log();

      expect(outcome?.kind).toBe('current');
      expect(log).toMatchObject([{ path: '/timestamp.json', status: 200 }]);
      expect(bytesOf(log)).toBeLessThan(1500);
    });

    test('pays the same where the publisher only signed anew', async () => {
      await host.sign(3);

      const outcome = await look(reader);

      expect(outcome?.kind).toBe('current');
      expect((await nginx.log()).map(({ path }) => path)).toEqual(['/timestamp.json']);
    });

    test('pays 10 kB, and one request beyond the metadata, for an edition with 50 changes', async () => {
      await host.publish(4);
      await nginx.log();

      const outcome = await look(reader);
      const log = await nginx.log();

      expect(outcome).toEqual({ kind: 'updated', edition: 2 });
      const kinds = log.map(({ path }) =>
        path.replace(/[0-9a-f]{64}/u, 'H').replace(/\d+\./u, 'N.'),
      );
      expect(kinds).toEqual([
        '/timestamp.json',
        '/N.root.json',
        '/N.snapshot.json',
        '/N.targets.json',
        '/t/H.catalog.json',
        '/t/H.main.json',
      ]);
      expect(bytesOf(log.filter(({ path }) => path.endsWith('.main.json')))).toBeLessThan(10_000);
    });
  });
});

describe.skipIf(!hasNginx)('an nginx that is set up wrongly', () => {
  const host = new EditionsHost(60, 3);
  let nginx: Nginx | undefined;
  beforeAll(async () => await host.publish());
  afterEach(async () => await nginx?.stop());
  afterAll(() => host.close());

  test.for([
    ['redirects', 'rewrite ^/timestamp.json$ /catalog.json redirect;', 'unreachable'],
    ['answers a missing root with a page', 'error_page 404 =200 /catalog.json;', 'malformed'],
    ['answers a missing root with 403', 'location = /2.root.json { return 403; }', 'status'],
    [
      'is busy',
      'location = /timestamp.json { add_header Retry-After 7200 always; return 503; }',
      'status',
    ],
  ])('that %s is refused, and nothing is taken', async ([, lines = '', kind]) => {
    nginx = await startNginx(host.tree, lines);
    const reader = await newReader(host, nginx.url);

    const outcome = await look(reader);

    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: kind === 'malformed' ? { kind } : { kind: 'not-fetched', fetch: { kind } },
    });
    expect(await reader.packs.count()).toBe(0);
    reader.close();
  });
});

let readers = 0;

async function newReader({ tree }: EditionsHost, url: string): Promise<DatasetDatabase> {
  const database = await openDatasetDatabase(`nginx-${(readers += 1)}`);
  const row = { title: {}, edition: 0, trust: 'subscribed', changedAt: 0 } as const;
  await database.datasets.put({ id: 'harbour', urls: [url], ...row });
  const bytes = new Uint8Array(readFileSync(join(tree, '1.root.json')));
  await database.tuf.put({ dataset: 'harbour', role: 'root', bytes });
  return database;
}

const locks = {
  request: async (_name: string, _options: unknown, run: (lock: object) => Promise<unknown>) =>
    await run({}),
} as unknown as Pick<LockManager, 'request'>;

/** The look of a day, by the clock. */
async function look(database: DatasetDatabase): Promise<Outcome | undefined> {
  const report = await syncAll(
    {
      store: openSyncedStore(database),
      fetch,
      now: Date.now,
      random: Math.random,
      room: async () => await Promise.resolve({}),
      guards: ALL_GUARDS,
    },
    locks,
  );
  return report === 'busy' ? undefined : report.get('harbour');
}

function bytesOf(log: readonly Logged[]): number {
  return log.reduce((sum, { sent }) => sum + sent, 0);
}

type Raw = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** An answer as it came over the wire. */
async function raw(url: string, headers: Record<string, string> = {}): Promise<Raw> {
  return await new Promise((done, failed) => {
    request(url, { headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => void pieces.push(piece));
      answer.on('end', () => {
        const { statusCode: status = 0 } = answer;
        done({ status, headers: answer.headers as Raw['headers'], body: Buffer.concat(pieces) });
      });
    })
      .on('error', failed)
      .end();
  });
}
