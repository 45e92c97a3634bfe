import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '@/lib/article/span';
import { spanBetween } from './span-between';
import { type TextMap, TextMapBuilder } from './text-map';

/** What stands in a page's text nodes: words, and everything that is folded, dropped or spelled out. */
const scrap = fc.constantFrom(
  'minister',
  'NGOs',
  'of',
  ' ',
  ' ',
  '  ',
  '\n   ',
  '\u00A0',
  'co\u00ADoperate',
  '\u200B',
  '\u202F',
  '\u2067Zeynep\u2069',
  '12\u200E',
  '\u{1D57F}\u{1D58D}e',
  'Jose\u0301',
  'of\uFB01ce',
  'e\uFB00ect',
  'ក្រសួង',
  '“quoted”',
  '😀',
  'é',
);
type Leaf = { readonly words: string } | 'br';
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(scrap, { maxLength: 6 }).map((parts) => ({ words: parts.join('') })),
  },
  { weight: 1, arbitrary: fc.constant('br' as const) },
);
type Inline = Leaf | { readonly tag: string; readonly inside: readonly Inline[] };
const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.record({
        tag: fc.constantFrom('b', 'a', 'span', 'em'),
        inside: fc.array(tie('inline'), { maxLength: 4 }),
      }),
    },
  ),
}));
const paragraphs = fc.array(fc.array(inline, { minLength: 1, maxLength: 7 }), {
  minLength: 1,
  maxLength: 4,
});

function grow(inside: readonly Inline[], parent: Element, builder: TextMapBuilder): void {
  for (const each of inside) {
    if (each === 'br') {
      builder.breakLine(parent.lastChild instanceof Text ? parent.lastChild : undefined);
      parent.append(document.createElement('br'));
    } else if ('words' in each) {
      const node = document.createTextNode(each.words);
      parent.append(node);
      builder.addNode(node);
    } else {
      const element = document.createElement(each.tag);
      parent.append(element);
      grow(each.inside, element, builder);
    }
  }
}

function mapOver(tree: readonly (readonly Inline[])[]): TextMap {
  document.body.replaceChildren();
  const builder = new TextMapBuilder();
  for (const inside of tree) {
    const paragraph = document.createElement('p');
    document.body.append(paragraph);
    grow(inside, paragraph, builder);
    builder.breakBlock();
  }
  return builder.build();
}

/** Words without white space and marks, ligatures spelled out: what a range and its text share. */
function bare(words: string): string {
  return words.normalize('NFKC').replaceAll(/[\s\u00AD\u200B\u200E\u2067\u2069]/gu, '');
}

function wordsUnder(range: StaticRange): string {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}

/** A span between characters that are no blanks, from two shares of the text's length. */
function spanAt(text: string, from: number, share: number): Span | undefined {
  const start = Math.floor(from * text.length);
  const end = start + 1 + Math.floor(share * (text.length - start - 1));
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const first = start + words.indexOf(trimmed);
  return { start: first, end: first + trimmed.length };
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a range over a span says the words of the span', () => {
  fc.assert(
    fc.property(paragraphs, share, share, (tree, from, length) => {
      const map = mapOver(tree);
      const span = spanAt(map.text, from, length);
      if (!span) return;

      const range = map.rangesOf(span)[0];

      expect(range).toBeDefined();
      const said = bare(map.text.slice(span.start, span.end));
      // A span may begin or end inside a ligature, of which a range can only have the whole.
      expect(range && bare(wordsUnder(range))).toContain(said);
      expect(range && bare(wordsUnder(range)).length - said.length).toBeLessThanOrEqual(4);
    }),
    { numRuns: 400 },
  );
});

test('the places of a range lead back to its span', () => {
  fc.assert(
    fc.property(paragraphs, share, share, (tree, from, length) => {
      const map = mapOver(tree);
      const span = spanAt(map.text, from, length);
      const range = span && map.rangesOf(span)[0];
      if (!span || !range) return;

      const back = spanBetween(
        map,
        { node: range.startContainer as Text, offset: range.startOffset },
        { node: range.endContainer as Text, offset: range.endOffset },
      );

      expect(back).toBeDefined();
      expect(back?.start).toBeLessThanOrEqual(span.start);
      expect(back?.end).toBeGreaterThanOrEqual(span.end);
      const widened = map.text.slice(back?.start, back?.end).length - (span.end - span.start);
      expect(widened).toBeLessThanOrEqual(4);
    }),
    { numRuns: 400 },
  );
});

test('how a page splits its words into nodes does not change the text', () => {
  fc.assert(
    fc.property(paragraphs, fc.array(fc.nat(40), { maxLength: 8 }), (tree, cuts) => {
      const { text, nodes } = mapOver(tree);
      const builder = new TextMapBuilder();
      let block: Element | null | undefined;

      for (const node of nodes) {
        const here = node.parentElement?.closest('p');
        if (block && here !== block) builder.breakBlock();
        block = here;
        if (node.previousSibling instanceof HTMLBRElement) builder.breakLine(node);
        const cut = cuts[node.data.length % Math.max(1, cuts.length)] ?? 0;
        const rest = cut > 0 && cut < node.data.length ? node.splitText(cut) : undefined;
        builder.addNode(node);
        if (rest) builder.addNode(rest);
      }

      expect(builder.build().text.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
    }),
    { numRuns: 200 },
  );
});

/** What a page does to its own nodes while we hold on to them. */
const CHANGES: Readonly<Record<string, (node: Text, at: number) => void>> = {
  split: (node, at) => void node.splitText(at),
  cut: (node, at) => node.deleteData(at, 3),
  add: (node, at) => node.insertData(at, 'new '),
  swap: (node, at) => node.replaceData(at, 2, 'zz'),
  remove: (node) => node.remove(),
  copy: (node) => node.replaceWith(node.cloneNode()),
  move: (node) => document.body.firstElementChild?.prepend(node),
  join: (node) => node.parentElement?.normalize(),
};
const storm = fc.array(
  fc.record({
    change: fc.constantFrom(...Object.keys(CHANGES)),
    node: fc.nat(30),
    at: fc.nat(12),
  }),
  { minLength: 1, maxLength: 12 },
);

test('whatever storm goes through the page, a range says the words of its span or is not there', () => {
  let standing = 0;
  fc.assert(
    fc.property(paragraphs, storm, share, share, (...[tree, changes, from, length]) => {
      const map = mapOver(tree);
      const span = spanAt(map.text, from, length);
      if (!span) return;

      for (const { change, node: index, at } of changes) {
        const node = map.nodes[index % map.nodes.length];
        // Words where none stood before are the page's business until it is read again.
        if (node && /[\p{L}\p{N}]/u.test(node.data))
          CHANGES[change]?.(node, Math.min(at, node.data.length));
      }

      const ranges = map.rangesOf(span);
      if (ranges.length === 0) return;
      standing += 1;
      const runs = map.nodes.filter((node) => node.isConnected);
      expect(runs.length).toBeGreaterThan(0);
      expect(bare(ranges.map(wordsUnder).join(''))).toContain(
        bare(map.text.slice(span.start, span.end)),
      );
    }),
    { numRuns: 600 },
  );
  expect(standing).toBeGreaterThan(50);
});

test('text is tidy: single blanks, none at the borders of blocks, no marks without width', () => {
  fc.assert(
    fc.property(paragraphs, (tree) => {
      const { text } = mapOver(tree);

      expect(text).not.toMatch(
        / {2}|^ | $|\n |\s\n|[\u00AD\u200B\u200E\u2060\u2067\u2069\uFEFF\uFB00-\uFB06]/u,
      );
    }),
  );
});

test('a line break inside a paragraph is one blank', () => {
  const { text } = mapOver([[{ words: 'Kandal ' }, 'br', { words: 'province' }]]);

  expect(text).toBe('Kandal province');
});

test('words that the page has changed since have no range', () => {
  const map = mapOver([[{ words: 'The minister spoke.' }]]);
  const [node] = map.nodes;

  node?.replaceData(4, 8, 'engineer');

  expect(map.rangesOf({ start: 4, end: 12 })[0]).toBeUndefined();
  expect(map.rangesOf({ start: 0, end: 3 })[0]).toBeUndefined();
});

test('words in nodes that have left the page have no range', () => {
  const map = mapOver([[{ words: 'The minister spoke.' }]]);

  document.body.replaceChildren();

  expect(map.rangesOf({ start: 4, end: 12 })[0]).toBeUndefined();
});

test('a span over a shadow root and the page around it has a range in each', () => {
  const [host, inner, outer] = ['div', 'p', 'p'].map((tag) => document.createElement(tag));
  inner?.append('inside');
  outer?.append('outside');
  host?.attachShadow({ mode: 'open' }).append(inner ?? '');
  document.body.replaceChildren(host ?? '', outer ?? '');
  const builder = new TextMapBuilder();
  for (const paragraph of [inner, outer]) {
    builder.addNode(paragraph?.firstChild as Text);
    builder.breakBlock();
  }

  const map = builder.build();

  expect(map.rangesOf({ start: 0, end: map.text.length }).map(wordsUnder)).toEqual([
    'inside',
    'outside',
  ]);
});
