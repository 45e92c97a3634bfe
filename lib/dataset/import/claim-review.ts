import { actorOf, type Claims, nameOf, publisherOf } from './claim-actors';
import type { Harvest } from './harvest';
import { address, day, decimal, field, list, slug, text } from '@/lib/record/loose';
import type { Piece, Told } from './piece';

/**
 * Fact checks in schema.org's ClaimReview: JSON-LD of pages (`@graph`, lists, single objects), the
 * DataFeed of Data Commons, and one object a line. The claim becomes a statement of whoever made it,
 * the rating a verdict of the reviewer, in the reviewer's own word; what a number means is never guessed.
 * @returns how many fact checks there were, taken or held
 */
export function importClaimReviews(pieces: readonly Piece[], harvest: Harvest, told: Told): number {
  let seen = 0;
  for (const { place, value } of pieces) {
    for (const { path, review } of reviewsIn(value, '', 0)) {
      seen += 1;
      harvest.from(path === '' ? place : `${place}: ${path}`);
      takeReview(review, { harvest, told });
    }
  }
  return seen;
}

const NESTS = ['@graph', 'dataFeedElement', 'item', 'itemListElement', 'mainEntity', 'review'];
const DEEPEST = 6;

type Placed = { readonly path: string; readonly review: unknown };

function reviewsIn(value: unknown, path: string, depth: number): Placed[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => reviewsIn(item, `${path}[${at}]`, depth + 1));
  }
  const isReview = list(field(value, '@type')).some((type) => type === 'ClaimReview');
  if (isReview) return [{ path, review: value }];
  return NESTS.flatMap((name) =>
    reviewsIn(field(value, name) ?? [], path === '' ? name : `${path}.${name}`, depth + 1),
  );
}

function takeReview(review: unknown, claims: Claims): void {
  const url = address(field(review, 'url')) ?? address(field(review, '@id'));
  const claim = text(field(review, 'claimReviewed'));
  const label = labelOf(review);
  const hold = (why: string): void => claims.harvest.hold(url ?? claim ?? 'a review', why);
  if (isClosed(review)) hold('its licence does not allow merging');
  else if (url === undefined) hold('no address of its own');
  else if (claim === undefined) hold('no claim');
  else if (label === undefined) hold('no rating, neither in words nor as a number');
  else takeWhole({ review, url, claim, label }, claims);
}

type Whole = {
  readonly review: unknown;
  readonly url: string;
  readonly claim: string;
  readonly label: string;
};

function takeWhole(whole: Whole, claims: Claims): void {
  const { review, url } = whole;
  const [item] = list(field(review, 'itemReviewed'));
  const claimant = nameOf(list(field(item, 'author'))[0] ?? list(field(item, 'creator'))[0]);
  const checker = nameOf(list(field(review, 'author'))[0] ?? list(field(review, 'publisher'))[0]);
  const hold = (why: string): void => claims.harvest.hold(url, why);
  if (claimant === undefined) hold('nobody is said to have made the claim');
  else if (claimant === checker) hold('the reviewer is said to have made the claim');
  else {
    const speaker = actorOf(item, ['author', 'creator'], claims);
    const reviewer = actorOf(review, ['author', 'publisher'], { ...claims, reviewUrl: url });
    if (speaker && reviewer) publish({ ...whole, item, reviewer, speaker }, claims);
    else hold('no reviewer, or a name that only an editor may pass');
  }
}

type Settled = Whole & {
  readonly item: unknown;
  readonly reviewer: string;
  readonly speaker: string;
};

function publish(settled: Settled, claims: Claims): void {
  const { review, url, claim, label, reviewer, speaker, item } = settled;
  const { harvest } = claims;
  const lang = langOf(review);
  const source = sourceOf(settled, lang, claims);
  if (source === undefined) return;
  const hash = harvest.hashOf(`${url}\n${claim}`);
  const statement = harvest.statement(
    { file: source, local: `c-${hash}` },
    {
      kind: 'claim',
      speaker,
      capacity: text(field(list(field(item, 'author'))[0], 'jobTitle'))
        ?.slice(0, 300)
        .trim(),
      text: claim,
      lang,
      said: day(field(item, 'datePublished')),
    },
  );
  if (statement === undefined) return;
  const published = day(field(review, 'datePublished')) ?? 'XXXX';
  const bucket = /^\d{4}-\d{2}/u.exec(published)?.[0] ?? `undated-${hash.slice(0, 1)}`;
  const name = reviewer.slice(reviewer.lastIndexOf('/') + 1);
  const file = harvest.verdicts({ key: `verdicts/${name}/${bucket}`, reviewer });
  harvest.verdict(
    { file, local: `v-${hash}` },
    { of: statement, url, published, label, scale: scaleOf(field(review, 'reviewRating')) },
  );
}

function langOf(review: unknown): string {
  const told = field(review, 'inLanguage');
  const tag = text(told) ?? text(field(told, 'alternateName')) ?? '';
  return /^[a-z]{2,3}(?![a-z])/u.exec(tag)?.[0] ?? 'und';
}

/** Where the claim stood; where no such address is given, the review itself is where we know it from. */
function sourceOf(settled: Settled, lang: string, claims: Claims): string | undefined {
  const { item, review, url, claim } = settled;
  const appearances = ['firstAppearance', 'appearance', 'url', 'isPartOf'];
  const addresses = appearances
    .flatMap((name) => list(field(item, name)))
    .flatMap((found) => address(found) ?? []);
  const [first, ...others] = [...new Set(addresses)];
  const at = first ?? url;
  const document = first === undefined ? review : item;
  const published = day(field(document, 'datePublished'));
  const publisher =
    first === undefined && !settled.reviewer.startsWith('person/')
      ? settled.reviewer
      : publisherOf(at, claims);
  return (
    publisher &&
    claims.harvest.source({
      key: sourceKey(at, claims.harvest),
      url: at,
      otherUrls: others.length > 0 ? others.slice(0, 8) : undefined,
      publisher,
      title: (text(field(document, 'name')) ?? claim).slice(0, 500).trim(),
      lang,
      published: published ?? 'XXXX',
      dateNote: published === undefined ? 'The review gives no date.' : undefined,
      archives: [{ service: 'none', note: 'imported; no archived copy looked for' }],
      licence: 'quotation',
    })
  );
}

/** The host, the last words of the address for people, and a hash that keeps addresses apart. */
function sourceKey(url: string, harvest: Harvest): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/:?#]+)([^?#]*)/u.exec(url) ?? [];
  const words = slug(path.split('/').findLast((part) => part !== '') ?? '').slice(0, 24);
  return `source/${slug(host)}/${words.replace(/-$/u, '')}-${harvest.hashOf(url)}`;
}

function labelOf(review: unknown): string | undefined {
  const rating = list(field(review, 'reviewRating'))[0];
  const words = text(field(rating, 'alternateName')) ?? text(field(rating, 'name'));
  return (words ?? decimal(field(rating, 'ratingValue')))?.slice(0, 300).trim();
}

/** Kept as given, and only where the value lies on the scale that is given with it. */
function scaleOf(rating: unknown): { value: string; worst: string; best: string } | undefined {
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
