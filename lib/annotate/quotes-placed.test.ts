import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { marked } from '@/test/support/marked';
import { findQuotes } from './quotes';

/** Content between « and », one quote unless it says more; the speaker as the text words it. */
test.for([
  {
    name: 'behind a clause of the narrator’s',
    source: 'When the bridge shook, Lee said, «“It is safe.”»',
    speaker: 'Lee',
  },
  {
    name: 'joined behind the cue by a conjunction',
    source: '«“It is safe,”» Lee said, «but “it was dear to build.”»',
    speaker: 'Lee',
  },
  {
    name: 'going on behind what the narrator puts in',
    source: '«“It is safe,”» Lee said, smiling, «“and it was dear to build.”»',
    speaker: 'Lee',
  },
  {
    name: 'behind where and when it was said',
    source: 'Ann Lee said last week in Tull, «“The bridge is safe.”»',
    speaker: 'Ann Lee',
  },
  {
    name: 'behind whom it is said of',
    source: 'The mayor says of Ann Lee, «“She built it well.”»',
    speaker: 'The mayor',
  },
  {
    name: 'behind an adverb between commas',
    source: 'Lee acknowledged, however, «“We built it late.”»',
    speaker: 'Lee',
  },
  {
    name: 'before a verb in the present with a long subject',
    source: '«“Is it safe?”» a narrator in the film asks.',
    speaker: 'a narrator in the film',
  },
  {
    name: 'before somebody whom a participle explains',
    source: '«“It is safe,”» retired general Ann Lee said.',
    speaker: 'retired general Ann Lee',
  },
  {
    name: 'before a verb with a particle',
    source: '«“It is safe,”» Lee shot back.',
    speaker: 'Lee',
  },
  { name: 'signed behind a dash', source: '«“It is safe.”» ― Ann Lee', speaker: 'Ann Lee' },
  {
    name: 'behind a dash, a name and a colon',
    source: 'The bridge opens - Ann Lee: «“It is safe and new.”»',
    speaker: 'Ann Lee',
  },
])('reads a quotation $name', ({ source, speaker }) => {
  const { text, spans } = marked(source);

  const [quote, ...more] = findQuotes(articleFromText(text), []);

  expect(more).toEqual([]);
  expect(quote?.segments).toEqual(spans);
  expect(quote?.source.map(({ start, end }) => text.slice(start, end))).toEqual([speaker]);
});

test('gives signed quotations each to its own name', () => {
  const text = '“It is safe.” ― Ann Lee\n“It is dear.” ― Ry Sok';

  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.map(({ speaker }) => speaker?.name)).toEqual(['Ann Lee', 'Ry Sok']);
});

test('gives a paragraph that is one quotation to whoever spoke before', () => {
  const text = '“It is safe,” Ann Lee said.\n“It is new.”\n“It is dear,” Ry Sok said.';

  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.map(({ segments, speaker }) => [segments.length, speaker?.name])).toEqual([
    [2, 'Ann Lee'],
    [1, 'Ry Sok'],
  ]);
});

test('gives a paragraph that is one quotation to whoever was told of right before', () => {
  const text = 'Ann Lee said that it was safe.\n“It is new and strong.”\nThe bus came.';

  const quotes = findQuotes(articleFromText(text), []);

  expect(quotes.map(({ type, speaker }) => [type, speaker?.name])).toEqual([
    ['indirect', 'Ann Lee'],
    ['direct', 'Ann Lee'],
  ]);
});

test('leaves out a quotation that nobody is near', () => {
  const text = 'The bridge was built in May.\n“Old, narrow and wrong”\nThe bus came.';

  expect(findQuotes(articleFromText(text), [])).toEqual([]);
});

test('keeps both cues of a sentence where one tells how another was told', () => {
  const text = 'Lee explained the plan by saying: “The bridge is old and narrow.”';

  const quotes = findQuotes(articleFromText(text), []);

  expect(
    quotes.map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end))),
  ).toEqual([['the plan'], ['“The bridge is old and narrow.”']]);
});
