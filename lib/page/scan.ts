import { isBlock, isSilent } from './blocks';
import { NOT_BODY, PART, partsNamed } from './part-names';
import { isShown } from './shown';

/** An element that text stands in: a block, or an inline part with a name of its own. */
export type Box = {
  readonly element: Element;
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
  scanner.visitChildren(body, { box: scanner.root, link: false, depth: 0 });
  scanner.close();
  return scanner;
}

type Here = { readonly box: Box; readonly link: boolean; readonly depth: number };

class Scanner {
  readonly pieces: Piece[] = [];
  readonly boxes: Box[] = [];
  readonly root: Box;
  #piece: Piece | undefined;
  #breaks = 0;
  #picture = false;

  constructor(body: Element) {
    this.root = boxOf(body, undefined, 0);
    this.boxes.push(this.root);
  }

  visitChildren(of: Element, here: Here): void {
    if (here.depth > DEEPEST) return;
    for (const child of childrenOf(of)) {
      if (isText(child)) this.#add(child, here);
      else if (isElement(child)) this.#visit(child, here);
    }
  }

  #visit(element: Element, here: Here): void {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR') this.#breaks += 1;
    else if (isFrame(element)) this.#visitFrame(element, here);
    else {
      if (PICTURES.has(tag)) this.#notePicture(here.box);
      if (!isSilent(element)) this.#enter(element, tag, here);
    }
  }

  #enter(element: Element, tag: string, { box, link, depth }: Here): void {
    const inner = { box, link: link || tag === 'A', depth: depth + 1 };
    const parts = partsOf(element, tag);
    const treatment = treatmentOf(element, parts, box);
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
  #visitFrame(frame: HTMLIFrameElement, here: Here): void {
    this.#notePicture(here.box);
    const body = frame.contentDocument?.body;
    if (body) this.#visitBox(body, 0, { ...here, depth: here.depth + 1 });
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
    [this.#breaks, this.#picture] = [0, false];
    piece.nodes.push(node);
    piece.length += length;
    if (link) piece.linked += length;
  }

  /** Ends the piece at hand, if there is one. */
  close(): void {
    const piece = this.#piece;
    this.#piece = undefined;
    this.#breaks = 0;
    if (!piece || piece.length === 0) return;
    piece.prose = proseOf(piece);
    if (piece.prose > 0 && !isShown(piece.box.element)) return;
    this.pieces.push(piece);
  }
}

/** Whether an element is passed over, looked through, or a box of its own. */
function treatmentOf(element: Element, parts: number, around: Box): 'skip' | 'through' | 'box' {
  if (isBlock(element)) return 'box';
  const popup = isPopup(element);
  if ((parts & NOT_BODY) === 0 && !popup) return 'through';
  if (!isSentence(around.element)) return 'box';
  return popup || (parts & PART.hidden) !== 0 ? 'skip' : 'through';
}

function newPiece(box: Box, afterPicture: boolean): Piece {
  return { box, nodes: [], length: 0, linked: 0, prose: 0, afterPicture };
}

const PICTURES = new Set(['IMG', 'PICTURE', 'VIDEO', 'IFRAME', 'AMP-IMG', 'CANVAS']);

/** A card about a name that opens over a sentence: pictures and several links in one inline element. */
function isPopup(element: Element): boolean {
  if (element.childElementCount === 0 || element.tagName.toUpperCase() !== 'SPAN') return false;
  const picture = element.querySelector('img');
  const links = [...element.querySelectorAll('a')];
  const [first, second] = links;
  if (!picture || !first || !second || !comesBefore(picture, first)) return false;
  const linked = links.reduce((sum, link) => sum + link.textContent.length, 0);
  return linked > element.textContent.length * 0.7;
}

function comesBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

/** An element that holds a sentence or a line; names of inline elements in it say nothing of parts. */
export function isSentence(element: Element): boolean {
  return /^(?:P|LI|H[1-6]|BLOCKQUOTE|DD|DT|TD)$/u.test(element.tagName.toUpperCase());
}

const PART_OF_TAG: Readonly<Record<string, number>> = {
  NAV: PART.navigation,
  FOOTER: PART.navigation,
  ASIDE: PART.related,
  FIGCAPTION: PART.caption,
  TFOOT: PART.navigation,
  FORM: PART.promotion,
  DIALOG: PART.promotion,
  ADDRESS: PART.meta,
};
const PART_OF_ROLE: Readonly<Record<string, number>> = {
  navigation: PART.navigation,
  complementary: PART.related,
  contentinfo: PART.navigation,
  banner: PART.navigation,
  dialog: PART.promotion,
  search: PART.navigation,
};

function partsOf(element: Element, tag: string): number {
  const role = element.getAttribute('role');
  const itemprop = element.getAttribute('itemprop');
  return (
    (PART_OF_TAG[tag] ?? 0) |
    (role ? (PART_OF_ROLE[role] ?? 0) : 0) |
    (itemprop ? partsOfProperty(itemprop) : 0) |
    partsNamed(`${element.getAttribute('class') ?? ''} ${element.id}`.trim())
  );
}

function partsOfProperty(itemprop: string): number {
  if (/articleBody/u.test(itemprop)) return PART.body;
  return /caption|author|datePublished|dateModified|publisher|keywords/u.test(itemprop)
    ? PART.meta
    : 0;
}

function boxOf(element: Element, parent: Box | undefined, own: number): Box {
  const depth = parent ? parent.depth + 1 : 0;
  return {
    element,
    parent,
    depth,
    own,
    parts: own,
    prose: 0,
    good: 0,
    other: 0,
    linked: 0,
    holdsHeadline: element.tagName.toUpperCase() === 'H1',
    holdsBody: (own & PART.body) !== 0,
    pictures: 0,
  };
}

const SENTENCE_END = /[.!?…:;"'”’»)。！？」』]$/u;
const WIDE = /[\u1780-\u17FF\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/u;

/** How many of a piece's characters are prose: few where it is short, bare of sentences, or linked. */
function proseOf({ nodes, length, linked }: Piece): number {
  const own = length - linked;
  if (linked > length * 0.6) return 0;
  const last = nodes.findLast((node) => node !== 'line' && node.data.trim() !== '');
  const words = last && last !== 'line' ? last.data.trimEnd() : '';
  const weight = WIDE.test(words) ? 3 : 1;
  if (own * weight >= 100) return own;
  if (own * weight < 25) return 0;
  return SENTENCE_END.test(words) ? own : Math.floor(own / 4);
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** A node's children as the reader sees them: through open shadow roots and slots. */
function childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  return assigned.length > 0 ? assigned : element.childNodes;
}

function isSlot(element: Element): element is HTMLSlotElement {
  return 'assignedNodes' in element;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.tagName === 'IFRAME' && 'contentDocument' in element;
}
