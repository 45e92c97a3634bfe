// @vitest-environment node
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { history } from '@/test/support/devices';
import {
  isInstalled,
  startWebdav,
  WEBDAV_KINDS,
  type WebdavServer,
} from '@/test/support/webdav-servers';
import { namesIn, webdavFolder } from './webdav';

describe.each(WEBDAV_KINDS)('$name', (kind) => {
  const absent = isInstalled(kind) ? '' : ` (left out: ${kind.name} is not installed here)`;
  let server: WebdavServer | undefined;

  beforeAll(async () => {
    if (absent === '') server = await startWebdav(kind);
  }, 20_000);

  afterAll(async () => await server?.stop());

  test.skipIf(absent !== '')(
    `brings devices together in 20 histories${absent}`,
    async () => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const folder = webdavFolder({ url: server?.url ?? '' });
        await folder.makeFolder(`h${seed}/`);
        const inside = webdavFolder({ url: `${server?.url ?? ''}h${seed}/` });

        const shown = await history(seed, inside);

        expect(new Set(shown.map((each) => JSON.stringify(each))).size, `history ${seed}`).toBe(1);
      }
    },
    120_000,
  );

  test.skipIf(absent !== '')(`answers as a folder should${absent}`, async () => {
    const folder = webdavFolder({ url: server?.url ?? '' });
    const file = new Uint8Array([1, 2, 3]);
    await folder.makeFolder('a b/');
    await folder.makeFolder('a b/');
    await folder.put('a b/ក & ខ.seg', file);
    await folder.put('a b/ក & ខ.seg', file);

    expect(await folder.list('')).toContain('a b/');
    expect(await folder.list('a b/')).toEqual(['ក & ខ.seg']);
    expect(await folder.get('a b/ក & ខ.seg')).toEqual(file);
    expect(await folder.get('a b/none')).toBeUndefined();
    expect(await folder.list('none/')).toEqual([]);
    await folder.remove('a b/ក & ខ.seg');
    await folder.remove('a b/ក & ខ.seg');
    expect(await folder.list('a b/')).toEqual([]);
  });
});

test.for([
  [
    'any prefix',
    '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/d/x.seg</D:href></D:response></D:multistatus>',
    ['x.seg'],
  ],
  [
    'no prefix and whole addresses',
    '<multistatus><response><href>https://dav.example/d/</href></response><response><href>https://dav.example/d/dev%20one/</href></response></multistatus>',
    ['dev one/'],
  ],
  ['entities', '<a:href>/d/a&amp;b.seg</a:href>', ['a&b.seg']],
  [
    'nothing of other folders, and no way up',
    '<href>/other/x</href><href>/d/../e/x</href><href>/d/x/y</href>',
    [],
  ],
  ['nothing in a page of HTML', '<html><a href="/d/x">x</a></html>', []],
] as const)('reads names with %s', ([, xml, names]) => {
  expect(namesIn(xml, 'https://dav.example/d/')).toEqual(names);
});

test.for([
  [401, 'PROPFIND: 401'],
  [500, 'PROPFIND: 500'],
  [200, 'PROPFIND: 200'],
] as const)('says when a server answers %i', async ([status, message]) => {
  const server = createServer((_request, response) => response.writeHead(status).end('<html>'));
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port));
  });

  const listing = webdavFolder({ url: `http://127.0.0.1:${port}/` }).list('x/');

  await expect(listing).rejects.toThrow(message);
  server.close();
});

test('asks with user and password, and without cookies', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.method, request.headers.authorization, request.headers.cookie);
    response.writeHead(207).end('');
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port));
  });

  await webdavFolder({ url: `http://127.0.0.1:${port}/`, user: 'ana', password: 'ទឹក' }).list('');

  const pair = Buffer.from('ana:ទឹក', 'utf8').toString('base64');
  expect(asked).toEqual(['PROPFIND', `Basic ${pair}`, undefined]);
  server.close();
});
