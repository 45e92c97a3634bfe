import { expect, test } from 'vitest';
import { TextMapBuilder } from './text-map';
import { articleFromText } from '@/lib/article/article';
import type { Finding } from '@/lib/reading/finding';
import { emptyState } from '@/lib/reading/page-state';
import type { Examination } from './examined';
import { keptId } from './kept-finding';

const FIRST = 'The Harbour Board met Ada Marsh on Monday.';
const SECOND = 'In the evening Ada Marsh left the harbour.';
const NEWS = 'Ada Marsh is back, and Ada Marsh will stay.';

/** An article of these paragraphs, in which each "Ada Marsh" was found. */
function examined(...paragraphs: readonly Text[]): Examination {
  const builder = new TextMapBuilder();
  for (const node of paragraphs) {
    builder.addNode(node);
    builder.breakBlock();
  }
  const map = builder.build();
  const article = articleFromText(map.text, { title: 'Harbour', lang: 'en' });
  const reading = { article, map, titleMap: map, container: document.body, unread: [] };
  const findings = [...map.text.matchAll(/Ada Marsh/gu)].map(({ index }, at) => found(index, at));
  return { reading: { ...reading, factChecks: [] }, findings, state: emptyState('', 'marked') };
}

function found(start: number, at: number): Finding {
  const span = { start, end: start + 9 };
  return {
    id: `b${at}`,
    mark: 'person',
    annotation: { kind: 'mention', of: 'person', span, name: 'Ada Marsh', entities: [] },
    weight: 'direct',
    label: 'Ada Marsh',
    inTitle: false,
  };
}

function shown(...paragraphs: readonly string[]): Text[] {
  const nodes = paragraphs.map((words) => document.createTextNode(words));
  document.body.replaceChildren(...nodes);
  return nodes;
}

test('a finding is known again below an entry that has come in', () => {
  const [news, ...old] = shown(NEWS, FIRST, SECOND);

  const before = examined(...old);
  const now = examined(...(news ? [news] : []), ...old);

  expect(keptId('b0', before, now)).toBe('b2');
  expect(keptId('b1', before, now)).toBe('b3');
});

test.for([
  { name: 'in other nodes', later: [NEWS, FIRST, SECOND], expected: 'b3' },
  {
    name: 'where a note was put before it',
    later: [FIRST, `Mended at ten: ${SECOND}`],
    expected: 'b1',
  },
  { name: 'where the entry goes on', later: [`${SECOND} Her car waited.`], expected: 'b0' },
  { name: 'not where the words are gone', later: [FIRST, NEWS], expected: undefined },
])('a finding is known again by the words around it, $name', ({ later, expected }) => {
  const before = examined(...shown(FIRST, SECOND));

  const now = examined(...shown(...later));

  expect(keptId('b1', before, now)).toBe(expected);
});
