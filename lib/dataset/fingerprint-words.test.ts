import { expect, test } from 'vitest';
import { fingerprintWords } from './fingerprint-words';

test('the words are those that the proposal gives for its examples', () => {
  // 127.0.0.1, 63.84.220.193 and 140.98.193.141, from the table of arXiv:0901.4016.
  const hex = `${['7f000001', '3f54dcc1', '8c62c18d'].join('')}${'00'.repeat(20)}`;

  expect(fingerprintWords(hex)).toBe('lusab-babad-gutih-tugad-mudof-sakat');
});
