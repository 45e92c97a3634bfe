import { expect, test } from 'vitest';
import { textFragmentLink } from './text-fragment';

test.for([
  [
    'the dam, he said - safe & sound',
    '#:~:text=the%20dam%2C%20he%20said%20%2D%20safe%20%26%20sound',
  ],
  ['', ''],
  [
    `one two three four ${'five '.repeat(30)}six seven eight nine`,
    '#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine',
  ],
] as const)('names %j in a link', ([exact, fragment]) => {
  const target = {
    source: 'https://news.example/dam?utm_source=x#top',
    title: '',
    quote: { exact, prefix: '', suffix: '' },
  };

  expect(textFragmentLink(target)).toBe(`https://news.example/dam${fragment}`);
});
