import { ELEMENT, type Outline, type OutlineElement, STEP, TEXT } from '@/lib/article/outline';
import { flowOf } from './flow';
import { isElement, isFrame, isSlot, isText, isWritten } from './nodes';
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
  gatherer.visitChildren({ element: root, linked: 0, hidden: 0, depth: 0 });
  return gatherer;
}

/**
 * Where the walk is. Whether the page shows it is asked only where words stand right there: most
 * elements hold others alone, and each question makes the browser look up styles.
 */
type Here = {
  readonly element: Element;
  readonly linked: number;
  readonly depth: number;
  /** The step that entered a block. */
  readonly step?: number;
  /** What an element in the line stands in. */
  readonly around?: Here;
  hidden?: number;
};

/** Attributes that few elements have; asking each element for each would cost more than the walk. */
const RARE =
  '[role],[itemprop],[hidden],[contenteditable],[aria-hidden="true"],[style*="display:none" i],[style*="display: none" i],[style*="visibility" i]';

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

  visitChildren(here: Here, tag = ''): void {
    const { element, depth } = here;
    if (depth > DEEPEST) return;
    const shadow = element.shadowRoot;
    if (shadow) this.enterTree(shadow);
    const assigned = tag === 'slot' && isSlot(element) ? element.assignedNodes() : [];
    for (const child of assigned) this.#visitNode(child, here);
    if (assigned.length > 0) return;
    for (let child = (shadow ?? element).firstChild; child; child = child.nextSibling) {
      this.#visitNode(child, here);
    }
  }

  #visitNode(node: Node, here: Here): void {
    if (isElement(node)) this.#visit(node, here);
    else if (isText(node)) this.#add(node, here);
  }

  #visit(element: Element, here: Here): void {
    const tag = element.localName;
    const flow = flowOf(tag);
    if (flow === undefined) this.#visitInline(element, tag, here);
    else if (flow === 'block') {
      const isRare = this.#rare.has(element);
      if (!isRare || !isHidden(element)) this.#visitBlock(element, tag, [here, isRare]);
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
      this.visitChildren(inner, tag);
      return;
    }
    this.#enter(element, STEP.inline | popup, describe(element, tag, [names, isRare]));
    this.visitChildren(inner, tag);
    this.outline.steps.push(STEP.leave);
  }

  /** A link may hold whole blocks; what hides a line ends with it. */
  #visitBlock(element: Element, tag: string, [{ linked, depth }, isRare]: [Here, boolean]): void {
    const step = this.outline.steps.length;
    this.#enter(element, STEP.block, describe(element, tag, [namesOf(element), isRare]));
    this.#open = false;
    this.visitChildren({ element, linked, depth: depth + 1, step });
    this.#open = false;
    this.outline.steps.push(STEP.leave);
  }

  /** A frame of the same origin is part of the page; of any other, nothing can be read. */
  #visitFrame(frame: Element, here: Here): void {
    const body = isFrame(frame) ? frame.contentDocument?.body : undefined;
    if (!body || isWritten(body.ownerDocument)) return;
    this.enterTree(body);
    this.#visitBlock(body, 'body', [here, false]);
  }

  #enter(element: Element, step: number, described: OutlineElement): void {
    this.outline.steps.push(step);
    this.outline.elements.push(described);
    this.elements.push(element);
  }

  #add(node: Text, here: Here): void {
    const { data } = node;
    const blank = data.trim() === '';
    if ((blank && !this.#open) || this.#length > MOST) return;
    this.#open = true;
    this.#length += data.length;
    this.outline.steps.push(STEP.text | here.linked | this.#hiddenAt(here));
    this.outline.texts.push(blank ? ' ' : data);
    this.nodes.push(node);
  }

  /** Whether words in a place are hidden within their block; tells of the block itself on the way. */
  #hiddenAt(here: Here): number {
    if (here.hidden !== undefined) return here.hidden;
    const { element, around, step } = here;
    if (around) {
      here.hidden = this.#hiddenAt(around) || isHiddenInLine(element) ? TEXT.hidden : 0;
      return here.hidden;
    }
    here.hidden = 0;
    if (step !== undefined && !isShown(element)) {
      this.outline.steps[step] = STEP.block | ELEMENT.hidden;
    }
    return 0;
  }
}

function within(element: Element, tag: string, around: Here): Here {
  const linked = tag === 'a' ? TEXT.linked : around.linked;
  return { element, linked, depth: around.depth + 1, around };
}

function describe(
  element: Element,
  tag: string,
  [names, isRare]: readonly [string, boolean],
): OutlineElement {
  if (!isRare) return [tag, names];
  const role = element.getAttribute('role') ?? '';
  return [tag, names, role, element.getAttribute('itemprop') ?? ''];
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

/** Whether the markup itself hides an element from the reader, or the reader writes in it. */
function isHidden(element: Element): boolean {
  if (Reflect.get(element, 'isContentEditable') === true) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style')?.toLowerCase() ?? '';
  return /display:\s*none|visibility:\s*hidden/u.test(style);
}
