/** Whether a page is an article, and why: the reason is a message key. */
export type Verdict = { readonly article: boolean; readonly reason: string };

/**
 * Decides from declared type, address, paragraphs and links whether a page is a news article.
 * Reads little, changes nothing; it runs on every page.
 */
export function judge(page: Document, address: string): Verdict {
  const refused = refusal(page, address);
  if (refused) return { article: false, reason: refused };
  const score = scoreOf(page, address);
  return score > 0
    ? { article: true, reason: 'gateArticle' }
    : { article: false, reason: 'gateTooFewWords' };
}

const APPS = /(?:^|\.)(?:mail|webmail|inbox|docs|bank(?:ing)?|login|accounts?)\./u;

function refusal(page: Document, address: string): string | undefined {
  if (!page.body || !/^https?:/u.test(address)) return 'gateNotAPage';
  const { hostname, pathname } = new URL(address);
  if (APPS.test(hostname)) return 'gatePrivate';
  if (page.querySelector('input[type="password"], [autocomplete^="cc-"]:not([type="hidden"])')) {
    if (wordsIn(page).long < 6) return 'gatePrivate';
  }
  if (page.body.isContentEditable) return 'gateEditor';
  if (/^\/?(?:index\.\w+)?$/u.test(pathname)) return 'gateHomePage';
  return undefined;
}

function scoreOf(page: Document, address: string): number {
  const { characters, long, linked } = wordsIn(page);
  let score = -4;
  score += declared(page);
  score += addressShape(new URL(address).pathname);
  score += Math.min(3, characters / 800) + Math.min(2, long / 4);
  score -= Math.min(3, linked * 4);
  if (page.querySelectorAll('h1').length === 1) score += 0.5;
  const articles = page.querySelectorAll('article').length;
  if (articles > 4) score -= 1.5;
  return score;
}

function declared(page: Document): number {
  const type = page.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  let score = /article/iu.test(type) ? 1.5 : type === '' ? 0 : -1.5;
  if (/video|profile|product/iu.test(type)) score -= 1;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (
      /"@type"\s*:\s*\[?\s*"(?:\w*News\w*Article|Article|BlogPosting|Report\w*)"/u.test(
        script.textContent,
      )
    ) {
      return score + 2;
    }
  }
  if (page.querySelector('meta[property="article:published_time"], [itemprop="datePublished"]'))
    score += 1;
  if (page.querySelector('[itemprop="articleBody"], .byline, [rel="author"]')) score += 0.7;
  return score;
}

/** Articles have long slugs, dates or numbers in their addresses; sections have short words. */
function addressShape(pathname: string): number {
  const parts = pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  let score = 0;
  if ((last.match(/[-_]/gu) ?? []).length >= 3) score += 1.5;
  if (/\d{5,}/u.test(last)) score += 0.8;
  if (/\/(?:19|20)\d\d[/-]\d{1,2}/u.test(pathname)) score += 1;
  if (
    /\/(?:videos?|photos?|gallery|galleries|live|topics?|tags?|category|author|search|contact|about|recipes?)(?:\/|$)/iu.test(
      pathname,
    )
  )
    score -= 1.5;
  if (parts.length <= 1 && last.length < 18) score -= 1.5;
  return score;
}

/** Characters in paragraphs of prose outside links, the number of long ones, and the share of links. */
function wordsIn(page: Document): { characters: number; long: number; linked: number } {
  let characters = 0;
  let long = 0;
  let inLinks = 0;
  for (const paragraph of page.getElementsByTagName('p')) {
    const words = paragraph.textContent.trim();
    if (words.length < 40) continue;
    let linked = 0;
    for (const link of paragraph.getElementsByTagName('a')) linked += link.textContent.length;
    inLinks += linked;
    if (linked > words.length / 2) continue;
    characters += words.length;
    if (words.length > 120) long += 1;
  }
  return { characters, long, linked: inLinks / Math.max(1, characters + inLinks) };
}
