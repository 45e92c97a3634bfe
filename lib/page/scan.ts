import { flowOf, isSentenceElement } from './blocks';
import { NOT_BODY, PART, partsNamed } from './part-names';
import { isShown } from './shown';

/** An element that text stands in: a block, or an inline part with a name of its own. */
export type Box = {
  readonly element: Element;
  /** The element's name in lower case. */
  readonly tag: string;
  readonly parent: Box | undefined;
  readonly depth: number;
  /** Bits of `PART` that its own name, role and tag say. */
  readonly own: number;
  /** Bits that hold for its words, its surroundings' included; settled when the scan is done. */
  parts: number;
  /** Characters of prose in it, with and without what stands in parts that are no body. */
  prose: number;
  good: number;
  /** All other characters in it, and those inside links. */
  other: number;
  linked: number;
  /** Whether the page's headline stands in it, or what a name calls the body. */
  holdsHeadline: boolean;
  holdsBody: boolean;
  /** Pictures in it, at most two boxes deep. */
  pictures: number;
};

/** The words between two block borders, and the text nodes that carry them. */
export type Piece = {
  readonly box: Box;
  readonly nodes: (Text | 'line')[];
  /** Characters, and those of them inside links. */
  length: number;
  linked: number;
  /** Characters that count as prose: sentences outside links. */
  prose: number;
  /** Whether a picture stands between the piece before and this one. */
  readonly afterPicture: boolean;
};

/** A page's text in document order, with the boxes that it stands in; parents before children. */
export type Scan = {
  readonly pieces: readonly Piece[];
  readonly boxes: readonly Box[];
  readonly root: Box;
};

/** Deeper trees are made to break readers, not to be read. */
const DEEPEST = 700;

/** Takes in a page's text once, open shadow roots and same-origin frames included, and changes nothing. */
export function scan(body: Element): Scan {
  const scanner = new Scanner(body);
  scanner.enterTree(body);
  scanner.visitChildren(body, { box: scanner.root, link: false, depth: 0 });
  scanner.close();
  return scanner;
}

type Here = { readonly box: Box; readonly link: boolean; readonly depth: number };

/** Attributes that few elements have; asking each element for each would cost more than the walk. */
const RARE =
  '[role],[itemprop],[hidden],[aria-hidden="true"],[style*="display:none" i],[style*="display: none" i],[style*="visibility" i]';

class Scanner {
  readonly pieces: Piece[] = [];
  readonly boxes: Box[] = [];
  readonly root: Box;
  readonly #rare = new Set<Element>();
  #piece: Piece | undefined;
  #breaks = 0;
  #picture = false;

  constructor(body: Element) {
    this.root = boxOf(body, undefined, 0);
    this.boxes.push(this.root);
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
    if (flow === undefined || flow === 'block') this.#enter(element, { tag, flow }, here);
    else if (flow === 'break') this.#breaks += 1;
    else if (flow !== 'silent') {
      this.#notePicture(here.box);
      if (flow === 'frame') this.#visitFrame(element, here);
    }
  }

  #enter(
    element: Element,
    { tag, flow }: { readonly tag: string; readonly flow: 'block' | undefined },
    { box, link, depth }: Here,
  ): void {
    const isRare = this.#rare.has(element);
    if (isRare && isHidden(element)) return;
    const inner = { box, link: link || tag === 'a', depth: depth + 1 };
    if (flow === undefined && PLAIN.has(tag)) {
      this.visitChildren(element, inner);
      return;
    }
    const parts = partsOf(element, tag) | (isRare ? partsSaid(element) : 0);
    const treatment = flow === 'block' ? 'box' : treatmentOf(element, parts, box);
    if (treatment === 'through') this.visitChildren(element, inner);
    if (treatment === 'box') this.#visitBox(element, parts, inner);
  }

  #visitBox(element: Element, parts: number, { box, link, depth }: Here): void {
    this.close();
    const inner = boxOf(element, box, parts);
    this.boxes.push(inner);
    this.visitChildren(element, { box: inner, link, depth });
    this.close();
  }

  /** A frame of the same origin is part of the page; of any other, nothing can be read. */
  #visitFrame(frame: Element, here: Here): void {
    const body = isFrame(frame) ? frame.contentDocument?.body : undefined;
    if (!body) return;
    this.enterTree(body);
    this.#visitBox(body, 0, { ...here, depth: here.depth + 1 });
  }

  #notePicture(box: Box): void {
    for (let at: Box | undefined = box; at && at.depth > box.depth - 3; at = at.parent) {
      at.pictures += 1;
    }
    this.#picture = true;
  }

  #add(node: Text, { box, link }: Here): void {
    const length = node.data.trim().length;
    if (length === 0) {
      this.#piece?.nodes.push(node);
      return;
    }
    if (this.#breaks > 1) this.close();
    const piece = (this.#piece ??= newPiece(box, this.#picture));
    if (this.#breaks === 1 && piece.nodes.length > 0) piece.nodes.push('line');
    this.#breaks = 0;
    this.#picture = false;
    piece.nodes.push(node);
    piece.length += length;
    if (link) piece.linked += length;
  }

  /** Ends the piece at hand, if there is one. */
  close(): void {
    const piece = this.#piece;
    this.#breaks = 0;
    if (!piece) return;
    this.#piece = undefined;
    piece.prose = proseOf(piece);
    if (piece.prose === 0 || isShown(piece.box.element)) this.pieces.push(piece);
  }
}

/** Elements in the line whose names say nothing. */
const PLAIN = new Set(['b', 'i', 'em', 'strong', 'u', 'mark', 'sub', 'sup', 'abbr', 'q', 'wbr']);

/** Whether an element in the line is passed over, looked through, or a box of its own. */
function treatmentOf(element: Element, parts: number, around: Box): 'skip' | 'through' | 'box' {
  const popup = isPopup(element);
  if ((parts & NOT_BODY) === 0 && !popup) return 'through';
  if (!isSentenceElement(around.tag)) return 'box';
  return popup || (parts & PART.hidden) !== 0 ? 'skip' : 'through';
}

function newPiece(box: Box, afterPicture: boolean): Piece {
  return { box, nodes: [], length: 0, linked: 0, prose: 0, afterPicture };
}

/** A card about a name that opens over a sentence: pictures and several links in one inline element. */
function isPopup(element: Element): boolean {
  if (element.localName !== 'span' || element.childElementCount === 0) return false;
  const picture = element.querySelector('img');
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

const PART_OF_TAG: Readonly<Record<string, number>> = {
  aside: PART.related,
  figcaption: PART.caption,
  tfoot: PART.navigation,
  form: PART.promotion,
  dialog: PART.promotion,
  address: PART.meta,
};
const PART_OF_ROLE: Readonly<Record<string, number>> = {
  navigation: PART.navigation,
  complementary: PART.related,
  contentinfo: PART.navigation,
  banner: PART.navigation,
  dialog: PART.promotion,
  search: PART.navigation,
};

function partsOf({ className, id }: Element, tag: string): number {
  const named =
    (typeof className === 'string' && className !== '' ? partsNamed(className) : 0) |
    (id === '' ? 0 : partsNamed(id));
  return (PART_OF_TAG[tag] ?? 0) | named;
}

/** What an element says of itself by role or microdata. */
function partsSaid(element: Element): number {
  const itemprop = element.getAttribute('itemprop') ?? '';
  const byRole = PART_OF_ROLE[element.getAttribute('role') ?? ''] ?? 0;
  if (itemprop === '') return byRole;
  if (itemprop.includes('articleBody')) return byRole | PART.body;
  return /caption|author|datePublished|dateModified|publisher|keywords/u.test(itemprop)
    ? byRole | PART.meta
    : byRole;
}

function boxOf(element: Element, parent: Box | undefined, own: number): Box {
  const tag = element.localName;
  return {
    element,
    tag,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    own,
    parts: own,
    prose: 0,
    good: 0,
    other: 0,
    linked: 0,
    holdsHeadline: tag === 'h1',
    holdsBody: (own & PART.body) !== 0,
    pictures: 0,
  };
}

/** How many of a piece's characters are prose: few where it is short, bare of sentences, or linked. */
function proseOf({ nodes, length, linked }: Piece): number {
  const own = length - linked;
  if (own < 9 || linked > length * 0.6) return 0;
  const last = nodes.findLast((node) => node !== 'line' && node.data.trim() !== '');
  const words = last && last !== 'line' ? last.data.trimEnd() : '';
  const weighed = own * (isWide(words) ? 3 : 1);
  if (weighed >= 100) return own;
  if (weighed < 25) return 0;
  return ENDS.includes(words.charAt(words.length - 1)) ? own : Math.floor(own / 4);
}

/** Signs that end a sentence, or a quotation or clause that ends with one. */
const ENDS = '.!?…:;"\'”’»)。！？」』។';

/** Scripts that say more with a character, without blanks between words. */
function isWide(words: string): boolean {
  const code = words.charCodeAt(words.length >> 1);
  return (
    code >= 0x0e00 &&
    (code < 0x0e80 || (code >= 0x1780 && code < 0x1800) || (code >= 0x3040 && code < 0xd7b0))
  );
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedNodes' in element;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return 'contentDocument' in element;
}
