import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './search';

const folder = mkdtempSync(join(tmpdir(), 'search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RECORDS = [
  { id: 1, text: 'Fireworks are dangerous and harm animals' },
  { id: 'b', text: 'Bus fares rise in May', title: 'Will buses cost more?' },
  { id: 'c', text: 'Fireworks bring towns together and help peace' },
];

test('ranks records by their words, ids as they were given', async () => {
  const { status, out } = await search(
    ['--top', '2'],
    [{ id: 'q', text: 'fireworks harm animals' }],
  );

  expect(status).toBe(0);
  expect(out).toEqual([{ id: 'q', ranking: [1, 'c'] }]);
});

test('finds a record by its title', async () => {
  const { out } = await search(['--top', '1'], [{ id: 'q', text: 'what buses cost' }]);

  expect(out).toEqual([{ id: 'q', ranking: ['b'] }]);
});

test('tells the stance of all ranked and all candidates', async () => {
  const { out } = await search(
    ['--top', '2', '--stance'],
    [{ id: 'q', text: 'Ban fireworks in towns', candidates: ['b', 1, 'unknown'] }],
  );

  expect(out).toMatchObject([{ stance: { 1: 'SUPPORT', c: 'UNDERMINE', b: 'SUPPORT' } }]);
  expect(out[0]).not.toHaveProperty('stance.unknown');
});

test('answers a bad line with an error and goes on', async () => {
  const { status, out } = await search(
    ['--top', '1'],
    [{ id: 'bad' }, { id: 'q', text: 'bus fares' }],
  );

  expect(status).toBe(0);
  expect(out).toMatchObject([
    { id: 'bad', error: expect.any(String) as string },
    { id: 'q', ranking: ['b'] },
  ]);
});

test.for([
  { name: 'no records', args: ['--top', '1'], status: 2 },
  { name: 'no number', args: ['--records', 'x', '--top', 'many'], status: 2 },
  { name: 'none wanted', args: ['--records', 'x', '--top', '0'], status: 2 },
  {
    name: 'records that are not there',
    args: ['--records', '/nowhere.jsonl', '--top', '1'],
    status: 1,
  },
])('ends with $status for $name', async ({ args, status }) => {
  const errors: string[] = [];

  const ended = await run(args, {
    lines: lines([]),
    out: () => {},
    err: (line) => void errors.push(line),
  });

  expect(ended).toBe(status);
  expect(errors).toHaveLength(1);
});

async function search(
  args: readonly string[],
  input: readonly unknown[],
): Promise<{ readonly status: number; readonly out: readonly object[] }> {
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, RECORDS.map((record) => JSON.stringify(record)).join('\n'));
  const out: object[] = [];
  const status = await run(['--records', file, ...args], {
    lines: lines(input),
    out: (line) => void out.push(JSON.parse(line) as object),
    err: (line) => {
      throw new Error(line);
    },
  });
  return { status, out };
}

async function* lines(input: readonly unknown[]): AsyncGenerator<string> {
  for (const one of input) yield await Promise.resolve(JSON.stringify(one));
}
