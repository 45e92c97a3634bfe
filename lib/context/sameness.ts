import { isCommon, type Term, termsOf } from '@/lib/retrieval/terms';

/** How near the words on the page come to a statement of the record. */
export type Sameness = {
  readonly strength: 'same-words' | 'same-statement' | 'same-subject' | 'none';
  /** Share of the page's telling words that the statement has too, 0 to 1. */
  readonly share: number;
  /** The page's words that matched, as they stand there, in order. */
  readonly matched: readonly string[];
};

const SAME_WORDS = 0.85;
const SAME_STATEMENT = 0.6;
const SAME_SUBJECT = 0.2;
/** Fewer words in common than this are chance. */
const FEWEST_WORDS = 4;

/**
 * Compares words on a page with a statement's text. Numbers and negation decide: "no restrictions"
 * and "restrictions" are different statements on one subject, as are "two" and "two hundred".
 */
export function compareWords(page: string, text: string): Sameness {
  const here = tellingTerms(page);
  const there = tellingTerms(text);
  const stems = new Set(there.map(({ stem }) => stem));
  const shared = here.filter(({ stem }) => stems.has(stem));
  const distinct = new Set(shared.map(({ stem }) => stem)).size;
  const share = distinct / Math.max(1, new Set(here.map(({ stem }) => stem)).size);
  const back = distinct / Math.max(1, stems.size);
  return {
    strength: strengthOf({ share, back, distinct, agrees: agrees(page, text) }),
    share,
    matched: [...new Set(shared.map(({ start, end }) => page.slice(start, end)))],
  };
}

function strengthOf(found: {
  readonly share: number;
  readonly back: number;
  readonly distinct: number;
  readonly agrees: boolean;
}): Sameness['strength'] {
  const { share, back, distinct } = found;
  if (found.agrees && distinct >= FEWEST_WORDS) {
    if (Math.max(share, back) >= SAME_WORDS && Math.min(share, back) >= 0.5) return 'same-words';
    if (Math.max(share, back) >= SAME_STATEMENT && Math.min(share, back) >= 0.4) {
      return 'same-statement';
    }
  }
  return distinct >= 2 && Math.max(share, back) >= SAME_SUBJECT ? 'same-subject' : 'none';
}

function tellingTerms(text: string): Term[] {
  return termsOf(text).filter(({ stem }) => !isCommon(stem));
}

/** Whether the same numbers stand in both and both deny or both affirm. */
function agrees(page: string, text: string): boolean {
  return isNegated(page) === isNegated(text) && sameNumbers(page, text);
}

const NEGATION =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b|\b(?:deny|denies|denied|refuse[ds]?|fail(?:ed|s)? to)\b/giu;

function isNegated(text: string): boolean {
  return (text.match(NEGATION)?.length ?? 0) % 2 === 1;
}

function sameNumbers(page: string, text: string): boolean {
  const here = numbersIn(page);
  const there = numbersIn(text);
  return here.size === 0 || there.size === 0 || [...here].some((number) => there.has(number));
}

function numbersIn(text: string): Set<string> {
  return new Set(termsOf(text).flatMap(({ stem }) => (/^\d/u.test(stem) ? [stem] : [])));
}
