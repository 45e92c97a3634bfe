import type { Harvest } from './harvest';
import { address, field, list, slug, text } from '@/lib/record/loose';
import { goodNames } from './names';
import type { Told } from './piece';

/** What the persons and bodies of fact checks are collected with. */
export type Claims = {
  readonly harvest: Harvest;
  readonly told: Told;
  /** Of a reviewer: the address of the review. */
  readonly reviewUrl?: string;
};

/** The name of an author, who may be an object, a list or plain text. */
export function nameOf(author: unknown): string | undefined {
  return text(typeof author === 'string' ? author : field(author, 'name'));
}

/** The first of these fields that names somebody, as an entity. */
export function actorOf(
  of: unknown,
  fields: readonly string[],
  claims: Claims,
): string | undefined {
  for (const name of fields) {
    const [author] = list(field(of, name));
    const found = author === undefined ? undefined : actor(author, claims);
    if (found !== undefined) return found;
  }
  const isTold = claims.reviewUrl !== undefined && claims.told.publisher !== undefined;
  return isTold ? actor({ '@type': 'Organization' }, claims) : undefined;
}

/** Whoever runs the host of an address. */
export function publisherOf(of: string, { harvest }: Claims): string | undefined {
  const host = hostOf(of);
  return entity({ name: host, kind: 'publisher', key: `publisher/import/${slug(host)}` }, harvest);
}

/** Whoever is named as author: a person or body by Wikidata id where there is one, else by name and kind. */
function actor(author: unknown, claims: Claims): string | undefined {
  const { reviewUrl, told, harvest } = claims;
  const name = nameOf(author) ?? (reviewUrl && (told.publisher ?? hostNamed(author, reviewUrl)));
  if (name === undefined) return undefined;
  const kind = kindOf(author, claims);
  const prefix = kind === 'person' ? 'person' : 'org';
  const wikidata = list(field(author, 'sameAs')).flatMap(
    (same) =>
      /wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d{0,11})$/u.exec(text(same) ?? '')?.[1] ?? [],
  )[0];
  const key =
    wikidata === undefined
      ? `${prefix}/import/${slug(name)}`
      : `${prefix}/wikidata/${wikidata.toLowerCase()}`;
  return entity({ name, kind, key, wikidata }, harvest);
}

function kindOf(author: unknown, { reviewUrl, told }: Claims): 'person' | 'organisation' {
  const types = list(field(author, '@type'));
  if (types.includes('Person')) return 'person';
  const isBody = types.some((type) => type === 'Organization' || type === 'NewsMediaOrganization');
  if (isBody || reviewUrl !== undefined) return 'organisation';
  return told.kind === 'organisation' ? 'organisation' : 'person';
}

/** Reviewers often give their address alone. */
function hostNamed(author: unknown, reviewUrl: string): string {
  return hostOf(address(field(author, 'url')) ?? reviewUrl);
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/u.exec(url)?.[1]?.toLowerCase() ?? url;
}

type Actor = {
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'publisher';
  readonly key: string;
  readonly wikidata?: string | undefined;
};

function entity({ name, kind, key, wikidata }: Actor, harvest: Harvest): string | undefined {
  const names = goodNames(key, [{ text: name, lang: 'und', kind: 'main' }], harvest);
  if (names.length === 0) return undefined;
  return harvest.actor({
    key,
    type: kind,
    names,
    ids: wikidata === undefined ? undefined : { wikidata },
  });
}
