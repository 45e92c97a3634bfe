import type { Span } from '@/lib/article/span';
import type { Mention, Speaker } from './annotation';
import { mentionsWithin, speakerFrom } from './speaker-mentions';
import { FARTHEST, type Known, byPronoun, isPronoun } from './speaker-pronouns';
import { nameIn } from './speaker-words';

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
  known.spoken = source.start;
  if (speaker.of === 'person') known.person = speaker;
  else known.body = speaker;
  return speaker;
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

/** "The NGO", "the ministry": the body of that kind named before, or the only body. */
function byKind(known: Known, words: string, source: Span): Speaker | undefined {
  const kind = /^(?:the|this|its|la|le|l['’])\s*(\p{L}+)$/iu.exec(words)?.[1]?.toLowerCase();
  if (kind === undefined || !known.tables.bodies.has(kind)) return undefined;
  const near = { start: Math.max(0, source.start - FARTHEST), end: source.start };
  const bodies = mentionsWithin(known.mentions, near).filter(({ of }) => of === 'organisation');
  const same = bodies.findLast(({ name }) => name.toLowerCase().includes(kind));
  const only = new Set(bodies.map(({ name }) => name)).size === 1 ? bodies.at(-1) : undefined;
  const body = same ?? only;
  return body ? speakerFrom(body) : bodies.length === 0 ? known.body : undefined;
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
