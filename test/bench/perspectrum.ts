import { fileURLToPath } from 'node:url';
import { search } from './claim-retrieval';
import type { BenchRow } from './row';

type Claim = {
  readonly id: number;
  readonly text: string;
  readonly clusters: readonly { readonly pids: readonly number[]; readonly stance: string }[];
};
type Answer = {
  readonly id: number;
  readonly ranking: readonly number[];
  readonly stance: Readonly<Record<string, string>>;
};
type Scorer = {
  readJsonl(file: string): Claim[];
  score(
    gold: readonly Claim[],
    pred: readonly unknown[],
  ): {
    readonly retrieval: { readonly f1: number };
    readonly stance: { readonly accuracy: number; readonly SUPPORT: { readonly f1: number } };
    readonly counter: Readonly<Record<string, number>>;
  };
};

/** So many are retrieved for a claim (the published measure), and so many to find those against it. */
const RETRIEVED = 10;
const LOOKED_THROUGH = 30;

/** Statements for and against a claim, through the headless interface. */
export async function benchPerspectrum(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/perspectrum/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as Scorer;
  const gold = scorer.readJsonl(fileURLToPath(new URL('dev/gold.jsonl', folder)));
  const answers = (await search(
    [
      '--records',
      fileURLToPath(new URL('pool.jsonl', folder)),
      '--top',
      String(LOOKED_THROUGH),
      '--stance',
    ],
    gold.map(({ id, text, clusters }) => ({
      id,
      text,
      candidates: clusters.flatMap(({ pids }) => pids),
    })),
  )) as Answer[];
  const scores = scorer.score(
    gold,
    answers.map(({ id, ranking, stance }) => ({
      id,
      perspectives: ranking.slice(0, RETRIEVED),
      stance,
      counter: ranking.filter((pid) => stance[pid] === 'UNDERMINE'),
    })),
  );
  const bench = 'perspectrum';
  return [
    {
      bench,
      measure: 'undermining statement in the top five',
      ours: scores.counter['Success@5'] ?? 0,
      goal: '≥ 0.75',
      peers: 'BM25 .655',
    },
    {
      bench,
      measure: 'stance F1 of support',
      ours: scores.stance.SUPPORT.f1,
      goal: '≥ 0.71',
      peers: 'always support .671 here, .678 published; BERT .708',
    },
    { bench, measure: 'stance accuracy', ours: scores.stance.accuracy, goal: '', peers: '' },
    {
      bench,
      measure: 'retrieval F1, ten a claim',
      ours: scores.retrieval.f1,
      goal: '',
      peers: 'BM25 .457',
    },
  ];
}
