import { isText } from './nodes';

/** Every text node below a node, in document order, without recursion. */
export function* textsIn(root: Node): Generator<Text, void> {
  let node: Node | null = root.firstChild;
  while (node) {
    if (isText(node)) yield node;
    let next: Node | null = node.firstChild ?? node.nextSibling;
    while (!next && node.parentNode && node.parentNode !== root) {
      node = node.parentNode;
      next = node.nextSibling;
    }
    node = next;
  }
}
