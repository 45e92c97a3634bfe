import type { Span } from '@/lib/article/span';

/** A place in a page: a text node and an offset in it. */
export type Place = { readonly node: Text; readonly offset: number };

/** A run of characters that stand one to one in a text node. */
type Run = { readonly start: number; readonly node: Text; readonly offset: number; length: number };

/**
 * An article's text and the live text nodes that carry it. White space is folded to one blank, and
 * soft hyphens and zero-width marks are left out; everything else stands one to one. Ranges are made
 * only when asked for.
 */
export type TextMap = {
  readonly text: string;
  /** The place of the character at an offset; of the last one at the text's end. */
  placeAt(offset: number): Place | undefined;
  /** A static range over a span; it stays valid while the nodes live, and costs the page nothing. */
  rangeOf(span: Span): StaticRange | undefined;
  /** The text's span between two places of the page; undefined where neither touches the text. */
  spanOf(from: Place, to: Place): Span | undefined;
  /** The first text node, and all of them, in order. */
  readonly nodes: readonly Text[];
};

/** Builds a text and its map; `addNode` for each text node, `breakBlock` between blocks. */
export class TextMapBuilder {
  #text = '';
  readonly #runs: Run[] = [];
  readonly #nodes: Text[] = [];
  #pending: { node: Text; offset: number } | undefined;
  #blockStart = 0;

  /** Offset at which the next character will stand. */
  get length(): number {
    return this.#text.length;
  }

  /** Adds a text node's words; white space at either edge is kept as one blank between words. */
  addNode(node: Text): void {
    this.#nodes.push(node);
    const { data } = node;
    for (const part of data.matchAll(
      /\s+|[\u00AD\u200B\u2060\uFEFF]+|[^\s\u00AD\u200B\u2060\uFEFF]+/gu,
    )) {
      if (/^\s/u.test(part[0])) this.#pending ??= { node, offset: part.index };
      else if (!/^[\u00AD\u200B\u2060\uFEFF]/u.test(part[0]))
        this.#addWord(node, part.index, part[0]);
    }
  }

  /** A line of the page ends inside a block: a blank, but no block border. */
  breakLine(node: Text | undefined): void {
    if (node) this.#pending ??= { node, offset: node.data.length };
  }

  /** Ends the block; @returns its span, or undefined where it is empty. */
  breakBlock(): Span | undefined {
    this.#pending = undefined;
    const span = { start: this.#blockStart, end: this.#text.length };
    if (span.end === span.start) return undefined;
    this.#text += '\n';
    this.#blockStart = this.#text.length;
    return span;
  }

  /** The finished map; the last line break is dropped. */
  build(): TextMap {
    return mapOf(this.#text.replace(/\n$/u, ''), this.#runs, this.#nodes);
  }

  #addWord(node: Text, offset: number, word: string): void {
    const blank = this.#pending;
    this.#pending = undefined;
    if (blank && this.#text.length > this.#blockStart) this.#append(blank.node, blank.offset, ' ');
    this.#append(node, offset, word);
  }

  #append(node: Text, offset: number, words: string): void {
    const last = this.#runs.at(-1);
    const follows =
      last?.node === node &&
      last.offset + last.length === offset &&
      last.start + last.length === this.#text.length;
    if (follows) last.length += words.length;
    else this.#runs.push({ start: this.#text.length, node, offset, length: words.length });
    this.#text += words;
  }
}

function mapOf(text: string, runs: readonly Run[], nodes: readonly Text[]): TextMap {
  const placeAt = (offset: number): Place | undefined => {
    const run = runs[lastAtOrBefore(runs, offset)] ?? runs[0];
    if (!run) return undefined;
    const inside = Math.max(0, Math.min(offset - run.start, run.length - 1));
    return { node: run.node, offset: run.offset + inside };
  };
  const rangeOf = ({ start, end }: Span): StaticRange | undefined => {
    const from = placeAt(start);
    const to = end > start ? placeAt(end - 1) : undefined;
    if (!from || !to || !isAlive(from) || !isAlive(to)) return undefined;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset + 1,
    });
  };
  const offsetOf = (place: Place, after: boolean): number | undefined => {
    const inNode = runs.filter(({ node }) => node === place.node);
    const run = after
      ? inNode.findLast(({ offset }) => offset < place.offset)
      : inNode.find(({ offset, length }) => offset + length > place.offset);
    if (!run) return undefined;
    return run.start + Math.max(0, Math.min(place.offset - run.offset, run.length));
  };
  const spanOf = (from: Place, to: Place): Span | undefined => {
    const start = offsetOf(from, false);
    const end = offsetOf(to, true);
    return start === undefined || end === undefined || end <= start ? undefined : { start, end };
  };
  return { text, nodes, placeAt, rangeOf, spanOf };
}

function lastAtOrBefore(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Whether a place still is where the map was made: the page may have swapped or cut the node since. */
function isAlive({ node, offset }: Place): boolean {
  return node.isConnected && offset < node.data.length;
}
