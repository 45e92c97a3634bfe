import { expect, test } from 'vitest';
import type { PublishedRecord } from '@/lib/record/record';
import { qualifiedRef } from '@/lib/record/qualify';
import { DATASETS, deskOver, harbourEntity, mentionIn } from '@/test/support/harbour';
import { idOf, organisation, person } from '@/test/support/records';
import { mentionContext } from './mention-context';

const ADA = { name: 'Ada Marsh', entities: [harbourEntity('Ada Marsh')] };

test.for([
  { published: '2024-05-10', offices: ['Minister of Fisheries'], certain: true },
  { published: '2025-05-10T08:00:00Z', offices: ['Mayor of Easthaven'], certain: true },
  { published: '2022-05-10', offices: [], certain: true },
])('gives the office held on $published', async ({ published, offices, certain }) => {
  const { mention, page } = mentionIn('«Ada Marsh» spoke.', ADA);

  const { candidates } = await mentionContext(mention, { ...page, published }, deskOver());

  expect(candidates[0]?.offices.map(({ role }) => role['en'])).toEqual(offices);
  expect(candidates[0]?.offices.every((office) => office.certain === certain)).toBe(true);
});

test('says that an office without dates is uncertain', async () => {
  const { mention, page } = mentionIn('«Bo Reed» spoke.', {
    name: 'Bo Reed',
    entities: [harbourEntity('Bo Reed')],
  });

  const { candidates } = await mentionContext(mention, page, deskOver());

  expect(candidates[0]?.offices).toMatchObject([{ organisation: 'Boat Union', certain: false }]);
});

test('lists what somebody said, newest first, and by subject, oldest first', async () => {
  const { mention, page } = mentionIn('«Ada Marsh» spoke.', ADA);

  const { by, subjects } = await mentionContext(mention, page, deskOver());

  expect(by.map(({ said }) => said)).toEqual(
    by.map(({ said }) => said).toSorted((a = '', b = '') => (a < b ? 1 : -1)),
  );
  expect(subjects.map(({ label, lines }) => [label['en'], lines[0]?.said])).toEqual([
    ['fishing licences', '2023-05-30'],
    ['ferry fares', '2023-05-30'],
  ]);
});

test('lists a reprinted statement once, with both addresses', async () => {
  const { mention, page } = mentionIn('«Ada Marsh» spoke.', ADA);

  const { by, subjects } = await mentionContext(mention, page, deskOver());

  const reprinted = by.filter(({ text }) => text.startsWith('No fishing licence was refused'));
  expect(reprinted.map(({ alsoIn }) => alsoIn.map(({ publisher }) => publisher))).toEqual([
    ['Coast Courier'],
  ]);
  const dated = subjects.flatMap(({ lines }) => lines.map(({ said }) => said));
  expect(dated).toHaveLength(by.length);
});

const SECOND: PublishedRecord = person('Ada Marsh', {
  id: idOf('entity', 'Ada Marsh the goalkeeper'),
  tenures: [{ role: { en: 'goalkeeper' }, org: idOf('entity', 'Seagulls') }],
});
const WITH_NAMESAKE = [
  ...DATASETS,
  {
    label: { id: 'harbour', title: 'Harbour talk', edition: 3 },
    records: [SECOND, organisation('Seagulls')],
  },
];
const BOTH = {
  name: 'Ada Marsh',
  entities: [harbourEntity('Ada Marsh'), qualifiedRef(SECOND.id, 'harbour')],
};

test.for([
  {
    name: 'by her office',
    text: 'Goalkeeper «Ada Marsh» was fined.',
    more: { role: 'Goalkeeper' },
    roles: ['goalkeeper'],
  },
  {
    name: 'by her organisation',
    text: '«Ada Marsh» of the Harbour Board',
    more: { organisation: 'Harbour Board' },
    roles: ['Minister of Fisheries'],
  },
])('tells a namesake $name', async ({ text, more, roles }) => {
  const { mention, page } = mentionIn(text, { ...BOTH, ...more });

  const { candidates } = await mentionContext(mention, page, deskOver(WITH_NAMESAKE));

  expect(candidates.flatMap(({ offices }) => offices.map(({ role }) => role['en']))).toEqual(roles);
});

test('shows namesakes as a choice where nothing tells them apart', async () => {
  const { mention, page } = mentionIn('«Ada Marsh» was there too.', BOTH);

  const { candidates, by } = await mentionContext(mention, page, deskOver(WITH_NAMESAKE));

  expect(candidates).toHaveLength(2);
  expect(by).toEqual([]);
});

test('puts the namesake whose organisation is on the page first, and still leaves the choice', async () => {
  const { mention, page } = mentionIn('«Ada Marsh» was there too.', BOTH);
  const seagulls = mentionIn('«Seagulls»', {
    name: 'Seagulls',
    of: 'organisation',
    entities: [harbourEntity('Seagulls')],
  }).mention;

  const { candidates } = await mentionContext(
    mention,
    { ...page, mentions: [seagulls] },
    deskOver(WITH_NAMESAKE),
  );

  expect(candidates.map(({ ref }) => ref)).toEqual(BOTH.entities.toReversed());
});
