import type { Measure } from '@/lib/record/shelved';

/**
 * The measures one of whose cues stands in these words, in any language, whole words only and
 * without regard to case: those with the most cue words first, of equals the smaller reference.
 */
export function cuesIn(measures: readonly Measure[], words: string): Measure[] {
  const folded = spaced(words);
  const found = measures.flatMap((measure) => {
    const length = longestCueIn(measure, folded);
    return length > 0 ? [{ measure, length }] : [];
  });
  return found
    .toSorted((a, b) => b.length - a.length || (a.measure.ref < b.measure.ref ? -1 : 1))
    .map(({ measure }) => measure);
}

/** Characters of the longest cue of a measure that stands in these words, 0 when none does. */
export function cueLength(measure: Measure, words: string): number {
  return longestCueIn(measure, spaced(words));
}

function longestCueIn({ cues }: Measure, folded: string): number {
  const lengths = Object.values(cues)
    .flat()
    .map(spaced)
    .filter((cue) => cue !== ' ' && folded.includes(isUnspaced(cue) ? cue.trim() : cue))
    .map((cue) => cue.length);
  return Math.max(0, ...lengths);
}

/** Lower case, each word between single spaces, so that one look finds whole words. */
function spaced(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

function isUnspaced(cue: string): boolean {
  return /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u.test(
    cue,
  );
}
