import { COMPANY_FORMS, ORGANISATION_HEADS } from '@/lib/language/en/titles';
import { type Draft, type Sentence, isCapital, nameOf } from './mention-draft';
import type { Word } from './mention-words';

/** A full name, and where in the article it stands. */
type Known = Pick<Draft, 'of' | 'entities'> & {
  readonly name: string;
  /** How many words the name has. */
  readonly length: number;
  readonly sentence: number;
};

/** The short forms of an article's names: folded for people, as written for bodies. */
export type ShortForms = {
  readonly known: ReadonlyMap<string, readonly Known[]>;
  /** The words that forms begin with, each with how many words its longest form has. */
  readonly starts: ReadonlyMap<string, number>;
};

/** The longest short form that is looked for, in words. */
export const LONGEST_FORM = 3;
/** Changes of who bears a short form that are kept; more than that is no article. */
const MOST_CHANGES = 40;

/** What may later stand for the names of an article, its publisher's among them ("The Post"). */
export function shortFormsOf(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  publisher = '',
): ShortForms {
  const known = new Map<string, Known[]>();
  const starts = new Map<string, number>();
  const paper = publisher.replace(/^The /u, '');
  const short = /^\p{Lu}.* (\p{Lu}\p{L}+)$/u.exec(paper)?.[1];
  if (short !== undefined)
    known.set(`The ${short}`, [
      { of: 'organisation', entities: [], ...named(paper), sentence: -1 },
    ]);
  for (const draft of drafts.toSorted((a, b) => a.sentence - b.sentence || a.from - b.from)) {
    const words = sentences[draft.sentence]?.words ?? [];
    const { of, entities, sentence } = draft;
    const one = { of, entities, sentence, ...named(nameOf(draft, words)) };
    const own = words.slice(draft.from, draft.to);
    for (const form of of === 'person' ? formsOfPerson(own) : formsOfBody(own, one.name)) {
      remember(known, form, one);
      const start = firstWord(form);
      starts.set(start, Math.max(wordCount(form), starts.get(start) ?? 0));
    }
  }
  return { known, starts };
}

function named(name: string): Pick<Known, 'name' | 'length'> {
  return { name, length: wordCount(name) };
}

/** The most words that a form beginning with a word may have; 0 where none begins with it. */
export function longestFrom({ starts }: ShortForms, { low, text }: Word): number {
  const longest = starts.get(low);
  return longest === undefined ? 0 : Math.max(longest, starts.get(text.toLowerCase()) ?? 0);
}

/** Runs of the same bearer count once: what matters is who bore the form last before a place. */
function remember(known: Map<string, Known[]>, form: string, one: Known): void {
  const some = known.get(form);
  if (!some) known.set(form, [one]);
  else if (some.at(-1)?.name !== one.name && some.length < MOST_CHANGES) some.push(one);
}

function firstWord(form: string): string {
  const blank = form.indexOf(' ');
  return (blank === -1 ? form : form.slice(0, blank)).toLowerCase();
}

/** Whom words stand for at a place: the longest name that they are a form of, the last one before. */
export function bearerOf(
  { known }: ShortForms,
  words: readonly Word[],
  sentence: number,
): Known | undefined {
  const some = known.get(folded(words)) ?? known.get(written(words));
  const [first] = some ?? [];
  if (!some || !first || some.length === 1) return first;
  const longest = Math.max(...some.map(({ length }) => length));
  const full = some.filter(({ length }) => length === longest);
  if (full.every(({ name }) => isSame(name, first.name))) return first;
  const last = full.findLast((one) => one.sentence <= sentence);
  // "John Smith and his wife Mary Smith": who bears the name alone is not said.
  const isShared = last && full.some((one) => one !== last && isBeside(one, last));
  return isShared ? { ...last, name: written(words), entities: [] } : (last ?? soleOf(full));
}

function isBeside(one: Known, other: Known): boolean {
  return one.sentence === other.sentence && !isSame(one.name, other.name);
}

function soleOf(known: readonly Known[]): Known | undefined {
  return new Set(known.map(({ name }) => name)).size === 1 ? known[0] : undefined;
}

function isSame(name: string, other: string): boolean {
  return name === other || sorted(name) === sorted(other);
}

/** A name's words in an order of their own: "Ruiz Alma" is Alma Ruiz. */
function sorted(name: string): string {
  return name.toLowerCase().split(' ').toSorted().join(' ');
}

function wordCount(name: string): number {
  return name.split(' ').length;
}

/** Family or given name alone, the last or first two of three, and either order. */
function formsOfPerson(words: readonly Word[]): string[] {
  const parts = words.filter(
    ({ shape }) => shape !== 'mark' && shape !== 'initial' && shape !== 'small',
  );
  if (parts.length < 2) return [];
  const forms = [parts.slice(-1), parts.slice(0, 1), parts];
  if (parts.length > 2) forms.push(parts.slice(-2), parts.slice(0, 2));
  if (parts.length <= LONGEST_FORM) forms.push([...parts.slice(1), ...parts.slice(0, 1)]);
  return [...new Set(forms.map(folded))].filter((form) => form.length > 2);
}

/** The whole name, its initials, and the name without what news leaves out. */
function formsOfBody(words: readonly Word[], name: string): string[] {
  const [first] = words;
  if (words.length === 1) return first && first.text.length > 1 ? [first.text] : [];
  if (first?.text === 'The') return [];
  const forms = [
    written(words),
    ...initialsOf(words),
    ...withoutForm(words),
    ...withoutPlace(words),
    ...ministryForms(words),
  ];
  const conjunction = words.findIndex(({ low }) => low === 'and');
  if (conjunction > 2 && /^ministry|^department/iu.test(name))
    forms.push(written(words.slice(0, conjunction)));
  return forms.filter((form) => form.length > 2);
}

/** "Arden" of "Arden Inc". */
function withoutForm(words: readonly Word[]): string[] {
  const is = COMPANY_FORMS.has(words.at(-1)?.low ?? '') && words.length <= LONGEST_FORM;
  return is ? [written(words.slice(0, -1))] : [];
}

/** "Teachers Union" and "The Union" of "Lowell Teachers Union". */
function withoutPlace(words: readonly Word[]): string[] {
  const last = words.at(-1);
  if (!last || words.length < 3 || !words.every(isCapital)) return [];
  if (!ORGANISATION_HEADS.has(last.low) || COMPANY_FORMS.has(last.low)) return [];
  return [written(words.slice(-2)), `The ${last.text}`];
}

/** "Labour Ministry" of "Ministry of Labour and Vocational Training". */
function ministryForms(words: readonly Word[]): string[] {
  const [first, of] = words;
  if (first?.low !== 'ministry' || of?.text !== 'of') return [];
  const from = words[2]?.text === 'the' ? 3 : 2;
  const joined = words.findIndex(({ low }, at) => at > from && (low === 'and' || low === ','));
  const field = words.slice(from, joined === -1 ? words.length : joined);
  return field.length > 0
    ? [`${written(field)} Ministry`, `${written(words.slice(from))} Ministry`]
    : [];
}

/** "CNRP" of "Cambodia National Rescue Party", "MoI" and "MOI" of "Ministry of Interior". */
function initialsOf(words: readonly Word[]): string[] {
  if (words.length < 3 || words.length > 9) return [];
  const all = words.filter(({ shape }) => shape !== 'mark').map(({ text }) => text.charAt(0));
  const mixed = all.join('');
  const capitals = words.filter(isCapital).map(({ text }) => text.charAt(0));
  return [mixed, mixed.toUpperCase(), capitals.length > 2 ? capitals.join('') : ''];
}

function folded(words: readonly Word[]): string {
  return words.map(({ low }) => low).join(' ');
}

function written(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
