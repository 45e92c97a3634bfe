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
  while (gatherer.goOn());
  return gatherer;
}

/** The clock, in milliseconds, and what lets the page's own work go first. */
export type Slices = { readonly now: () => number; readonly pause: () => Promise<void> };

/** The longest that a page waits for us at once, well below what a reader could feel. */
const SLICE_MS = 12;
const NODES_A_LOOK = 100;

/** The same in slices: a long page would else stand still. What it changes meanwhile wakes us again. */
export async function gatherInSlices(root: Element, { now, pause }: Slices): Promise<Gathered> {
  const gatherer = new Gatherer(root);
  let until = now() + SLICE_MS;
  for (let count = 1; gatherer.goOn(); count += 1) {
    if (count % NODES_A_LOOK !== 0 || now() < until) continue;
    await pause();
    until = now() + SLICE_MS;
  }
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

/** An element whose children are being walked, and how it is left. */
type Entered = {
  readonly here: Here;
  readonly leave: 'block' | 'inline' | 'unnamed';
  next: Node | null;
  /** The nodes that a slot shows in place of its own. */
  readonly assigned: Node[] | undefined;
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
  readonly #entered: Entered[] = [];
  /** Whether words may go on here: blanks between blocks are nobody's. */
  #open = false;
  #length = 0;

  constructor(root: Element) {
    this.outline = { steps: [], elements: [[root.localName, '']], texts: [] };
    this.elements = [root];
    this.#enterTree(root);
    this.#walk({ element: root, linked: 0, hidden: 0, depth: 0 }, '', 'unnamed');
  }

  /** Takes in one node more; @returns false when there is none. */
  goOn(): boolean {
    const around = this.#entered.at(-1);
    if (!around) return false;
    const node = around.assigned ? around.assigned.shift() : around.next;
    if (!node) {
      this.#leave(around);
      return true;
    }
    around.next = node.nextSibling;
    if (isElement(node)) this.#visit(node, around.here);
    else if (isText(node)) this.#add(node, around.here);
    return true;
  }

  /** Notes the rare attributes of a tree: the page's, a shadow root's or a frame's. */
  #enterTree(root: ParentNode): void {
    for (const element of root.querySelectorAll(RARE)) this.#rare.add(element);
  }

  #walk(here: Here, tag: string, leave: Entered['leave']): void {
    const { element, depth } = here;
    const shadow = element.shadowRoot;
    if (shadow) this.#enterTree(shadow);
    const assigned = tag === 'slot' && isSlot(element) ? element.assignedNodes() : [];
    const next = depth > DEEPEST ? null : (shadow ?? element).firstChild;
    this.#entered.push({ here, leave, next, assigned: assigned.length > 0 ? assigned : undefined });
  }

  #leave({ leave }: Entered): void {
    this.#entered.pop();
    if (leave === 'unnamed') return;
    if (leave === 'block') this.#open = false;
    this.outline.steps.push(STEP.leave);
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
    const isNamed = names !== '' || isRare || popup !== 0;
    if (isNamed) this.#enter(element, STEP.inline | popup, describe(element, tag, [names, isRare]));
    this.#walk(inner, tag, isNamed ? 'inline' : 'unnamed');
  }

  /** A link may hold whole blocks; what hides a line ends with it. */
  #visitBlock(element: Element, tag: string, [{ linked, depth }, isRare]: [Here, boolean]): void {
    const step = this.outline.steps.length;
    this.#enter(element, STEP.block, describe(element, tag, [namesOf(element), isRare]));
    this.#open = false;
    this.#walk({ element, linked, depth: depth + 1, step }, tag, 'block');
  }

  /** A frame of the same origin is part of the page; of any other, nothing can be read. */
  #visitFrame(frame: Element, here: Here): void {
    const body = isFrame(frame) ? frame.contentDocument?.body : undefined;
    if (!body || isWritten(body.ownerDocument)) return;
    this.#enterTree(body);
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
