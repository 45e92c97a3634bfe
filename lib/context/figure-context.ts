import type { Figure } from '@/lib/annotate/annotation';
import type { I18n } from '@/lib/record/base';
import type { Ref } from '@/lib/record/ref';
import type { Measure, Observation } from '@/lib/record/shelved';
import type { FigureContext, MeasureLine, ObservationLine, Why } from './context';
import { type Desk, type PageWords, wordsOf } from './desk';
import { type Labels, readLabels } from './labels';
import { mutedNow } from './muted';
import { daysOf } from './when';

/** The measure that a figure is a value of, its other published values, and what only looks like it. */
export async function figureContext(
  figure: Figure,
  page: PageWords,
  desk: Desk,
): Promise<FigureContext> {
  const onPage = { value: figure.value, change: figure.change };
  const muted = mutedNow(desk, page);
  const words = [wordsOf(figure, page), ...figure.of].join(' ');
  const cued = muted.all ? [] : await desk.shelf.measuresCued(words);
  const measures = await desk.shelf.measures(cued.filter((ref) => !muted.hides(ref)));
  const [measure] = measures;
  if (!measure) return { kind: 'figure', onPage, different: [], claims: [] };
  const matched = [wordsOf(figure, page)];
  return {
    kind: 'figure',
    onPage,
    measure: await measureLine(measure, matched, desk),
    different: await differentFrom(measure, matched, desk),
    claims: [],
  };
}

async function differentFrom(
  measure: Measure,
  matched: readonly string[],
  desk: Desk,
): Promise<FigureContext['different']> {
  const reasons = new Map<Ref, I18n>(
    (measure.notComparableWith ?? []).map(({ measure: ref, why }) => [ref, why]),
  );
  const others = await desk.shelf.measures([...reasons.keys()]);
  return await Promise.all(
    others.map(async (other) => ({
      measure: await measureLine(other, matched, desk),
      reason: reasons.get(other.ref) ?? {},
    })),
  );
}

async function measureLine(
  measure: Measure,
  matched: readonly string[],
  { shelf }: Desk,
): Promise<MeasureLine> {
  const values = await shelf.figuresOf(measure.ref);
  const labels = await readLabels(
    {
      sources: values.map(({ source }) => source),
      entities: values.flatMap(({ attributedTo }) => attributedTo ?? []),
    },
    shelf,
  );
  const why: Why = { strength: 'measure', matched, dataset: labels.datasetOf(measure.ref) };
  return {
    ref: measure.ref,
    name: measure.name,
    unit: measure.unit,
    definition: measure.definition,
    observations: values
      .flatMap((value) => observationLine(value, labels))
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
    why,
  };
}

function observationLine(value: Observation, labels: Labels): ObservationLine[] {
  const source = labels.sourceLine(value.source);
  if (!source) return [];
  const { ref, low, high, quality, period, attributedTo, note } = value;
  return [
    {
      ref,
      value: value.value,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      quality,
      period,
      ...(attributedTo && { attributedTo: labels.nameOf(attributedTo) }),
      ...(note !== undefined && { note }),
      source,
    },
  ];
}

function dayOf({ period, source }: ObservationLine): string {
  return daysOf(period).last ?? daysOf(source.published).last ?? '9999-12-31';
}
