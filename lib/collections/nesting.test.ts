import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Collection } from './item';
import { nestsOf, topsOf } from './nesting';

test.for([
  ['one inside another', { a: undefined, b: 'a' }, { a: ['b'] }],
  ['one whose parent is gone', { b: 'a', c: undefined }, { b: [], c: [] }],
  ['one that lies deeper', { a: undefined, b: 'a', c: 'b' }, { a: ['b', 'c'] }],
  ['two that lie in each other', { a: 'b', b: 'a', c: 'b' }, { a: ['b', 'c'] }],
  ['one that lies in itself', { a: 'a' }, { a: [] }],
] as const)('shows %s', ([, parents, nests]) => {
  expect(shown(parents)).toEqual(nests);
});

test('shows every collection exactly once, whatever lies in whatever', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  const parent = fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined });
  fc.assert(
    fc.property(fc.tuple(...ids.map(() => parent)), (parents) => {
      const nests = shown(Object.fromEntries(ids.map((id, index) => [id, parents[index]])));

      expect(Object.entries(nests).flat(2).toSorted()).toEqual(ids);
    }),
  );
});

test('finds the outermost around each that lies inside one', () => {
  const collections = collectionsOf({ a: undefined, b: 'a', c: 'b', d: 'gone' });

  expect([...topsOf(collections)]).toEqual([
    ['b', 'a'],
    ['c', 'a'],
  ]);
});

type Parents = Readonly<Record<string, string | undefined>>;

function collectionsOf(parents: Parents): Collection[] {
  return Object.entries(parents).map(([id, parent]) => ({
    id,
    name: id,
    ...(parent === undefined ? {} : { parent }),
    createdAt: 0,
    changedAt: 0,
  }));
}

function shown(parents: Parents): Record<string, string[]> {
  return Object.fromEntries(
    nestsOf(collectionsOf(parents)).map(({ top, inner }) => [top.id, inner.map(({ id }) => id)]),
  );
}
