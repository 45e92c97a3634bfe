import { isDocument } from './nodes';
// The package's own entry would also bring isProbablyReaderable, which the reader has no use for.
import Readability from '@mozilla/readability/Readability.js';
import { textsIn } from './texts-in';

/**
 * The live text nodes of the article's body by Mozilla's Readability, which works on a clone: its text nodes
 * keep their identity while it moves them about, and each knows the live node that it was copied from.
 */
export function secondOpinion(page: Document): ReadonlySet<Text> | undefined {
  const clone = page.cloneNode(true);
  if (!isDocument(clone)) return undefined;
  const liveOf = pairTexts(page, clone);
  const parser = new Readability<Node>(clone, {
    keepClasses: true,
    charThreshold: 250,
    serializer: (element) => element,
  });
  const content = parser.parse()?.content;
  if (!content) return undefined;
  const found = new Set<Text>();
  for (const text of textsIn(content)) {
    const live = liveOf.get(text);
    if (live) found.add(live);
  }
  return found.size > 0 ? found : undefined;
}

function pairTexts(page: Document, clone: Document): WeakMap<Node, Text> {
  const pairs = new WeakMap<Node, Text>();
  const copies = textsIn(clone);
  for (const live of textsIn(page)) {
    const copy = copies.next().value;
    if (copy) pairs.set(copy, live);
  }
  return pairs;
}
