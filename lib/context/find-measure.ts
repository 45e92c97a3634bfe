import type { Figure } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Measure, Observation, Source } from '@/lib/record/shelved';
import { termsOf } from '@/lib/retrieval/terms';
import { cueLength } from './cues';
import type { PageWords } from './desk';
import { isThisPage } from './page-document';
import type { Shelf } from './shelf';

/** What speaks for a measure being the one that a figure on the page is a value of. */
type Evidence = {
  readonly measure: Measure;
  readonly values: readonly Observation[];
  readonly sources: readonly Source[];
};

/** The figure in its sentence. */
export type FigureInPlace = {
  readonly figure: Pick<Figure, 'value' | 'unit' | 'of' | 'speaker'>;
  readonly sentence: string;
  readonly page: PageWords;
};

/** Less than this is chance: a cue alone, with a unit that says nothing, does not suffice. */
const ENOUGH = 2;
const CUE_WORTH = 15;
const MOST_FOR_CUES = 2;

/**
 * The measure that the figure is a value of, by cue words in its sentence, unit, value, place, speaker
 * and document; none where the evidence is thin. A unit that does not fit rules a measure out.
 */
export async function findMeasure(
  found: readonly Measure[],
  place: FigureInPlace,
  shelf: Shelf,
): Promise<Measure | undefined> {
  const weighed = await Promise.all(
    found.map(async (measure) => {
      const values = await shelf.figuresOf(measure.ref);
      const sources = await shelf.sources([...new Set(values.map(({ source }) => source))]);
      return { measure, weight: weightOf({ measure, values, sources }, place) };
    }),
  );
  const [best] = weighed.toSorted(
    (a, b) => b.weight - a.weight || (a.measure.ref < b.measure.ref ? -1 : 1),
  );
  return best && best.weight >= ENOUGH ? best.measure : undefined;
}

function weightOf({ measure, values, sources }: Evidence, place: FigureInPlace): number {
  const { figure, sentence, page } = place;
  const unit = unitFit(measure, figure);
  if (unit === 'other') return 0;
  const equal = values.filter(({ value }) => sameValue(value, figure.value));
  const here = new Set<Ref>(
    sources.filter((source) => isThisPage(source, page)).map(({ ref }) => ref),
  );
  const speakers = new Set<Ref>(figure.speaker?.entities);
  return (
    Math.min(MOST_FOR_CUES, cueLength(measure, sentence) / CUE_WORTH) +
    (unit === 'same' ? 1 : 0) +
    (equal.length > 0 ? 2 : 0) +
    (equal.some(({ source }) => here.has(source)) ? 2 : 0) +
    (values.some(({ attributedTo }) => attributedTo && speakers.has(attributedTo)) ? 0.5 : 0)
  );
}

/** Whether a published value is the number on the page. */
export function sameValue(published: string, onPage: Figure['value']): boolean {
  const value = Number(published);
  return typeof onPage === 'number' ? value === onPage : onPage.includes(value);
}

/** Units that are shares; a share is never a value of a count. */
const SHARES = new Set(['percentag', 'percent', '%', 'per']);

function unitFit(measure: Measure, figure: FigureInPlace['figure']): 'same' | 'open' | 'other' {
  const wanted = lastStem(measure.unit);
  const given = figure.unit === '%' ? '%' : lastStem(figure.unit);
  if (SHARES.has(wanted) !== SHARES.has(given)) return 'other';
  const counted = [given, ...figure.of.flatMap((word) => termsOf(word).map(({ stem }) => stem))];
  if (counted.includes(wanted)) return 'same';
  return 'open';
}

function lastStem(unit: string): string {
  return termsOf(unit).at(-1)?.stem ?? unit;
}
