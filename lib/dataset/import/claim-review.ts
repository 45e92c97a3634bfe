import { Harvest, type Imported, type ImportRun } from './harvest';
import { address, day, decimal, field, list, slug, text } from '@/lib/record/loose';

/**
 * Fact checks in schema.org's ClaimReview: JSON-LD of pages (`@graph`, lists, single objects), the
 * DataFeed of Data Commons, and one object a line. The claim becomes a statement of whoever made it,
 * the rating a verdict of the reviewer, in the reviewer's own word; what a number means is never guessed.
 */
export function importClaimReviews(value: unknown, run: ImportRun): Imported {
  const harvest = new Harvest(run);
  for (const review of reviewsIn(value, 0)) takeReview(review, harvest);
  return harvest.finish();
}

const NESTS = ['@graph', 'dataFeedElement', 'item', 'itemListElement', 'mainEntity', 'review'];
const DEEPEST = 6;

function reviewsIn(value: unknown, depth: number): unknown[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => reviewsIn(item, depth + 1));
  if (list(field(value, '@type')).some((type) => type === 'ClaimReview')) return [value];
  return NESTS.flatMap((name) => reviewsIn(field(value, name) ?? [], depth + 1));
}

function takeReview(review: unknown, harvest: Harvest): void {
  const url = address(field(review, 'url')) ?? address(field(review, '@id'));
  const claim = text(field(review, 'claimReviewed'));
  const label = labelOf(review);
  const hold = (why: string): void => harvest.hold(url ?? claim ?? 'a review', why);
  if (isClosed(review)) hold('its licence does not allow merging');
  else if (url === undefined) hold('no address of its own');
  else if (claim === undefined) hold('no claim');
  else if (label === undefined) hold('no rating, neither in words nor as a number');
  else takeWhole({ review, url, claim, label }, harvest);
}

function takeWhole(found: Omit<Whole, 'item' | 'reviewer' | 'speaker'>, harvest: Harvest): void {
  const { review, url } = found;
  const [item] = list(field(review, 'itemReviewed'));
  const claimant = nameOf(list(field(item, 'author'))[0] ?? list(field(item, 'creator'))[0]);
  const checker = nameOf(list(field(review, 'author'))[0] ?? list(field(review, 'publisher'))[0]);
  if (claimant === undefined) harvest.hold(url, 'nobody is said to have made the claim');
  else if (claimant === checker) harvest.hold(url, 'the reviewer is said to have made the claim');
  else {
    const speaker = actorOf(item, ['author', 'creator'], { harvest });
    const reviewer = actorOf(review, ['author', 'publisher'], { harvest, reviewUrl: url });
    if (speaker && reviewer) publish({ ...found, item, reviewer, speaker }, harvest);
    else harvest.hold(url, 'no reviewer, or a name that only an editor may pass');
  }
}

function nameOf(author: unknown): string | undefined {
  return text(typeof author === 'string' ? author : field(author, 'name'));
}

type Acting = { readonly harvest: Harvest; readonly reviewUrl?: string };

/** The first of these fields that names somebody. */
function actorOf(
  of: unknown,
  fields: readonly string[],
  { harvest, reviewUrl }: Acting,
): string | undefined {
  for (const name of fields) {
    const [author] = list(field(of, name));
    const found = author === undefined ? undefined : actor(author, harvest, reviewUrl);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Whole = {
  readonly review: unknown;
  readonly item: unknown;
  readonly url: string;
  readonly claim: string;
  readonly label: string;
  readonly reviewer: string;
  readonly speaker: string;
};

function publish(whole: Whole, harvest: Harvest): void {
  const { review, url, claim, label, reviewer, speaker } = whole;
  const lang = /^[a-z]{2,3}/u.exec(text(field(review, 'inLanguage')) ?? '')?.[0] ?? 'und';
  const source = sourceOf(whole, lang, harvest);
  const said = day(field(whole.item, 'datePublished'));
  const statement =
    source &&
    harvest.add('statement', `claim/${url}#${slug(claim).slice(0, 60)}`, {
      kind: 'claim',
      speaker,
      text: claim,
      lang,
      said,
      about: [],
      source,
    });
  if (!statement) return;
  harvest.add('verdict', `verdict/${url}#${slug(claim).slice(0, 60)}`, {
    of: statement,
    reviewer,
    url,
    published: day(field(review, 'datePublished')) ?? 'XXXX',
    label,
    scale: scaleOf(field(review, 'reviewRating')),
  });
}

/** Where the claim stood; where no such address is given, the review itself is where we know it from. */
function sourceOf(
  { item, review, url, claim, reviewer }: Whole,
  lang: string,
  harvest: Harvest,
): string | undefined {
  const appearances = ['firstAppearance', 'appearance', 'url', 'isPartOf'];
  const addresses = appearances
    .flatMap((name) => list(field(item, name)))
    .flatMap((found) => address(found) ?? []);
  const [first, ...others] = [...new Set(addresses)];
  const published = day(field(first === undefined ? review : item, 'datePublished'));
  return harvest.add('source', `source/${first ?? url}`, {
    url: first ?? url,
    otherUrls: others.length > 0 ? others.slice(0, 8) : undefined,
    publisher: first === undefined ? reviewer : publisherOf(first, harvest),
    title: (text(field(first === undefined ? review : item, 'name')) ?? claim).slice(0, 500),
    lang,
    published: published ?? 'XXXX',
    dateNote: published === undefined ? 'The review gives no date.' : undefined,
    archives: [{ service: 'none', note: 'imported; no archived copy looked for' }],
    licence: 'quotation',
  });
}

function publisherOf(of: string, harvest: Harvest): string | undefined {
  const host = hostOf(of);
  return entity({ name: host, kind: 'publisher', key: `publisher/import/${slug(host)}` }, harvest);
}

/** Whoever is named as author: a person or body by Wikidata id where there is one, else by name and kind. */
function actor(author: unknown, harvest: Harvest, reviewUrl?: string): string | undefined {
  const name =
    text(typeof author === 'string' ? author : field(author, 'name')) ??
    hostName(author, reviewUrl);
  if (name === undefined) return undefined;
  const kind = kindOf(author, reviewUrl !== undefined);
  const wikidata = list(field(author, 'sameAs')).flatMap(
    (same) =>
      /wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d{0,11})$/u.exec(text(same) ?? '')?.[1] ?? [],
  )[0];
  const key =
    wikidata === undefined
      ? `${kind}/import/${slug(name)}`
      : `${kind}/wikidata/${wikidata.toLowerCase()}`;
  return entity({ name, kind, key, wikidata }, harvest);
}

function kindOf(author: unknown, isReviewer: boolean): 'person' | 'organisation' {
  const types = list(field(author, '@type'));
  if (types.includes('Person')) return 'person';
  return isReviewer ||
    types.some((type) => type === 'Organization' || type === 'NewsMediaOrganization')
    ? 'organisation'
    : 'person';
}

/** Reviewers often give their address alone. */
function hostName(author: unknown, reviewUrl: string | undefined): string | undefined {
  if (reviewUrl === undefined) return undefined;
  return hostOf(address(field(author, 'url')) ?? reviewUrl);
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/u.exec(url)?.[1]?.toLowerCase() ?? url;
}

type Found = {
  readonly name: string;
  readonly kind: string;
  readonly key: string;
  readonly wikidata?: string | undefined;
};

function entity({ name, kind, key, wikidata }: Found, harvest: Harvest): string | undefined {
  const names = harvest.goodNames(key, [{ text: name, lang: 'und', kind: 'main' }]);
  if (names.length === 0) return undefined;
  return harvest.add('entity', key, {
    kind,
    names,
    ids: wikidata === undefined ? undefined : { wikidata },
  });
}

function labelOf(review: unknown): string | undefined {
  const rating = list(field(review, 'reviewRating'))[0];
  const words = text(field(rating, 'alternateName')) ?? text(field(rating, 'name'));
  return (words ?? decimal(field(rating, 'ratingValue')))?.slice(0, 300);
}

/** Kept as given, and only where the value lies on the scale that is given with it. */
function scaleOf(rating: unknown): Readonly<Record<string, string>> | undefined {
  const value = decimal(field(list(rating)[0], 'ratingValue'));
  const best = decimal(field(list(rating)[0], 'bestRating'));
  const worst = decimal(field(list(rating)[0], 'worstRating')) ?? '1';
  if (value === undefined || best === undefined) return undefined;
  const [low, high] = [
    Math.min(Number(worst), Number(best)),
    Math.max(Number(worst), Number(best)),
  ];
  return low < high && Number(value) >= low && Number(value) <= high
    ? { value, worst, best }
    : undefined;
}

/** Licences that forbid commercial use or changes cannot be merged into an open dataset. */
function isClosed(review: unknown): boolean {
  const licence = text(field(review, 'sdLicense')) ?? text(field(review, 'license')) ?? '';
  return /\b(?:nc|nd)\b|noncommercial|noderiv/iu.test(licence);
}
