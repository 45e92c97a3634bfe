import { ELEMENT, type Outline, type OutlineElement, STEP, TEXT } from '@/lib/article/outline';
import { flowOf } from './flow';
import { isElement, isFrame, isSlot, isText } from './nodes';
import { isHiddenInLine, isShown } from './shown';

/** An outline, and what it was taken from: its elements and text nodes, in its order. */
export type Gathered = {
  readonly outline: Outline;
  readonly elements: readonly Element[];
  readonly nodes: readonly Text[];
};

/** Deeper trees are made to break readers, not to be read. */
const DEEPEST = 700;

/** Takes in a page's text once, open shadow roots and same-origin frames included, and changes nothing. */
export function gather(root: Element): Gathered {
  const gatherer = new Gatherer(root);
  gatherer.enterTree(root);
  gatherer.visitChildren(root, { linked: 0, hidden: 0, depth: 0 });
  return gatherer;
}

type Here = { readonly linked: number; readonly hidden: number; readonly depth: number };

/** Attributes that few elements have; asking each element for each would cost more than the walk. */
const RARE =
  '[role],[itemprop],[hidden],[aria-hidden="true"],[style*="display:none" i],[style*="display: none" i],[style*="visibility" i]';

/** The most text that is taken in, in characters: a page with more is too long to be examined. */
const MOST = 2_000_000;

/** Elements in the line whose names say nothing. */
const PLAIN = new Set(['b', 'i', 'em', 'strong', 'u', 'mark', 'sub', 'sup', 'abbr', 'q', 'wbr']);

class Gatherer implements Gathered {
  readonly outline: {
    readonly steps: number[];
    readonly elements: OutlineElement[];
    readonly texts: string[];
  };
  readonly elements: Element[];
  readonly nodes: Text[] = [];
  readonly #rare = new Set<Element>();
  /** Whether words may go on here: blanks between blocks are nobody's. */
  #open = false;
  #length = 0;

  constructor(root: Element) {
    this.outline = { steps: [], elements: [[root.localName, '']], texts: [] };
    this.elements = [root];
  }

  /** Notes the rare attributes of a tree: the page's, a shadow root's or a frame's. */
  enterTree(root: ParentNode): void {
    for (const element of root.querySelectorAll(RARE)) this.#rare.add(element);
  }

  visitChildren(of: Element, here: Here): void {
    if (here.depth > DEEPEST) return;
    const shadow = of.shadowRoot;
    if (shadow) this.enterTree(shadow);
    const assigned = !shadow && isSlot(of) ? of.assignedNodes() : [];
    if (assigned.length > 0) for (const child of assigned) this.#visitNode(child, here);
    else {
      for (let child = (shadow ?? of).firstChild; child; child = child.nextSibling) {
        this.#visitNode(child, here);
      }
    }
  }

  #visitNode(node: Node, here: Here): void {
    if (isText(node)) this.#add(node, here);
    else if (isElement(node)) this.#visit(node, here);
  }

  #visit(element: Element, here: Here): void {
    const tag = element.localName;
    const flow = flowOf(tag);
    if (flow === undefined) this.#visitInline(element, tag, here);
    else if (flow === 'block') {
      const isRare = this.#rare.has(element);
      if (!isRare || !isHidden(element)) this.#visitBlock(element, isRare, here);
    } else if (flow === 'break') this.outline.steps.push(STEP.line);
    else if (flow !== 'silent') {
      this.outline.steps.push(STEP.picture);
      if (flow === 'frame') this.#visitFrame(element, here);
    }
  }

  #visitInline(element: Element, tag: string, here: Here): void {
    const isRare = this.#rare.has(element);
    if (isRare && isHidden(element)) return;
    const inner = within(element, tag, here);
    const popup = tag === 'span' && isPopup(element) ? ELEMENT.popup : 0;
    const names = PLAIN.has(tag) ? '' : namesOf(element);
    if (names === '' && !isRare && popup === 0) {
      this.visitChildren(element, inner);
      return;
    }
    this.#enter(element, STEP.inline | popup, describe(element, names, isRare));
    this.visitChildren(element, inner);
    this.outline.steps.push(STEP.leave);
  }

  /** A link may hold whole blocks; what hides a line ends with it. */
  #visitBlock(element: Element, isRare: boolean, { linked, depth }: Here): void {
    const shown = isShown(element) ? 0 : ELEMENT.hidden;
    this.#enter(element, STEP.block | shown, describe(element, namesOf(element), isRare));
    this.#open = false;
    this.visitChildren(element, { linked, hidden: 0, depth: depth + 1 });
    this.#open = false;
    this.outline.steps.push(STEP.leave);
  }

  /** A frame of the same origin is part of the page; of any other, nothing can be read. */
  #visitFrame(frame: Element, here: Here): void {
    const body = isFrame(frame) ? frame.contentDocument?.body : undefined;
    if (!body) return;
    this.enterTree(body);
    this.#visitBlock(body, false, here);
  }

  #enter(element: Element, step: number, described: OutlineElement): void {
    this.outline.steps.push(step);
    this.outline.elements.push(described);
    this.elements.push(element);
  }

  #add(node: Text, { linked, hidden }: Here): void {
    const { data } = node;
    const blank = data.trim() === '';
    if ((blank && !this.#open) || this.#length > MOST) return;
    this.#open = true;
    this.#length += data.length;
    this.outline.steps.push(STEP.text | linked | hidden);
    this.outline.texts.push(blank ? ' ' : data);
    this.nodes.push(node);
  }
}

function within(element: Element, tag: string, { linked, hidden, depth }: Here): Here {
  return {
    linked: tag === 'a' ? TEXT.linked : linked,
    hidden: hidden || isHiddenInLine(element) ? TEXT.hidden : 0,
    depth: depth + 1,
  };
}

function describe(element: Element, names: string, isRare: boolean): OutlineElement {
  if (!isRare) return [element.localName, names];
  const role = element.getAttribute('role') ?? '';
  return [element.localName, names, role, element.getAttribute('itemprop') ?? ''];
}

/** Classes and id, which are words alike. */
function namesOf({ className, id }: Element): string {
  const classes = typeof className === 'string' ? className : '';
  return id === '' ? classes : `${classes} ${id}`;
}

/** A card about a name that opens over a sentence: pictures and several links in one inline element. */
function isPopup(element: Element): boolean {
  const picture = element.childElementCount === 0 ? null : element.querySelector('img');
  const links = picture ? [...element.querySelectorAll('a')] : [];
  const [first, second] = links;
  if (!picture || !first || !second || !comesBefore(picture, first)) return false;
  const linked = links.reduce((sum, link) => sum + link.textContent.length, 0);
  return linked > element.textContent.length * 0.7;
}

function comesBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

/** Whether the markup itself hides an element from the reader. */
function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style')?.toLowerCase() ?? '';
  return /display:\s*none|visibility:\s*hidden/u.test(style);
}
