/** Whether the reader can see an element; documents without styles show everything. */
export function isShown(element: Element): boolean {
  return !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });
}

/** Elements whose words stand in the line as they are, in practice everywhere. */
const PLAIN = new Set(['A', 'B', 'EM', 'I', 'STRONG', 'MARK', 'U']);

/** Whether a text node's words are on the page: not hidden, not kept for screen readers alone. */
export function isOnPage(node: Text, block: Element): boolean {
  for (let at = node.parentElement; at && at !== block; at = at.parentElement) {
    if (!isShown(at) || (!PLAIN.has(at.tagName) && isClipped(at))) return false;
  }
  return true;
}

/** The common ways to hide words from the eye alone: a clipped box, or one of a single pixel. */
function isClipped(element: Element): boolean {
  if (!('checkVisibility' in element)) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.position !== 'absolute') return false;
  const clipped = style.clip !== 'auto' || style.clipPath !== 'none';
  return clipped || (style.overflow === 'hidden' && Number.parseFloat(style.width) <= 1);
}
