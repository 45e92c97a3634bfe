/** Whether a page is an article, and why: the reason is a message key. */
export type Verdict = { readonly article: boolean; readonly reason: string };

/**
 * Decides from declared types, the address and the way its prose stands whether a page is a news
 * article. Reads little, changes nothing; it runs on every page.
 */
export function judge(page: Document, address: string): Verdict {
  const refused = refusal(page, address);
  if (refused) return { article: false, reason: refused };
  const { pathname, search } = new URL(address);
  const known = declared(page) + addressShape(pathname, search);
  let prose = proseOf(page, 'p');
  // Some pages have their paragraphs in plain blocks; only likely articles are worth that look.
  if (prose.most < 900 && known > -1) prose = richer(prose, proseOf(page, 'div,td,section'));
  if (isLocked(page, prose)) return { article: false, reason: 'gatePrivate' };
  if (known + worthOf(prose) > ENOUGH) return { article: true, reason: 'gateArticle' };
  return { article: false, reason: prose.all > 900 ? 'gateList' : 'gateTooFewWords' };
}

const ENOUGH = 3;

const PRIVATE_HOSTS =
  /(?:^|\.)(?:(?:web)?mail|outlook|inbox|docs|drive|e?-?bank(?:ing)?|netbank|login|accounts?|auth|sso|pay|checkout)\d?\./u;
const PRIVATE_PATHS =
  /\/(?:wp-admin|wp-login|admin|log-?in|sign-?in|sign-?up|register|checkout|cart|basket|account|inbox|compose|webmail|e?banking|edit|editor)(?:[/.]|$)/iu;

function refusal(page: Document, address: string): string | undefined {
  if (!page.body || !/^https?:/u.test(address)) return 'gateNotAPage';
  const { hostname, pathname, search } = new URL(address);
  if (PRIVATE_HOSTS.test(hostname) || PRIVATE_PATHS.test(pathname)) return 'gatePrivate';
  if (page.designMode === 'on' || isEditor(page)) return 'gateEditor';
  if (/^\/?(?:index\.\w+|home)?$/u.test(pathname) && search === '') return 'gateHomePage';
  return undefined;
}

function isEditor(page: Document): boolean {
  if (page.body.isContentEditable) return true;
  for (const field of page.querySelectorAll('[contenteditable=""],[contenteditable="true"]')) {
    if (field.textContent.length > 400) return true;
  }
  return false;
}

/** A page with a password or card to type in is none of our business, unless an article stands there. */
function isLocked(page: Document, { most }: Prose): boolean {
  return (
    most < 300 &&
    page.querySelector('input[type="password"],[autocomplete^="cc-"]:not([type="hidden"])') !== null
  );
}

const ARTICLE_DATA = /"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|\w*BlogPosting|Report)"/u;
const OTHER_DATA =
  /"@type"\s*:\s*\[?\s*"(?:CollectionPage|ItemList|ProfilePage|Recipe|Product|VideoObject|DiscussionForumPosting|QAPage|SearchResultsPage|AboutPage|ContactPage)"/u;

/** What the page says of itself in structured data. */
function declared(page: Document): number {
  const type = page.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  let score = type === '' ? 0 : /article/iu.test(type) ? 1.5 : -1;
  if (/video|profile|product|music|book/iu.test(type)) score -= 1;
  score += declaredInData(page);
  if (page.querySelector(PUBLISHED)) score += 0.7;
  return page.querySelector(WRITTEN) ? score + 0.7 : score;
}

const PUBLISHED =
  'meta[property="article:published_time"],[itemprop="datePublished"],meta[name*="publish" i],meta[name="date"]';
const WRITTEN =
  '[itemprop="articleBody"],[itemprop="author"],[rel="author"],[class*="byline" i],[class*="author" i]';

function declaredInData(page: Document): number {
  let other = 0;
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (ARTICLE_DATA.test(textContent) && !OTHER_DATA.test(textContent)) return 2;
    if (OTHER_DATA.test(textContent)) other = -0.5;
  }
  const items = page.querySelectorAll('[itemtype$="Article"],[itemtype$="BlogPosting"]').length;
  return items === 1 ? 1.5 : other;
}

const OTHER_PATHS =
  /\/(?:videos?|av|watch|photos?|pictures|gallery|galleries|slideshows?|live|topics?|tags?|category|categories|sections?|authors?|people|profiles?|search|contact|about|recipes?|podcasts?|shows?|users?|newsletters?|shop|store|weather|games?)(?:\/|$)/iu;

/** Many people's words; where they are long and together, they look like an article's. */
const FORUM_PATHS =
  /\/(?:comments|forums?|threads?|showthread|viewtopic|questions|discussions?|r|u)(?:[/.]|$)/iu;

/** Articles have long slugs, dates or numbers in their addresses; sections have short words. */
function addressShape(pathname: string, search: string): number {
  const parts = pathname.split('/').filter(Boolean);
  const slug = Math.max(0, ...parts.map((part) => part.split(/[-_+]|%20/u).length));
  const numbered =
    /\d{5,}/u.test(parts.at(-1) ?? '') || /[?&](?:\w*id|idx|no|p|a)=\d{3,}/iu.test(search);
  const dated = /\/(?:19|20)\d\d[/-]?\d{1,2}/u.test(pathname);
  const bare = parts.length < 2 && slug < 4 && search === '';
  const score = (slug > 3 ? 1.5 : 0) + (numbered ? 0.8 : 0) + (dated ? 1 : 0) - (bare ? 1.5 : 0);
  return score - otherPath(pathname);
}

function otherPath(pathname: string): number {
  return (OTHER_PATHS.test(pathname) ? 1.5 : 0) + (FORUM_PATHS.test(pathname) ? 4 : 0);
}

/** Prose outside links, in characters: all of it, and the most that stands together. */
type Prose = { readonly all: number; readonly most: number; readonly long: number; linked: number };

/** A section's teasers stand each in a box of its own; an article's paragraphs stand together. */
function worthOf({ all, most, long, linked }: Prose): number {
  const together = most / Math.max(1, all);
  const links = linked / Math.max(1, all + linked);
  return (
    Math.min(4, most / 450) +
    Math.min(1.5, long / 4) -
    (together < 0.4 ? 2 : 0) -
    Math.min(2, links * 2.5) -
    1
  );
}

function proseOf(page: Document, blocks: string): Prose {
  const together = new Map<Element, number>();
  const sum = { all: 0, most: 0, long: 0, linked: 0 };
  for (const block of page.querySelectorAll(blocks)) {
    const length = blocks === 'p' ? block.textContent.trim().length : ownText(block);
    if (length < 40) continue;
    const linked = linkedIn(block, length);
    sum.linked += linked;
    if (linked > length / 2) continue;
    sum.all += length;
    if (length > 120) sum.long += 1;
    const group = groupOf(block);
    const most = (together.get(group) ?? 0) + length;
    together.set(group, most);
    if (most > sum.most) sum.most = most;
  }
  return sum;
}

/** Where a paragraph stands with its brothers: wrappers around a single one do not count. */
function groupOf(block: Element): Element {
  let group = block.parentElement ?? block;
  while (group.childElementCount === 1 && group.parentElement) group = group.parentElement;
  return group;
}

/** The text right in a block, where it is enough for a sentence. */
function ownText(block: Element): number {
  let length = 0;
  for (const { nodeType, nodeValue } of block.childNodes) {
    if (nodeType === 3 && nodeValue) length += nodeValue.trim().length;
  }
  return length;
}

function linkedIn(block: Element, length: number): number {
  if (block.closest('a')) return length;
  let linked = 0;
  for (const link of block.getElementsByTagName('a')) linked += link.textContent.length;
  return linked;
}

function richer(a: Prose, b: Prose): Prose {
  return b.most > a.most ? b : a;
}
