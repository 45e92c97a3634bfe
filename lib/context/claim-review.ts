import { jsonLd } from '@/lib/article/json-ld';
import { field, list, text } from '@/lib/record/loose';

/** A fact check as a page's own markup states it. */
export type ClaimReview = {
  readonly claim: string;
  /** Who said it; checks of nobody's words are left out. */
  readonly speaker: string;
  readonly reviewer: string;
  /** The reviewer's verdict, verbatim. */
  readonly label: string;
};

/** Lists of fact checks hold hundreds; one article has one, or a few. */
const MOST = 20;
const DEEPEST = 6;
const LONGEST_CLAIM = 2000;
const LONGEST_NAME = 200;
const LONGEST_LABEL = 300;

/**
 * The fact checks in a page's JSON-LD (schema.org ClaimReview), wherever they stand in its scripts and
 * whether they name people in place or by `@id`. Anything incomplete is left out, as is a number
 * without words: what it means would be ours to say.
 */
export function claimReviewsIn(scripts: readonly string[]): ClaimReview[] {
  const things = scripts.flatMap((script) => thingsIn(jsonLd(script), 0));
  const byId = new Map(
    things.flatMap((thing) => (isWhole(thing) ? [[field(thing, '@id'), thing] as const] : [])),
  );
  const resolved: Resolve = (value) => {
    const [first] = list(value);
    const id = field(first, '@id');
    return id === undefined ? first : (byId.get(id) ?? first);
  };
  const reviews = things
    .filter((thing) => list(field(thing, '@type')).includes('ClaimReview'))
    .flatMap((thing) => reviewOf(thing, resolved));
  return [...new Map(reviews.map((review) => [JSON.stringify(review), review])).values()].slice(
    0,
    MOST,
  );
}

/** A value's first thing, itself or the one that its `@id` stands for. */
type Resolve = (value: unknown) => unknown;

function thingsIn(value: unknown, depth: number): object[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  return [value, ...Object.values(value).flatMap((one) => thingsIn(one, depth + 1))];
}

/** More than a pointer to a thing that is described elsewhere. */
function isWhole(thing: object): boolean {
  return '@id' in thing && Object.keys(thing).length > 1;
}

function reviewOf(review: object, resolved: Resolve): ClaimReview[] {
  const reviewed = resolved(field(review, 'itemReviewed'));
  const claim = wordsIn(field(review, 'claimReviewed'), LONGEST_CLAIM);
  const speaker = nameIn(reviewed, ['author', 'creator'], resolved);
  const reviewer = nameIn(review, ['author', 'publisher'], resolved);
  const label = labelIn(resolved(field(review, 'reviewRating')));
  if (!claim || !speaker || !reviewer || !label) return [];
  // Some name themselves where the claim's author belongs, for want of one.
  return speaker === reviewer ? [] : [{ claim, speaker, reviewer, label }];
}

// oxlint-disable-next-line max-params -- a thing, its fields and how they are looked up
function nameIn(thing: unknown, fields: readonly string[], resolved: Resolve): string | undefined {
  for (const key of fields) {
    const found = resolved(field(thing, key));
    const name = wordsIn(typeof found === 'string' ? found : field(found, 'name'), LONGEST_NAME);
    if (name !== undefined && !/^https?:/iu.test(name)) return name;
  }
  return undefined;
}

function labelIn(rating: unknown): string | undefined {
  const label = ['alternateName', 'name']
    .map((key) => wordsIn(field(rating, key), LONGEST_LABEL))
    .find((words) => words !== undefined);
  return label !== undefined && /\p{L}/u.test(label) ? label : undefined;
}

/** Words without markup and entities; none where they are longer than such words ever are. */
function wordsIn(value: unknown, longest: number): string | undefined {
  const [first] = list(value);
  const bare = typeof first === 'string' ? first.replaceAll(/<[^<>]*>/gu, ' ') : first;
  const words = text(bare);
  return words !== undefined && words.length <= longest ? words : undefined;
}
