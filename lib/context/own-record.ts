import type { Quote } from '@/lib/annotate/annotation';
import { type Article } from '@/lib/article/article';
import type { Settings } from '@/lib/settings';
import { claimReviewsIn } from './claim-review';
import type { ReadLine } from './context';
import { wordsOf } from './desk';
import { comparerWith } from './sameness';
import { tellingForms, wordForms } from './word-forms';

/**
 * The reader's own record: what named speakers were quoted with in articles the reader opened. On this
 * device only, only with the reader's yes, never from private windows, never mixed with published records.
 */

/** A quote that the reader saw, as it is kept. */
export type OwnQuote = ReadLine & {
  /** The speaker's name as compared; what the record is looked up by. */
  readonly speakerKey: string;
};

/** What the own record needs of its table, in its own words; storage provides it. */
export type OwnRecord = {
  /** Adds quotes; one whose id is there already stays as it was first seen. */
  keep(quotes: readonly OwnQuote[]): Promise<void>;
  bySpeaker(speakerKey: string): Promise<readonly OwnQuote[]>;
  /** All, or those in whose words, speaker, title or verdict each of the words stands; newest first. */
  list(words: string, most: number): Promise<readonly OwnQuote[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes what was seen before a moment in milliseconds since 1970; @returns how many. */
  removeSeenBefore(moment: number): Promise<number>;
  wipe(): Promise<void>;
  count(): Promise<number>;
};

/** Shorter than this says nothing that could be compared later. */
const FEWEST_TELLING = 3;
const MOST_SHOWN = 5;
/** Of somebody quoted every day, the latest suffice; a card has no time for years of them. */
const MOST_COMPARED = 300;
const DAY = 24 * 60 * 60 * 1000;

/** The quotes of an opened article that are worth keeping: by a named person or body, and of some length. */
export function quotesToKeep(
  quotes: readonly Quote[],
  article: Article,
  seenAt: number,
): OwnQuote[] {
  const { url, title, publisher, published } = article;
  if (url === undefined) return [];
  const kept = quotes.flatMap((quote): OwnQuote[] => {
    const words = wordsOf(quote, article);
    const { speaker } = quote;
    if (!speaker || speaker.of === 'group' || !isWorthKeeping(words)) return [];
    const speakerKey = speakerKeyOf(speaker.name);
    const facts = {
      ...(publisher !== undefined && { publisher }),
      ...(published !== undefined && { published }),
    };
    const id = ownId(speakerKey, words);
    return [{ id, speakerKey, speaker: speaker.name, words, url, title, seenAt, ...facts }];
  });
  return [...new Map(kept.map((quote) => [quote.id, quote])).values()];
}

/**
 * The fact checks that an opened page publishes in its own markup, as somebody's verdict on somebody's
 * words. A verdict that was changed since is another one, and both are kept with their days.
 */
export function verdictsToKeep(
  factChecks: readonly string[],
  { url, title, publisher, published }: Article,
  seenAt: number,
): OwnQuote[] {
  if (url === undefined) return [];
  const facts = {
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
  };
  return claimReviewsIn(factChecks).flatMap(({ claim, speaker, reviewer, label }): OwnQuote[] => {
    const speakerKey = speakerKeyOf(speaker);
    if (speakerKey === '' || !isWorthKeeping(claim)) return [];
    const id = ownId(speakerKey, `${claim} ${reviewer} ${label}`);
    const verdict = { reviewer, label };
    return [{ id, speakerKey, speaker, words: claim, url, title, seenAt, ...facts, verdict }];
  });
}

/**
 * What the reader has read before by a speaker on what these words are about, oldest to newest; not
 * from the page at hand, and the very same words only where another page had them.
 */
export async function readBefore(
  {
    speaker,
    words,
    url,
  }: { readonly speaker: string; readonly words: string; readonly url?: string },
  record: Pick<OwnRecord, 'bySpeaker'>,
): Promise<ReadLine[]> {
  const compare = comparerWith(words);
  const known = await record.bySpeaker(speakerKeyOf(speaker));
  return known
    .filter((quote) => quote.url !== url)
    .toSorted((a, b) => b.seenAt - a.seenAt)
    .slice(0, MOST_COMPARED)
    .map((quote) => ({ quote, sameness: compare({ text: quote.words }) }))
    .filter(({ sameness }) => sameness.strength !== 'none')
    .toSorted((a, b) => b.sameness.share - a.sameness.share || compareText(a.quote.id, b.quote.id))
    .slice(0, MOST_SHOWN)
    .map(({ quote }) => lineOf(quote))
    .toSorted((a, b) => a.seenAt - b.seenAt || compareText(a.id, b.id));
}

function lineOf({ speakerKey: _speakerKey, ...line }: OwnQuote): ReadLine {
  return line;
}

/** The moment before which quotes are to be removed; undefined where the reader keeps all. */
export function forgottenBefore(
  retention: Settings['ownRecord']['retention'],
  now: number,
): number | undefined {
  const days = { '30-days': 30, '1-year': 365, keep: undefined }[retention];
  return days === undefined ? undefined : now - days * DAY;
}

/** A speaker's name as compared: without case, accents and titles' dots. */
export function speakerKeyOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '');
  return (plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

function isWorthKeeping(words: string): boolean {
  return tellingForms(wordForms(words)).size >= FEWEST_TELLING;
}

/** The same for the same words by the same speaker, however a page sets them: one record, not two. */
function ownId(speakerKey: string, words: string): string {
  const forms = wordForms(words).map(({ form }) => form);
  return `${hash(`${speakerKey}\n${forms.join(' ')}`, 0x811c9dc5)}${hash(`${forms.join(' ')}\n${speakerKey}`, 0x01234567)}`;
}

/** FNV-1a over UTF-16 units, as eight hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
