import type { Article, Block } from '@/lib/article/article';
import { blockAround, isSilent } from './blocks';
import { type FoundBlock, kindOf } from './clean';
import { factsOf, headlineOf } from './facts';
import { locateBody, textsIn } from './locate';
import { type TextMap, TextMapBuilder } from './text-map';

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
  const facts = factsOf(page, address);
  const located = locateBody(page);
  if (!located) return undefined;
  const groups = blocksOf(page.body, located);
  const { map, blocks } = assemble(groups, page.body, facts.title);
  if (blocks.length === 0) return undefined;
  const article: Article = { ...facts, text: map.text, blocks };
  return { article, map, titleMap: titleMapOf(page, facts.title), unread: unreadIn(page) };
}

type Group = { readonly element: Element; readonly nodes: (Text | 'line')[] };

/** The located text nodes, gathered by the block that each stands in. */
function blocksOf(root: Element, located: ReadonlySet<Text>): Group[] {
  const groups: Group[] = [];
  for (const node of textsIn(root)) {
    if (!located.has(node) || isHidden(node, root)) continue;
    const element = blockAround(node, root);
    const last = groups.at(-1);
    const breaks = last && last.element === element ? breaksBetween(last.nodes.at(-1), node) : 0;
    if (last?.element === element && breaks < 2) {
      if (breaks === 1) last.nodes.push('line');
      last.nodes.push(node);
    } else groups.push({ element, nodes: [node] });
  }
  return groups;
}

/** How many `<br>` stand between two text nodes of a block; two end a paragraph. */
function breaksBetween(from: Text | 'line' | undefined, to: Text): number {
  let breaks = 0;
  for (let at = to.previousSibling; at && at !== from; at = at.previousSibling) {
    if (at.nodeName.toUpperCase() === 'BR') breaks += 1;
    else if ((at.textContent ?? '').trim() !== '') break;
  }
  return breaks;
}

function isHidden(node: Text, root: Element): boolean {
  for (let at = node.parentElement; at && at !== root; at = at.parentElement) {
    if (isSilent(at)) return true;
  }
  return false;
}

function assemble(
  groups: readonly Group[],
  root: Element,
  title: string,
): { readonly map: TextMap; readonly blocks: readonly Block[] } {
  const builder = new TextMapBuilder();
  const blocks: Block[] = [];
  for (const { element, nodes } of groups) {
    const found = foundBlock(element, nodes);
    if (found.text === '' || found.text === title) continue;
    const kind = kindOf(found, root);
    if (!kind) continue;
    for (const [index, node] of nodes.entries()) {
      if (node !== 'line') builder.addNode(node);
      else {
        const before = nodes[index - 1];
        builder.breakLine(before === 'line' ? undefined : before);
      }
    }
    const span = builder.breakBlock();
    if (span) blocks.push({ ...span, kind });
  }
  return { map: builder.build(), blocks: withoutTrailingNotes(blocks) };
}

/** Nothing is body after the last paragraph; headings there belong to what follows. */
function withoutTrailingNotes(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, index) =>
      block.kind !== 'heading' || blocks.slice(index + 1).some(({ kind }) => kind !== 'heading'),
  );
}

function foundBlock(element: Element, nodes: readonly (Text | 'line')[]): FoundBlock {
  let text = '';
  let linked = 0;
  for (const node of nodes) {
    if (node === 'line') text += ' ';
    else {
      text += node.data;
      if (node.parentElement?.closest('a')) linked += node.data.trim().length;
    }
  }
  const tidy = text.replaceAll(/\s+/gu, ' ').trim();
  return { element, text: tidy, linked: tidy.length === 0 ? 0 : linked / tidy.length };
}

function titleMapOf(page: Document, title: string): TextMap {
  const builder = new TextMapBuilder();
  const headline = headlineOf(page, title);
  if (headline) for (const node of textsIn(headline)) builder.addNode(node);
  return builder.build();
}

function unreadIn(page: Document): string[] {
  const frames = [...page.querySelectorAll('article iframe, main iframe')];
  return frames.some((frame) => /^https?:/u.test(frame.getAttribute('src') ?? ''))
    ? ['unreadFrames']
    : [];
}
