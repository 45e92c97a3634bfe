import { flowOf } from './flow';
import { isElement, isFrame, isSlot, isText } from './nodes';
import { isHiddenInLine, isShown } from './shown';
import { type TextMap, TextMapBuilder } from './text-map';

/** Deeper trees are made to break readers, not to be read. */
const DEEPEST = 700;

/** Elements whose text nobody reads as the page's words. */
const NO_WORDS = new Set(
  'script style noscript template textarea select datalist object svg math audio video canvas map input'.split(
    ' ',
  ),
);

/**
 * All words that a page shows, article or not, in order, open shadow roots and same-origin frames
 * included. For what the reader points at by hand; what the product reads by itself is the article.
 */
export function pageText(page: Document): TextMap {
  const builder = new TextMapBuilder();
  if (page.body) visitChildren(page.body, builder, 0);
  builder.breakBlock();
  return builder.build();
}

function visitChildren(of: Element, builder: TextMapBuilder, depth: number): void {
  if (depth > DEEPEST) return;
  let last: Text | undefined;
  for (const node of childrenOf(of)) {
    if (isText(node)) builder.addNode((last = node));
    else if (!isElement(node)) continue;
    else if (node.localName === 'br') builder.breakLine(last);
    else visit(node, builder, depth + 1);
  }
}

function visit(element: Element, builder: TextMapBuilder, depth: number): void {
  const name = element.localName;
  if (NO_WORDS.has(name)) return;
  const body = isFrame(element) ? element.contentDocument?.body : undefined;
  if (flowOf(name) === undefined) {
    if (!isHiddenInLine(element)) visitChildren(element, builder, depth);
  } else if (isShown(element)) {
    builder.breakBlock();
    visitChildren(body ?? element, builder, depth);
    builder.breakBlock();
  }
}

function childrenOf(element: Element): readonly Node[] {
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  return assigned.length > 0 ? assigned : [...(element.shadowRoot ?? element).childNodes];
}
