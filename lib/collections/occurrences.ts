import type { Span } from '@/lib/article/span';
import type { QuoteSelector } from './item';
import { keyOf, tokensOf } from './tokens';

/** A place where a quote's very words stand. */
export type Occurrence = {
  readonly span: Span;
  /** How much of the old surroundings stands around it: 0 nothing, 2 both sides whole. */
  readonly context: number;
  /** Whether both neighbouring words, where there were any, are still the same. */
  readonly inPlace: boolean;
  /** Whether these words alone say enough to be taken for the saved ones. */
  readonly telling: boolean;
};

/** More places than this are not weighed; the words are then too common to matter. */
const MOST = 2000;

/** All places where the words stand unchanged, best first. */
export function occurrencesOf(
  text: string,
  quote: QuoteSelector,
  position: Span | undefined,
): Occurrence[] {
  const folded = foldedSameLength(text);
  const places = placesOf(folded, foldedSameLength(quote.exact));
  const words = tokensOf(quote.exact).filter(({ weight }) => weight >= 0.5);
  const telling = places.length === 1 ? words.length >= 2 : words.length >= 6;
  const before = sideOf(quote.prefix, 'before');
  const after = sideOf(quote.suffix, 'after');
  return places
    .map((start): Occurrence => {
      const span = { start, end: start + quote.exact.length };
      const left = before(text, span);
      const right = after(text, span);
      return { span, context: left + right, inPlace: left > 0.3 && right > 0.3, telling };
    })
    .toSorted((a, b) => b.context - a.context || distance(a, position) - distance(b, position));
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(words);
  while (at >= 0 && places.length < MOST) {
    places.push(at);
    at = text.indexOf(words, at + 1);
  }
  return places;
}

function distance({ span }: Occurrence, position: Span | undefined): number {
  return position ? Math.abs(span.start - position.start) : 0;
}

/**
 * How much of the saved context stands on one side of a place, from 0 to 1. Words count the more the
 * nearer they stood, and a few inserted or lost words do not matter.
 */
function sideOf(context: string, side: 'before' | 'after'): (text: string, span: Span) => number {
  const wanted = keysOutward(context, side);
  const whole = wanted.reduce((sum, _key, index) => sum + 1 / (index + 1), 0);
  if (whole === 0)
    return (text, { start, end }) =>
      atEdge(side === 'before' ? text.slice(0, start) : text.slice(end));
  return (text, { start, end }) => {
    const reach = context.length * 2;
    const there =
      side === 'before'
        ? text.slice(Math.max(0, start - reach), start)
        : text.slice(end, end + reach);
    const keys = keysOutward(there, side);
    let from = 0;
    let sum = 0;
    for (const [index, key] of wanted.entries()) {
      const at = keys.indexOf(key, from);
      if (at < 0 || at > index + 4) continue;
      sum += 1 / (index + 1);
      from = at + 1;
    }
    return sum / whole;
  };
}

function atEdge(rest: string): number {
  return rest.trim() === '' ? 1 : 0;
}

function keysOutward(text: string, side: 'before' | 'after'): string[] {
  const keys = tokensOf(text).map(({ key }) => key);
  return side === 'before' ? keys.toReversed() : keys;
}

/** Letter case, quotes, dashes and blanks made equal, every offset kept. */
function foldedSameLength(text: string): string {
  const folded = text.replaceAll(/[\s‘’‚‛′“”„‟″«»‐‑‒–—―−]/gu, (mark) =>
    /\s/u.test(mark) ? ' ' : keyOf(mark),
  );
  const lower = folded.toLowerCase();
  return lower.length === folded.length ? lower : folded;
}
