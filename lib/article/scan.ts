import { isSentenceElement } from './blocks';
import { ELEMENT, type Outline, type OutlineElement, STEP, TEXT } from './outline';
import { NOT_BODY, PART, partsNamed } from './part-names';

/** An element that text stands in: a block, or an inline part with a name of its own. */
export type Box = {
  /** Which of the outline's elements it is. */
  readonly element: number;
  /** The element's name in lower case. */
  readonly tag: string;
  readonly parent: Box | undefined;
  readonly depth: number;
  /** Whether the page shows it. */
  readonly shown: boolean;
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

/** A text node: which of the outline's texts it is, its words, and whether the eye can see them. */
type Words = { readonly text: number; readonly data: string; readonly hidden: boolean };

/** The words between two block borders, and the text nodes that carry them. */
export type Piece = {
  readonly box: Box;
  readonly nodes: (Words | 'line')[];
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

/** Takes in an outline: which elements are boxes, and what words stand between their borders. */
export function scan({ steps, elements, texts }: Outline): Scan {
  const scanner = new Scanner(elements, texts);
  for (const step of steps) scanner.take(step);
  scanner.close();
  return scanner;
}

/** An element that was entered: a box of its own, looked through, or passed over with all in it. */
type Entered = { readonly treatment: 'box' | 'through' | 'skip'; readonly box: Box };

class Scanner {
  readonly pieces: Piece[] = [];
  readonly boxes: Box[] = [];
  readonly root: Box;
  readonly #elements: readonly OutlineElement[];
  readonly #texts: readonly string[];
  readonly #entered: Entered[] = [];
  #element = 0;
  #text = 0;
  #skipped = 0;
  #box: Box;
  #piece: Piece | undefined;
  #breaks = 0;
  #picture = false;

  constructor(elements: readonly OutlineElement[], texts: readonly string[]) {
    this.#elements = elements;
    this.#texts = texts;
    this.root = boxOf({ element: 0, tag: elements[0]?.[0] ?? 'body', own: 0, shown: true });
    this.boxes.push(this.root);
    this.#box = this.root;
  }

  take(step: number): void {
    switch (step & 7) {
      case STEP.text:
        this.#add(step);
        break;
      case STEP.block:
      case STEP.inline:
        this.#enter(step);
        break;
      case STEP.leave:
        this.#leave();
        break;
      case STEP.line:
        if (this.#skipped === 0) this.#breaks += 1;
        break;
      default:
        if (this.#skipped === 0) this.#notePicture();
    }
  }

  #enter(step: number): void {
    this.#element += 1;
    const element = this.#elements[this.#element];
    const around = this.#box;
    if (!element || this.#skipped > 0) {
      this.#skipped += 1;
      this.#entered.push({ treatment: 'skip', box: around });
      return;
    }
    const own = partsOf(element);
    const [tag] = element;
    const treatment =
      (step & 7) === STEP.block ? 'box' : treatmentOf((step & ELEMENT.popup) !== 0, own, around);
    this.#entered.push({ treatment, box: around });
    if (treatment === 'skip') this.#skipped += 1;
    if (treatment !== 'box') return;
    this.close();
    const shown = (step & ELEMENT.hidden) === 0;
    this.#box = boxOf({ element: this.#element, tag, own, shown }, around);
    this.boxes.push(this.#box);
  }

  #leave(): void {
    const entered = this.#entered.pop();
    if (entered?.treatment === 'skip') this.#skipped -= 1;
    if (entered?.treatment !== 'box') return;
    this.close();
    this.#box = entered.box;
  }

  #notePicture(): void {
    const { depth } = this.#box;
    for (let at: Box | undefined = this.#box; at && at.depth > depth - 3; at = at.parent) {
      at.pictures += 1;
    }
    this.#picture = true;
  }

  #add(step: number): void {
    const data = this.#texts[this.#text] ?? '';
    const node = { text: this.#text, data, hidden: (step & TEXT.hidden) !== 0 };
    this.#text += 1;
    if (this.#skipped > 0) return;
    const length = data.trim().length;
    if (length === 0) {
      this.#piece?.nodes.push(node);
      return;
    }
    if (this.#breaks > 1) this.close();
    const piece = (this.#piece ??= newPiece(this.#box, this.#picture));
    if (this.#breaks === 1 && piece.nodes.length > 0) piece.nodes.push('line');
    this.#breaks = 0;
    this.#picture = false;
    piece.nodes.push(node);
    piece.length += length;
    if ((step & TEXT.linked) !== 0) piece.linked += length;
  }

  /** Ends the piece at hand, if there is one. */
  close(): void {
    const piece = this.#piece;
    this.#breaks = 0;
    if (!piece) return;
    this.#piece = undefined;
    piece.prose = proseOf(piece);
    if (piece.prose === 0 || piece.box.shown) this.pieces.push(piece);
  }
}

/** Whether an element in the line is passed over, looked through, or a box of its own. */
function treatmentOf(popup: boolean, parts: number, around: Box): Entered['treatment'] {
  if ((parts & NOT_BODY) === 0 && !popup) return 'through';
  if (!isSentenceElement(around.tag)) return 'box';
  return popup || (parts & PART.hidden) !== 0 ? 'skip' : 'through';
}

function newPiece(box: Box, afterPicture: boolean): Piece {
  return { box, nodes: [], length: 0, linked: 0, prose: 0, afterPicture };
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

/** What an element says of itself by tag, names, role or microdata. */
function partsOf([tag, names, role = '', itemprop = '']: OutlineElement): number {
  const said = (PART_OF_TAG[tag] ?? 0) | (PART_OF_ROLE[role] ?? 0) | partsNamed(names);
  if (itemprop === '') return said;
  if (itemprop.includes('articleBody')) return said | PART.body;
  return /caption|author|datePublished|dateModified|publisher|keywords/u.test(itemprop)
    ? said | PART.meta
    : said;
}

function boxOf(is: Pick<Box, 'element' | 'tag' | 'own' | 'shown'>, parent?: Box): Box {
  return {
    ...is,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    parts: is.own,
    prose: 0,
    good: 0,
    other: 0,
    linked: 0,
    holdsHeadline: is.tag === 'h1',
    holdsBody: (is.own & PART.body) !== 0,
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
