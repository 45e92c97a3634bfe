import type { Article, Block } from '@/lib/article/article';
import { type BodyPiece, cleanBody } from './clean';
import { factsOf } from './facts';
import { locateBody } from './locate';
import { scan } from './scan';
import { isOnPage } from './shown';
import { type TextMap, TextMapBuilder } from './text-map';
import { textsIn } from './second-opinion';

/** An article as read from a page, with the live nodes that carry its words. */
export type Reading = {
  readonly article: Article;
  readonly map: TextMap;
  /** The headline's words; spans of findings in the title point into its text. */
  readonly titleMap: TextMap;
  /** What could not be read, as message keys. */
  readonly unread: readonly string[];
};

/** Reads the article of a page, or nothing where the page has no body of words. */
export function readArticle(page: Document, address: string): Reading | undefined {
  if (!page.body) return undefined;
  const { facts, headline } = factsOf(page, address);
  const located = locateBody(scan(page.body), facts.title);
  if (!located) return undefined;
  const { map, blocks } = assemble(cleanBody(located, facts));
  if (blocks.length === 0) return undefined;
  const article: Article = { ...facts, text: map.text, blocks };
  return { article, map, titleMap: titleMapOf(headline), unread: unreadIn(page) };
}

function assemble(pieces: readonly BodyPiece[]): {
  readonly map: TextMap;
  readonly blocks: readonly Block[];
} {
  const builder = new TextMapBuilder();
  const blocks: Block[] = [];
  for (const { piece, kind } of pieces) {
    let before: Text | undefined;
    for (const node of piece.nodes) {
      if (node === 'line') builder.breakLine(before);
      else if (isOnPage(node, piece.box.element)) builder.addNode((before = node));
    }
    const span = builder.breakBlock();
    if (span) blocks.push({ ...span, kind });
  }
  return { map: builder.build(), blocks };
}

function titleMapOf(headline: Element | undefined): TextMap {
  const builder = new TextMapBuilder();
  if (headline) for (const node of textsIn(headline)) builder.addNode(node);
  return builder.build();
}

function unreadIn(page: Document): string[] {
  const frames = [...page.querySelectorAll('article iframe, main iframe')];
  return frames.some((frame) => /^https?:/u.test(frame.getAttribute('src') ?? ''))
    ? ['unreadFrames']
    : [];
}
