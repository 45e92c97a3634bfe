import type { Span } from '@/lib/article/span';

/** A place in a page: a text node and an offset in it. */
export type Place = { readonly node: Text; readonly offset: number };

/**
 * A run of the text's characters in one text node. Most stand one to one; a ligature's letters all
 * stand at its one character, and the blank of a line break stands between two.
 */
export type Run = {
  readonly start: number;
  readonly node: Text;
  readonly offset: number;
  length: number;
  readonly form: 'plain' | 'ligature' | 'break';
  /** How long the node was. */
  readonly whole: number;
};

/**
 * An article's text and the live text nodes that carry it. White space is folded to one blank, soft
 * hyphens, marks without width and of direction are left out, ligatures are spelled out; everything else stands one
 * to one. Ranges are made only when asked for.
 */
export type TextMap = {
  readonly text: string;
  /**
   * Static ranges over a span, which cost the page nothing: one for each tree (page, shadow root,
   * frame) that it runs through. None where the page no longer has the words there.
   */
  rangesOf(span: Span): readonly StaticRange[];
  /** All text nodes that carry the text, in order. */
  readonly nodes: readonly Text[];
  /** Where the text stands, run by run. */
  readonly runs: readonly Run[];
};

/** White space other than a single blank, marks without width or of direction, ligatures. */
const IRREGULAR =
  /\s{2,}|[^\S ]|[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+|[\uFB00-\uFB06]/gu;

/** Builds a text and its map; `addNode` for each text node, `breakBlock` between blocks. */
export class TextMapBuilder {
  #text = '';
  readonly #runs: Run[] = [];
  readonly #nodes: Text[] = [];
  #pending: Pick<Run, 'node' | 'offset' | 'form'> | undefined;
  #blockStart = 0;

  /** Adds a text node's words; white space at either edge is kept as one blank between words. */
  addNode(node: Text): void {
    this.#nodes.push(node);
    const { data } = node;
    let at = 0;
    for (const { 0: found, index } of data.matchAll(IRREGULAR)) {
      this.#addPlain(node, at, index);
      if (found >= '\uFB00' && found <= '\uFB06') {
        this.#addWord({ node, offset: index, form: 'ligature' }, found.normalize('NFKC'));
      }
      if (/^\s/u.test(found)) this.#blankAt({ node, offset: index, form: 'plain' });
      at = index + found.length;
    }
    this.#addPlain(node, at, data.length);
  }

  /** A line of the page ends inside a block: a blank, but no block border. */
  breakLine(node: Text | undefined): void {
    if (node) this.#blankAt({ node, offset: node.data.length, form: 'break' });
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
    return new NodeMap(this.#text.replace(/\n$/u, ''), this.#runs, this.#nodes);
  }

  /** Words with single blanks between them. */
  #addPlain(node: Text, from: number, to: number): void {
    if (from === to) return;
    const words = node.data.slice(from, to);
    const start = words.startsWith(' ') ? 1 : 0;
    const end = words.length > 1 && words.endsWith(' ') ? words.length - 1 : words.length;
    if (start === 1) this.#blankAt({ node, offset: from, form: 'plain' });
    if (start < end)
      this.#addWord({ node, offset: from + start, form: 'plain' }, words.slice(start, end));
    if (end < words.length) this.#blankAt({ node, offset: from + end, form: 'plain' });
  }

  #blankAt(place: Pick<Run, 'node' | 'offset' | 'form'>): void {
    this.#pending ??= place;
  }

  #addWord(place: Pick<Run, 'node' | 'offset' | 'form'>, word: string): void {
    const blank = this.#pending;
    this.#pending = undefined;
    if (blank && this.#text.length > this.#blockStart) this.#append(blank, ' ');
    this.#append(place, word);
  }

  #append({ node, offset, form }: Pick<Run, 'node' | 'offset' | 'form'>, words: string): void {
    const last = this.#runs.at(-1);
    const follows =
      last?.node === node &&
      form === 'plain' &&
      last.form === 'plain' &&
      last.offset + last.length === offset &&
      last.start + last.length === this.#text.length;
    if (follows) last.length += words.length;
    else {
      const { length } = words;
      const whole = node.data.length;
      this.#runs.push({ start: this.#text.length, node, offset, length, form, whole });
    }
    this.#text += words;
  }
}

class NodeMap implements TextMap {
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly runs: readonly Run[];

  constructor(text: string, runs: readonly Run[], nodes: readonly Text[]) {
    this.text = text;
    this.runs = runs;
    this.nodes = nodes;
  }

  rangesOf(span: Span): readonly StaticRange[] {
    const groups: Run[][] = [];
    let root: Node | undefined;
    let before: Run | undefined;
    for (const run of this.#runsIn(span)) {
      if (!this.#stands(run, before)) return [];
      before = run;
      const here = run.node.getRootNode();
      if (here === root) groups.at(-1)?.push(run);
      else groups.push([run]);
      root = here;
    }
    return groups.flatMap((group) => {
      const [first, last] = [group[0], group.at(-1)];
      return first && last ? [rangeOver(first, last, span)] : [];
    });
  }

  #runsIn({ start, end }: Span): Run[] {
    const runs: Run[] = [];
    for (let at = Math.max(0, lastAtOrBefore(this.runs, start)); at < this.runs.length; at += 1) {
      const run = this.runs[at];
      if (!run || run.start >= end) break;
      if (run.start + run.length > start) runs.push(run);
    }
    return runs;
  }

  /** Whether the page still has a run's words where they were: it may have swapped, cut or moved the node. */
  #stands({ node, offset, length, start, form, whole }: Run, before: Run | undefined): boolean {
    if (!node.isConnected || node.data.length !== whole) return false;
    if (before && before.node !== node && !comesAfter(node, before.node)) return false;
    if (form !== 'plain') return true;
    const now = node.data.slice(offset, offset + length).replaceAll(/\s/gu, ' ');
    return now === this.text.slice(start, start + length);
  }
}

/** Nodes of other trees have no order. */
function comesAfter(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & 5) !== 0;
}

function placeIn(run: Run, offset: number): Place {
  if (run.form !== 'plain') return { node: run.node, offset: run.offset };
  const inside = Math.max(0, Math.min(offset - run.start, run.length - 1));
  return { node: run.node, offset: run.offset + inside };
}

function rangeOver(first: Run, last: Run, { start, end }: Span): StaticRange {
  const to = placeIn(last, Math.min(end, last.start + last.length) - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: placeIn(first, start).offset,
    endContainer: last.node,
    endOffset: last.form === 'break' ? to.offset : to.offset + 1,
  });
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
