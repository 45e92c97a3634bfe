import type { PublishedRecord, RecordType } from '@/lib/record/record';

/** Records that are read together, next to each other; a frame is not cut inside a group. */
export type Group = readonly PublishedRecord[];

type Of<Type extends RecordType> = Extract<PublishedRecord, { readonly type: Type }>;

/**
 * The order in which a pack is written: a speaker's statements from the earliest on, each with the
 * links that go out from it, its verdicts, and its source and figures where they did not stand
 * before; then measures with their figures, entities, and what is left. So one card reads few frames.
 */
export function readingOrder(records: readonly PublishedRecord[]): readonly Group[] {
  const shelf = new Arrangement(records);
  const statements = shelf.of('statement').toSorted(bySpeakerAndDate);
  const groups = statements.map((statement) => shelf.take(statement));
  groups.push(...shelf.of('measure').map((measure) => shelf.take(measure)));
  for (const figure of shelf.of('figure').toSorted(byMeasure)) groups.push(shelf.take(figure));
  for (const type of ['entity', 'source', 'link', 'verdict', 'withdrawal'] as const) {
    groups.push(...shelf.of(type).map((record) => shelf.take(record)));
  }
  return groups.filter((group) => group.length > 0);
}

/** Records by type and id, each handed out once. */
class Arrangement {
  readonly #sorted: readonly PublishedRecord[];
  readonly #byId: ReadonlyMap<string, PublishedRecord>;
  readonly #hanging = new Map<string, PublishedRecord[]>();
  readonly #taken = new Set<string>();

  constructor(records: readonly PublishedRecord[]) {
    this.#sorted = records.toSorted(byId);
    this.#byId = new Map(records.map((record) => [record.id, record]));
    for (const record of this.#sorted) {
      const on = record.type === 'link' ? record.from : record.type === 'verdict' ? record.of : '';
      const others = this.#hanging.get(on);
      if (others) others.push(record);
      else if (on !== '') this.#hanging.set(on, [record]);
    }
  }

  of<Type extends RecordType>(type: Type): Of<Type>[] {
    return this.#sorted.filter((record): record is Of<Type> => record.type === type);
  }

  /** A record, what hangs on it, and what it needs, without those that stand elsewhere already. */
  take(record: PublishedRecord): Group {
    if (this.#taken.has(record.id)) return [];
    this.#taken.add(record.id);
    const group = [record];
    for (const needed of neededBy(record)) {
      const found = this.#byId.get(needed);
      if (found) group.push(...this.take(found));
    }
    for (const hanging of this.#hanging.get(record.id) ?? []) group.push(...this.take(hanging));
    return group;
  }
}

function neededBy(record: PublishedRecord): readonly string[] {
  switch (record.type) {
    case 'statement':
      return [record.source, ...(record.figures ?? [])];
    case 'figure':
      return [record.source];
    case 'entity':
    case 'source':
    case 'measure':
    case 'link':
    case 'verdict':
    case 'withdrawal':
      return [];
  }
}

function bySpeakerAndDate(a: Of<'statement'>, b: Of<'statement'>): number {
  return compare(a.speaker, b.speaker) || compare(a.said ?? '9999', b.said ?? '9999') || byId(a, b);
}

function byMeasure(a: Of<'figure'>, b: Of<'figure'>): number {
  return compare(a.measure, b.measure) || compare(a.period, b.period) || byId(a, b);
}

function byId(a: PublishedRecord, b: PublishedRecord): number {
  return compare(a.id, b.id);
}

/** By code unit, the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
