import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRetrieval } from './build-index';
import type { Among } from './search-opened';
import { openRetrieval, type Retrieval } from './open-index';

const TEXTS = [
  { id: 's3', text: 'The harbour will be closed to fishing boats in winter.' },
  { id: 's1', text: 'No fishing licence has been refused this year.' },
  { id: 's2', text: 'Bus fares rise by four per cent in May.' },
  { id: 's4', text: 'ច្បាប់ស្តីពីសមាគម' },
];

test.for([
  { name: 'the same words', words: 'bus fares rise', first: 's2' },
  { name: 'other forms of the words', words: 'harbours closing', first: 's3' },
  { name: 'the rarer of two words', words: 'refusing fishing', first: 's1' },
  { name: 'a script without spaces', words: 'អំពីច្បាប់', first: 's4' },
])('finds a statement by $name', ({ words, first }) => {
  expect(opened().search(words, 3)[0]?.id).toBe(first);
});

test('finds among the documents of a key, and puts those of another first', () => {
  const keys = [['by:ann'], ['by:bo'], ['by:ann', 'about:fares'], []];
  const bytes = buildRetrieval(TEXTS.map((text, at) => ({ ...text, keys: keys[at] ?? [] })));
  const retrieval = openedFrom(bytes);
  const found = (among: Among): string[] =>
    retrieval.search('fishing boats', 5, among).map(({ id }) => id);

  expect(found({})).toEqual(['s3', 's1']);
  expect(found({ only: ['by:bo', 'by:nobody'] })).toEqual(['s1']);
  expect(found({ first: ['about:fares'] })).toEqual(['s2', 's3', 's1']);
  expect(found({ only: ['by:bo'], first: ['about:fares'] })).toEqual(['s1']);
  // Nothing of one search is left for the next.
  expect(found({})).toEqual(['s3', 's1']);
  expect(retrieval.search('by:ann', 5)).toEqual([]);
});

test('gives after any other searches what it gives at first', () => {
  const keys = ['by:ann', 'by:bo', 'about:fares', 'by:nobody'];
  const bytes = buildRetrieval(
    TEXTS.map((text, at) => ({ ...text, keys: keys.slice(at % 2, 1 + at) })),
  );
  const some = fc.option(fc.subarray(keys), { nil: undefined });
  const search = fc.record({
    words: fc.constantFrom('fishing boats', 'bus fares rise', 'refused', 'a vineyard'),
    most: fc.integer({ min: 1, max: 5 }),
    only: some,
    first: some,
  });

  fc.assert(
    fc.property(fc.array(search, { minLength: 2, maxLength: 6 }), (searches) => {
      const used = openedFrom(bytes);
      for (const { words, most, only, first } of searches) {
        const among = { ...(only && { only }), ...(first && { first }) };
        const found = used.search(words, most, among);

        expect(found).toEqual(openedFrom(bytes).search(words, most, among));
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      }
    }),
  );
});

test('finds nothing where no word is shared', () => {
  expect(opened().search('a vineyard on the moon', 5)).toEqual([]);
});

test('gives the same bytes whatever the order of documents', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(TEXTS, { minLength: TEXTS.length }), (shuffled) => {
      expect(buildRetrieval(shuffled)).toEqual(buildRetrieval(TEXTS));
    }),
  );
});

test('tells damage wherever a byte was changed or the end is missing', () => {
  const bytes = buildRetrieval(TEXTS);

  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte));

      expect(openRetrieval(changed).ok).toBe(false);
      expect(openRetrieval(bytes.slice(0, at)).ok).toBe(false);
    }),
  );
});

test('opens an index without documents', () => {
  const empty = openRetrieval(buildRetrieval([]));

  expect(empty.ok && empty.value.search('anything', 5)).toEqual([]);
});

function opened(): Retrieval {
  return openedFrom(buildRetrieval(TEXTS));
}

function openedFrom(bytes: Uint8Array): Retrieval {
  const result = openRetrieval(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
