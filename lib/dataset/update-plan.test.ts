import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeltaRef, ObjectRef, PackManifest } from './manifest';
import { cheapestPath, costOf, planUpdate } from './update-plan';

const object = (bytes: number, name = 'a'): ObjectRef => ({
  sha256: name.repeat(64).slice(0, 64),
  bytes,
  raw: bytes,
});
const delta = (from: number, to: number, bytes: number): DeltaRef => ({
  from,
  to,
  raw: bytes,
  object: object(bytes),
});
const base = (edition: number, bytes: number, name: string): PackManifest['base'] => ({
  edition,
  shards: [object(bytes, name)],
  index: [object(0, name)],
  names: [],
  retrieval: [],
});

const manifest = (edition: number, of: PackManifest['base'], deltas: DeltaRef[]): PackManifest => ({
  format: 1,
  minReader: 1,
  dataset: 'harbour',
  pack: 'main',
  edition,
  built: '2026',
  title: { en: 'Harbour' },
  langs: ['en'],
  licence: 'CC0-1.0',
  counts: {
    entities: 0,
    sources: 0,
    statements: 0,
    measures: 0,
    figures: 0,
    links: 0,
    verdicts: 0,
    withdrawals: 0,
  },
  base: of,
  deltas,
});

test('goes on from the edition held while that costs less than half of the new base', () => {
  const newer = manifest(9, base(9, 1000, 'b'), [delta(7, 8, 100), delta(8, 9, 100)]);
  const held = { edition: 7, base: base(1, 900, 'c'), missing: () => 1000 };

  expect(planUpdate(newer, held)).toMatchObject({
    base: 'held',
    deltas: [{ from: 7 }, { from: 8 }],
  });
  expect(planUpdate(newer, { ...held, missing: () => 390 })).toMatchObject({
    base: 'new',
    deltas: [],
  });
  expect(planUpdate(newer, { ...held, edition: 3 })).toMatchObject({ base: 'new', deltas: [] });
  expect(planUpdate(newer)).toMatchObject({ base: 'new', deltas: [] });
});

test('never fetches again the base it has', () => {
  const same = base(1, 1000, 'b');
  const newer = manifest(3, same, [delta(1, 2, 400), delta(2, 3, 400)]);

  expect(planUpdate(newer, { edition: 2, base: same, missing: () => 0 })).toMatchObject({
    base: 'held',
    objects: [{ bytes: 400 }],
  });
});

test('takes one larger delta before many requests, from any edition that it serves', () => {
  const single = [5, 6, 7, 8].map((from) => delta(from, from + 1, 100));
  const newer = manifest(9, base(1, 9000, 'b'), [...single, delta(3, 9, 1200)]);

  expect(cheapestPath(newer, 5)).toMatchObject([{ from: 3, to: 9 }]);
  expect(cheapestPath(newer, 8)).toMatchObject([{ from: 8, to: 9 }]);
  expect(cheapestPath(newer, 2)).toBeUndefined();
});

test('says so when the deltas do not lead from the base to the edition', () => {
  expect(planUpdate(manifest(3, base(1, 10, 'b'), [delta(1, 2, 4)]))).toBeUndefined();
});

test('finds the cheapest way in 1,000 random histories', () => {
  const edge = fc.record({
    from: fc.integer({ min: 1, max: 11 }),
    to: fc.integer({ min: 1, max: 12 }),
    bytes: fc.integer({ min: 0, max: 99 }),
  });
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (edges, from) => {
        const deltas = edges.map((each) => delta(each.from, each.to, each.bytes));

        const path = cheapestPath({ edition: 12, deltas }, from);

        const cost = path?.reduce((sum, step) => sum + costOf(step), 0) ?? Infinity;
        expect(cost).toBe(cheapestByTrying(deltas, from, 12));
        const ends = [from, ...(path ?? []).map(({ to }) => to)];
        expect((path ?? []).every((step, at) => step.from <= (ends[at] ?? 0))).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

/** Every way tried, the slow and obvious answer. */
function cheapestByTrying(deltas: readonly DeltaRef[], from: number, to: number): number {
  const cost = new Map([[to, 0]]);
  for (let at = to - 1; at >= from; at -= 1) {
    const ways = deltas
      .filter((step) => step.from <= at && step.to > at)
      .map((step) => costOf(step) + (cost.get(step.to) ?? Infinity));
    cost.set(at, Math.min(Infinity, ...ways));
  }
  return cost.get(from) ?? Infinity;
}
