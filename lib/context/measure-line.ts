import type { Measure, Observation } from '@/lib/record/shelved';
import type { MeasureLine, ObservationLine, Why } from './context';
import { type Labels, readLabels } from './labels';
import type { Shelf } from './shelf';
import { daysOf } from './when';

/** A measure with its published values, oldest to newest, as a card shows it. */
export async function measureLine(
  measure: Measure,
  matched: readonly string[],
  shelf: Shelf,
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
      .toSorted((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.ref, b.ref)),
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
