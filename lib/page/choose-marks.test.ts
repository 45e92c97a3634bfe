import { expect, test } from 'vitest';
import type { Article } from '@/lib/article/article';
import type { Weight } from '@/lib/context/context';
import type { Finding } from '@/lib/reading/finding';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { chooseMarks } from './choose-marks';

const TEXT = 'Ana Ruiz spoke.\nLater\nAna Ruiz spoke again.';
const article: Article = {
  title: 'A title',
  lang: 'en',
  text: TEXT,
  blocks: [
    { start: 0, end: 15, kind: 'paragraph' },
    { start: 16, end: 21, kind: 'heading' },
    { start: 22, end: 43, kind: 'paragraph' },
  ],
};

function person(id: string, start: number, weight: Weight): Finding {
  const span = { start, end: start + 8 };
  const annotation = {
    kind: 'mention',
    of: 'person',
    span,
    name: 'Ana Ruiz',
    entities: [],
  } as const;
  return { id, mark: 'person', annotation, weight, label: 'Ana Ruiz', inTitle: false };
}

const findings = [
  person('first', 0, 'direct'),
  person('same-section', 1, 'direct'),
  person('unknown', 2, 'none'),
  person('weak', 3, 'some'),
  person('next-section', 22, 'direct'),
];

test.for<{ density: Settings['density']; ids: string[] }>([
  { density: 'all', ids: ['first', 'same-section', 'unknown', 'weak', 'next-section'] },
  { density: 'normal', ids: ['first', 'same-section', 'weak', 'next-section'] },
  { density: 'quiet', ids: ['first', 'next-section'] },
])('draws at density $density', ({ density, ids }) => {
  const marks = chooseMarks(findings, article, { ...DEFAULT_SETTINGS, density });

  expect(marks.map(({ id }) => id)).toEqual(ids);
});

test('leaves out kinds that the reader does not want', () => {
  const kinds = { ...DEFAULT_SETTINGS.kinds, person: false };

  expect(chooseMarks(findings, article, { ...DEFAULT_SETTINGS, kinds })).toEqual([]);
});
