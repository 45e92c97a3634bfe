import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '@/lib/annotate/annotate';
import type { Annotations } from '@/lib/annotate/annotation';
import { articleFromText } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { noNames } from '@/lib/names/names';

/** What may never be marked: a name where nothing else is said, a figure, only as a statistic, or a quote. */
type Bad = {
  readonly text: string;
  readonly never: string;
  readonly why: string;
  readonly kind?: keyof typeof MARKED;
};

const MARKED = {
  mention: ({ mentions }: Annotations): Span[] => mentions.map(({ span }) => span),
  figure: ({ figures }: Annotations): Span[] => figures.map(({ span }) => span),
  statistic: ({ figures }: Annotations): Span[] =>
    figures.filter(({ statistic }) => statistic).map(({ span }) => span),
  quote: ({ quotes }: Annotations): Span[] => quotes.flatMap(({ segments }) => segments),
};

/** Matches that a reader met once and must never meet again; add a line for each new one. */
const known = readFileSync(new URL('../known-bad-matches.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Bad);

test.for(known)('marks no "$never": $why', ({ text, never, kind = 'mention' }) => {
  const found = MARKED[kind](annotate(articleFromText(text), noNames));

  expect(found.map(({ start, end }) => text.slice(start, end))).not.toContain(never);
});
