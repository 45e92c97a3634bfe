import type { Span } from '@/lib/article/span';
import type { SpeakerTables } from '@/lib/language/speech';
import type { Mention, Speaker } from './annotation';
import { mentionsWithin } from './speaker-mentions';
import { nameIn } from './speaker-words';

/** What is known of the speakers so far, for the pronouns that follow. */
export type Known = {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly tables: SpeakerTables;
  person?: Speaker;
  body?: Speaker;
  last?: Speaker;
};

/**
 * Who the words of a source name: through the article's mentions where they cover it, through the
 * words themselves where not, through the speaker before where they are a pronoun.
 */
export function speakerOf(known: Known, source: Span): Speaker | undefined {
  const words = known.text.slice(source.start, source.end);
  const speaker = isPronoun(known.tables, words)
    ? byPronoun(known, words, source)
    : (byMention(known, source) ?? byKind(known, words, source) ?? byWords(known, words));
  if (!speaker) return undefined;
  known.last = speaker;
  if (speaker.of === 'person') known.person = speaker;
  else known.body = speaker;
  return speaker;
}

function isPronoun({ singular, plural, neuter, relative }: SpeakerTables, words: string): boolean {
  const word = words.toLowerCase();
  return [singular, plural, neuter, relative].some((each) => each.has(word));
}

function byPronoun(known: Known, words: string, source: Span): Speaker | undefined {
  const { tables } = known;
  const word = words.toLowerCase();
  if (tables.singular.has(word)) return known.person ?? nearest(known, source, 'person');
  if (tables.plural.has(word)) return known.last ?? known.body;
  if (tables.neuter.has(word)) return known.body ?? nearest(known, source, 'organisation');
  return tables.relative.has(word) ? nearest(known, source) : undefined;
}

/** The mention that ends nearest before a place. */
function nearest(known: Known, { start }: Span, of?: Mention['of']): Speaker | undefined {
  const before = mentionsWithin(known.mentions, { start: Math.max(0, start - 400), end: start });
  const mention = before.findLast((each) => of === undefined || each.of === of);
  return mention && speakerFrom(mention);
}

function speakerFrom({ name, of, entities, role }: Mention): Speaker {
  return { name, of, entities, ...(role === undefined ? {} : { role }) };
}

/** The mention that the source is about, not one that only explains it ("Adhoc spokesman Ry Sok"). */
function byMention(known: Known, source: Span): Speaker | undefined {
  const inside = mentionsWithin(known.mentions, source);
  const person = inside.find((each) => each.of === 'person' && isNamed(known, source, each));
  const body = inside.find((each) => each.of === 'organisation' && isHead(known, source, each));
  const mention = person ?? body;
  if (!mention) return undefined;
  const speaker = speakerFrom(mention);
  const explained = known.text.slice(mention.span.end, source.end).split(/[\s,]+/u);
  const hasRole = explained.some((word) => known.tables.titles.has(word));
  return fuller(known, hasRole ? { ...speaker, of: 'person' } : speaker);
}

/** The full name for one word of it, where the article has the full one. */
function fuller(known: Known, speaker: Speaker): Speaker {
  if (/\s/u.test(speaker.name)) return speaker;
  const full = known.mentions.find(({ name }) => {
    const words = name.split(/\s+/u);
    return words.length > 1 && words.includes(speaker.name) && speaker.of === 'person';
  });
  return full ? { ...speaker, name: full.name, entities: full.entities } : speaker;
}

const OF_OTHERS = /(?:^|\s)(?:for|of|at|with|by|from|to|against|about|de|du|des)\s(?:the\s)?$/iu;

/** Not "Lee's aide", "a spokesman for Lee". */
function isNamed({ text }: Known, source: Span, { span }: Mention): boolean {
  if (/^['’]s?\s/u.test(text.slice(span.end, span.end + 3))) return false;
  return !OF_OTHERS.test(text.slice(source.start, span.start));
}

/** Whether a body speaks itself, or through its papers ("the ministry's figures"). */
function isHead({ text, tables }: Known, source: Span, { span }: Mention): boolean {
  const before = text.slice(source.start, span.start);
  const after = text.slice(span.end, source.end).trim();
  if (OF_OTHERS.test(before)) return tables.papers.has(firstWord(before.replace(/^the\s/iu, '')));
  if (after === '' || /^[,(]/u.test(after)) return true;
  const owned = /^['’]s?\s+(?:\p{L}+\s+)?(\p{L}+)$/u.exec(after)?.[1];
  return owned !== undefined && tables.papers.has(owned.toLowerCase());
}

function firstWord(words: string): string {
  return (/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase();
}

/** "The NGO", "the ministry": a body named before. */
function byKind(known: Known, words: string, source: Span): Speaker | undefined {
  const kind = /^(?:the|this|its|la|le|l['’])\s*(\p{L}+)$/iu.exec(words)?.[1];
  if (kind === undefined || !known.tables.bodies.has(kind.toLowerCase())) return undefined;
  return nearest(known, source, 'organisation') ?? known.body;
}

/** A name that no mention covers, made full by those of the article; else a group. */
function byWords(known: Known, words: string): Speaker | undefined {
  const name = nameIn(words, known.tables);
  if (!name) return words === '' ? undefined : { name: words, of: 'group', entities: [] };
  const parts = name.name.split(/\s+/u);
  const full = known.mentions.find((each) => {
    const whole = each.name.split(/\s+/u);
    return parts.every((part) => whole.includes(part));
  });
  return full ? speakerFrom(full) : { ...name, entities: [] };
}
