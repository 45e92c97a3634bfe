import { expect, test } from 'vitest';
import { keyOf } from './key';
import { tokensOf } from './tokens';

/** Golden vectors: builder and reader of the index must part and hash words alike for good. */
test.for([
  { text: 'Alma Ruiz', words: ['Alma', 'Ruiz'] },
  { text: 'Dara O’Neil-Roy', words: ['Dara', 'O’Neil', 'Roy'] },
  { text: 'the Minister’s plan', words: ['the', 'Minister', 'plan'] },
  { text: 'J. K. Arden', words: ['J', 'K', 'Arden'] },
  { text: 'U.N. talks', words: ['U.N', 'talks'] },
  { text: 'Zoë Müller', words: ['Zoë', 'Müller'] },
  { text: 'ស ខេង', words: ['ស', 'ខេ', 'ង'] },
  { text: 'ក្រសួង', words: ['ក្រ', 'សួ', 'ង'] },
  { text: '', words: [] },
])('parts $text', ({ text, words }) => {
  const { count, starts, ends } = tokensOf(text);

  const found = Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));

  expect(found).toEqual(words);
});

test.for([
  { name: 'either apostrophe', one: "Dara O'Neil", other: 'Dara O’Neil' },
  { name: 'accents left out', one: 'Zoë Müller', other: 'Zoe Muller' },
  { name: 'composed and decomposed letters', one: 'Zo\u00EB', other: 'Zoe\u0308' },
  { name: 'dots left out', one: 'U.N. Relief', other: 'UN Relief' },
  { name: 'hyphens as blanks', one: 'Jean-Luc Roy', other: 'Jean Luc Roy' },
  { name: 'Khmer with and without blanks', one: 'ស ខេង', other: 'សខេង' },
  { name: 'Khmer digits', one: 'ក្រុម១២', other: 'ក្រុម12' },
])('gives one key to $name', ({ one, other }) => {
  expect(keyOf(one)?.key).toEqual(keyOf(other)?.key);
});

test('keeps its keys', () => {
  expect(keyOf('Alma Ruiz')?.key).toMatchInlineSnapshot(`
    {
      "first": 461375569,
      "second": 2582313539,
    }
  `);
  expect(keyOf('ស ខេង')?.key).toMatchInlineSnapshot(`
    {
      "first": 2857893360,
      "second": 3112718457,
    }
  `);
});
