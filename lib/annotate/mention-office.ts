import {
  NO_OFFICE_BEFORE,
  OFFICES,
  PAIRED_OFFICES,
  RANKS,
  SAME_OFFICE,
} from '@/lib/language/en/descriptions';
import { FIELDS } from '@/lib/language/en/names';
import { type Draft, type Sentence, isCapital, nameOf } from './mention-draft';
import type { Roles } from './mention-people';
import type { Word } from './mention-words';

/** Somebody with an office, and the sentences that name them. */
type Holder = {
  readonly draft: Draft;
  readonly name: string;
  readonly offices: readonly ReadonlySet<string>[];
  last: number;
};

/**
 * "The minister", "the police chief": somebody whom the article has named with that office before,
 * and nobody else whom it could be.
 */
export function peopleByOffice(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  roles: Roles,
): Draft[] {
  const named = Map.groupBy(
    drafts.filter(({ of }) => of === 'person'),
    ({ sentence }) => sentence,
  );
  const holders: Holders = { byWord: new Map(), byName: new Map() };
  return sentences.flatMap(({ words }, sentence) => {
    const found: Draft[] = [];
    for (const [at, { low }] of words.entries()) {
      const from = OF_OFFICE.has(low) ? descriptionAt(words, at) : undefined;
      if (from === undefined) continue;
      const holder = holderOf(holders, words.slice(from, at + 1), sentence);
      if (!holder) continue;
      holder.last = sentence;
      const { of, entities } = holder.draft;
      found.push({ sentence, from, to: at + 1, of, by: 'again', name: holder.name, entities });
    }
    for (const draft of named.get(sentence) ?? []) note(holders, draft, { words, roles });
    return found;
  });
}

const OF_OFFICE = new Set([...OFFICES, ...PAIRED_OFFICES]);

/** Where a description with the office as its last word begins, behind its article. */
function descriptionAt(words: readonly Word[], at: number): number | undefined {
  const low = words[at]?.low ?? '';
  const paired = PAIRED_OFFICES.has(low);
  if (!endsDescription(words, at + 1)) return undefined;
  let from = at;
  while (from > at - 4 && isOfDescription(words[from - 1])) from -= 1;
  if (paired && from === at) return undefined;
  const article = words[from - 1]?.low;
  return article === 'the' || article === 'this' ? from : undefined;
}

/** Not "the minister of", "the chief suspect", nor "the minister, Alma Ruiz,". */
function endsDescription(words: readonly Word[], at: number): boolean {
  const next = words[at];
  if (!next) return true;
  if (next.shape !== 'mark') return next.shape === 'small' && !NO_OFFICE_BEFORE.has(next.low);
  return next.text !== '-' && !(next.text === ',' && isCapital(words[at + 1]));
}

function isOfDescription(word: Word | undefined): boolean {
  return (
    word !== undefined && (FIELDS.has(word.low) || RANKS.has(word.low) || FORCES.has(word.low))
  );
}

const FORCES = new Set(['police', 'army', 'ministry', 'party', 'opposition']);

/** The only one who may be meant; of several the one named just before, if the others are far. */
function holderOf(
  { byWord }: Holders,
  described: readonly Word[],
  sentence: number,
): Holder | undefined {
  const wanted = described.flatMap(({ low }) => plainWords(low));
  const some = byWord.get(wanted.at(-1) ?? '');
  if (!some || some.size > MOST_HOLDERS) return undefined;
  const fitting = [...some.values()].filter(({ offices }) =>
    offices.some((office) => fits(office, wanted)),
  );
  const [first, second] = fitting.toSorted((a, b) => b.last - a.last);
  if (!first || !second) return first;
  return sentence - first.last <= NEAR && sentence - second.last > FAR ? first : undefined;
}

const MOST_HOLDERS = 12;
const NEAR = 2;
const FAR = 6;

/** Every word of the description is in the office, and no word in the office makes it another. */
function fits(office: ReadonlySet<string>, wanted: readonly string[]): boolean {
  if (!wanted.every((word) => office.has(word))) return false;
  return [...office].every((word) => !RANKS.has(word) || wanted.includes(word));
}

type Holders = {
  /** By each word of their offices. */
  readonly byWord: Map<string, Map<string, Holder>>;
  readonly byName: Map<string, Holder>;
};

function note(
  { byWord, byName }: Holders,
  draft: Draft,
  { words, roles }: { readonly words: readonly Word[]; readonly roles: Roles },
): void {
  const name = nameOf(draft, words);
  const known = byName.get(name);
  if (known) {
    known.last = draft.sentence;
    return;
  }
  const offices = officesIn(roles.get(name)?.role ?? '');
  const holder = { draft, name, offices, last: draft.sentence };
  byName.set(name, holder);
  for (const word of offices.flatMap((office) => [...office])) {
    const some = byWord.get(word) ?? new Map<string, Holder>();
    byWord.set(word, some.set(name, holder));
  }
}

/** The offices of a role, each as its words: "Deputy Prime Minister and Interior Minister" is two. */
function officesIn(role: string): ReadonlySet<string>[] {
  if (role === '') return [];
  return role
    .toLowerCase()
    .split(/\band\b(?=.*(?:minister|secretary|president|chair))|,/u)
    .map((office) => new Set((office.match(/[\p{L}-]+/gu) ?? []).flatMap(plainWords)))
    .filter(({ size }) => size > 0);
}

function plainWords(word: string): string[] {
  return (SAME_OFFICE[word] ?? word).split(' ');
}
