/** How a value is bound or moved by the words around it (`Change` of an annotation, without "="). */
type Bound = '~' | '<' | '>' | 'up' | 'down';

/** A language's words for numbers. All keys in lower case. */
export type NumberWords = {
  /** Between whole and hundredth parts, and between groups of three digits. */
  readonly decimalMark: '.' | ',';
  /** Digits of other scripts are read as these. */
  readonly digits?: string;
  readonly cardinals: ReadonlyMap<string, number>;
  /** Words that multiply what stands before them. */
  readonly magnitudes: ReadonlyMap<string, number>;
  /** Signs and short forms that multiply, straight behind digits ("4.2b") or after a space ("4.2 bn"). */
  readonly magnitudeMarks: ReadonlyMap<string, number>;
  /** Parts of one: "third", "tiers". */
  readonly fractions: ReadonlyMap<string, number>;
  /** "hundreds", "une dizaine": lowest and highest that the word may mean. */
  readonly vague: ReadonlyMap<string, readonly [low: number, high: number]>;
  /** Words for one that may stand before a magnitude ("a million") or a part ("a third"). */
  readonly one: ReadonlySet<string>;
  /** "Several", "a few" before a magnitude. */
  readonly several: ReadonlySet<string>;
  /** Between the parts of one number ("two hundred and five"). */
  readonly and: ReadonlySet<string>;
  /** The least value that takes an "and" behind it: 100 in English, 20 in French ("vingt et un"). */
  readonly andFrom: number;
  /** The least tens that units are added to: 20, or 10 where eleven is "ten one". */
  readonly unitsFrom: number;
  /** Magnitudes that stand for themselves without a "one" before them ("cent", "mille"). */
  readonly bareMagnitudes: ReadonlySet<number>;
  /** Endings that make an ordinal of digits ("4th", "1er"). */
  readonly ordinalEndings: ReadonlySet<string>;
  /** Words that bind or move the value after them, by phrase, and those that do so from behind. */
  readonly bounds: ReadonlyMap<string, Bound>;
  readonly boundsBehind: ReadonlyMap<string, Bound>;
  /** Between the ends of a range; what opens one that is closed by an "and". */
  readonly to: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  /** Phrases between the two numbers of "nine out of ten". */
  readonly outOf: readonly string[];
  /**
   * Between what is counted and the second number ("one woman in three", "un habitant sur cinq"), each
   * with how a word behind looks that the second number counts ("une tour sur 3 étages" is no share);
   * undefined: whatever can be counted.
   */
  readonly outOfBehind: ReadonlyMap<string, RegExp | undefined>;
  /** Words by which two numbers are a ratio ("a ratio of 3 to 1", "outnumbered by three to one"). */
  readonly ratios: ReadonlySet<string>;
  readonly minus: ReadonlySet<string>;
  /** Before "half": it is a half of a time or game ("second half of"). */
  readonly notHalf: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** What a number only names: "article", "room", "number". */
  readonly labels: ReadonlySet<string>;
};

/** Reads a table written as running text, "word value" pairs. */
export function pairsOf(text: string): [string, number][] {
  const cells = text.trim().split(/\s+/u);
  const pairs: [string, number][] = [];
  for (let at = 0; at + 1 < cells.length; at += 2)
    pairs.push([cells[at] ?? '', Number(cells[at + 1])]);
  return pairs;
}

/** Reads a table of phrases, parted by `|`, that share one meaning. */
export function phrasesOf<Meaning>(
  table: readonly (readonly [Meaning, string])[],
): Map<string, Meaning> {
  return new Map(
    table.flatMap(([meaning, phrases]) =>
      phrases.split('|').map((phrase): [string, Meaning] => [phrase.trim(), meaning]),
    ),
  );
}
