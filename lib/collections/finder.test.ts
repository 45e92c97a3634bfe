import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraries } from '@/test/support/libraries';
import { newFinder } from './finder';
import type { Item } from './item';

test.for([
  ['a beginning of a word', 'dam', ['a']],
  ['words in any order and letter case', 'SAFE dam', ['a']],
  ['an accent left out', 'tristao', ['b']],
  ['a note', 'ask again', ['b']],
  ['a tag', 'water', ['a', 'c']],
  ['a speaker', 'duarte', ['a']],
  ['any part of a Khmer word', 'សុវត្ថិភាព', ['c']],
  ['Chinese', '水坝', ['c']],
  ['an Arabic word', 'السد', ['b']],
  ['nothing where a word is missing', 'dam bridge', []],
  ['everything for blanks', '  ', ['a', 'b', 'c']],
] as const)('finds by %s', ([, text, ids]) => {
  const finder = newFinder();
  finder.put(ITEMS);

  expect(finder.find({ text, sort: 'oldest' })).toEqual(ids);
});

test.for([
  ['kind', { kind: 'page' }, ['c']],
  ['speaker', { speaker: 'Ana Duarte' }, ['a']],
  ['site', { site: 'news.example' }, ['a', 'b']],
  ['tag', { tag: 'water' }, ['a', 'c']],
  ['day', { from: 2, to: 3 }, ['b']],
  ['collection', { collections: ['c1', 'c2'] }, ['b']],
  ['no collection', { collections: [] }, ['a', 'c']],
] as const)('filters by %s', ([, query, ids]) => {
  const finder = newFinder();
  finder.put(ITEMS);

  expect(finder.find({ ...query, sort: 'oldest' })).toEqual(ids);
});

test('follows items that change and go', () => {
  const finder = newFinder();
  finder.put(ITEMS);
  finder.put([{ ...item('a', 'the bridge'), savedAt: 9 }]);
  finder.drop(['b']);

  expect(finder.find({ text: 'dam' })).toEqual([]);
  expect(finder.find({ text: 'bridge' })).toEqual(['a']);
  expect(finder.find({})).toEqual(['a', 'c']);
  expect(finder.count()).toBe(2);
});

test('counts the items of a person by the year of their pages, else of their saving', () => {
  const finder = newFinder();
  finder.put([
    itemOfAna('a', '2019-03', Date.UTC(2026, 1)),
    itemOfAna('b', '2019', Date.UTC(2026, 1)),
    itemOfAna('c', '2024-05-06T07:08:09+07:00', Date.UTC(2026, 1)),
    itemOfAna('d', 'no date', Date.UTC(2025, 1)),
    itemOfAna('e', undefined, Date.UTC(2025, 1)),
  ]);

  const query = { speaker: 'Ana Duarte' };

  expect(finder.years(query)).toEqual([
    [2019, 2],
    [2024, 1],
    [2025, 2],
  ]);
  expect(finder.find({ ...query, sort: 'published' })).toEqual(['b', 'a', 'c', 'd', 'e']);
});

test('counts people, sites and tags, the most frequent first', () => {
  const finder = newFinder();
  finder.put(ITEMS);

  const { sites, tags, kinds } = finder.facets();

  expect({ sites, tags, kinds }).toEqual({
    sites: [
      ['news.example', 2],
      ['daily.example', 1],
    ],
    tags: [['water', 2]],
    kinds: [
      ['claim', 2],
      ['page', 1],
    ],
  });
});

test('finds every item by each word of its note', () => {
  fc.assert(
    fc.property(libraries(8), ({ items }) => {
      const finder = newFinder();
      finder.put(items);

      for (const { id, note } of items) {
        for (const word of note.match(/(?<![\p{L}\p{N}\p{M}])[a-z]{2,}/gu) ?? []) {
          expect(finder.find({ text: word })).toContain(id);
        }
      }
    }),
    { numRuns: 200 },
  );
});

const ITEMS: readonly Item[] = [
  { ...item('a', 'The Dam is safe'), speaker: 'Ana Duarte', tags: ['water'], savedAt: 1 },
  { ...item('b', 'Nuno Tristão: السد'), note: 'Ask them again', collections: ['c1'], savedAt: 2 },
  {
    ...item('c', 'ទំនប់នេះមានសុវត្ថិភាពណាស់ 大水坝'),
    kind: 'page',
    tags: ['water'],
    savedAt: 3,
    target: {
      source: 'https://www.daily.example/x',
      title: 'ទំនប់នេះមានសុវត្ថិភាពណាស់ 大水坝',
    },
  },
];

function item(id: string, words: string): Item {
  return {
    id,
    kind: 'claim',
    target: {
      source: 'https://news.example/x',
      title: '',
      quote: { exact: words, prefix: '', suffix: '' },
    },
    note: '',
    tags: [],
    collections: [],
    savedAt: 0,
    changedAt: 0,
  };
}

/** An item of one person, published as said, saved at a moment. */
function itemOfAna(id: string, published: string | undefined, savedAt: number): Item {
  const { target, ...rest } = item(id, id);
  return {
    ...rest,
    speaker: 'Ana Duarte',
    savedAt,
    target: { ...target, ...(published === undefined ? {} : { published }) },
  };
}

test('a collection counts what lies in those inside it, and nothing twice', () => {
  const finder = newFinder();
  const [first, second, third] = ITEMS;
  if (!first || !second || !third) throw new Error('There are three items.');
  finder.put([
    { ...first, collections: ['outer'] },
    { ...second, collections: ['inner', 'second inner'] },
    { ...third, collections: ['outer', 'inner'] },
  ]);
  const tops = new Map([
    ['inner', 'outer'],
    ['second inner', 'outer'],
  ]);

  const counts = new Map(finder.facets(tops).collections);

  expect(Object.fromEntries(counts)).toEqual({ outer: 3, inner: 2, 'second inner': 1 });
  const shown = finder.find({ collections: ['outer', 'inner', 'second inner'] });
  expect(counts.get('outer')).toBe(shown.length);
});
