/* oxlint-disable require-unicode-regexp -- the flag makes patterns slower to compile, and this runs in pages */
import { jsonLd } from '@/lib/article/json-ld';

/** What a page's structured data says of its article; fields as schema.org names them. */
export type StructuredData = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES = /Article|BlogPosting|Report\b/;
const DEEPEST = 5;

/**
 * The JSON-LD object that describes the page's article, `@graph`, lists and `mainEntity` included,
 * with authors and publisher that are given by `@id` filled in; empty where there is none.
 */
export function structuredDataOf(page: Document): StructuredData {
  const objects: StructuredData[] = [];
  for (const script of scriptsIn(page)) gather(jsonLd(script), objects, 0);
  const article = objects.find((each) => isArticle(each) && 'headline' in each);
  const found = article ?? objects.find(isArticle);
  if (!found) return {};
  const byId = new Map(objects.filter((each) => '@id' in each).map((each) => [each['@id'], each]));
  const filled = (value: unknown): unknown => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.map((each) => byId.get(idOf(each)) ?? each);
  };
  return { ...found, author: filled(found['author']), publisher: filled(found['publisher']) };
}

function scriptsIn(page: Document): string[] {
  const scripts = page.querySelectorAll('script[type="application/ld+json"]');
  return Array.from(scripts, ({ textContent }) => textContent);
}

/** Longer than any article's own markup: lists of all that a site ever published. */
const LONGEST_SCRIPT = 100_000;

/**
 * The page's JSON-LD where it holds fact checks, and that beside it, to which it may point; as it
 * stands, for the background to read. Empty on nearly every page.
 */
export function factChecksOf(page: Document): string[] {
  const scripts = scriptsIn(page).filter(({ length }) => length < LONGEST_SCRIPT);
  return scripts.some((script) => script.includes('"ClaimReview"')) ? scripts.slice(0, 9) : [];
}

function gather(data: unknown, objects: StructuredData[], depth: number): void {
  if (depth > DEEPEST || typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    for (const each of data) gather(each, objects, depth + 1);
    return;
  }
  const object: StructuredData = Object.fromEntries(Object.entries(data));
  objects.push(object);
  for (const key of ['@graph', 'mainEntity', 'author', 'publisher']) {
    gather(object[key], objects, depth + 1);
  }
}

function isArticle({ '@type': type }: StructuredData): boolean {
  return ARTICLE_TYPES.test(JSON.stringify(type) ?? '');
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, '@id') : undefined;
}

/** The names in a value of schema.org: a text, a thing with a name, or a list of them. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [tidy(value)].filter(Boolean);
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesIn))];
  if (typeof value === 'object' && value !== null) return namesIn(Reflect.get(value, 'name'));
  return [];
}

/** A field that is a text. */
export function textIn(data: StructuredData, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' ? tidy(value) || undefined : undefined;
}

/** White space folded, and the entities that publishers leave in their data resolved. */
export function tidy(words: string): string {
  const plain = words.includes('&')
    ? words.replaceAll(
        /&(amp|quot|nbsp|#0?39|#x27|#8217);/g,
        (_, name: string) => ENTITIES[name] ?? "'",
      )
    : words;
  return plain.replaceAll(/\s+/g, ' ').trim();
}

/** All others are apostrophes. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', nbsp: ' ', '#8217': '’' };
