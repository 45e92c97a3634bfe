import { expect, test } from 'vitest';
import type { Article } from '@/lib/article/article';
import { articleFromText } from '@/lib/article/article';
import type { OwnRecord } from '@/lib/context/own-record';
import { noNames } from '@/lib/names/names';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { deskOver } from '@/test/support/harbour';
import { memoryRecord } from '@/test/support/memory-record';
import { factsAround } from './finding';
import { type ReadingRoom, readingRoom } from './reading-room';
import { targetOf } from './target';

const CHECK = JSON.stringify({
  '@type': 'ClaimReview',
  claimReviewed: 'No ferry was cancelled in Easthaven last winter',
  author: { name: 'Lighthouse Checks' },
  itemReviewed: { author: { name: 'Nora Vale' } },
  reviewRating: { alternateName: 'Half right' },
});
const OWN_RECORD_ON: Settings = { ...DEFAULT_SETTINGS, ownRecord: { on: true, retention: 'keep' } };

const CHECK_PAGE = articleFromText('We looked at the lists of the port for every day of winter.', {
  title: 'Was no ferry cancelled?',
  url: 'https://checks.example/ferries',
  publisher: 'Lighthouse',
});
const NEWS_PAGE = articleFromText(
  '“No ferry was cancelled last winter in Easthaven,” said Nora Vale on Monday.',
  { title: 'A winter on the water', url: 'https://gazette.example/ferries' },
);

test('a fact check that was read stands on the card of the same claim elsewhere', async () => {
  const { room } = open(OWN_RECORD_ON);
  await room.annotate({ article: CHECK_PAGE, factChecks: [CHECK] }, false);

  const context = await contextOfQuote(room, NEWS_PAGE);

  expect(context).toMatchObject({
    read: [
      {
        speaker: 'Nora Vale',
        words: 'No ferry was cancelled in Easthaven last winter',
        url: 'https://checks.example/ferries',
        publisher: 'Lighthouse',
        verdict: { reviewer: 'Lighthouse Checks', label: 'Half right' },
      },
    ],
  });
});

test('a fact check raises no more than a mark with something to show', async () => {
  const { room } = open(OWN_RECORD_ON);
  await room.annotate({ article: CHECK_PAGE, factChecks: [CHECK] }, false);

  const { findings } = await room.annotate({ article: NEWS_PAGE, factChecks: [] }, false);

  expect(findings.find(({ mark }) => mark === 'claim')?.weight).toBe('some');
});

test.for([
  { name: 'where the reader has not said yes', settings: DEFAULT_SETTINGS, isPrivate: false },
  { name: 'of a private window', settings: OWN_RECORD_ON, isPrivate: true },
])('nothing is kept $name', async ({ settings, isPrivate }) => {
  const { room, ownRecord } = open(settings);

  await room.annotate({ article: CHECK_PAGE, factChecks: [CHECK] }, isPrivate);
  await room.annotate({ article: NEWS_PAGE, factChecks: [] }, isPrivate);

  expect(await ownRecord.count()).toBe(0);
});

function open(settings: Settings): { readonly room: ReadingRoom; readonly ownRecord: OwnRecord } {
  const ownRecord = memoryRecord();
  const room = readingRoom({
    holdings: async () =>
      await Promise.resolve({
        shelf: deskOver().shelf,
        named: async () => await Promise.resolve({ names: noNames, damaged: false }),
      }),
    settings: async () => await Promise.resolve(settings),
    library: {
      save: async () => await Promise.reject(new Error('Nothing is saved here.')),
      collections: async () => await Promise.resolve([]),
      lastCollection: async () => await Promise.resolve(undefined),
      savedAs: async () => await Promise.resolve([]),
    },
    ownRecord,
    now: () => Date.UTC(2024, 4, 9),
  });
  return { room, ownRecord };
}

async function contextOfQuote(room: ReadingRoom, article: Article): Promise<unknown> {
  const { findings } = await room.annotate({ article, factChecks: [] }, false);
  const finding = findings.find(({ mark }) => mark === 'claim');
  if (!finding) throw new Error('The page has a claim.');
  const { annotation } = finding;
  const view = await room.lookUp({
    finding,
    article: factsAround(article, annotation),
    target: targetOf(article, annotation, false),
    position: { index: 0, count: 1 },
  });
  return view.context;
}
