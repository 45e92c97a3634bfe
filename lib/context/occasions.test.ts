import { expect, test } from 'vitest';
import type { StatementLine } from './context';
import { byOccasion } from './occasions';

const LINE = {
  speaker: { ref: 'entity/ada', name: 'Ada' },
  source: { ref: 'source/interview' },
  said: '2024-05-09',
  capacity: 'mayor',
};

function lineOf(ref: string, other: Record<string, unknown> = {}): StatementLine {
  return { ...LINE, ref, ...other } as unknown as StatementLine;
}

test('puts together what one speaker said on one occasion, in the order given', () => {
  const [first, other, second] = [
    lineOf('first'),
    lineOf('other', { speaker: { ref: 'entity/bo', name: 'Bo' } }),
    lineOf('second'),
  ];

  expect(byOccasion([first, other, second])).toEqual([[first, second], [other]]);
});

test.for([
  ['another document', { source: { ref: 'source/reprint' } }],
  ['another day', { said: '2024-05-10' }],
  ['another occasion of that day', { occasion: 'Council' }],
  ['another capacity', { capacity: 'chair of the water board' }],
  ['another speaker of that name', { speaker: { ref: 'entity/ada-2', name: 'Ada' } }],
] as const)('keeps apart what has %s', ([, other]) => {
  expect(byOccasion([lineOf('one'), lineOf('two', other)])).toHaveLength(2);
});

test('holds every statement once', () => {
  const lines = Array.from({ length: 12 }, (_each, at) =>
    lineOf(`${at}`, { said: `2024-05-0${(at % 3) + 1}` }),
  );

  expect(new Set(byOccasion(lines).flat())).toEqual(new Set(lines));
  expect(byOccasion(lines)).toHaveLength(3);
});
