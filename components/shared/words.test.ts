import { afterEach, expect, test } from 'vitest';
import { setWords, words } from './words';

afterEach(() => setWords({}, 'en'));

test.for<[string, string]>([
  ['an override', '\u202EHarbour'],
  ['embeddings', '\u202A\u202BHarbour\u202C'],
  ['isolates that close ours', '\u2069\u2069\u2066Harbour'],
])('what is put into a sentence cannot turn its words round: %s', ([, title]) => {
  setWords({ from: 'From the dataset “$1”, edition $2.' }, 'en');

  expect(words('from', title, '3')).toBe('From the dataset “Harbour”, edition 3.');
});

test('writing from the right, with its own marks, is put in as it is', () => {
  setWords({ from: 'From “$1”.' }, 'en');

  expect(words('from', 'ميناء\u200F (1)\u200D')).toBe('From “ميناء\u200F (1)\u200D”.');
});

test('places within what is put in are not filled again', () => {
  setWords({ both: '$1 and $2' }, 'en');

  expect(words('both', '$2', "$& $' $`")).toBe("$2 and $& $' $`");
});
