import { expect, test } from 'vitest';
import { isClock, tick } from './clock';
import type { Item } from './item';
import { type CollectionState, collectionOf, type ItemState, itemOf, join } from './record-state';
import { removeRecord, writeCollection, writeItem } from './write-record';

const ITEM: Item = {
  id: 'i',
  kind: 'page',
  target: { source: 'https://news.example/dam', title: 'The dam' },
  note: '',
  tags: [],
  collections: [],
  savedAt: 1,
  changedAt: 1,
};
const [ONE, TWO, THREE] = ['one', 'two', 'three'].map((device, at) => tick('', 1000 + at, device));

test('joins in any order and any repetition to the same', () => {
  const base = writeItem(undefined, ITEM, ONE ?? '');
  const parts = [
    base,
    writeItem(base, { ...ITEM, note: 'a', tags: ['x'] }, TWO ?? ''),
    removeRecord(base, THREE ?? ''),
  ];
  const joined = (order: readonly number[]): ItemState =>
    order.map((at) => parts[at] ?? base).reduce((a, b) => join(a, b));

  const all = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0, 1, 2],
    [2, 2, 1, 1, 0, 0],
  ].map(joined);

  expect(new Set(all.map((state) => JSON.stringify(state))).size).toBe(1);
  expect(itemOf(all[0] ?? base)).toMatchObject({ note: 'a', tags: ['x'] });
});

test('lets the last writer of each field win, and no field of another', () => {
  const base = writeItem(undefined, ITEM, ONE ?? '');
  const named = writeItem(base, { ...ITEM, speaker: 'Ana' }, TWO ?? '');
  const later = writeItem(base, { ...ITEM, speaker: 'Bo', kind: 'claim' }, THREE ?? '');

  expect(itemOf(join(later, named))).toMatchObject({ speaker: 'Bo', kind: 'claim' });
});

test('removes for good what everybody saw, and brings it back when it is written again', () => {
  const base = writeItem(undefined, ITEM, ONE ?? '');
  const removed = removeRecord(base, TWO ?? '');

  expect(itemOf(join(base, removed))).toBeUndefined();
  expect(itemOf(writeItem(removed, ITEM, THREE ?? ''))).toEqual(ITEM);
});

test('moves a collection out of another, and forgets the field that is gone', () => {
  const wanted = { id: 'c', name: 'Bends', parent: 'p', createdAt: 1, changedAt: 1 };
  const inside: CollectionState = writeCollection(undefined, wanted, ONE ?? '');
  const { parent: _parent, ...top } = wanted;

  const outside = writeCollection(inside, top, TWO ?? '');

  expect(collectionOf(join(outside, inside))).toEqual(top);
});

test('goes on from what a clock has seen, though its own is late', () => {
  const seen = tick('', 5000, 'ahead');

  const next = tick(seen, 10, 'behind');
  const after = tick(next, 10, 'behind');

  expect([seen < next, next < after]).toEqual([true, true]);
});

test('takes no moment after which no other could be', () => {
  expect(isClock('zzzzzzzzz-zzzz-x')).toBe(false);
  expect(isClock(tick('', 1_800_000_000_000, 'y'))).toBe(true);
});
