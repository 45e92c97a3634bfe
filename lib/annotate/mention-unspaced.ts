import type { Article } from '@/lib/article/article';
import { KHMER_BEHIND, KHMER_HEADS, KHMER_TITLES } from '@/lib/language/km/titles';
import type { NameHit } from '@/lib/names/names';
import type { Mention } from './annotation';

/**
 * Names in Khmer, which parts phrases by blanks but not words: behind titles a family and a given
 * name, with or without a blank between; behind the head of a body what follows up to a blank or a
 * word that ends it. Marks begin and end between grapheme clusters.
 */
export function khmerMentions({ text }: Article, hits: readonly NameHit[]): Mention[] {
  const found = [...hits.flatMap(fromDataset), ...people(text), ...bodies(text)];
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ span: { start, end } }) => {
    if (end > text.length || taken[start] === 1 || taken[end - 1] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((a, b) => a.span.start - b.span.start);
}

function fromDataset({ span, entities }: NameHit): Mention[] {
  const [first] = entities;
  if (!first || first.of === 'other') return [];
  const same = entities.filter(({ of }) => of === first.of);
  const refs = same.map(({ ref }) => ref);
  return [{ kind: 'mention', of: first.of, span, name: first.name, entities: refs }];
}

const CLUSTER = '[\\u1780-\\u17B3](?:\\u17D2[\\u1780-\\u17B3]|[\\u17B4-\\u17D1\\u17DD])*';
const BLANK = '[ \\u200B\\u00A0]?';
const behind = KHMER_BEHIND.join('|');
const part = (most: number): string => `(?:(?!${behind})${CLUSTER}){1,${most}}`;

const PERSON = new RegExp(
  `(?<title>(?:${KHMER_TITLES.join('|')})(?:${BLANK}(?:${KHMER_TITLES.join('|')}))*)${BLANK}(?<name>${part(4)}(?:[ \\u200B]${part(5)})?)`,
  'gu',
);
const BODY = new RegExp(`(?:${KHMER_HEADS.join('|')})${part(16)}`, 'gu');

function people(text: string): Mention[] {
  return [...text.matchAll(PERSON)].flatMap((match) => {
    const { name = '', title = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (!isClusterEnd(text, end) || !name.includes(' ')) return [];
    const span = { start: end - name.length, end };
    return [{ kind: 'mention', of: 'person', span, name, entities: [], role: title.trim() }];
  });
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
