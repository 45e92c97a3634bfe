/* oxlint-disable require-unicode-regexp -- plain letters only; the flag makes patterns slower to compile, and this runs on every page */
import { isFrame, isWritten } from './nodes';

/** Whether a page is an article, and why: the reason is a message key. */
export type Verdict = { readonly article: boolean; readonly reason: string };

/**
 * Decides from the address, the way its prose stands and what it declares whether a page is a news
 * article. Reads little, changes nothing; it runs on every page, so that what costs more is asked
 * only where it can still decide.
 */
export function judge(page: Document, address: string): Verdict {
  const place = placeOf(address);
  const refused = refusal(page, place);
  if (refused) return { article: false, reason: refused };
  const known = addressShape(place) + openGraph(page);
  const prose = bestProse(page, known);
  const sure = known + worthOf(prose);
  if (sure > ENOUGH || (sure + MOST_DECLARED > ENOUGH && sure + declared(page) > ENOUGH)) {
    const hindrance = isEditor(page) ? 'gateEditor' : lockOf(page, prose);
    return { article: hindrance === undefined, reason: hindrance ?? 'gateArticle' };
  }
  return {
    article: false,
    // Hardly ever asked for, and not for nothing.
    get reason() {
      return lockOf(page, prose) ?? (prose.all > 900 ? 'gateList' : 'gateTooFewWords');
    },
  };
}

/** An address in its parts, in lower case. */
type Place = {
  readonly web: boolean;
  /** The labels of the host above its last one. */
  readonly labels: readonly string[];
  readonly parts: readonly string[];
  readonly search: string;
};

/** Cut by hand: a page's first use of `URL` costs more than all of this. */
function placeOf(address: string): Place {
  const hash = address.indexOf('#');
  const whole = (hash < 0 ? address : address.slice(0, hash)).toLowerCase();
  const query = whole.indexOf('?');
  const parts = (query < 0 ? whole : whole.slice(0, query)).split('/');
  return {
    web: parts[0] === 'https:' || parts[0] === 'http:',
    labels: (parts[2] ?? '').split('.').slice(0, -1),
    parts: parts.slice(3).filter((part) => part !== ''),
    search: query < 0 ? '' : whole.slice(query),
  };
}

const ENOUGH = 3;
const MOST_DECLARED = 3.4;

/**
 * Paragraphs, or where there is little in them, plain blocks with text of their own; or what stands
 * in the page's open shadow roots and in frames of its own origin.
 */
function bestProse(page: Document, known: number): Prose {
  const prose = proseOf(page.getElementsByTagName('p'), false);
  if (known < 0 || prose.most > 900 || prose.linked > 600) return prose;
  const plain = proseOf(page.querySelectorAll('div,td,section'), true);
  const best = plain.most > prose.most ? plain : prose;
  return best.most > 300 ? best : innerProse(page, best);
}

function innerProse(page: ParentNode, outer: Prose): Prose {
  let best = outer;
  for (const element of page.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? (isFrame(element) ? element.contentDocument : null);
    if (!inner || isWritten(inner)) continue;
    const prose = innerProse(inner, proseOf(inner.querySelectorAll('p'), false));
    if (prose.most > best.most) best = prose;
  }
  return best;
}

/** Words between blanks: making sets of them would cost more than looking once. */
const PRIVATE =
  ' mail webmail inbox banking ebanking login signin signup register account auth admin checkout cart basket compose edit editor ';
const PRIVATE_LABELS = ' outlook docs drive bank ebank netbank secure accounts pay ';
const PRIVATE_PARTS = ' wpadmin wplogin messages ';

function isOneOf(words: string, word: string): boolean {
  return word !== '' && words.includes(` ${word} `);
}

function refusal(page: Document, { web, labels, parts, search }: Place): string | undefined {
  if (!page.body || !web) return 'gateNotAPage';
  if (labels.some((label) => isOneOf(PRIVATE + PRIVATE_LABELS, stem(label)))) return 'gatePrivate';
  if (parts.some((part) => isOneOf(PRIVATE + PRIVATE_PARTS, stem(part)))) return 'gatePrivate';
  const first = parts[0] ?? 'home';
  const isHome = search === '' && parts.length < 2 && (first === 'home' || stem(first) === 'index');
  return isHome ? 'gateHomePage' : undefined;
}

/** A part of a path without its ending or a hyphen: `log-in.php` is a login. */
function stem(part: string): string {
  const dot = part.indexOf('.');
  return (dot < 0 ? part : part.slice(0, dot)).replace('-', '');
}

function isEditor(page: Document): boolean {
  if (isWritten(page)) return true;
  for (const field of page.querySelectorAll('[contenteditable]:not([contenteditable="false"])')) {
    if (field.textContent.length > 400) return true;
  }
  return false;
}

/** A page with a password or card to type in is none of our business, unless an article stands there. */
function lockOf(page: Document, { most }: Prose): string | undefined {
  return most < 300 &&
    page.querySelector('input[type="password"],[autocomplete^="cc-"]:not([type="hidden"])') !== null
    ? 'gatePrivate'
    : undefined;
}

const ARTICLE_DATA = /"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|\w*BlogPosting|Report)"/u;
const OTHER_DATA =
  /"@type"\s*:\s*\[?\s*"(?:CollectionPage|ItemList|ProfilePage|Recipe|Product|VideoObject|DiscussionForumPosting|QAPage|SearchResultsPage|AboutPage|ContactPage)"/u;

function openGraph(page: Document): number {
  const type = page.head?.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  if (type === '') return 0;
  if (type.toLowerCase().includes('article')) return 1.5;
  return /video|profile|product|music|book/i.test(type) ? -2 : -1;
}

/** What the page says of itself in structured data, dates and bylines; at most `MOST_DECLARED`. */
function declared(page: Document): number {
  return (
    declaredInData(page) +
    (page.querySelector(PUBLISHED) ? 0.7 : 0) +
    (page.querySelector(WRITTEN) ? 0.7 : 0)
  );
}

const PUBLISHED =
  'meta[property="article:published_time"],[itemprop="datePublished"],meta[name*="publish" i],meta[name="date"]';
const WRITTEN =
  '[itemprop="articleBody"],[itemprop="headline"],[itemprop="author"],[rel="author"],[class*="byline" i],[class*="author" i]';

function declaredInData(page: Document): number {
  let other = 0;
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (ARTICLE_DATA.test(textContent) && !OTHER_DATA.test(textContent)) return 2;
    if (OTHER_DATA.test(textContent)) other = -0.5;
  }
  const items = page.querySelectorAll('[itemtype$="Article"],[itemtype$="BlogPosting"]').length;
  return items === 1 ? 1.5 : other;
}

/** Less an `s` at the end. */
const OTHER_PARTS =
  ' video av watch photo picture gallery gallerie slideshow topic tag category categorie section author people profile search contact about recipe podcast show user newsletter shop store weather game ';

/** Many people's words; where they are long and together, they look like an article's. */
const FORUM_PARTS =
  ' comments forum forums thread threads showthread viewtopic questions discussion discussions r u ';

/** Articles have long slugs, dates or numbers in their addresses; sections have short words. */
function addressShape({ parts, search }: Place): number {
  let slug = 0;
  let score = 0;
  let dated = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    slug = Math.max(slug, wordsIn(part));
    if (isDated(part, parts[at + 1])) dated = 1;
    score -= otherwise(part);
  }
  // A report that is told entry by entry: each stands in a box of its own, as teasers do.
  if (/\blive(,|-[bu])|-live$/.test(parts.join())) score += 1.5;
  if (slug > 3) score += 1.5;
  else if (parts.length < 2 && search === '') score -= 1.5;
  return score + dated + (isNumbered(parts.at(-1) ?? '', search) ? 0.8 : 0);
}

function otherwise(part: string): number {
  return isOneOf(FORUM_PARTS, stem(part))
    ? 4
    : isOneOf(OTHER_PARTS, part.replace(/s$/, ''))
      ? 1.5
      : 0;
}

function wordsIn(part: string): number {
  const words = part.split('-').length;
  return words > 1 ? words : part.split('_').length;
}

function isNumbered(last: string, search: string): boolean {
  return (
    /\d{5}/.test(last) || (search !== '' && /[?&](?:[a-z_]*id|idx|no|p|a)=\d{3,}/.test(search))
  );
}

/** A year with a month behind it, be it a part of its own or not. */
function isDated(part: string, next = ''): boolean {
  if (!part.startsWith('20') && !part.startsWith('19')) return false;
  return part.length === 4 ? /^\d\d?$/.test(next) : /^\d{4}-?\d\d/.test(part);
}

/** Prose outside links, in characters: all of it, and the most that stands together. */
type Prose = {
  readonly all: number;
  readonly most: number;
  readonly long: number;
  readonly linked: number;
};

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

function proseOf(blocks: ArrayLike<Element>, own: boolean): Prose {
  const together = new Map<Element, number>();
  const sum = { all: 0, most: 0, long: 0, linked: 0 };
  // oxlint-disable-next-line typescript/prefer-for-of -- the iterator of a live list costs more than the list
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const length = block ? lengthOf(block, own) : 0;
    if (!block || length < 40) continue;
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

/** A block's text in characters; the text right in it alone, where others may stand inside. */
function lengthOf(block: Element, own: boolean): number {
  if (!own) return block.textContent.trim().length;
  let length = 0;
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 && node.nodeValue) length += node.nodeValue.trim().length;
  }
  return length;
}

function linkedIn(block: Element, length: number): number {
  if (block.closest('a')) return length;
  let linked = 0;
  if (block.firstElementChild) {
    for (const link of block.getElementsByTagName('a')) linked += link.textContent.length;
  }
  return linked;
}
