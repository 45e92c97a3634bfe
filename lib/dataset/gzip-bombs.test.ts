import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const MOST_KB = 16 * 1024;
const PATIENCE_MS = 5000;

type Opened = {
  readonly name: string;
  readonly answer: string;
  readonly grownKb: number;
  readonly ms: number;
};

/** What a reader has to say to each bomb. */
const ANSWERS: Readonly<Record<string, string>> = {
  good: 'read',
  'a shard of 42 kB that says 4 kB and is 43 MB': 'damaged',
  'a shard of 42 kB that says so': 'manifest malformed',
  'a shard of gzip in gzip, 3 GB in all': 'damaged',
  'a shard of 4 MB that says 5 bytes and is 4 GB and 5 bytes': 'damaged',
  'a shard of forty members': 'damaged',
  'an index of one object two thousand times': 'over-limit',
  'names of one object two thousand times': 'over-limit',
  'words of one object two thousand times': 'over-limit',
  'shards of one object two thousand times': 'over-limit',
  'renames of one object two thousand times': 'over-limit',
  'a delta of 12 kB that says 100 bytes and is 12 MB': 'damaged',
  'a delta of 12 kB that says so': 'manifest malformed',
};

describe('a few kilobytes that unpack to gigabytes', () => {
  const opened = openBombs();

  test.for(Object.entries(ANSWERS))('%s: %s', ([name, answer]) => {
    expect(opened.get(name)?.answer).toBe(answer);
  });

  test('raise the highest mark of memory by less than 16 MB each, and keep nobody waiting', () => {
    const heavy = [...opened.values()].filter(({ grownKb }) => grownKb > MOST_KB);
    const slow = [...opened.values()].filter(({ ms }) => ms > PATIENCE_MS);

    expect(opened.size).toBe(Object.keys(ANSWERS).length);
    expect(heavy).toEqual([]);
    expect(slow).toEqual([]);
  });
});

/** In a process of its own, whose highest mark of memory is nobody else's. */
function openBombs(): ReadonlyMap<string, Opened> {
  const args = ['--import', './lib/cli/resolve-alias.ts', 'test/support/open-bombs.ts'];
  const out = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const lines = out.trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as Opened).map((each) => [each.name, each]));
}
