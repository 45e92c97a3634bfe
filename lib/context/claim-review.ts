/** A fact check as a page's own markup states it. */
export type ClaimReview = {
  readonly claim: string;
  /** Who said it; checks of nobody's words are left out. */
  readonly speaker: string;
  readonly reviewer: string;
  /** The reviewer's verdict, verbatim. */
  readonly label: string;
};

type Thing = Readonly<Record<string, unknown>>;

/**
 * The fact checks in a page's JSON-LD (schema.org ClaimReview), wherever they stand in it. Anything
 * incomplete or not as the vocabulary has it is left out; ratings without words are no verdicts.
 */
export function claimReviewsIn(markup: unknown): ClaimReview[] {
  return thingsIn(markup, 0).flatMap((thing) => {
    if (!typesOf(thing).includes('ClaimReview')) return [];
    const claim = textOf(thing['claimReviewed']);
    const speaker = nameOf(authorOf(thing['itemReviewed']));
    const reviewer = nameOf(thing['author']);
    const label = labelOf(thing['reviewRating']);
    return claim && speaker && reviewer && label ? [{ claim, speaker, reviewer, label }] : [];
  });
}

const DEEPEST = 6;
const LONGEST = 2000;

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...Object.values(value).flatMap((one) => thingsIn(one, depth + 1))];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): unknown[] {
  const type = thing['@type'];
  return Array.isArray(type) ? type : [type];
}

/** A claim's author, or its appearance's. */
function authorOf(reviewed: unknown): unknown {
  const first: unknown = Array.isArray(reviewed) ? reviewed[0] : reviewed;
  return isThing(first) ? first['author'] : undefined;
}

function nameOf(author: unknown): string | undefined {
  const first: unknown = Array.isArray(author) ? author[0] : author;
  return isThing(first) ? textOf(first['name']) : textOf(first);
}

function labelOf(rating: unknown): string | undefined {
  if (!isThing(rating)) return undefined;
  const label = textOf(rating['alternateName']) ?? textOf(rating['name']);
  return label !== undefined && /\p{L}/u.test(label) ? label : undefined;
}

/** Words without markup and entities, of a bounded length. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(
      /&(?:amp|lt|gt|quot|apos|nbsp|#0?39|#34|#38);/giu,
      (entity) => ENTITIES[entity.toLowerCase()] ?? ' ',
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return text === '' ? undefined : text.slice(0, LONGEST);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#039;': "'",
};
