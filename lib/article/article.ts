import type { Span } from './span';

/** What a block of an article's body is; notes are kept apart and never searched for claims. */
export type BlockKind = 'paragraph' | 'heading' | 'quotation' | 'item' | 'note';

/** One block of the body: a span of `Article.text`, without the line break that separates blocks. */
export type Block = Span & { readonly kind: BlockKind };

/**
 * A news article as read from a page or given as text. `text` is the body alone, its blocks
 * separated by one line break; every offset in the product is a UTF-16 offset into it.
 * The title is no part of `text`.
 */
export type Article = {
  readonly url?: string;
  readonly canonicalUrl?: string;
  readonly title: string;
  readonly byline?: string;
  /** ISO 8601 date or date and time, as precise as the page gives it. */
  readonly published?: string;
  readonly modified?: string;
  readonly publisher?: string;
  /** BCP 47, lower case primary tag; `und` where unknown. */
  readonly lang: string;
  readonly text: string;
  readonly blocks: readonly Block[];
};

/** What a page says of its article, apart from the words of the body. */
export type PageFacts = Omit<Article, 'text' | 'blocks'>;

/** An article from plain text: one block a line, empty lines dropped. */
export function articleFromText(text: string, facts: Partial<PageFacts> = {}): Article {
  return { title: '', lang: 'en', ...facts, text, blocks: linesOf(text) };
}

function linesOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n]*/gu)) {
    const words = match[0].trimEnd();
    blocks.push({ start: match.index, end: match.index + words.length, kind: 'paragraph' });
  }
  return blocks;
}
