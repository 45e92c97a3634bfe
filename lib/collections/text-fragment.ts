import type { Target } from './item';
import { pageAddress } from './place';

/** Longer quotes are named by their first and last words. */
const LONGEST = 120;
const WORDS_AT_END = 4;

/**
 * A link that brings saved words into view in a browser without the extension: a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/). Without a quote, the page itself.
 */
export function textFragmentLink({ canonical, source, quote }: Target): string {
  const page = pageAddress(canonical ?? source);
  const words = quote?.exact.replaceAll(/\s+/gu, ' ').trim() ?? '';
  if (words === '') return page;
  const parts = words.split(' ');
  const isLong = words.length > LONGEST && parts.length > WORDS_AT_END * 2;
  const named = isLong
    ? [parts.slice(0, WORDS_AT_END), parts.slice(-WORDS_AT_END)].map((end) => end.join(' '))
    : [words];
  return `${page}#:~:text=${named.map(encoded).join(',')}`;
}

/** In a fragment `-`, `,` and `&` are its own marks. */
function encoded(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
}
