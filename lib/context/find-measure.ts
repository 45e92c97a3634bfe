import type { Figure } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Measure, Observation, Source } from '@/lib/record/shelved';
import { termsOf } from '@/lib/retrieval/terms';
import { cueLength } from './cues';
import type { PageWords } from './desk';
import { isThisPage } from './page-document';
import type { Shelf } from './shelf';
import { daysOf } from './when';

/** What speaks for a measure being the one that a figure on the page is a value of. */
type Evidence = {
  readonly measure: Measure;
  readonly values: readonly Observation[];
  readonly sources: readonly Source[];
  /** The names of the place that it is measured in, in any language; none where it has no place. */
  readonly places: readonly string[];
};

/** The figure in its sentence. */
export type FigureInPlace = {
  readonly figure: Pick<Figure, 'value' | 'unit' | 'of' | 'speaker' | 'period'>;
  readonly sentence: string;
  readonly page: PageWords;
};

/** Less than this is chance: a cue alone, with a unit that says nothing, does not suffice. */
const ENOUGH = 2;
const CUE_WORTH = 15;
const MOST_FOR_CUES = 2;
const PLACE_IN_SENTENCE = 1;
const PLACE_ON_PAGE = 0.5;

/**
 * The measure that the figure is a value of, by cue words in its sentence, unit, value, period, place,
 * speaker and document; none where the evidence is thin, or where as much speaks for the same measure
 * of another place. A unit that does not fit rules a measure out.
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
      const places = await namesOfPlace(measure, shelf);
      const evidence = { measure, values, sources, places };
      const weight = weightOf(evidence, place);
      return { measure, weight, fit: weight + nearnessOf(evidence, place) };
    }),
  );
  const [best, next] = weighed
    .filter(({ weight }) => weight >= ENOUGH)
    .toSorted((a, b) => b.fit - a.fit || (a.measure.ref < b.measure.ref ? -1 : 1));
  if (!best) return undefined;
  const isOpen = next?.fit === best.fit && next.measure.place !== best.measure.place;
  return isOpen ? undefined : best.measure;
}

async function namesOfPlace({ place }: Measure, shelf: Shelf): Promise<string[]> {
  const entities = place ? await shelf.entities([place]) : [];
  return entities.flatMap(({ names }) => names.map(({ text }) => text));
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

/** Place and period choose between measures for which enough speaks; of themselves they prove nothing. */
function nearnessOf({ values, places }: Evidence, place: FigureInPlace): number {
  const { value, period: onPage } = place.figure;
  const equal = values.filter((one) => sameValue(one.value, value));
  return placeFit(places, place) + (equal.some(({ period }) => isWithin(period, onPage)) ? 0.5 : 0);
}

function placeFit(places: readonly string[], { sentence, page }: FigureInPlace): number {
  if (places.some((name) => holdsName(sentence, name))) return PLACE_IN_SENTENCE;
  return places.some((name) => holdsName(`${page.title} ${page.text}`, name)) ? PLACE_ON_PAGE : 0;
}

/** Whether a name stands in a text as whole words; scripts without blanks have none to look for. */
function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return (
    at >= 0 && !/[a-z]$/iu.test(text.slice(0, at)) && !/^[a-z]/iu.test(text.slice(at + name.length))
  );
}

/** Whether a published value is of a year that the page names for its figure. */
function isWithin(period: string, onPage: string | undefined): boolean {
  const { first, last } = daysOf(period);
  const years = onPage?.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [];
  return years.some(
    (year) => (first ?? '') <= `${year}-12-31` && (last ?? '9999') >= `${year}-01-01`,
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
