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
