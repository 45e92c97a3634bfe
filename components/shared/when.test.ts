import { afterEach, beforeEach, expect, test } from 'vitest';
import { speakEnglish, speakKhmer } from '@/test/support/languages';
import { between, when } from './when';

beforeEach(speakEnglish);
afterEach(speakEnglish);

test.for([
  ['2019', '2019'],
  ['2019-12', 'December 2019'],
  ['2019-12-05', 'December 5, 2019'],
  ['2019-12-05T08:30:00+07:00', 'December 5, 2019'],
  ['2019-12-XX', 'December 2019'],
  ['2019-XX-XX', '2019'],
  ['2019~', 'about 2019'],
  ['2019-12?', 'about December 2019'],
  ['201X', 'about 2010'],
  ['XXXX', 'date not known'],
  ['', 'date not known'],
  ['2015/..', 'since 2015'],
  ['2015/', 'since 2015'],
  ['../2015', 'until 2015'],
  ['2014/2015-03', '2014 to March 2015'],
  ['last week', 'last week'],
] as const)('%s reads “%s”', ([date, shown]) => {
  expect(when(date)).toBe(shown);
});

test('no date reads as not known', () => {
  expect(when(undefined)).toBe('date not known');
});

test.for([
  { from: '1992', to: '2023-08', shown: '1992 to August 2023' },
  { from: '2015', to: undefined, shown: 'since 2015' },
  { from: '2015', to: '2025/..', shown: 'since 2015' },
  { from: '2015/..', to: '2025/..', shown: 'since 2015' },
  { from: '2015', to: '..', shown: 'since 2015' },
  { from: '../2015', to: undefined, shown: 'since 2015 or before' },
  { from: '2014/2016', to: undefined, shown: 'since about 2014' },
  { from: undefined, to: '2020', shown: 'until 2020' },
  { from: undefined, to: '2025/..', shown: '' },
  { from: undefined, to: undefined, shown: '' },
  { from: '..', to: '2020', shown: 'until 2020' },
])('an office from $from to $to reads “$shown”', ({ from, to, shown }) => {
  expect(between(from, to)).toBe(shown);
});

test('dates are in the language of the reader', () => {
  speakKhmer();

  expect(when('2019-12')).toMatch(/ធ្នូ/u);
  expect(when('2019~')).toMatch(/^ប្រហែល/u);
});
