/**
 * A page's words and the skeleton that they stand in, without a node of it: what a page gathers and
 * the background reads. Kept small, for it is sent.
 */
export type Outline = {
  /** The page in document order: each a `STEP`, with its flags above the lowest three bits. */
  readonly steps: readonly number[];
  /** The elements that are entered, in order; the root comes first and is not entered. */
  readonly elements: readonly OutlineElement[];
  /** The words of each text node, in order. */
  readonly texts: readonly string[];
};

/** An element as its page names it; role and microdata only where it has any. */
export type OutlineElement =
  | readonly [tag: string, names: string]
  | readonly [tag: string, names: string, role: string, itemprop: string];

/** What comes next in a page. */
export const STEP = {
  text: 0,
  /** An element on lines of its own, or one in the line that has a name. */
  block: 1,
  inline: 2,
  leave: 3,
  /** A line break inside a block. */
  line: 4,
  picture: 5,
} as const;

/** Flags of text: it stands in a link; it is hidden from the eye inside its block. */
export const TEXT = { linked: 8, hidden: 16 } as const;

/** Flags of elements: the page does not show it; it is a card that opens over a sentence. */
export const ELEMENT = { hidden: 8, popup: 16 } as const;

/** Stands among a found block's texts where a line ends inside it. */
export const LINE = -1;
