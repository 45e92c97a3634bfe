import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import type { Quote } from './annotation';
import { findQuotes } from './quotes';

const LANGUAGES = ['en', 'fr', 'km', 'und'];
const MEGABYTE = 1_000_000;

/** Pieces that news is made of, and marks that do not match. */
const piece = fc.constantFrom(
  '“',
  '”',
  '"',
  "''",
  '‘',
  '’',
  '«',
  '»',
  ' ',
  '\n',
  ', ',
  '. ',
  ': ',
  '; ',
  ' — ',
  '(',
  ')',
  'Ann Lee',
  'the council',
  'he',
  'who',
  'said',
  'told reporters',
  'that',
  'was',
  'to act',
  'according to',
  'claim',
  'not',
  'and',
  'but',
  'in May',
  'selon',
  'a déclaré',
  'បាននិយាយថា',
  '\u0301',
  '\u202e',
  '\u{1f600}',
  '\ud800',
  '។',
  'ក្រុង',
);
const news = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(news, fc.string({ unit: 'binary', maxLength: 300 }));

function spansOf({ segments, source, cue }: Quote): Span[] {
  return [...segments, ...source, ...cue];
}

function isInOrder(spans: readonly Span[]): boolean {
  return spans.every((span, at) => at === 0 || (spans[at - 1]?.end ?? 0) <= span.start);
}

test('keeps every span inside the text it is of, and none empty', () => {
  fc.assert(
    fc.property(anything, news, fc.constantFrom(...LANGUAGES), (text, title, lang) => {
      for (const quote of findQuotes(articleFromText(text, { title, lang }), [])) {
        const { length } = quote.inTitle === true ? title : text;
        for (const { start, end } of spansOf(quote)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test('keeps the segments of a quote in order and apart, and gives it at least one', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...LANGUAGES), (text, lang) => {
      for (const { segments } of findQuotes(articleFromText(text, { lang }), [])) {
        expect(segments.length).toBeGreaterThan(0);
        expect(isInOrder(segments)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

test('answers the same for the same article', () => {
  fc.assert(
    fc.property(news, (text) => {
      const article = articleFromText(text);

      expect(findQuotes(article, [])).toEqual(findQuotes(article, []));
    }),
  );
});

test.for([
  { name: '10^5 opening marks', text: '“'.repeat(100_000) },
  { name: '10^5 straight marks', text: '"a '.repeat(100_000) },
  { name: 'a megabyte of one cue', text: 'he said '.repeat(MEGABYTE / 8) },
  { name: 'a megabyte of one preposition', text: 'according to '.repeat(MEGABYTE / 13) },
  { name: 'a megabyte of commas', text: 'a, '.repeat(MEGABYTE / 3) },
  { name: 'a megabyte of open paragraphs', text: '“A b c.\n'.repeat(MEGABYTE / 8) },
  { name: 'a megabyte of combining marks', text: '\u0301'.repeat(MEGABYTE) },
  { name: 'a megabyte of turned text', text: '\u202e“a\u202c '.repeat(MEGABYTE / 5) },
  { name: 'a megabyte of asides', text: 'he accused A, B, of x '.repeat(MEGABYTE / 22) },
  { name: 'a megabyte of relative clauses', text: 'Lee, who '.repeat(MEGABYTE / 9) },
])('comes to an end on $name', { timeout: 60_000 }, ({ text }) => {
  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.flatMap(spansOf).every(({ start, end }) => start < end && end <= text.length)).toBe(
    true,
  );
});
