/** Elements that stand on lines of their own; the headless documents have no styles to ask. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Elements whose text is no words of the page. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT BUTTON IFRAME OBJECT SVG MATH CANVAS AUDIO VIDEO INPUT'.split(
    ' ',
  ),
);

/** Whether an element begins and ends a block. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName.toUpperCase());
}

/** Whether an element's text is never read: code, fields, or hidden from the reader. */
export function isSilent(element: Element): boolean {
  if (SILENT.has(element.tagName.toUpperCase())) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display:\s*none|visibility:\s*hidden/iu.test(style);
}

/** The nearest block around a node, up to the root given. */
export function blockAround(node: Node, root: Element): Element {
  let element = node.parentElement;
  while (element && element !== root && !isBlock(element)) element = element.parentElement;
  return element ?? root;
}
