import type { InferOutput } from 'valibot';
import type {
  entity,
  figure,
  link,
  measure,
  PublishedRecord,
  source,
  statement,
  Tenure,
  verdict,
  withdrawal,
} from './record';
import { type Id, isRef, type Ref } from './ref';
import type { Entity, Link, Measure, Observation, Source, Statement, Verdict } from './shelved';

/** A withdrawal with its references in qualified form. */
type Withdrawn = Pick<InferOutput<typeof withdrawal>, 'type' | 'at' | 'reason' | 'purge'> & {
  readonly ref: Ref;
  readonly of: Ref;
};

/** Any record as the product reads it. */
export type ShelvedRecord =
  | Entity
  | Source
  | Statement
  | Measure
  | Observation
  | Link
  | Verdict
  | Withdrawn;

/**
 * A reference of a dataset in its qualified form, `<dataset>:<id>`; one that has it already stays.
 * @throws Error where that is no reference
 */
export function qualifiedRef(of: Id | Ref, dataset: string): Ref {
  const whole = of.includes(':') ? of : `${dataset}:${of}`;
  if (!isRef(whole)) throw new Error(`${whole} is no reference`);
  return whole;
}

/** Turns a record of a published file into the form of the shelf, every reference qualified. */
export function qualify(record: PublishedRecord, dataset: string): ShelvedRecord {
  switch (record.type) {
    case 'entity':
      return qualifyEntity(record, dataset);
    case 'source':
      return qualifySource(record, dataset);
    case 'statement':
      return qualifyStatement(record, dataset);
    case 'measure':
      return qualifyMeasure(record, dataset);
    case 'figure':
      return qualifyFigure(record, dataset);
    case 'link':
      return qualifyLink(record, dataset);
    case 'verdict':
      return qualifyVerdict(record, dataset);
    case 'withdrawal':
      return qualifyWithdrawal(record, dataset);
  }
}

function qualifyEntity(record: InferOutput<typeof entity>, dataset: string): Entity {
  const { id, tenures, ...rest } = record;
  return {
    ...rest,
    ref: qualifiedRef(id, dataset),
    ...(tenures && { tenures: tenures.map((tenure) => qualifyTenure(tenure, dataset)) }),
  };
}

function qualifyTenure(
  { org, office, source: sources, ...tenure }: Tenure,
  dataset: string,
): NonNullable<Entity['tenures']>[number] {
  const to = (of: Id | Ref): Ref => qualifiedRef(of, dataset);
  return {
    ...tenure,
    ...(org && { org: to(org) }),
    ...(office && { office: to(office) }),
    ...(sources && { source: sources.map(to) }),
  };
}

function qualifySource(record: InferOutput<typeof source>, dataset: string): Source {
  const { id, publisher, ...rest } = record;
  return {
    ...rest,
    ref: qualifiedRef(id, dataset),
    publisher: qualifiedRef(publisher, dataset),
  };
}

function qualifyStatement(record: InferOutput<typeof statement>, dataset: string): Statement {
  const { id, speaker, onBehalfOf, via, about, source: from, figures, ...rest } = record;
  const to = (of: Id | Ref): Ref => qualifiedRef(of, dataset);
  return {
    ...rest,
    ref: to(id),
    speaker: to(speaker),
    ...(onBehalfOf && { onBehalfOf: to(onBehalfOf) }),
    ...(via && { via: to(via) }),
    about: about.map(to),
    source: to(from),
    ...(figures && { figures: figures.map(to) }),
  };
}

function qualifyMeasure(record: InferOutput<typeof measure>, dataset: string): Measure {
  const { id, place, notComparableWith, ...rest } = record;
  const to = (of: Id | Ref): Ref => qualifiedRef(of, dataset);
  return {
    ...rest,
    ref: to(id),
    ...(place && { place: to(place) }),
    ...(notComparableWith && {
      notComparableWith: notComparableWith.map(({ measure: other, why }) => ({
        measure: to(other),
        why,
      })),
    }),
  };
}

function qualifyFigure(record: InferOutput<typeof figure>, dataset: string): Observation {
  const { id, measure: of, attributedTo, source: from, ...rest } = record;
  const to = (target: Id | Ref): Ref => qualifiedRef(target, dataset);
  return {
    ...rest,
    ref: to(id),
    measure: to(of),
    ...(attributedTo && { attributedTo: to(attributedTo) }),
    source: to(from),
  };
}

function qualifyLink(record: InferOutput<typeof link>, dataset: string): Link {
  const { id, from, to, sources, ...rest } = record;
  const qualified = (of: Id | Ref): Ref => qualifiedRef(of, dataset);
  return {
    ...rest,
    ref: qualified(id),
    from: qualified(from),
    to: qualified(to),
    ...(sources && { sources: sources.map(qualified) }),
  };
}

function qualifyVerdict(record: InferOutput<typeof verdict>, dataset: string): Verdict {
  const { id, of, reviewer, ...rest } = record;
  return {
    ...rest,
    ref: qualifiedRef(id, dataset),
    of: qualifiedRef(of, dataset),
    reviewer: qualifiedRef(reviewer, dataset),
  };
}

function qualifyWithdrawal(record: InferOutput<typeof withdrawal>, dataset: string): Withdrawn {
  const { id, of, type, at, reason, purge } = record;
  return {
    type,
    at,
    reason,
    purge,
    ref: qualifiedRef(id, dataset),
    of: qualifiedRef(of, dataset),
  };
}
