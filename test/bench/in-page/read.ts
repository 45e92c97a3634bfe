import type { Span } from '@/lib/article/span';
import type { Body } from '@/lib/article/find-body';
import { gatherArticle, type Gathering, type Reading, readingOf } from '@/lib/page/read';
import { spanBetween } from '@/lib/page/span-between';
import type { TextMap } from '@/lib/page/text-map';

/** Runs in a page of the benchmark: reading, and whether every span stands where the map says. */
let gathering: Gathering | undefined;
let reading: Reading | undefined;

Object.assign(globalThis, {
  /** The question that goes to the background, as it is sent. */
  gather: (): string => {
    gathering = gatherArticle(document, location.href);
    return gathering ? JSON.stringify({ outline: gathering.outline, facts: gathering.facts }) : '';
  },
  read: (body: Body): number => {
    reading = gathering && readingOf(gathering, body);
    return reading?.article.text.length ?? 0;
  },
  exactness: (): { spans: number; wrong: string[] } => {
    if (!reading) return { spans: 0, wrong: [] };
    const { article, map } = reading;
    const spans = [...article.blocks, ...someSpans(article.text)];
    const wrong = spans.filter((span) => !standsThere(map, span));
    return {
      spans: spans.length,
      wrong: wrong.map(({ start, end }) => article.text.slice(start, end)),
    };
  },
});

/** Spans all over the text, the same at every run, that begin and end at words. */
function someSpans(text: string): Span[] {
  const spans: Span[] = [];
  const words = [...text.matchAll(/\S+/gu)];
  for (let at = 0; at < words.length; at += 7) {
    const first = words[at];
    const last = words[Math.min(words.length - 1, at + (at % 23))];
    if (first && last) spans.push({ start: first.index, end: last.index + last[0].length });
  }
  return spans;
}

/** A span's ranges say its words, and lead back to it. */
function standsThere(map: TextMap, span: Span): boolean {
  const ranges = map.rangesOf(span);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return false;
  const said = bare(ranges.map(wordsUnder).join(''));
  const back = spanBetween(
    map,
    { node: first.startContainer as Text, offset: first.startOffset },
    { node: last.endContainer as Text, offset: last.endOffset },
  );
  return (
    said === bare(map.text.slice(span.start, span.end)) &&
    back?.start === span.start &&
    back.end === span.end
  );
}

/** The words under a range that the reader sees: those of the text nodes that the map knows. */
function wordsUnder(range: StaticRange): string {
  const known = new Set<Node>(reading?.map.nodes);
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const root = live.commonAncestorContainer;
  if (root.nodeType === Node.TEXT_NODE) return live.toString();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!known.has(node) || !live.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    words += (node.nodeValue ?? '').slice(from, to);
  }
  return words;
}

function bare(words: string): string {
  return words
    .replaceAll(/[\s\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replaceAll(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'));
}
