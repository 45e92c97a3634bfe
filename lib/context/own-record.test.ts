import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quote, Speaker } from '@/lib/annotate/annotation';
import { type Article, articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { marked } from '@/test/support/marked';
import { memoryRecord } from '@/test/support/memory-record';
import {
  forgottenBefore,
  type OwnQuote,
  quotesToKeep,
  readBefore,
  speakerKeyOf,
  verdictsToKeep,
} from './own-record';

const ADA: Speaker = { name: 'Ada Marsh', of: 'person', entities: [] };

test('keeps quotes of named speakers with address, publisher and the moment', () => {
  const { article, quotes } = opened('“«No licence was refused last winter»,” Marsh said.', [ADA]);

  const [kept, ...others] = quotesToKeep(quotes, article, 5);

  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    speaker: 'Ada Marsh',
    words: 'No licence was refused last winter',
    url: 'https://gazette.example/a',
    publisher: 'Harbour Gazette',
    seenAt: 5,
  });
});

test.for([
  {
    name: 'of nobody',
    speakers: [undefined],
    text: '«No licence was refused last winter», it was said.',
  },
  {
    name: 'of a group',
    speakers: [{ ...ADA, of: 'group' as const }],
    text: '«No licence was refused last winter», fishers said.',
  },
  { name: 'too short to compare', speakers: [ADA], text: '“«Of course we did»,” Marsh said.' },
])('leaves out a quote $name', ({ speakers, text }) => {
  const { article, quotes } = opened(text, speakers);

  expect(quotesToKeep(quotes, article, 5)).toEqual([]);
});

test('keeps the same words on two sites once, as first seen', async () => {
  const first = opened('“«No licence was refused last winter»,” Marsh said.', [ADA]);
  const second = opened(
    'Marsh said that «no licences were refused last winter».',
    [ADA],
    'https://courier.example/b',
  );
  const record = memoryRecord();

  await record.keep(quotesToKeep(first.quotes, first.article, 1));
  await record.keep(quotesToKeep(second.quotes, second.article, 2));

  expect(await record.list('', 9)).toMatchObject([{ url: 'https://gazette.example/a', seenAt: 1 }]);
});

test('brings back what was read by the speaker on the subject, across sites, oldest first', async () => {
  const record = memoryRecord();
  await record.keep([
    own('Ferry fares will rise in spring', 1),
    own('A few licence applications were turned down in the north', 3),
    own('Every licence application from northern harbours was granted', 2),
    { ...own('Licence applications were refused in the north', 4), speakerKey: 'bo reed' },
  ]);

  const lines = await readBefore(
    {
      speaker: 'ADA MARSH',
      words: 'No licence applications were refused in northern harbours',
      url: 'https://x.example',
    },
    record,
  );

  expect(lines.map(({ seenAt }) => seenAt)).toEqual([2, 3]);
  expect(lines[0]).not.toHaveProperty('speakerKey');
});

test('never brings back the page at hand', async () => {
  const record = memoryRecord();
  await record.keep([own('No licence applications were refused in the north', 1)]);

  const lines = await readBefore(
    {
      speaker: 'Ada Marsh',
      words: 'No licence applications were refused',
      url: 'https://gazette.example/1',
    },
    record,
  );

  expect(lines).toEqual([]);
});

test('forgets by the reader’s choice, and nothing when all is kept', () => {
  const day = 24 * 60 * 60 * 1000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      expect(forgottenBefore('30-days', now)).toBe(now - 30 * day);
      expect(forgottenBefore('1-year', now)).toBe(now - 365 * day);
      expect(forgottenBefore('keep', now)).toBeUndefined();
    }),
  );
});

test.for([
  ['Ada Marsh', 'ada marsh'],
  ['ADA  MÄRSH', 'ada marsh'],
  ['សុខ សាន្ត', 'សុខ សាន្ត'],
] as const)('knows %s as %s', ([name, key]) => {
  expect(speakerKeyOf(name)).toBe(key);
});

const CHECK = {
  '@type': 'ClaimReview',
  claimReviewed: 'No licence was refused last winter',
  author: { name: 'Lighthouse Checks' },
  itemReviewed: { author: { name: 'Ada Marsh' } },
  reviewRating: { alternateName: 'Half right' },
};

test('keeps a fact check as its reviewer’s verdict on the speaker’s words', async () => {
  const record = memoryRecord();
  await record.keep(verdictsToKeep([JSON.stringify(CHECK)], checkPage(), 9));

  const [line] = await readBefore(
    { speaker: 'Ada Marsh', words: 'no licence was refused' },
    record,
  );

  expect(line).toMatchObject({
    words: 'No licence was refused last winter',
    publisher: 'Lighthouse',
    published: '2024-05-02',
    url: 'https://checks.example/1',
    verdict: { reviewer: 'Lighthouse Checks', label: 'Half right' },
  });
});

test('keeps a verdict beside the quote of the same words, and a changed verdict beside the first', async () => {
  const record = memoryRecord();
  const changed = { ...CHECK, reviewRating: { alternateName: 'Wrong' } };
  const { article, quotes } = opened('“«No licence was refused last winter»,” Marsh said.', [ADA]);

  await record.keep(quotesToKeep(quotes, article, 1));
  await record.keep(verdictsToKeep([JSON.stringify(CHECK)], checkPage(), 2));
  await record.keep(verdictsToKeep([JSON.stringify([CHECK, changed])], checkPage(), 3));

  const kept = await record.bySpeaker('ada marsh');
  expect(kept.map(({ seenAt, verdict }) => [seenAt, verdict?.label]).toReversed()).toEqual([
    [1, undefined],
    [2, 'Half right'],
    [3, 'Wrong'],
  ]);
});

test.for([
  { name: 'of words that say nothing', change: { claimReviewed: 'We did' } },
  { name: 'of a speaker without letters', change: { itemReviewed: { author: { name: '…' } } } },
])('leaves out a fact check $name', ({ change }) => {
  expect(verdictsToKeep([JSON.stringify({ ...CHECK, ...change })], checkPage(), 9)).toEqual([]);
});

function checkPage(): Article {
  return articleFromText('Were none refused? We looked.', {
    title: 'Were none refused?',
    url: 'https://checks.example/1',
    publisher: 'Lighthouse',
    published: '2024-05-02',
  });
}

function opened(
  source: string,
  speakers: readonly (Speaker | undefined)[],
  url = 'https://gazette.example/a',
): { readonly article: Article; readonly quotes: readonly Quote[] } {
  const { text, spans } = marked(source);
  const quotes = spans.map((span, at) => quoteBy(span, speakers[at]));
  return { article: articleFromText(text, { url, publisher: 'Harbour Gazette' }), quotes };
}

function quoteBy(span: Span, speaker: Speaker | undefined): Quote {
  const quote: Quote = { kind: 'quote', type: 'direct', segments: [span], source: [], cue: [] };
  return speaker ? { ...quote, speaker } : quote;
}

function own(words: string, seenAt: number): OwnQuote {
  const url = `https://gazette.example/${seenAt}`;
  return {
    id: String(seenAt),
    speakerKey: 'ada marsh',
    speaker: 'Ada Marsh',
    words,
    url,
    title: '',
    seenAt,
  };
}
