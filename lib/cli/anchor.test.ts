import { expect, test } from 'vitest';
import type { Io } from './io';
import { run } from './anchor';

test('answers one line an anchor, and null for words that are gone', async () => {
  const { io, lines } = recorder([
    JSON.stringify({
      id: 'page',
      text: 'The mayor said on Monday that the old bridge was safe.',
      anchors: [
        {
          id: 1,
          exact: 'the old bridge was safe',
          prefix: 'that ',
          suffix: '.',
          start: 2,
          end: 25,
        },
        { id: 2, exact: 'rents rose by four per cent', prefix: '', suffix: '' },
      ],
    }),
  ]);

  const status = await run(['--ndjson'], io);

  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { id: 1, start: 30, end: 53, outcome: 'exact' },
    { id: 2, start: null, outcome: 'gone' },
  ]);
});

test('reports a bad line under its id and goes on', async () => {
  const { io, lines } = recorder(['{"id":"x","text":5}', '{"id":"y","text":"","anchors":[]}']);

  const status = await run(['--ndjson'], io);

  expect(status).toBe(0);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    id: 'x',
    error: expect.any(String) as string,
  });
  expect(lines).toHaveLength(1);
});

test('refuses other arguments', async () => {
  const { io } = recorder([]);

  expect(await run([], io)).toBe(2);
});

function recorder(input: readonly string[]): { io: Io; lines: string[] } {
  const lines: string[] = [];
  const io: Io = {
    lines: (async function* () {
      yield* await Promise.resolve(input);
    })(),
    out: (line) => void lines.push(line),
    err: () => undefined,
  };
  return { io, lines };
}
