import * as v from 'valibot';
import { lang as langShape } from '@/lib/record/base';
import type { Collection, Item, Target } from './item';
import { type OutFile, yamlText } from './markdown';
import { KeyParts, slug } from './names-in-keys';
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
  const keys = { people: new KeyParts(), publishers: new KeyParts(), pages: new KeyParts(), today };
  const langs = [...new Set(claims.map(({ target }) => langOf(target)))].toSorted();
  return [
    { name: 'dataset.yaml', text: datasetText(collection.name, langs, today) },
    ...entityFiles(claims, keys),
    ...pagesOf(claims).map((page) => sourceFile(page, keys)),
  ];
}

/** The keys that are given out in one dataset, and the day on which. */
type Keys = Readonly<Record<'people' | 'publishers' | 'pages', KeyParts>> & {
  readonly today: string;
};

/** Each speaker and each publisher once, the same name under the same key throughout. */
function entityFiles(claims: readonly Claim[], { people, publishers, today }: Keys): OutFile[] {
  const speakers = new Map(claims.map((claim) => [claim.speaker, langOf(claim.target)]));
  const houses = new Map(claims.map((claim) => [publisherOf(claim), langOf(claim.target)]));
  return [
    ...inOrder(speakers).map(([name, lang]) => ({
      name: `entities/${people.of(name)}.yaml`,
      text: entityText({ type: 'person', key: people.of(name), name, lang }, today),
    })),
    ...inOrder(houses).map(([name, lang]) => ({
      name: `entities/publisher-${publishers.of(name)}.yaml`,
      text: entityText({ type: 'publisher', key: publishers.of(name), name, lang }, today),
    })),
  ];
}

function inOrder(names: ReadonlyMap<string, string>): [name: string, lang: string][] {
  return [...names].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Claim = Item & { readonly speaker: string };

function isStatement(item: Item): item is Claim {
  return item.speaker !== undefined && item.speaker.length > 1 && item.target.quote !== undefined;
}

function publisherOf({ target }: Item): string {
  return target.publisher ?? siteOf(target.source);
}

type Page = { readonly address: string; readonly claims: [Claim, ...Claim[]] };

function pagesOf(claims: readonly Claim[]): Page[] {
  const pages = new Map<string, Page>();
  for (const claim of claims) {
    const address = pageAddress(claim.target.canonical ?? claim.target.source);
    const page = pages.get(address);
    if (page) page.claims.push(claim);
    else pages.set(address, { address, claims: [claim] });
  }
  return [...pages.values()];
}

function datasetText(name: string, langs: readonly string[], today: string): string {
  const id = yamlText(slug(name));
  const languages = langs.length === 0 ? 'en' : langs.map((lang) => yamlText(lang)).join(', ');
  return `id: ${id}
title: {en: ${yamlText(name)}}
description: {en: ${yamlText(`Collected by a reader: ${name}. Drafts, to be reviewed before publication.`)}}
publisher: ${yamlText(name)}
languages: [${languages}]
licence: CC0-1.0
edition: 1
built: ${yamlText(today)}
packs:
  - {pack: ${id}, title: {en: ${yamlText(name)}}, langs: [${languages}]}
`;
}

type Named = Readonly<Record<'key' | 'name' | 'lang', string>> & {
  readonly type: 'person' | 'publisher';
};

function entityText({ type, key, name, lang }: Named, today: string): string {
  return `key: ${yamlText(`${type}/${key}`)}
type: ${type}
names:
  - {text: ${yamlText(name)}, lang: ${yamlText(lang)}, kind: main, match: never}
review: {status: draft, by: [], at: ${yamlText(today)}}
`;
}

/** What its publisher says of its language, where that is a language at all. */
function langOf(target: Pick<Target, 'lang'>): string {
  return v.is(langShape, target.lang) ? target.lang : 'en';
}

function sourceFile(
  { address, claims }: Page,
  { people, publishers, pages, today }: Keys,
): OutFile {
  const [first] = claims;
  const { target } = first;
  const publisher = publishers.of(publisherOf(first));
  const title = `${target.published?.slice(0, 4) ?? 'undated'}-${slug(target.title)}`;
  // Pages of one title are as many sources.
  const name = `${publisher}/${pages.of(title, address)}`;
  const text = `key: ${yamlText(`source/${name}`)}
url: ${yamlText(target.canonical ?? target.source)}
publisher: ${yamlText(`publisher/${publisher}`)}
title: ${yamlText(target.title)}
lang: ${yamlText(langOf(target))}
published: ${yamlText(target.published?.slice(0, 10) ?? 'XXXX')}
${target.published === undefined ? 'dateNote: The page gives no date.\n' : ''}archives: [{service: none, note: no archived copy recorded yet}]
licence: quotation
review: {status: draft, by: [], at: ${yamlText(today)}}
statements:
${claims.map((claim, index) => statementText(claim, { index, speaker: people.of(claim.speaker) })).join('')}`;
  return { name: `sources/${name}.yaml`, text };
}

function statementText(
  claim: Claim,
  { index, speaker }: { readonly index: number; readonly speaker: string },
): string {
  const { target, note } = claim;
  const { exact = '', prefix = '', suffix = '' } = target.quote ?? {};
  const entries = [
    ...commentsOf(note),
    `kind: ${isVerbatim(claim) ? 'quote' : 'paraphrase'}`,
    `speaker: ${yamlText(`person/${speaker}`)}`,
    `text: ${yamlText(oneLine(exact))}`,
    `lang: ${yamlText(langOf(target))}`,
    ...(oneLine(prefix) === '' ? [] : [`before: ${yamlText(oneLine(prefix))}`]),
    ...(oneLine(suffix) === '' ? [] : [`after: ${yamlText(oneLine(suffix))}`]),
    'about: []',
  ];
  return `  s${index + 1}:\n${entries.map((entry) => `    ${entry}\n`).join('')}`;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim();
}

function isVerbatim({ annotation }: Claim): boolean {
  return annotation?.kind === 'quote' && annotation.type === 'direct';
}

/** A note as YAML comments; what YAML takes for a line break ends each. */
function commentsOf(note: string): string[] {
  const lines = note.split(/[\p{Cc}\u2028\u2029]+/u).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => `# ${line}`);
}
