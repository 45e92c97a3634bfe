import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraries } from '@/test/support/libraries';
import { newFinder, type Finder } from './finder';
import type { FinderQuery, Sort } from './finder-entries';

const SORTS: readonly Sort[] = ['newest', 'oldest', 'published', 'changed', 'speaker', 'site'];
const QUERIES: readonly FinderQuery[] = [
  {},
  ...SORTS.map((sort) => ({ sort })),
  { text: 'x' },
  { text: 'កម្ពុជា' },
  { kind: 'claim', sort: 'speaker' },
  { site: 'news.example' },
  { collections: [] },
  { from: 1_000_000_000_000, to: 3_000_000_000_000 },
];

test('answers after freezing, storing and thawing as before, and goes on from there', () => {
  fc.assert(
    fc.property(libraries(40), libraries(10), ({ items }, later) => {
      const finder = newFinder();
      finder.put(items.slice(0, 25));
      finder.drop(items.slice(3, 8).map(({ id }) => id));
      finder.put(items.slice(20));

      const thawed = newFinder(structuredClone(finder.freeze()));

      expect(answersOf(thawed)).toEqual(answersOf(finder));
      const more = later.items.map((item) => ({ ...item, id: `later ${item.id}` }));
      for (const each of [finder, thawed]) {
        each.put(more);
        each.put(items.slice(10, 12).map((item) => ({ ...item, note: 'changed' })));
        each.drop(items.slice(30, 33).map(({ id }) => id));
      }
      expect(answersOf(thawed)).toEqual(answersOf(finder));
      expect(answersOf(newFinder(thawed.freeze()))).toEqual(answersOf(finder));
    }),
    { numRuns: 200 },
  );
});

function answersOf(finder: Finder): unknown {
  return {
    found: QUERIES.map((query) => finder.find(query)),
    years: finder.years({}),
    facets: finder.facets(),
    twins: [finder.twinCount(), new Set(finder.twins().map((ids) => ids.toSorted().join()))],
    count: finder.count(),
  };
}
