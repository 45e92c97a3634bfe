import type { Article, Block, PageFacts } from '@/lib/article/article';
import type { Body } from '@/lib/article/find-body';
import { LINE } from '@/lib/article/outline';
import { articlesIn, nearestOf } from './articles';
import { type Facts, factsOf } from './facts';
import { gather, type Gathered, gatherInSlices, type Slices } from './gather';
import { regionOf } from './region';
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
  /** The page's JSON-LD where it holds fact checks. */
  readonly factChecks: readonly string[];
};

/** What a page holds of an article, before anyone has said where its body begins and ends. */
export type Gathering = Gathered & Facts;

/** Another reader's answer to where the body is: its live text nodes. Asked where ours is not sure. */
export type Opinion = (page: Document) => ReadonlySet<Text> | undefined;

/**
 * Gathers a page's facts and words; of several articles one below the other, those of the one before
 * the reader's eyes. Undefined for a page without a body.
 */
export function gatherArticle(page: Document, address: string): Gathering | undefined {
  const place = placeOf(page, address);
  return place && { ...place.facts, ...gather(place.root) };
}

/** The same, in slices between which the page's own work goes on. */
export async function gatherArticleInSlices(
  page: Document,
  address: string,
  slices: Slices,
): Promise<Gathering | undefined> {
  const place = placeOf(page, address);
  return place && { ...place.facts, ...(await gatherInSlices(place.root, slices)) };
}

/** What the page says of its article, and the smallest element that is known to hold it. */
function placeOf(
  page: Document,
  address: string,
): { readonly facts: Facts; readonly root: Element } | undefined {
  if (!page.body) return undefined;
  const whole = factsOf(page, address);
  const nearest = nearestOf(articlesIn(page));
  const root = nearest?.element ?? page.body;
  const facts = nearest ? factsOfOne(root, nearest.heading, whole) : whole;
  return { facts, root: regionOf(root, facts.headline) ?? root };
}

/** One of several: the head of the page speaks of the one whose title it names, and of no other. */
function factsOfOne(root: Element, heading: Element, whole: Facts): Facts {
  if (whole.headline && root.contains(whole.headline)) return whole;
  const { lang, publisher, url } = whole.facts;
  const facts: PageFacts = {
    title: tidy(heading.textContent),
    lang,
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
  };
  return { facts, headline: heading, factChecks: [] };
}

/** The texts of an outline that another reader takes for the body. */
export function opinionOn({ nodes }: Gathered, texts: ReadonlySet<Text>): number[] {
  return nodes.flatMap((node, index) => (texts.has(node) ? [index] : []));
}

/** The article that a body found in a gathering makes; undefined where the body holds no words. */
export function readingOf(gathering: Gathering, body: Body): Reading | undefined {
  const { facts, headline, factChecks, elements } = gathering;
  const { map, blocks } = assemble(gathering, body);
  const container = elements[body.container];
  if (blocks.length === 0 || !container) return undefined;
  const article: Article = { ...facts, text: map.text, blocks };
  const unread = elements[0] ? unreadIn(elements[0].ownerDocument) : [];
  return { article, map, titleMap: titleMapOf(headline), container, unread, factChecks };
}

function assemble(
  { nodes }: Gathered,
  body: Body,
): { readonly map: TextMap; readonly blocks: readonly Block[] } {
  const builder = new TextMapBuilder();
  const blocks: Block[] = [];
  for (const { kind, texts } of body.blocks) {
    let before: Text | undefined;
    for (const index of texts) {
      const node = nodes[index];
      if (index === LINE) builder.breakLine(before);
      else if (node) builder.addNode((before = node));
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
