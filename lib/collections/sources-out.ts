import type { Item, Target } from './item';
import { pageAddress, siteOf } from './place';

/** The pages that items stand on, as sources for reference managers. */

/** CSL JSON (citation-style-language/schema, csl-data), for Zotero and others. */
export function toCslJson(items: readonly Item[]): string {
  const entries = pagesOf(items).map(cslOf);
  return `${JSON.stringify(entries, undefined, 1)}\n`;
}

function cslOf({ target, notes, savedAt }: Page): object {
  const issued = datePartsOf(target.published ?? '');
  return {
    id: pageAddress(target.canonical ?? target.source),
    type: 'article-newspaper',
    title: target.title,
    'container-title': target.publisher ?? siteOf(target.source),
    URL: target.canonical ?? target.source,
    ...(target.lang === undefined ? {} : { language: target.lang }),
    ...(issued.length === 0 ? {} : { issued: { 'date-parts': [issued] } }),
    accessed: { 'date-parts': [datePartsOf(dayOf(savedAt))] },
    ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
  };
}

/** RIS, one record a page. Line breaks inside a field would end it, so they become blanks. */
export function toRis(items: readonly Item[]): string {
  const records = pagesOf(items).map(({ target, notes, savedAt }) => {
    const issued = datePartsOf(target.published ?? '');
    const lines: (readonly [tag: string, value: string])[] = [
      ['TY', 'NEWS'],
      ['TI', target.title],
      ['T2', target.publisher ?? siteOf(target.source)],
      ['PY', String(issued[0] ?? '')],
      ['DA', issued.length === 0 ? '' : risDate(issued)],
      ['UR', target.canonical ?? target.source],
      ['LA', target.lang ?? ''],
      ['Y2', risDate(datePartsOf(dayOf(savedAt)))],
      ...notes.map((note) => ['N1', note] as const),
    ];
    const written = lines
      .map(([tag, value]) => [tag, value.replaceAll(/\s+/gu, ' ').trim()] as const)
      .filter(([, value]) => value !== '')
      .map(([tag, value]) => `${tag}  - ${value}\r\n`);
    return `${written.join('')}ER  - \r\n`;
  });
  return records.join('\r\n');
}

type Page = {
  readonly target: Target;
  readonly notes: readonly string[];
  /** When the reader was there last, milliseconds since 1970. */
  readonly savedAt: number;
};

/** Each page once, with the notes that the reader wrote on it. */
function pagesOf(items: readonly Item[]): Page[] {
  const pages = new Map<string, Page & { readonly notes: string[] }>();
  for (const { target, note, savedAt } of items) {
    const address = pageAddress(target.canonical ?? target.source);
    const page = pages.get(address) ?? { target, notes: [], savedAt };
    if (note !== '') page.notes.push(note);
    pages.set(address, { ...page, savedAt: Math.max(page.savedAt, savedAt) });
  }
  return [...pages.values()];
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString();
}

/** Year, month, day of an ISO date, as precise as it is. */
function datePartsOf(date: string): number[] {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(date);
  return (found?.slice(1) ?? []).filter((part) => part !== undefined).map(Number);
}

function risDate(parts: readonly number[]): string {
  const [year = '', month, day] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}/${month ?? ''}/${day ?? ''}/`;
}
