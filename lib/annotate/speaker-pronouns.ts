import type { Span } from '@/lib/article/span';
import type { SpeakerTables } from '@/lib/language/speech';
import type { Mention, Speaker } from './annotation';
import { mentionsWithin, speakerFrom } from './speaker-mentions';

/** What is known of the speakers so far, for the pronouns that follow. */
export type Known = {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly tables: SpeakerTables;
  person?: Speaker;
  body?: Speaker;
  last?: Speaker;
  /** Where the speaker before stands. */
  spoken?: number;
};

/** Whether a source points to somebody named before. */
export function isPronoun(
  { singular, plural, neuter, relative }: SpeakerTables,
  words: string,
): boolean {
  const word = words.toLowerCase();
  return [singular, plural, neuter, relative].some((each) => each.has(word));
}

/** Whom a pronoun points to. */
export function byPronoun(known: Known, words: string, source: Span): Speaker | undefined {
  const { tables } = known;
  const word = words.toLowerCase();
  if (tables.singular.has(word)) return heOrShe(known, word, source);
  if (tables.plural.has(word)) return known.last ?? known.body;
  if (tables.neuter.has(word)) return known.body ?? nearest(known, source, 'organisation');
  return tables.relative.has(word) ? nearest(known, source) : undefined;
}

/** How far back a pronoun or "the union" points, in characters. */
export const FARTHEST = 400;

/** The mention that ends nearest before a place. */
function nearest(known: Known, { start }: Span, of?: Mention['of']): Speaker | undefined {
  const near = { start: Math.max(0, start - FARTHEST), end: start };
  const mention = mentionsWithin(known.mentions, near).findLast(
    (each) => of === undefined || each.of === of,
  );
  return mention && speakerFrom(mention);
}

/**
 * Whom the sentences since the last quote are about, else who spoke last, else whoever is named
 * nearest before; none of them where words say that it is a man and not a woman, or the reverse.
 */
function heOrShe(known: Known, word: string, source: Span): Speaker | undefined {
  const mayBe = (speaker: Speaker | undefined): speaker is Speaker =>
    speaker !== undefined && agrees(known.tables, word, speaker);
  const subject = subjectSince(known, source);
  if (mayBe(subject)) return subject;
  if (mayBe(known.person)) return known.person;
  const before = mentionsWithin(known.mentions, {
    start: Math.max(0, source.start - 5 * FARTHEST),
    end: source.start,
  });
  const mention = before.findLast(
    (each) => each.of === 'person' && agrees(known.tables, word, speakerFrom(each)),
  );
  return mention && speakerFrom(mention);
}

function agrees({ men, women }: SpeakerTables, word: string, { role = '' }: Speaker): boolean {
  const [own, other] = men.has(word) ? [men, women] : [women, men];
  if (!own.has(word)) return true;
  const words = role.toLowerCase().split(/[\s.]+/u);
  return !words.some((each) => other.has(each)) || words.some((each) => own.has(each));
}

/** The person whom a sentence between the last quote and a place begins with. */
function subjectSince({ text, mentions, spoken = 0 }: Known, { start }: Span): Speaker | undefined {
  const from = Math.max(spoken, start - FARTHEST);
  const sentence = sentenceStart(text, start);
  const since = mentionsWithin(mentions, { start: from, end: sentence });
  const mention = since.findLast((each) => each.of === 'person' && begins(text, each));
  return mention && speakerFrom(mention);
}

/** Whether a mention, its role before it, begins its sentence. */
function begins(text: string, { span, role = '' }: Mention): boolean {
  if (/^['’]s?\s/u.test(text.slice(span.end, span.end + 3))) return false;
  const lead = text.slice(sentenceStart(text, span.start), span.start).trim();
  return lead === '' || role.startsWith(lead) || /^(?:the|but|and|then|yet|now)$/iu.test(lead);
}

/** Where the sentence of a place begins, as far as marks tell. */
function sentenceStart(text: string, place: number): number {
  const from = Math.max(0, place - FARTHEST);
  const before = text.slice(from, place);
  const end = Math.max(before.lastIndexOf('\n'), lastStop(before));
  return end === -1 ? from : from + end + 1;
}

/** The blank behind the last mark that ends a sentence. */
function lastStop(before: string): number {
  const match = [...before.matchAll(/[.!?។][”"’»]?\s(?=\S|$)/gu)].at(-1);
  return match ? match.index + match[0].length - 1 : -1;
}
