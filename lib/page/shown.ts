/** Whether the reader can see an element; documents without styles show everything. */
export function isShown(element: Element): boolean {
  return !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });
}

/** Elements whose words stand in the line as they are, in practice everywhere. */
const PLAIN = new Set(['A', 'B', 'EM', 'I', 'STRONG', 'MARK', 'U']);

/** Whether an element in the line keeps its words from the eye: hidden, or for screen readers alone. */
export function isHiddenInLine(element: Element): boolean {
  return !isShown(element) || (!PLAIN.has(element.tagName) && isClipped(element));
}

/** The common ways to hide words from the eye alone: a clipped box, or one of a single pixel. */
function isClipped(element: Element): boolean {
  if (!('checkVisibility' in element)) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.position !== 'absolute') return false;
  const clipped = style.clip !== 'auto' || style.clipPath !== 'none';
  return clipped || (style.overflow === 'hidden' && Number.parseFloat(style.width) <= 1);
}
