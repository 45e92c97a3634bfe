/** A language's grammar of counted things, as coarse as finding "5,363 registered NGOs" needs it. */
export type CountingWords = {
  /** Whether a word cannot stand inside a counted phrase: function words, plain verbs. */
  readonly ends: (word: string) => boolean;
  /** Whether a word has the form of a plural noun, or counts as one ("people"). */
  readonly isPlural: (word: string) => boolean;
  /** The singular as a reader would look it up; British spelling is left as found. */
  readonly singular: (word: string) => string;
  /** Plural in form, yet mostly a modifier ("sports clubs"). */
  readonly modifiers: ReadonlySet<string>;
  /** Adjectives that stand before a plural noun and look like one (French). */
  readonly adjectivesBefore: ReadonlySet<string>;
  /** Comparatives and superlatives with their plain form. */
  readonly plainForms: ReadonlyMap<string, string>;
  /** Words between number and noun that say nothing of what is counted ("more", "most"). */
  readonly fillers: ReadonlySet<string>;
  /** Adjectives before the number that belong to what is counted ("top three seeds"). */
  readonly before: ReadonlySet<string>;
  /** Determiners that point at things already named ("the two sides"). */
  readonly definite: ReadonlySet<string>;
  /** Counted things that are not statistics ("two sides", "three times", "4 goals"). */
  readonly unremarkable: ReadonlySet<string>;
  /** Verbs that move a value. */
  readonly rises: ReadonlySet<string>;
  readonly falls: ReadonlySet<string>;
  /** Words that may stand between such a verb and the value. */
  readonly between: ReadonlySet<string>;
  /** Behind "lower" or "higher": what the value is compared with. */
  readonly than: ReadonlySet<string>;
  /** What is counted by its own word, so that a bare number behind it is a statistic ("the death toll"). */
  readonly totals: ReadonlySet<string>;
  /** Before or behind the value: it is an age. */
  readonly ageBefore: ReadonlySet<string>;
  readonly ageBehind: ReadonlySet<string>;
  /** Prepositions that open what a share or sum is of. */
  readonly ofWhat: ReadonlySet<string>;
  /** Verbs and prepositions of speech, for who gives a figure plainly. */
  readonly says: ReadonlySet<string>;
  readonly accordingTo: readonly string[];
  /** Opens a time, a word of time, and what makes a time of a unit ("last", "every"). */
  readonly timeBefore: ReadonlySet<string>;
  readonly timeWords: ReadonlySet<string>;
  readonly timeFrames: ReadonlySet<string>;
  /** Words of money, where a unit may be weight or money ("pounds"). */
  readonly money: ReadonlySet<string>;
};
