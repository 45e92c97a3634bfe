import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { toAuthored } from '@/lib/collections/authored-out';
import type { Item } from '@/lib/collections/item';
import { readDatasetFolder } from './dataset-folder';

/** What a reader makes of a collection is a folder that the publisher's tools take as it is. */

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('makes of a collection a folder of drafts in which nothing is amiss', async () => {
  const folder = written([
    claim('one', { speaker: 'Véra Duarte', title: 'The dam' }),
    claim('two', { speaker: 'សុខ សាន', title: 'ទំនប់', lang: 'km', note: 'ask\n# again: [x]' }),
    claim('three', { speaker: 'A: "B" {c}', title: '- x: y', lang: 'no language' }),
    { ...claim('four', { speaker: 'Ben Okoro', title: 'undated' }), kind: 'selection' },
  ]);

  const read = await readDatasetFolder(folder);

  expect(read.faults).toEqual([]);
  expect(read.files).toHaveLength(1 + 4 + 1 + 4);
});

test('keeps apart people whose keys would be the same, and pages of one title', () => {
  const files = toAuthored(
    { name: 'Dams' },
    [
      claim('one', { speaker: 'ឯកឧត្តម សុខ សាន', title: 'The dam' }),
      claim('two', { speaker: 'ឯកឧត្តម សុខ ហេង', title: 'The dam' }),
      claim('three', { speaker: 'ឯកឧត្តម សុខ សាន', title: 'The dam' }),
    ],
    '2026-11-25',
  );

  const speakerOf = new Map(
    files.flatMap(({ text }) => {
      const key = /speaker: "(.*)"/u.exec(text)?.[1];
      return key === undefined ? [] : [[/text: "(.*)"/u.exec(text)?.[1], key]];
    }),
  );
  const nameOf = new Map(
    files.flatMap(({ text }) => {
      const name = /\{text: "(.*?)"/u.exec(text)?.[1];
      return name === undefined ? [] : [[/^key: "(.*)"/u.exec(text)?.[1], name]];
    }),
  );
  expect([...speakerOf].map(([words, key]) => [words, nameOf.get(key)])).toEqual([
    ['words one', 'ឯកឧត្តម សុខ សាន'],
    ['words two', 'ឯកឧត្តម សុខ ហេង'],
    ['words three', 'ឯកឧត្តម សុខ សាន'],
  ]);
});

type Facts = {
  readonly speaker: string;
  readonly title: string;
  readonly lang?: string;
  readonly note?: string;
};

function claim(id: string, { speaker, title, lang, note = '' }: Facts): Item {
  return {
    id,
    kind: 'claim',
    target: {
      source: `https://news.example/${id}`,
      title,
      publisher: 'The Example',
      ...(title === 'undated' ? {} : { published: '2025-03-09T10:00:00Z' }),
      ...(lang === undefined ? {} : { lang }),
      quote: { exact: `words ${id}`, prefix: 'she said: ', suffix: ' and went' },
    },
    speaker,
    note,
    tags: [],
    collections: [],
    savedAt: 1,
    changedAt: 1,
  };
}

function written(items: readonly Item[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'collection-'));
  folders.push(folder);
  for (const { name, text } of toAuthored({ name: 'Dams and ទំនប់' }, items, '2026-11-25')) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
