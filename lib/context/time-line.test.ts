import { expect, test } from 'vitest';
import type { StatementLine } from './context';
import { newestFirst, oldestFirst, standingOn } from './time-line';
import { daysOf } from './when';

test.for([
  { date: '2019', first: '2019-01-01', last: '2019-12-31' },
  { date: '2020-02', first: '2020-02-01', last: '2020-02-29' },
  { date: '2019-12-05', first: '2019-12-05', last: '2019-12-05' },
  { date: '2019-12-05T10:00:00Z', first: '2019-12-05', last: '2019-12-05' },
  { date: '2019-12~', first: '2019-12-01', last: '2019-12-31' },
  { date: '201X', first: '2010-01-01', last: '2019-12-31' },
  { date: '2019-XX-XX', first: '2019-01-01', last: '2019-12-31' },
  { date: '2015/2017-06', first: '2015-01-01', last: '2017-06-30' },
  { date: '2015/..', first: '2015-01-01', last: undefined },
  { date: '../2015', first: undefined, last: '2015-12-31' },
  { date: 'XXXX', first: undefined, last: undefined },
])('reads $date as $first to $last', ({ date, first, last }) => {
  expect(daysOf(date)).toEqual({ ...(first && { first }), ...(last && { last }) });
});

test.for([
  { name: 'said before', said: '2019-12-01', published: '2020-05-01', standing: 'earlier' },
  {
    name: 'of unknown day, printed before',
    said: 'XXXX',
    published: '2019-12-01',
    standing: 'earlier',
  },
  {
    name: 'said in the month of the article',
    said: '2019-12',
    published: '2020-01-05',
    standing: 'unknown',
  },
  {
    name: 'said in that month, printed by then',
    said: '2019-12',
    published: '2019-12-08',
    standing: 'earlier',
  },
  { name: 'said after', said: '2020-01', published: '2020-01-05', standing: 'later' },
  {
    name: 'printed after, day unknown',
    said: undefined,
    published: '2020-01-05',
    standing: 'later',
  },
  { name: 'without any date', said: 'XXXX', published: undefined, standing: 'unknown' },
] as const)('a statement $name is $standing', ({ said, published, standing }) => {
  expect(standingOn('2019-12-10', said === undefined ? {} : { said }, published)).toBe(standing);
});

test('what has no date stands last, whichever end comes first', () => {
  const lines = [lineOf('undated', 'XXXX'), lineOf('old', '2018'), lineOf('new', '2020')];

  const refs = [newestFirst(lines), oldestFirst(lines)].map((each) => each.map(({ ref }) => ref));

  expect(refs).toEqual([
    ['new', 'old', 'undated'],
    ['old', 'new', 'undated'],
  ]);
});

function lineOf(ref: string, said: string): StatementLine {
  return { ref, said, source: { published: 'XXXX' } } as unknown as StatementLine;
}
