import type { Range } from './speech-sentence';

/** Who (where the sentence says so) says what by which words, as ranges of tokens. */
export type Attribution = {
  readonly content: readonly Range[];
  readonly source?: Range;
  readonly cue: Range;
};

/** The attribution with its source, where there is one. */
export function attributed(
  content: readonly Range[],
  cue: Range,
  source: Range | undefined,
): Attribution {
  return source ? { content, cue, source } : { content, cue };
}
