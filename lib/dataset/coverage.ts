import type { PublishedRecord } from '@/lib/record/record';
import { countsOf } from './build-pack';
import type { Counts } from './manifest';

/** What a dataset covers, for its publisher: how many of each, whose words, which years. */
export type Coverage = Counts & {
  readonly speakers: number;
  readonly subjects: number;
  readonly years: readonly [first: string, last: string] | undefined;
  readonly linksByRelation: Readonly<Record<string, number>>;
};

export function coverageOf(records: readonly PublishedRecord[]): Coverage {
  const statements = records.filter((record) => record.type === 'statement');
  const years = statements.flatMap(({ said }) => /^\d{4}/u.exec(said ?? '')?.[0] ?? []).toSorted();
  const [first, last] = [years.at(0), years.at(-1)];
  return {
    ...countsOf(records),
    speakers: new Set(statements.map(({ speaker }) => speaker)).size,
    subjects: new Set(statements.flatMap(({ about }) => about)).size,
    years: first !== undefined && last !== undefined ? [first, last] : undefined,
    linksByRelation: tally(
      records.flatMap((record) => (record.type === 'link' ? [record.rel] : [])),
    ),
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
