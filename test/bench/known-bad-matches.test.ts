import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '@/lib/annotate/mentions';
import { articleFromText } from '@/lib/article/article';
import { noNames } from '@/lib/names/names';

type Bad = { readonly text: string; readonly never: string; readonly why: string };

/** Matches that a reader met once and must never meet again; add a line for each new one. */
const known = readFileSync(new URL('../known-bad-matches.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Bad);

test.for(known)('marks no "$never": $why', ({ text, never }) => {
  const found = findMentions(articleFromText(text), noNames);

  expect(found.map(({ span }) => text.slice(span.start, span.end))).not.toContain(never);
});
