import type { Article, Block } from '@/lib/article/article';
import { articlesIn, nearestOf } from './articles';
import { type BodyPiece, cleanBody } from './clean';
import { type Facts, factsOf, type PageFacts } from './facts';
import { type Located, locateBody } from './locate';
import { regionOf } from './region';
import { type Scan, scan } from './scan';
import { isOnPage } from './shown';
import { tidy } from './structured-data';
import { type TextMap, TextMapBuilder } from './text-map';
import { textsIn } from './texts-in';

/** An article as read from a page, with the live nodes that carry its words. */
export type Reading = {
  readonly article: Article;
  readonly map: TextMap;
  /** The headline's words; spans of findings in the title point into its text. */
  readonly titleMap: TextMap;
  /** The element that holds the body: what is worth watching for changes. */
  readonly container: Element;
  /** What could not be read, as message keys. */
  readonly unread: readonly string[];
};

/** Another reader's answer to where the body is: its live text nodes. Asked where ours is not sure. */
export type Opinion = (page: Document) => ReadonlySet<Text> | undefined;

/**
 * Reads the article of a page, or nothing where the page has no body of words; of several articles
 * one below the other, the one before the reader's eyes.
 */
export function readArticle(page: Document, address: string, other?: Opinion): Reading | undefined {
  if (!page.body) return undefined;
  const facts = factsOf(page, address);
  const nearest = nearestOf(articlesIn(page));
  return nearest
    ? readOne({ page, root: nearest.element, other }, nearest.heading, facts)
    : readWithin({ page, root: page.body, other }, facts);
}

/** Reads every whole article of a page, in order: more than one on endless pages. */
export function readArticles(page: Document, address: string): Reading[] {
  if (!page.body) return [];
  const facts = factsOf(page, address);
  const articles = articlesIn(page);
  const readings =
    articles.length > 0
      ? articles.map(({ element, heading }) => readOne({ page, root: element }, heading, facts))
      : [readWithin({ page, root: page.body }, facts)];
  return readings.filter((reading) => reading !== undefined);
}

/** Where to read, and whom else to ask. */
type Place = {
  readonly page: Document;
  readonly root: Element;
  readonly other?: Opinion | undefined;
};

/** One of several: the head of the page speaks of the one whose title it names, and of no other. */
function readOne(place: Place, heading: Element, whole: Facts): Reading | undefined {
  if (whole.headline && place.root.contains(whole.headline)) return readWithin(place, whole);
  const { lang, publisher, url } = whole.facts;
  const facts: PageFacts = {
    title: tidy(heading.textContent),
    lang,
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
  };
  return readWithin(place, { facts, headline: heading });
}

function readWithin(place: Place, { facts, headline }: Facts): Reading | undefined {
  const region = regionOf(place.root, headline);
  const { pieces, container } = bodyOf(region ? { ...place, root: region } : place, facts);
  const { map, blocks } = assemble(pieces);
  if (blocks.length === 0) return undefined;
  const article: Article = { ...facts, text: map.text, blocks };
  return { article, map, titleMap: titleMapOf(headline), container, unread: unreadIn(place.page) };
}

type Body = { readonly pieces: readonly BodyPiece[]; readonly container: Element };

/** Prose below which Readability is asked as well, in characters. */
const LITTLE = 300;

function bodyOf({ page, root, other }: Place, facts: PageFacts): Body {
  const scanned = scan(root);
  const located = locateBody(scanned, facts.title);
  const pieces = located ? cleanBody(located, facts) : [];
  const first = { pieces, container: located?.box.element ?? root };
  if (located?.sure && proseIn(pieces) >= LITTLE) return first;
  const texts = other?.(page);
  if (!texts) return first;
  const second = otherBody(texts, scanned, { located, facts });
  return proseIn(second) > proseIn(pieces) * 1.5 ? { pieces: second, container: root } : first;
}

function otherBody(
  texts: ReadonlySet<Text>,
  { pieces, root }: Scan,
  { located, facts }: { readonly located: Located | undefined; readonly facts: PageFacts },
): BodyPiece[] {
  const theirs = pieces.filter(({ nodes }) =>
    nodes.some((node) => node !== 'line' && texts.has(node)),
  );
  const headline = located?.headline;
  return cleanBody({ box: root, headline, pieces: theirs, sure: false }, facts);
}

function proseIn(pieces: readonly BodyPiece[]): number {
  return pieces.reduce((sum, { piece }) => sum + piece.prose, 0);
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

/** Frames of other origins inside the article: what stands in them cannot be read. */
function unreadIn(page: Document): string[] {
  const frames = [...page.querySelectorAll<HTMLIFrameElement>('article iframe, main iframe')];
  const closed = frames.some(
    (frame) => /^https?:/u.test(frame.getAttribute('src') ?? '') && !frame.contentDocument,
  );
  return closed ? ['unreadFrames'] : [];
}
