import { COMMON_WORDS } from '@/lib/language/world/common-words';
import { COUNTRIES } from '@/lib/language/world/countries';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { KNOWN_BODIES } from '@/lib/language/world/organisations';
import { type Draft, type Sentence, isCapital, isShouted } from './mention-draft';
import type { Word } from './mention-words';

/** A full name and what later stands for it. */
type Known = Pick<Draft, 'of' | 'entities'> & { readonly name: string; readonly sentence: number };
/** Short forms, folded for people and as written for bodies, with all that they may stand for. */
type ShortForms = Map<string, Known[]>;

/** Abbreviations given in brackets behind a body's name, and known ones, as drafts. */
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
  return words[at]?.text === '(' && isCapital(words[at + 1]) && words[at + 2]?.text === ')';
}

/** Bodies that everybody knows by their capitals ("EU", "NATO"). */
export function knownBodies(words: readonly Word[], sentence: number): Draft[] {
  return words.flatMap((word, at) =>
    word.shape === 'capitals' &&
    word.low.length <= 6 &&
    KNOWN_BODIES.has(word.low) &&
    !isShouted(words)
      ? [
          {
            sentence,
            from: at,
            to: at + 1,
            of: 'organisation' as const,
            by: 'rule' as const,
            entities: [],
          },
        ]
      : [],
  );
}

/** Later and shorter mentions: a family or given name alone, an abbreviation alone. */
export function laterMentions(sentences: readonly Sentence[], drafts: readonly Draft[]): Draft[] {
  const forms = shortFormsOf(sentences, drafts);
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap((word, at) =>
      isCapital(word)
        ? [2, 1].flatMap((count) => laterAt({ words, sentence, forms }, at, count))
        : [],
    ),
  );
}

type Search = {
  readonly words: readonly Word[];
  readonly sentence: number;
  readonly forms: ShortForms;
};

function laterAt({ words, sentence, forms }: Search, at: number, count: number): Draft[] {
  const run = words.slice(at, at + count);
  if (run.length < count || !run.every(isCapital)) return [];
  const known = meant(
    forms.get(keyOf(run)) ?? forms.get(run.map(({ text }) => text).join(' ')),
    sentence,
  );
  if (!known) return [];
  if (count === 1 && known.of === 'person' && (joins(words, at) || isDoubtful(run[0], at)))
    return [];
  return [
    {
      sentence,
      from: at,
      to: at + count,
      of: known.of,
      by: 'again',
      name: known.name,
      entities: known.entities,
    },
  ];
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

function isDoubtful(word: Word | undefined, at: number): boolean {
  const low = word?.low ?? '';
  return COUNTRIES.has(low) || NATIONALITIES.has(low) || (at === 0 && COMMON_WORDS.has(low));
}

function meant(known: readonly Known[] | undefined, sentence: number): Known | undefined {
  if (!known || known.length === 0) return undefined;
  const names = new Set(known.map(({ name }) => name));
  if (names.size === 1) return known[0];
  return known.findLast((one) => one.sentence <= sentence);
}

function shortFormsOf(sentences: readonly Sentence[], drafts: readonly Draft[]): ShortForms {
  const forms: ShortForms = new Map();
  for (const draft of drafts) {
    const words = sentences[draft.sentence]?.words.slice(draft.from, draft.to) ?? [];
    const name = draft.name ?? spelled(words, { from: 0, to: words.length });
    const known = { of: draft.of, entities: draft.entities, name, sentence: draft.sentence };
    for (const form of draft.of === 'person' ? formsOfPerson(words) : formsOfBody(words)) {
      forms.set(form, [...(forms.get(form) ?? []), known].slice(-40));
    }
  }
  return forms;
}

function formsOfPerson(words: readonly Word[]): string[] {
  const parts = words.filter(
    ({ shape }) => shape !== 'mark' && shape !== 'initial' && shape !== 'small',
  );
  if (parts.length < 2) return [];
  const forms = [keyOf(parts.slice(-1)), keyOf(parts.slice(0, 1)), keyOf(parts)];
  if (parts.length > 2) forms.push(keyOf(parts.slice(-2)), keyOf(parts.slice(0, 2)));
  if (parts.length === 2) forms.push(keyOf(parts.toReversed()));
  return forms.filter((form) => form.length > 2);
}

/** An abbreviation as it is written, and the whole name. */
function formsOfBody(words: readonly Word[]): string[] {
  const [first] = words;
  if (words.length === 1) return first && first.text.length > 1 ? [first.text] : [];
  return words.length === 2 ? [words.map(({ text }) => text).join(' ')] : [];
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ low }) => low).join(' ');
}

function spelled(words: readonly Word[], { from, to }: Pick<Draft, 'from' | 'to'>): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const before = words[at - 1];
    if (!word) break;
    text += at > from && before && word.start > before.end ? ` ${word.text}` : word.text;
  }
  return text;
}

/** A draft's name: the one it was resolved to, else its own words. */
export function nameOf(draft: Draft, words: readonly Word[]): string {
  return draft.name ?? spelled(words, draft);
}
