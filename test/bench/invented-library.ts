import type { Item } from '@/lib/collections/item';

const SYLLABLES = ['ra', 'to', 'mi', 'ke', 'su', 'no', 'ba', 'li', 'de', 'fo', 'gu', 'pa'];

/** One of about 20,000 invented words; small numbers are met more often. */
function word(number: number): string {
  let left = ((number * 2_654_435_761) % 20_736) + 144;
  let text = '';
  while (left > 0) {
    text += SYLLABLES[left % 12] ?? '';
    left = Math.floor(left / 12);
  }
  return text;
}

/** An invented item: a claim of some thirty words, as cards save them, some with notes, some in Khmer. */
export function inventedClaim(index: number): Item {
  const words = Array.from({ length: 30 }, (_each, at) =>
    word(Math.floor(((index * 31 + at * 17) % 997) ** 1.4)),
  );
  return {
    id: `item-${index}`,
    kind: 'claim',
    target: {
      source: `https://site${index % 50}.example/story/${index}`,
      title: `${words[3] ?? ''} ${words[4] ?? ''} ${index}`,
      quote: {
        exact: `${words.join(' ')}${index % 20 === 0 ? ' ទំនប់នេះមានសុវត្ថិភាព' : ''}`,
        prefix: words.slice(0, 5).join(' '),
        suffix: words.slice(5, 9).join(' '),
      },
    },
    speaker: `Speaker ${index % 400}`,
    note: index % 3 === 0 ? `note ${word(index)} ${word(index + 1)}` : '',
    tags: [`tag${index % 40}`],
    collections: [],
    savedAt: index,
    changedAt: index,
  };
}

/** What a reader types, a letter after the other: words, beginnings, two languages. */
export function inventedQueries(count: number): string[] {
  return Array.from({ length: count }, (_each, index) => {
    const words = [word(index * 7), word(index * 13 + 1).slice(0, 1 + (index % 5)), 'ទំនប់'];
    return words.slice(index % 3, (index % 3) + 1 + (index % 2)).join(' ');
  });
}
