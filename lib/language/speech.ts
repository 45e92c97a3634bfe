/** What part a word plays in its sentence, as coarse as finding speech needs it. */
export type WordClass =
  | 'adjective'
  | 'adverb'
  | 'be'
  | 'clitic'
  | 'conjunction'
  | 'determiner'
  | 'do'
  | 'have'
  | 'inverted'
  | 'modal'
  | 'name'
  | 'noun'
  | 'number'
  | 'object'
  | 'particle'
  | 'possessive'
  | 'preposition'
  | 'pronoun'
  | 'reflexive'
  | 'subordinator'
  | 'that'
  | 'time'
  | 'to'
  | 'wh'
  // Verbs, by form.
  | 'base'
  | 'gerund'
  | 'participle'
  | 'past'
  | 'present';

/** The forms that one spelling can be, added up. */
export const BASE = 1;
export const PRESENT = 2;
export const PAST = 4;
export const PARTICIPLE = 8;
export const GERUND = 16;
/** The spelling is a noun as well. */
export const NOUN = 32;

export type VerbForm = { readonly lemma: string; readonly forms: number };

/**
 * How a verb or noun brings in what somebody says or thinks, one letter each:
 * `s` speech, with a clause, a quotation, or behind what is said ("…, he said");
 * `t` the one spoken to stands between ("told reporters that …");
 * `c` a clause, hardly ever behind it ("believes that …");
 * `d` a clause with "that" alone ("saw that");
 * `q` a question ("asked whether …"); `i` to + verb ("vowed to …");
 * `o` somebody to do something ("urged them to …");
 * `n` a thing or person ("supports the bill", "accused him of lying");
 * and the prepositions that belong to the cue ("called for").
 */
export type Cue = { readonly frames: string; readonly prepositions: ReadonlySet<string> };

/** An ending and the class it gives away. */
export type Ending = readonly [ending: string, WordClass];

/** The tables a language needs so that speech can be found in it. */
export type SpeechTables = {
  readonly classes: ReadonlyMap<string, WordClass>;
  readonly verbs: ReadonlyMap<string, VerbForm>;
  /** Endings of words no table has, by their last letter. */
  readonly endings: ReadonlyMap<string, readonly Ending[]>;
  /** Names that end like other words ("Italy", "Kelly"). */
  readonly names: ReadonlySet<string>;
  readonly cues: ReadonlyMap<string, Cue>;
  /** Verbs that tell what is thought without saying by whom, by the voice in which they do. */
  readonly impersonal: ReadonlyMap<string, 'active' | 'passive'>;
  /** Verbs that lead over to an infinitive, which then is the cue. */
  readonly chained: ReadonlySet<string>;
  /** Verbs that tell of speech with a particle alone, beside a quotation ("shot back"). */
  readonly phrasal: ReadonlyMap<string, string>;
  /** Adjectives of the mind ("is confident that"), framed like verbs. */
  readonly states: ReadonlyMap<string, Cue>;
  /** Nouns that bring in a clause ("the claim that …"). */
  readonly nouns: ReadonlyMap<string, Cue>;
  /** Words that name the source of a whole clause ("according to"), one list each. */
  readonly according: readonly (readonly string[])[];
  /** What stands before a colon in headlines and speaks for nobody ("Analysis: …"). */
  readonly labels: ReadonlySet<string>;
  /** What makes "as Lee put it" a cue: the word before the speaker, and those behind. */
  readonly asPut?: { readonly as: string; readonly put: readonly (readonly string[])[] };
  /** A short word run together with the next one ("l'accord"), at its start. */
  readonly elided?: RegExp;
  /** What joins a verb and the pronoun behind it ("dit-il"). */
  readonly inverted?: RegExp;
};

/** How a language points to a speaker: all words in lower case. */
export type SpeakerTables = {
  /** Pronouns for one person, for several or a body, and for a thing. */
  readonly singular: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  readonly neuter: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  /** Pronouns, titles and callings of men, and of women; nobody is passed over for want of one. */
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
  /** Words before a name that are no part of it. */
  readonly titles: ReadonlySet<string>;
  /** Words that make a name one of a body. */
  readonly bodies: ReadonlySet<string>;
  /** What bodies speak through ("the ministry's figures"). */
  readonly papers: ReadonlySet<string>;
};

/** Endings by their last letter, so that most words are passed over at once. */
export function endingsOf(endings: readonly Ending[]): ReadonlyMap<string, readonly Ending[]> {
  return Map.groupBy(endings, ([ending]) => ending.slice(-1));
}

/** Reads a table of cues, "verb frames +preposition …" a line or semicolon. */
export function cuesOf(table: string): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const entry of table.split(/[;\n]/u)) {
    const [lemma = '', ...marks] = entry.trim().split(/\s+/u);
    if (lemma === '') continue;
    const frames = marks.filter((mark) => !mark.startsWith('+')).join('');
    const prepositions = marks.filter((mark) => mark.startsWith('+')).map((mark) => mark.slice(1));
    cues.set(lemma, { frames, prepositions: new Set(prepositions) });
  }
  return cues;
}
