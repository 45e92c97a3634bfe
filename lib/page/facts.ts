import type { Article } from '@/lib/article/article';

/** What a page says of its article, apart from the words of the body. */
export type PageFacts = Omit<Article, 'text' | 'blocks'>;

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'date',
  'dc.date',
  'parsely-pub-date',
  'sailthru.date',
];
const PUBLISHED_ELEMENTS = 'article time[datetime], time[itemprop="datePublished"], time[pubdate]';

/** Reads an article's facts from structured data, meta tags and the page's own headline. */
export function factsOf(page: Document, address: string): PageFacts {
  const data = structuredDataOf(page);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const optional = {
    canonicalUrl: httpAddress(canonical, address),
    byline: bylineOf(page, data),
    published: publishedOf(page, data),
    modified:
      isoDate(textIn(data, 'dateModified')) ?? isoDate(metaOf(page, ['article:modified_time'])),
    publisher: nameIn(data['publisher']) ?? metaOf(page, ['og:site_name', 'application-name']),
  };
  return {
    url: address,
    title: titleOf(page, textIn(data, 'headline') ?? metaOf(page, ['og:title', 'twitter:title'])),
    lang: langOf(page),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function langOf(page: Document): string {
  const declared = page.documentElement.lang || metaOf(page, ['og:locale', 'language']) || 'und';
  return declared.toLowerCase().split(/[-_]/u)[0] ?? 'und';
}

function publishedOf(page: Document, data: Readonly<Record<string, unknown>>): string | undefined {
  const shown = page.querySelector(PUBLISHED_ELEMENTS)?.getAttribute('datetime');
  return (
    isoDate(textIn(data, 'datePublished')) ??
    isoDate(metaOf(page, PUBLISHED_META)) ??
    isoDate(shown)
  );
}

/** The page's headline element, where one bears the article's title. */
export function headlineOf(page: Document, title: string): Element | undefined {
  const wanted = folded(title);
  const headings = [
    ...page.querySelectorAll(
      'h1, h2, [itemprop="headline"], [class*="title"], [class*="headline"]',
    ),
  ];
  return (
    headings.find((each) => folded(each.textContent) === wanted) ?? elementSaying(page, wanted)
  );
}

/** Any small element whose words are the title: pages without headings have their title in a plain one. */
function elementSaying(page: Document, wanted: string): Element | undefined {
  if (wanted === '') return undefined;
  return [...page.querySelectorAll('div, p, span, strong')].find(
    (each) =>
      each.textContent.length < wanted.length * 2 + 40 && folded(each.textContent) === wanted,
  );
}

function titleOf(page: Document, declared: string | undefined): string {
  const windowTitle = tidy(page.title);
  const headings = [...page.querySelectorAll('h1')]
    .map((each) => tidy(each.textContent))
    .filter(Boolean);
  const near = headings.find((words) => nearlySame(words, declared ?? windowTitle));
  if (near) return near;
  if (declared && windowTitle.startsWith(tidy(declared))) return tidy(declared);
  return tidy(declared ?? '') || withoutSite(windowTitle) || (headings[0] ?? '');
}

/** Site names stand behind a bar, dash or dot at the end of a window title. */
function withoutSite(windowTitle: string): string {
  const parts = windowTitle.split(/\s+[|»·–—-]\s+/u);
  const first = parts[0] ?? '';
  return parts.length > 1 && first.split(' ').length >= 3 ? first : windowTitle;
}

function nearlySame(heading: string, declared: string): boolean {
  const [short, long] = [folded(heading), folded(declared)].toSorted((a, b) => a.length - b.length);
  return short !== undefined && short.length >= 10 && (long ?? '').includes(short);
}

function bylineOf(page: Document, data: Readonly<Record<string, unknown>>): string | undefined {
  const names = ['author', 'article:author', 'parsely-author', 'dc.creator'];
  const declared = nameIn(data['author']) ?? metaOf(page, names);
  if (declared && !/^https?:/u.test(declared)) return declared;
  const shown = page.querySelector('[rel="author"], [itemprop="author"], .byline, .author');
  const words = tidy(shown?.textContent ?? '').replace(/^by\s+/iu, '');
  return words !== '' && words.length < 120 ? words : undefined;
}

/** The first JSON-LD object that is an article; microdata and the rest go by meta tags. */
function structuredDataOf(page: Document): Readonly<Record<string, unknown>> {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parsed(script.textContent), 0);
    if (found) return found;
  }
  return {};
}

function articleIn(data: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > 4 || typeof data !== 'object' || data === null) return undefined;
  const record = Object.fromEntries(Object.entries(data));
  if (/Article|BlogPosting|Report/u.test(JSON.stringify(record['@type'] ?? ''))) return record;
  const inside = Array.isArray(data) ? data : [record['@graph'], record['mainEntity']];
  for (const each of inside) {
    const found = articleIn(each, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Broken structured data is common and says nothing; the meta tags are read instead.
    return undefined;
  }
}

function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return tidy(value) || undefined;
  if (Array.isArray(value)) return value.map(nameIn).filter(Boolean).join(', ') || undefined;
  if (typeof value === 'object' && value !== null) return nameIn(Reflect.get(value, 'name'));
  return undefined;
}

function textIn(data: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' ? tidy(value) : undefined;
}

function metaOf(page: Document, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = page.querySelector(
      `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
    );
    const content = tidy(found?.getAttribute('content') ?? '');
    if (content !== '') return content;
  }
  return undefined;
}

function httpAddress(href: string | null | undefined, address: string): string | undefined {
  if (!href || !URL.canParse(href, address)) return undefined;
  const url = new URL(href, address);
  return /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

/** A date at the page's own precision, in ISO 8601; other forms are not guessed at. */
function isoDate(words: string | null | undefined): string | undefined {
  const found = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/u.exec(words ?? '');
  return found?.[0];
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim();
}

function folded(words: string): string {
  return tidy(words).toLowerCase();
}
