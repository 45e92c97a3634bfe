import type { Collection, Item } from './item';
import { fileName, type OutFile, yamlText } from './markdown';
import { pageAddress, siteOf } from './place';

/**
 * A collection as the beginnings of a dataset: the authored YAML form, one source a file. Everything
 * is a draft, to be reviewed before it may be published; what the reader wrote to an item becomes
 * the reviewer's note, never a part of the record. Items without a speaker are left out.
 * @param today ISO date.
 */
export function toAuthored(
  collection: Pick<Collection, 'name'>,
  items: readonly Item[],
  today: string,
): OutFile[] {
  const claims = items.filter(isStatement);
  const id = slug(collection.name);
  const speakers = [...new Set(claims.map(({ speaker }) => speaker))].toSorted();
  const publishers = [...new Set(claims.map(publisherOf))].toSorted();
  const files = new Map<string, string>();
  const add = (name: string, text: string): void => {
    if (!files.has(name)) files.set(name, text);
  };
  add('dataset.yaml', datasetText(collection.name, id, today));
  for (const name of speakers) {
    add(`entities/${slug(name)}.yaml`, entityText(`person/${slug(name)}`, name, [today, 'person']));
  }
  for (const name of publishers) {
    const key = `publisher/${slug(name)}`;
    add(`entities/publisher-${slug(name)}.yaml`, entityText(key, name, [today, 'publisher']));
  }
  for (const page of pagesOf(claims)) add(...sourceFile(page, today));
  return [...files].map(([name, text]) => ({ name, text }));
}

type Claim = Item & { readonly speaker: string };

function isStatement(item: Item): item is Claim {
  return item.speaker !== undefined && item.speaker.length > 1 && item.target.quote !== undefined;
}

function publisherOf({ target }: Item): string {
  return target.publisher ?? siteOf(target.source);
}

function pagesOf(claims: readonly Claim[]): Claim[][] {
  const pages = new Map<string, Claim[]>();
  for (const claim of claims) {
    const address = pageAddress(claim.target.canonical ?? claim.target.source);
    pages.set(address, [...(pages.get(address) ?? []), claim]);
  }
  return [...pages.values()];
}

function datasetText(name: string, id: string, today: string): string {
  return `id: ${yamlText(id)}
title: {en: ${yamlText(name)}}
description: {en: ${yamlText(`Collected by a reader: ${name}. Drafts, to be reviewed before publication.`)}}
publisher: ${yamlText(name)}
languages: [en]
licence: CC0-1.0
edition: 1
built: ${yamlText(today)}
packs:
  - {pack: ${yamlText(id)}, title: {en: ${yamlText(name)}}, langs: [en]}
`;
}

function entityText(
  key: string,
  name: string,
  [today, type]: readonly [today: string, type: 'person' | 'publisher'],
): string {
  return `key: ${yamlText(key)}
type: ${type}
names:
  - {text: ${yamlText(name)}, lang: en, kind: main, match: never}
review: {status: draft, by: [], at: ${yamlText(today)}}
`;
}

function sourceFile(claims: readonly Claim[], today: string): [name: string, text: string] {
  const [first] = claims;
  if (!first) return ['', ''];
  const { target } = first;
  const publisher = slug(publisherOf(first));
  const name = `${target.published?.slice(0, 4) ?? 'undated'}-${slug(target.title)}`;
  const text = `key: ${yamlText(`source/${publisher}/${name}`)}
url: ${yamlText(target.canonical ?? target.source)}
publisher: ${yamlText(`publisher/${publisher}`)}
title: ${yamlText(target.title)}
lang: ${yamlText(target.lang ?? 'en')}
published: ${yamlText(target.published?.slice(0, 10) ?? 'XXXX')}
${target.published === undefined ? 'dateNote: The page gives no date.\n' : ''}archives: [{service: none, note: no archived copy recorded yet}]
licence: quotation
review: {status: draft, by: [], at: ${yamlText(today)}}
statements:
${claims.map((claim, index) => statementText(claim, index)).join('')}`;
  return [`sources/${publisher}/${name}.yaml`, text];
}

function statementText(claim: Claim, index: number): string {
  const { target, speaker, note } = claim;
  const { exact = '', prefix = '', suffix = '' } = target.quote ?? {};
  const entries = [
    ...commentsOf(note),
    `kind: ${isVerbatim(claim) ? 'quote' : 'paraphrase'}`,
    `speaker: ${yamlText(`person/${slug(speaker)}`)}`,
    `text: ${yamlText(exact.replaceAll(/\s+/gu, ' ').trim())}`,
    `lang: ${yamlText(target.lang ?? 'en')}`,
    `before: ${yamlText(prefix)}`,
    `after: ${yamlText(suffix)}`,
    'about: []',
  ];
  return `  s${index + 1}:\n${entries.map((entry) => `    ${entry}\n`).join('')}`;
}

function isVerbatim({ annotation }: Claim): boolean {
  return annotation?.kind === 'quote' && annotation.type === 'direct';
}

/** A note as YAML comments; what YAML takes for a line break ends each. */
function commentsOf(note: string): string[] {
  const lines = note.split(/[\p{Cc}\u2028\u2029]+/u).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => `# ${line}`);
}

/** A name as part of a key: letters, digits and hyphens; what has none becomes its code points. */
function slug(name: string): string {
  const plain = fileName(name)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
  if (plain !== '') return plain;
  const codes = Array.from(name)
    .slice(0, 8)
    .map((each) => (each.codePointAt(0) ?? 0).toString(16));
  return `u-${codes.join('-')}`;
}
