import { afterEach, expect, test, vi } from 'vitest';
import { dateFormatFor } from './date-format';

const LONG = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const MORNING = Date.UTC(2019, 11, 5, 8, 5);

afterEach(() => vi.restoreAllMocks());

test('a browser that knows the language writes its dates', () => {
  expect(dateFormatFor('en', LONG).format(MORNING)).toBe('December 5, 2019');
  expect(dateFormatFor('km', LONG).format(MORNING)).toMatch(/ធ្នូ/u);
});

test.for([
  [LONG, '5 ធ្នូ 2019'],
  [{ year: 'numeric', month: 'long', timeZone: 'UTC' }, 'ធ្នូ 2019'],
  [{ year: 'numeric', timeZone: 'UTC' }, '2019'],
  [{ ...LONG, hour: 'numeric', minute: '2-digit' }, '5 ធ្នូ 2019 08:05'],
] as const)('where the browser knows no Khmer, %o reads “%s”', ([options, shown]) => {
  vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);

  expect(dateFormatFor('km', options).format(MORNING)).toBe(shown);
});

test('a moment after midnight is of the day that begins', () => {
  vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);
  const moment = dateFormatFor('km', { ...LONG, hour: 'numeric', minute: '2-digit' });

  expect(moment.format(Date.UTC(2019, 11, 5, 0, 5))).toBe('5 ធ្នូ 2019 00:05');
});
