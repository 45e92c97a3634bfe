import type { Article } from '@/lib/article/article';
import { KHMER_BEHIND, KHMER_HEADS, KHMER_OFFICES, KHMER_TITLES } from '@/lib/language/km/titles';
import type { NameHit } from '@/lib/names/names';
import type { Mention } from './annotation';
import { againInKhmer } from './mention-unspaced-again';

/**
 * Names in Khmer, which parts phrases by blanks but not words: behind titles a family and a given
 * name, with or without a blank between; behind the head of a body what follows up to a blank or a
 * word that ends it. Marks begin and end between grapheme clusters.
 */
export function khmerMentions({ text }: Article, hits: readonly NameHit[]): Mention[] {
  const first = withoutOverlaps(text, [
    ...hits.flatMap((hit) => fromDataset(text, hit)),
    ...people(text),
    ...bodies(text),
  ]);
  return withoutOverlaps(text, [...first, ...againInKhmer(text, first)]);
}

/** The first of those that overlap, in reading order. */
function withoutOverlaps(text: string, found: readonly Mention[]): Mention[] {
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ span: { start, end } }) => {
    if (end > text.length || taken[start] === 1 || taken[end - 1] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((a, b) => a.span.start - b.span.start);
}

function fromDataset(text: string, { span, entities }: NameHit): Mention[] {
  const [first] = entities;
  if (!first || first.of === 'other') return [];
  const same = entities.filter(({ of }) => of === first.of);
  const refs = same.map(({ ref }) => ref);
  const found = { kind: 'mention', of: first.of, span, name: first.name, entities: refs } as const;
  return [first.of === 'person' ? { ...found, ...roleAround(text, span.start, span.end) } : found];
}

const CLUSTER = '[\\u1780-\\u17B3](?:\\u17D2[\\u1780-\\u17B3]|[\\u17B4-\\u17D1\\u17DD])*';
const BLANK = '[ \\u200B\\u00A0]?';
const behind = KHMER_BEHIND.join('|');
const titles = KHMER_TITLES.join('|');
const offices = KHMER_OFFICES.join('|');
const heads = KHMER_HEADS.join('|');
const part = (most: number): string => `(?:(?!${behind})${CLUSTER}){1,${most}}`;

const PERSON = new RegExp(
  `(?:${titles})(?:${BLANK}(?:${titles}))*${BLANK}(?<name>${part(4)}(?:[ \\u200B]${part(5)})?)`,
  'gu',
);
const BODY = new RegExp(`(?:${heads})${part(16)}`, 'gu');
/** An office and where it is held, then words of address, up to a name. */
const BEFORE = new RegExp(
  `(?:(?:${offices})(?:${BLANK}(?:${heads})${part(16)})?[ \\u200B\\u00A0]?)?(?:(?:${titles})${BLANK})*$`,
  'u',
);
const BEHIND = new RegExp(`^,?[ \\u00A0](?<role>(?:${offices})(?:${BLANK}${part(20)})?)`, 'u');
const FARTHEST = 80;

function people(text: string): Mention[] {
  return [...text.matchAll(PERSON)].flatMap((match) => {
    const { name = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (!isClusterEnd(text, end) || !name.includes(' ')) return [];
    const span = { start: end - name.length, end };
    return [
      {
        kind: 'mention',
        of: 'person',
        span,
        name,
        entities: [],
        ...roleAround(text, span.start, end),
      },
    ];
  });
}

/** The office or words of address right before a name; an office behind it, which says more. */
function roleAround(text: string, start: number, end: number): { role?: string } {
  const before = BEFORE.exec(text.slice(Math.max(0, start - FARTHEST), start))?.[0].trim() ?? '';
  const after = BEHIND.exec(text.slice(end, end + FARTHEST))?.groups?.['role']?.trim() ?? '';
  const isOffice = KHMER_OFFICES.some((office) => before.includes(office));
  const role = isOffice || after === '' ? before : after;
  return role === '' ? {} : { role };
}

function bodies(text: string): Mention[] {
  return [...text.matchAll(BODY)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isClusterEnd(text, span.end)) return [];
    return [{ kind: 'mention', of: 'organisation', span, name: match[0], entities: [] }];
  });
}

/** Whether the text may be cut here: no mark and no stacked letter follows. */
function isClusterEnd(text: string, at: number): boolean {
  return !/^[\u17B4-\u17D3\u17DD]/u.test(text.slice(at, at + 1));
}
