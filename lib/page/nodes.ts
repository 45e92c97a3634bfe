/** What a node is, by what it has: those of frames are of classes of their own. */

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isDocument(node: Node): node is Document {
  return node.nodeType === 9;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

export function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedNodes' in element;
}

/** Whether a whole document is being written: an editor's frame, as compose windows have them. */
type Root = Node & { readonly designMode?: string; readonly body?: HTMLElement };

export function isWritten({ designMode, body }: Root): boolean | undefined {
  return designMode === 'on' || body?.isContentEditable;
}

export function isFrame(element: Element): element is HTMLIFrameElement {
  return 'contentDocument' in element;
}
