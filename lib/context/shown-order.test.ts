import { expect, test } from 'vitest';
import type { StatementLine, Why } from './context';
import { inShownOrder } from './shown-order';

const DAY = '2024-05-10';

type Given = {
  readonly speaker?: string;
  readonly said?: string;
  readonly published?: string;
  readonly link?: Why['linkStrength'];
  readonly source?: string;
};

test.for([
  {
    name: 'the firmest link first, whatever the day',
    lines: [
      lineOf('partial', { link: 'partial', said: '2024-05-10' }),
      lineOf('explicit', { link: 'explicit', said: '2019' }),
      lineOf('direct', { link: 'direct', said: '2024-05-09' }),
    ],
    order: ['explicit', 'direct', 'partial'],
  },
  {
    name: 'what had been said by then before what came after, though that is nearer',
    lines: [
      lineOf('day after', { said: '2024-05-11' }),
      lineOf('year before', { said: '2023-05-10' }),
    ],
    order: ['year before', 'day after'],
  },
  {
    name: 'what may have been said after between the two',
    lines: [
      lineOf('after', { said: '2024-05-11' }),
      lineOf('that year', { said: '2024', published: '2025-01-01' }),
      lineOf('before', { said: '2024-05-01' }),
    ],
    order: ['before', 'that year', 'after'],
  },
  {
    name: 'by the day of printing where that is the surer',
    lines: [
      lineOf('month before', { said: '2024-04-10' }),
      lineOf('printed by then', { said: '2024', published: '2024-05-09' }),
    ],
    order: ['printed by then', 'month before'],
  },
  {
    name: 'each speaker once before any a second time',
    lines: [
      lineOf('first', { speaker: 'Ada', said: '2024-05-09' }),
      lineOf('second', { speaker: 'Ada', said: '2024-05-08' }),
      lineOf('other', { speaker: 'Bo', said: '2020' }),
    ],
    order: ['first', 'other', 'second'],
  },
  {
    name: 'what was said on one occasion together, where the firmest of it belongs',
    lines: [
      lineOf('aside', { speaker: 'Ada', link: 'partial', source: 'interview' }),
      lineOf('answer', { speaker: 'Ada', link: 'explicit', source: 'interview' }),
      lineOf('other', { speaker: 'Bo', link: 'direct' }),
      lineOf('elsewhere', { speaker: 'Ada', link: 'partial', source: 'speech' }),
    ],
    order: ['answer', 'aside', 'other', 'elsewhere'],
  },
])('shows $name', ({ lines, order }) => {
  expect(inShownOrder(lines, DAY).map(({ ref }) => ref)).toEqual(order);
  expect(inShownOrder(lines.toReversed(), DAY).map(({ ref }) => ref)).toEqual(order);
});

function lineOf(ref: string, given: Given): StatementLine {
  const { speaker = ref, said, published = 'XXXX', link = 'direct', source = ref } = given;
  return {
    ref,
    ...(said !== undefined && { said }),
    speaker: { ref: speaker },
    source: { ref: source, published },
    why: { linkStrength: link },
  } as unknown as StatementLine;
}
