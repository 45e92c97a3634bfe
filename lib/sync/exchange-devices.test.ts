// @vitest-environment node
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { Journal } from './device-folder';
import {
  type DevicesMemory,
  type DevicesPlace,
  exchangeAndNote,
  isPlace,
} from './exchange-devices';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test('notes when it exchanged, and seals with one salt for ever', async () => {
  const { memory, noted } = memoryOf(await answering(207));

  const done = await exchangeAndNote(memory, EMPTY, { now: () => 5 });
  await exchangeAndNote(memory, EMPTY, { now: () => 6 });

  expect(done).toEqual({ read: 0, waiting: 0, wrongPassphrase: false, written: false });
  expect(noted).toEqual([
    { salt: expect.objectContaining({ length: 16 }) as number[] },
    { exchanged: { at: 5 } },
    { exchanged: { at: 6 } },
  ]);
});

test('notes why it did not come off, and says so', async () => {
  const { memory, noted } = memoryOf(await answering(500));

  await expect(exchangeAndNote(memory, EMPTY, { now: () => 7 })).rejects.toThrow('MKCOL: 500');

  expect(noted.at(-1)).toEqual({ exchanged: { at: 7, problem: 'Error: MKCOL: 500' } });
});

test.for([
  ['https://dav.example/files/', true],
  ['http://127.0.0.1:80/', true],
  ['', false],
  ['dav.example', false],
  ['https://', false],
  ['javascript:alert(1)', false],
] as const)('takes %j for a place: %s', ([url, is]) => {
  expect(isPlace({ url })).toBe(is);
});

const EMPTY: Journal = {
  device: async () => await Promise.resolve('one'),
  unsent: async () => await Promise.resolve({ parts: nothing(), upTo: 0 }),
  everything: nothing,
  sent: async () => await Promise.resolve(),
  claim: async (above) => await Promise.resolve(above + 1),
  seen: async () => await Promise.resolve(new Set<string>()),
  take: async () => await Promise.resolve(),
};

async function* nothing(): AsyncGenerator<never[]> {
  yield await Promise.resolve([]);
}

function memoryOf(url: string): { memory: DevicesMemory; noted: object[] } {
  const noted: object[] = [];
  let place: DevicesPlace = { url, user: '', password: '', passphrase: 'horse', salt: [] };
  const memory: DevicesMemory = {
    read: async () => await Promise.resolve(place),
    note: async (change) => {
      noted.push(change);
      place = { ...place, ...(change.salt && { salt: change.salt }) };
      await Promise.resolve();
    },
  };
  return { memory, noted };
}

async function answering(status: number): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(''));
  servers.push(server);
  return await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
    });
  });
}
