import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

const KINDS = ['mention', 'figure', 'quote'];

test.for(KINDS)('%s has a finder, a test of it, a context and a card', (kind) => {
  const parts = [
    `lib/annotate/${kind}s.ts`,
    `lib/annotate/${kind}s.test.ts`,
    `lib/context/${kind}-context.ts`,
    `components/card/${capitalised(kind)}Card.tsx`,
  ];

  expect(parts.filter((file) => !existsSync(file))).toEqual([]);
});

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
