import type { Span } from '@/lib/article/span';
import type { Target } from '@/lib/collections/item';
import { factsOf } from './facts';
import { pageText } from './page-text';
import { spanBetween } from './span-between';
import type { TextMap } from './text-map';

/** How many characters of context a saved quote keeps on each side (W3C TextQuoteSelector). */
const CONTEXT = 32;

/** The page as a target, and in it what the reader has selected; reads only, changes nothing. */
export function selectedIn(page: Document, address: string): Target {
  const { canonicalUrl, title, publisher, published, lang } = factsOf(page, address).facts;
  return {
    source: address,
    ...(canonicalUrl === undefined ? {} : { canonical: canonicalUrl }),
    title: title || page.title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(lang === 'und' ? {} : { lang }),
    ...selectorsOf(page),
  };
}

function selectorsOf(page: Document): Pick<Target, 'quote' | 'position'> {
  const selection = page.getSelection();
  const exact = selection?.toString().replaceAll(/\s+/gu, ' ').trim() ?? '';
  if (!selection || exact === '') return {};
  const map = pageText(page);
  const position = spanIn(map, selection.getRangeAt(0));
  // Words of a field, say, are none of the page's: they are kept without a place.
  if (!position) return { quote: { exact, prefix: '', suffix: '' } };
  const { start, end } = position;
  const quote = {
    exact: map.text.slice(start, end),
    prefix: map.text.slice(Math.max(0, start - CONTEXT), start),
    suffix: map.text.slice(end, end + CONTEXT),
  };
  return { quote, position };
}

/** The span of the page's words that a range holds, without the blanks at its ends. */
function spanIn(map: TextMap, range: Range): Span | undefined {
  const parts = map.nodes.flatMap((node) => partIn(node, range) ?? []);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  return spanBetween(
    map,
    { node: first.node, offset: first.from },
    { node: last.node, offset: last.to },
  );
}

/** What a range holds of a text node; a range often begins or ends at the edge of one it only touches. */
function partIn(
  node: Text,
  range: Range,
): { readonly node: Text; readonly from: number; readonly to: number } | undefined {
  if (!range.intersectsNode(node)) return undefined;
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.data.length;
  const words = node.data.slice(from, to);
  if (words.trim() === '') return undefined;
  const before = words.length - words.trimStart().length;
  const after = words.length - words.trimEnd().length;
  return { node, from: from + before, to: to - after };
}
