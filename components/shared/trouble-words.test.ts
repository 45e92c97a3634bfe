import { beforeEach, expect, test } from 'vitest';
import { speakEnglish } from '@/test/support/languages';
import { troubleWords } from './trouble-words';

beforeEach(speakEnglish);

test.for([
  {
    name: 'a full disk',
    error: new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
    says: /too little room/u,
  },
  {
    name: 'an update under an open page',
    error: new Error('Extension context invalidated.'),
    says: /was updated/u,
  },
  {
    name: 'a background that is gone',
    error: new Error('Nobody answered "save".'),
    says: /updated/u,
  },
  {
    name: 'a page that the browser keeps for itself',
    error: new Error('Missing host permission for the tab'),
    says: /does not let On Record look/u,
  },
])('$name is told in the reader’s words', ({ error, says }) => {
  expect(troubleWords(error)).toMatch(says);
});

test('what is not known stays as the browser says it', () => {
  expect(troubleWords(new Error('The lock is held.'))).toBe('The lock is held.');
});
