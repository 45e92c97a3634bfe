import type { Held } from './library-file';
import type { Item } from './item';
import { pathsOf } from './web-annotation';

const COLUMNS = [
  ['kind', ({ kind }: Item) => kind],
  ['words', ({ target }: Item) => target.quote?.exact ?? ''],
  ['speaker', ({ speaker }: Item) => speaker ?? ''],
  ['title', ({ target }: Item) => target.title],
  ['publisher', ({ target }: Item) => target.publisher ?? ''],
  ['published', ({ target }: Item) => target.published ?? ''],
  ['address', ({ target }: Item) => target.canonical ?? target.source],
  ['note', ({ note }: Item) => note],
  ['tags', ({ tags }: Item) => tags.join('; ')],
  ['saved', ({ savedAt }: Item) => new Date(savedAt).toISOString()],
  ['id', ({ id }: Item) => id],
] as const;

/**
 * One row an item, UTF-8 with a byte order mark so that spreadsheets read Khmer. A cell that a
 * spreadsheet would take for a formula is written behind an apostrophe.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv({ items, collections }: Held): string {
  const names = pathsOf(collections);
  const header = [...COLUMNS.map(([name]) => name), 'collections'];
  const rows = items.map((item) => [
    ...COLUMNS.map(([, value]) => value(item)),
    item.collections.map((id) => names.get(id) ?? id).join('; '),
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
