import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked } from '@/test/support/marked';
import { isInside, overlaps } from './span';
import { sentencesOf } from './sentences';

test.for([
  { name: 'plain sentences', source: '«It rained.» «Nobody came.»' },
  { name: 'titles before names', source: '«Gen. Alma Ruiz met Mr. Ito.» «She left.»' },
  {
    name: 'words that are abbreviations elsewhere',
    source: '«It was for me.» «Dara left art. 5 out.»',
  },
  { name: 'initials', source: '«J. K. Arden and B. Osei spoke.» «They agreed.»' },
  {
    name: 'dotted abbreviations',
    source: '«The U.S. Embassy closed.» «It is in the U.S.» «He left.»',
  },
  { name: 'decimal points', source: '«It rose 3.5 per cent.» «Then it fell to 2.»' },
  { name: 'numbered articles', source: '«Article No. 12 bans it.» «He said no.» «Then he left.»' },
  {
    name: 'a quoted question before its cue',
    source: '«“Where is the proof?” he asked.» «No one knew.»',
  },
  { name: 'a stop inside closing marks', source: '«“We came.”» «“We saw.”» «Then they left.»' },
  {
    name: 'times of day',
    source: '«It opened at 5 p.m. Friday.» «It closed at 6 p.m.» «The hall was full.»',
  },
  { name: 'companies', source: '«Arden Co. Ltd. of Lowell won.» «It paid.»' },
  { name: 'ellipses', source: '«He was… unsure.» «Well...» «Nobody knew.»' },
  { name: 'Khmer stops', source: '«លោកបានថ្លែង។»«គាត់ទៅ៕»' },
  { name: 'the Khmer "and so on"', source: '«បន្លែ ផ្លែឈើ ។ល។ និងត្រី។»' },
  { name: 'French', source: '«M. Dupré a parlé.» «Mme Roy, elle, s’est tue.»' },
  { name: 'a block without a stop', source: '«Ministry rejects the report»' },
  { name: 'nothing in an empty block', source: '   ' },
])('parts $name', ({ source }) => {
  const { text, spans } = marked(source);

  const found = sentencesOf(text, { start: 0, end: text.length });

  expect(found).toEqual(spans);
});

test('keeps to the block it was given', () => {
  const text = 'Before it. Inside one. Inside two. After it.';

  const found = sentencesOf(text, { start: 11, end: 34 });

  expect(found).toEqual([
    { start: 11, end: 22 },
    { start: 23, end: 34 },
  ]);
});

test('covers any text in order, without overlaps and without losing a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const all = { start: 0, end: text.length };

      const found = sentencesOf(text, all);

      expect(found.every((span) => isInside(span, all))).toBe(true);
      expect(found.some((span, at) => at > 0 && overlaps(span, found[at - 1] ?? all))).toBe(false);
      expect(
        found
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replaceAll(/\s/gu, ''),
      ).toBe(text.replaceAll(/\s/gu, ''));
    }),
  );
});
