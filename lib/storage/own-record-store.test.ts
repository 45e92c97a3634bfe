import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { OwnQuote, OwnRecord } from '@/lib/context/own-record';
import { openOwnRecord } from './own-record-store';

let record: OwnRecord;
let runs = 0;

beforeEach(() => {
  runs += 1;
  record = openOwnRecord(`own-record-${runs}`);
});

function quote(id: string, change: Partial<OwnQuote> = {}): OwnQuote {
  return {
    id,
    speaker: 'Ana Ruiz',
    speakerKey: 'ana ruiz',
    words: 'The bridge is safe',
    url: 'https://news.example/1',
    title: 'A bridge',
    seenAt: 1000,
    ...change,
  };
}

test('keeps a quote as it was first seen', async () => {
  await record.keep([quote('a')]);
  await record.keep([quote('a', { seenAt: 2000 }), quote('b', { seenAt: 3000 })]);

  const kept = await record.bySpeaker('ana ruiz');
  expect(kept.map(({ id, seenAt }) => [id, seenAt])).toEqual([
    ['a', 1000],
    ['b', 3000],
  ]);
});

test('lists newest first, by words of the quote, the speaker, the title or the verdict in any script', async () => {
  await record.keep([
    quote('a'),
    quote('b', { seenAt: 2000, words: 'The road is closed' }),
    quote('c', { seenAt: 3000, words: 'ស្ពាននេះមានសុវត្ថិភាព' }),
    quote('d', { seenAt: 500, verdict: { reviewer: 'Span Checks', label: 'Half right' } }),
  ]);

  expect((await record.list('', 10)).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  expect((await record.list('BRIDGE safe', 10)).map(({ id }) => id)).toEqual(['a', 'd']);
  expect((await record.list('span half', 10)).map(({ id }) => id)).toEqual(['d']);
  expect((await record.list('សុវត្ថិភាព', 10)).map(({ id }) => id)).toEqual(['c']);
});

test('forgets what was seen before a moment, and all of it at a word', async () => {
  await record.keep([quote('a'), quote('b', { seenAt: 2000 })]);

  expect(await record.removeSeenBefore(1500)).toBe(1);
  expect(await record.count()).toBe(1);
  await record.wipe();
  expect(await record.count()).toBe(0);
});
