import type { Item } from './item';
import { pageAddress, siteOf } from './place';
import type { Held } from './library-file';
import { linesOf } from './since-saved';
import { textFragmentLink } from './text-fragment';
import { pathsOf } from './web-annotation';

/** A file of a folder or zip. */
export type OutFile = { readonly name: string; readonly text: string };

/**
 * One Markdown file a page, with YAML front matter, for Obsidian and Logseq: each item a quote block,
 * its speaker, its note, the records shown with it, its tags, a link to its place. Words of pages are escaped, so that they stay words.
 */
export function toMarkdown({ items, collections }: Held): OutFile[] {
  const names = pathsOf(collections);
  const taken = new Map<string, number>();
  return byPage(items).map((onPage) => {
    const name = freeName(fileName(onPage[0]?.target.title ?? ''), taken);
    return { name: `${name}.md`, text: pageText(onPage, names) };
  });
}

/** A title as a file name: what any file system and any wiki link can bear, at most 80 characters. */
export function fileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/u, '');
  const short = Array.from(clean)
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/u, '');
  return short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(short)
    ? `page ${short}`.trim()
    : short;
}

/** A text as a double-quoted YAML scalar (JSON is YAML). */
export function yamlText(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF]/gu, (mark) => {
    return `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

function byPage(items: readonly Item[]): Item[][] {
  const pages = new Map<string, Item[]>();
  for (const item of items) {
    const address = pageAddress(item.target.canonical ?? item.target.source);
    const page = pages.get(address);
    if (page) page.push(item);
    else pages.set(address, [item]);
  }
  return [...pages.values()];
}

/** @param taken how often each name was wanted, and that it is taken. */
function freeName(wanted: string, taken: Map<string, number>): string {
  const key = wanted.toLowerCase();
  let number = (taken.get(key) ?? 0) + 1;
  let name = number === 1 ? wanted : `${wanted} ${number}`;
  for (; number > 1 && taken.has(name.toLowerCase()); name = `${wanted} ${number}`) number += 1;
  taken.set(key, number);
  if (number > 1) taken.set(name.toLowerCase(), 1);
  return name;
}

function pageText(items: readonly Item[], names: ReadonlyMap<string, string>): string {
  const [first] = items;
  if (!first) return '';
  const { target } = first;
  const tags = [...new Set(items.flatMap((item) => item.tags))].toSorted();
  const inside = [...new Set(items.flatMap((item) => item.collections))];
  const facts = [
    `title: ${yamlText(target.title)}`,
    `source: ${yamlText(target.canonical ?? target.source)}`,
    `publisher: ${yamlText(target.publisher ?? siteOf(target.source))}`,
    ...(target.published === undefined ? [] : [`published: ${yamlText(target.published)}`]),
    `tags: [${tags.map((tag) => yamlText(tagWord(tag))).join(', ')}]`,
    `collections: [${inside.map((id) => yamlText(names.get(id) ?? id)).join(', ')}]`,
  ];
  return `---\n${facts.join('\n')}\n---\n\n${items.map(itemText).join('\n')}`;
}

function itemText(item: Item): string {
  const { target, speaker, note, tags, savedAt } = item;
  const lines = (target.quote?.exact ?? target.title).split('\n');
  const quote = lines.map((line) => `> ${escaped(line)}`).join('\n');
  const who = speaker === undefined ? '' : `>\n> — ${escaped(speaker)}\n`;
  const labels = tags.map((tag) => `#${tagWord(tag)}`).join(' ');
  const day = new Date(savedAt).toISOString().slice(0, 10);
  const saved = linked(`Saved ${day}`, textFragmentLink(target));
  const parts = [note.trim(), shownWith(item), labels, saved];
  return `${quote}\n${who}\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The records that were shown with an item: who said what, when, and where that was published. */
function shownWith({ frozen }: Item): string {
  const lines = frozen ? linesOf(frozen) : [];
  return lines
    .map(({ speaker, text, said, source }) => {
      const words = `${escaped(speaker.name)}: ${escaped(text.replaceAll(/\s+/gu, ' '))}`;
      const where = [source.publisher, said ?? source.published].map(escaped).join(', ');
      return `- ${words} (${linked(where, source.url)})`;
    })
    .join('\n');
}

/** A link to a page of the web; anything else stays words. */
function linked(label: string, address: string): string {
  return /^https?:\/\/[^\s<>]+$/u.test(address) ? `[${label}](<${address}>)` : label;
}

/** Tags of both programs end at a blank. */
function tagWord(tag: string): string {
  return tag.trim().replaceAll(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-');
}

function escaped(line: string): string {
  return line.replaceAll(/[\\`*_{}[\]<>#|~]/gu, String.raw`\$&`);
}
