import { expect, test } from 'vitest';
import type { Io } from './io';
import { main } from './main';

test('answers every line in order, bad ones with an error', async () => {
  const { io, out } = streams(['{"id":1,"text":"It rained."}', '{"id":2}', 'no json']);

  const status = await main(['annotate', '--ndjson'], io);

  expect(status).toBe(0);
  expect(out).toHaveLength(3);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ id: 1, article: { text: 'It rained.' } });
  expect(JSON.parse(out[1] ?? '')).toEqual({ id: 2, error: 'a line needs "html" or "text"' });
  expect(JSON.parse(out[2] ?? '')).toMatchObject({ id: null });
});

test('takes a page without an article for none, unless it is told to read whatever is there', async () => {
  const line = JSON.stringify({
    id: 'a',
    html: '<html><body><p>Short words on a page.</p></body></html>',
  });
  const plain = streams([line]);
  const forced = streams([line]);

  await main(['annotate', '--ndjson'], plain.io);
  await main(['annotate', '--ndjson', '--force-article'], forced.io);

  expect(JSON.parse(plain.out[0] ?? '')).toMatchObject({ id: 'a', article: null, mentions: [] });
  expect(JSON.parse(forced.out[0] ?? '')).toMatchObject({
    article: { text: 'Short words on a page.' },
  });
});

test('says why a dataset cannot be opened, and fails', async () => {
  const { io, out, err } = streams(['{"id":1,"text":"It rained."}']);

  const status = await main(['annotate', '--ndjson', '--dataset', 'no/such/folder'], io);

  expect(status).toBe(1);
  expect(out).toEqual([]);
  expect(err).toHaveLength(1);
});

test('links names to the entities of a dataset', async () => {
  const line = JSON.stringify({ id: 1, text: 'Sar Kheng spoke to the EU.' });
  const { io, out } = streams([line]);

  await main(['annotate', '--ndjson', '--dataset', 'public/datasets/cambodia-civil-society'], io);

  const { mentions } = JSON.parse(out[0] ?? '') as {
    mentions: { name: string; entity?: string }[];
  };
  expect(mentions.find(({ name }) => name === 'Sar Kheng')?.entity).toMatch(/^[a-z0-9.-]+:e/u);
});

test.for([
  { name: 'an unknown option', args: ['--ndjson', '--loud'] },
  { name: 'no form', args: [] },
  { name: 'a dataset without a folder', args: ['--ndjson', '--dataset'] },
])('refuses $name with exit 2', async ({ args }) => {
  const { io, err } = streams([]);

  const status = await main(['annotate', ...args], io);

  expect(status).toBe(2);
  expect(err).toHaveLength(1);
});

function streams(lines: readonly string[]): {
  readonly io: Io;
  readonly out: string[];
  readonly err: string[];
} {
  const out: string[] = [];
  const err: string[] = [];
  async function* input(): AsyncGenerator<string> {
    yield* lines;
  }
  return {
    io: { lines: input(), out: (line) => void out.push(line), err: (line) => void err.push(line) },
    out,
    err,
  };
}
