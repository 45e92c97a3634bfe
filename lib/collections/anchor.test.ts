import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked } from '@/test/support/marked';
import { anchor } from './anchor';

test.for([
  {
    name: 'the same words in the same place',
    old: 'The minister said «the dam is safe» on Monday.',
    now: 'Late news. The minister said «the dam is safe» on Monday.',
    outcome: 'exact',
  },
  {
    name: 'the right one of two',
    old: 'North: «12 wells» were dug. South: 12 wells were lost.',
    now: 'South: 12 wells were lost. North: «12 wells» were dug.',
    outcome: 'exact',
  },
  {
    name: 'a sentence that moved to other surroundings',
    old: 'First this. «The river rose by three metres in one night.» Then that.',
    now: 'Something else entirely. «The river rose by three metres in one night.» And more of it.',
    outcome: 'moved',
  },
  {
    name: 'a sentence with a word changed and a clause added',
    old: 'He wrote: «The council will build forty houses by the old harbour next year.» It met.',
    now: 'He wrote: «The council will build, if money allows, sixty houses by the old harbour next year.» It met.',
    outcome: 'changed',
  },
  {
    name: 'a sentence whose end was rewritten, to its new end',
    old: 'She added: «the results of the long inquiry were read with some surprise.» Nobody spoke.',
    now: 'She added: «the results of the long inquiry were read in silence.» Nobody spoke.',
    outcome: 'changed',
  },
  {
    name: 'words in other quotes, blanks and letter case',
    old: 'It said "the  Old Mill\nis lost" again.',
    now: 'It said «“The old mill is lost”» again.',
    exact: '"the  Old Mill\nis lost"',
    outcome: 'exact',
  },
  {
    name: 'Khmer, which has no spaces between words',
    old: 'លោករដ្ឋមន្ត្រីថា «ទំនប់នេះមានសុវត្ថិភាពណាស់» នៅថ្ងៃច័ន្ទ។',
    now: 'ថ្ងៃនេះ លោករដ្ឋមន្ត្រីថា «ទំនប់ថ្មីនេះមានសុវត្ថិភាពណាស់» នៅថ្ងៃច័ន្ទ។',
    outcome: 'changed',
  },
])('finds $name', ({ old, now, outcome, exact }) => {
  const before = marked(old);
  const after = marked(now);
  const span = before.spans[0];
  const quote = span
    ? quoteAt(before.text, span)
    : { exact: exact ?? '', prefix: 'It said ', suffix: ' again.' };

  const found = anchor(after.text, quote, span);

  expect(found).toEqual({ outcome, span: after.spans[0] });
});

test.for([
  {
    name: 'words of which nothing is left',
    old: 'He said «the bridge was closed for good» in May.',
    now: 'He said nothing in May. The road was opened.',
  },
  {
    name: 'a short name that stands in other surroundings twice',
    old: 'The prize went to «Ana Duarte» of Porto.',
    now: 'Bea Duarte sang. Ana and Ana laughed.',
  },
  {
    name: 'a sentence only distantly like another',
    old: 'Then: «The union of bakers asked for higher wages and shorter nights.» End.',
    now: 'The union of the two towns was signed in spring. Bakers slept. Wages fell over many shorter winters, and nights were cold.',
  },
  { name: 'an empty quote', old: 'A«»B', now: 'AB' },
])('says that $name is gone', ({ old, now }) => {
  const { text, spans } = marked(old);
  const span = spans[0] ?? { start: 0, end: 0 };

  expect(anchor(now, quoteAt(text, span), span)).toEqual({ outcome: 'gone' });
});

test('finds any words again in the very text they were taken from', () => {
  const text = fc.array(fc.constantFrom('ash', 'birch', 'cedar', 'ភ្នំ', '12', '“elm”', '.'), {
    minLength: 8,
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (parts, from, length) => {
      const whole = parts.join(' ');
      const start = from % (whole.length - 4);
      const end = Math.min(whole.length, start + 4 + (length % 40));
      if (whole.slice(start, end).trim() === '') return;
      const quote = quoteAt(whole, { start, end });

      const found = anchor(whole, quote, { start, end });

      expect(found).toMatchObject({ span: { start, end } });
    }),
  );
});

function quoteAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { exact: string; prefix: string; suffix: string } {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}
