/* oxlint-disable require-unicode-regexp -- the flag makes patterns slower to compile, and this runs in pages */
import type { PageFacts } from '@/lib/article/article';
import {
  factChecksOf,
  namesIn,
  type StructuredData,
  structuredDataOf,
  textIn,
  tidy,
} from './structured-data';
import { isAlike, type Title, titleOf } from './title';

/** What a page says of its article, and where. */
export type Facts = {
  readonly facts: PageFacts;
  /** The element that shows the title, where there is one. */
  readonly headline: Element | undefined;
  /** The page's JSON-LD where it holds fact checks. */
  readonly factChecks: readonly string[];
};

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'pubdate',
  'publication_date',
  'article.published',
  'dcterms.created',
  'dc.date.issued',
  'dc.date',
  'date',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
];
const TITLE_META = ['og:title', 'twitter:title'];
const LANG_META = ['og:locale', 'language', 'content-language', 'inlanguage'];
const SITE_META = ['og:site_name', 'application-name', 'publisher', 'dc.publisher'];
const AUTHOR_META = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator'];

/** The meta tags that are read at all; pages have many others. */
const ASKED = new Set(
  [PUBLISHED_META, MODIFIED_META, AUTHOR_META, TITLE_META, LANG_META, SITE_META, ['og:url']].flat(),
);

/**
 * Reads an article's facts from structured data, meta tags and the page itself. Where the head still
 * describes another address, as in apps that never rewrite it, only what the page shows is believed.
 */
export function factsOf(page: Document, address: string): Facts {
  const meta = metaIn(page);
  const head = isStale(page, meta, address) ? undefined : structuredDataOf(page);
  const title = titleOf(
    page,
    head && (textIn(head, 'headline') ?? metaOf(meta, TITLE_META)),
    publisherOf(meta, head),
  );
  const optional = {
    canonicalUrl: head && httpAddress(linkOf(page, 'canonical'), address),
    byline: bylineOf(page, meta, head),
    published: publishedOf(page, meta, head),
    modified: head && dateOf(textIn(head, 'dateModified'), metaOf(meta, MODIFIED_META)),
    publisher: publisherOf(meta, head),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    facts: {
      url: address,
      title: title.words,
      lang: langOf(page, meta),
      ...Object.fromEntries(given),
    },
    headline: headlineOf(title),
    factChecks: head ? factChecksOf(page) : [],
  };
}

function headlineOf({ element }: Title): Element | undefined {
  return element;
}

/** Whether the head describes another page of the same site than the one at the address. */
function isStale(page: Document, meta: Meta, address: string): boolean {
  const said = linkOf(page, 'canonical') ?? metaOf(meta, ['og:url']);
  if (!said || pageOf(said) === pageOf(address)) return false;
  if (!URL.canParse(said, address) || !URL.canParse(address)) return false;
  const [there, here] = [new URL(said, address), new URL(address)];
  if (there.hostname !== here.hostname || isSamePath(there.pathname, here.pathname)) return false;
  // A canonical address may well differ from the one in use; what the page is called may not.
  const declared = metaOf(meta, TITLE_META);
  return declared !== undefined && !isAlike(declared, titleOf(page, undefined, undefined).words);
}

/** An address without query and hash; nearly always enough to compare, and far cheaper than `URL`. */
function pageOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/\/$/, '');
}

function isSamePath(a: string, b: string): boolean {
  return a.replace(/\/$/u, '') === b.replace(/\/$/u, '');
}

function langOf(page: Document, meta: Meta): string {
  const declared = page.documentElement.lang || page.body?.lang || metaOf(meta, LANG_META) || 'und';
  const primary = declared.toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'und';
}

function publishedOf(
  page: Document,
  meta: Meta,
  head: StructuredData | undefined,
): string | undefined {
  const declared = head && dateOf(textIn(head, 'datePublished'), metaOf(meta, PUBLISHED_META));
  return declared ?? shownDate(page);
}

/** The date of an element that is made for it, the article's own before any other. */
function shownDate(page: Document): string | undefined {
  const places = [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'article header time[datetime], h1 ~ time[datetime], h1 ~ * time[datetime]',
    'article time[datetime], main time[datetime]',
    'time[datetime]',
  ];
  for (const place of places) {
    const element = page.querySelector(place);
    const said = element?.getAttribute('datetime') ?? element?.getAttribute('content');
    const date = dateOf(said ?? undefined);
    if (element && date) return isOfEntry(element) ? undefined : date;
  }
  return undefined;
}

/** So many dates side by side are those of a live report's entries, or of other articles. */
const ENTRIES = 4;

/** Whether a date stands in one of several parts that are dated alike, none of which bears the title. */
function isOfEntry(date: Element): boolean {
  for (let at = date; at.parentElement && !at.querySelector('h1'); at = at.parentElement) {
    const dated = [...at.parentElement.children].filter((each) => each.querySelector('time'));
    if (at !== date && dated.length >= ENTRIES && dated.includes(at)) return true;
  }
  return false;
}

function bylineOf(
  page: Document,
  meta: Meta,
  head: StructuredData | undefined,
): string | undefined {
  const declared = head
    ? [...namesIn(head['author']), metaOf(meta, AUTHOR_META)].find(isName)
    : undefined;
  if (head && declared) {
    const all = namesIn(head['author']).map(cleanByline).filter(isName);
    return all.length > 0 ? all.join(', ') : cleanByline(declared);
  }
  return shownByline(page);
}

function shownByline(page: Document): string | undefined {
  const places = [
    '[itemprop~="author"] [itemprop~="name"]',
    '[itemprop~="author"]',
    '[rel~="author"]',
    '[class*="byline" i]',
    '[class*="author-name" i], [class*="author_name" i], .author',
  ];
  for (const place of places) {
    const words = cleanByline(tidy(page.querySelector(place)?.textContent ?? ''));
    if (isName(words)) return words;
  }
  return undefined;
}

/** A byline without "By", and without the date or place that follows the name. */
function cleanByline(words: string): string {
  const name = tidy(words).replace(BY, '');
  if (!/\d|day\b|ed\b/i.test(name)) return name;
  return name
    .replace(/\s*(?:[|•·,]\s*)?\b(?:published|updated|posted|on)\b.*$/i, '')
    .replace(DATE_BEHIND, '')
    .replace(/[\s,|•·]+$/, '');
}

const BY = /^(?:(?:written|reported|posted)\s+)?(?:by|author|von|por|par)\b\s*:?\s*/i;

const DATE_BEHIND =
  /\s*(?:[|•·,]\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*$/i;

function isName(words: string | undefined): words is string {
  return (
    words !== undefined &&
    words.length > 1 &&
    words.length < 120 &&
    !/https?:|@|^admin$/i.test(words)
  );
}

function publisherOf(meta: Meta, head: StructuredData | undefined): string | undefined {
  const declared = head && namesIn(head['publisher'])[0];
  return declared ?? metaOf(meta, SITE_META);
}

/** A page's meta tags by their names in lower case; the first of each name that says something. */
type Meta = ReadonlyMap<string, string>;

function metaIn(page: Document): Meta {
  const meta = new Map<string, string>();
  for (const element of page.getElementsByTagName('meta')) {
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name === undefined || meta.has(name) || !ASKED.has(name)) continue;
      const content = tidy(element.getAttribute('content') ?? '');
      if (content !== '') meta.set(name, content);
    }
  }
  return meta;
}

function metaOf(meta: Meta, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = meta.get(name);
    if (content !== undefined) return content;
  }
  return undefined;
}

function linkOf(page: Document, rel: string): string | undefined {
  for (const link of page.getElementsByTagName('link')) {
    if (link.getAttribute('rel') === rel) return link.getAttribute('href') ?? undefined;
  }
  return undefined;
}

/** An address that is as it should be already. */
const PLAIN = /^https?:\/\/[a-z\d.-]+\/[\w.~/-]*$/;

function httpAddress(href: string | undefined, address: string): string | undefined {
  if (!href) return undefined;
  if (PLAIN.test(href) && !href.includes('/.')) return href;
  if (!URL.canParse(href, address)) return undefined;
  const url = new URL(href, address);
  return /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

/** The first date among texts at its own precision, in ISO 8601; other forms are not guessed at. */
function dateOf(...said: readonly (string | undefined)[]): string | undefined {
  for (const words of said) {
    const found =
      /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?/.exec(
        words ?? '',
      );
    if (found && Number(found[0].slice(0, 4)) > 1600)
      return found[0].replace(/^(\S{10}) /u, '$1T').replace(' ', '');
  }
  return undefined;
}
