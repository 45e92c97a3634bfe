import { NOT_BODIES } from '@/lib/language/en/names';
import { COMMON_WORDS } from '@/lib/language/world/common-words';
import { COUNTRIES } from '@/lib/language/world/countries';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { FULL_NAMES, KNOWN_BODIES } from '@/lib/language/world/organisations';
import { type Draft, type Sentence, isCapital, isShouted, nameOf } from './mention-draft';
import { LONGEST_FORM, type ShortForms, bearerOf, longestFrom } from './mention-forms';
import type { Word } from './mention-words';

/** Abbreviations given in brackets behind a body's name, as drafts. */
export function abbreviations(sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    const words = sentences[draft.sentence]?.words ?? [];
    if (draft.of !== 'organisation' || !hasAbbreviation(words, draft.to)) return [];
    const { sentence, to, of, entities } = draft;
    return [
      { sentence, from: to + 1, to: to + 2, of, by: 'rule', name: nameOf(draft, words), entities },
    ];
  });
}

function hasAbbreviation(words: readonly Word[], at: number): boolean {
  const short = words[at + 1];
  return (
    words[at]?.text === '(' &&
    isCapital(short) &&
    words[at + 2]?.text === ')' &&
    !COUNTRIES.has(short?.low ?? '') &&
    !NOT_BODIES.has(short?.low ?? '')
  );
}

/** Bodies that everybody knows by their capitals ("EU", "NATO"). */
export function knownBodies(words: readonly Word[], sentence: number): Draft[] {
  const drafts: Draft[] = [];
  for (const [at, { shape, low }] of words.entries()) {
    if (shape !== 'capitals' || low.length > 6 || !KNOWN_BODIES.has(low)) continue;
    if (isShouted(words)) return [];
    const name = FULL_NAMES.get(low);
    const place = { sentence, from: at, to: at + 1, of: 'organisation', by: 'rule' } as const;
    drafts.push({ ...place, entities: [], ...(name === undefined ? {} : { name }) });
  }
  return drafts;
}

/** Later and shorter mentions: a family or given name alone, an abbreviation alone. */
export function laterMentions(sentences: readonly Sentence[], forms: ShortForms): Draft[] {
  const drafts: Draft[] = [];
  for (const [sentence, { words }] of sentences.entries()) {
    for (const [at, word] of words.entries())
      if (isCapital(word)) addLater(drafts, { words, sentence, forms }, at);
  }
  return drafts;
}

/** Adds what stands at a capital, the longest first. */
function addLater(drafts: Draft[], search: Search, at: number): void {
  const word = search.words[at];
  const longest = word ? longestFrom(search.forms, word) : 0;
  for (let count = Math.min(longest, LONGEST_FORM); count > 0; count -= 1) {
    const draft = laterAt(search, at, count);
    if (draft) drafts.push(draft);
  }
}

type Search = {
  readonly words: readonly Word[];
  readonly sentence: number;
  readonly forms: ShortForms;
};

function laterAt({ words, sentence, forms }: Search, at: number, count: number): Draft | undefined {
  const run = words.slice(at, at + count);
  if (run.length < count || !run.every(isCapital)) return undefined;
  const known = bearerOf(forms, run, sentence);
  if (!known) return undefined;
  if (count === 1 && known.of === 'person' && (joins(words, at) || isDoubtful(words, at)))
    return undefined;
  const { of, name, entities } = known;
  return { sentence, from: at, to: at + count, of, by: 'again', name, entities };
}

/** Whether a single word is one part of a longer name that stands here ("Hun Manet" is not "Hun Sen"). */
function joins(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  return (
    (isCapital(after) && after?.shape === 'capital') ||
    (isCapital(before) && before?.shape === 'capital' && at > 1)
  );
}

function isDoubtful(words: readonly Word[], at: number): boolean {
  const low = words[at]?.low ?? '';
  if (COUNTRIES.has(low) || NATIONALITIES.has(low)) return true;
  return at === 0 && COMMON_WORDS.has(low) && !ACTS.has(words[1]?.low ?? '');
}

/** Behind a capital that begins a sentence: what only somebody does ("Shorten will", not "Shorten the way"). */
const ACTS = new Set(
  'will would has had is was did does could can must also never said says told'.split(' '),
);

/**
 * The drafts with the full name where the article gives it elsewhere: "Mr Ruiz" is Alma Ruiz, "Sen
 * Karuna" at the head of a sentence is no senator.
 */
export function inFull(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  forms: ShortForms,
): Draft[] {
  return drafts.map((draft) => {
    if (draft.by === 'dataset') return draft;
    const { words } = sentences[draft.sentence] ?? { words: [] };
    const wider = { ...draft, from: draft.from - 1 };
    if (draft.of === 'person' && draft.to - draft.from === 1 && isCapital(words[draft.from - 1])) {
      const whole = named(wider, words, forms);
      if (whole !== wider) return whole;
    }
    return named(draft, words, forms);
  });
}

function named(draft: Draft, words: readonly Word[], forms: ShortForms): Draft {
  const own = words.slice(draft.from, draft.to);
  const known = bearerOf(forms, own, draft.sentence);
  if (!known || (known.of !== draft.of && draft.by !== 'tagger')) return draft;
  return { ...draft, of: known.of, name: known.name, entities: known.entities };
}
