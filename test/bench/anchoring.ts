import { readFileSync } from 'node:fs';
import { anchor } from '@/lib/collections/anchor';
import type { BenchRow } from './row';

type Anchor = {
  readonly id: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
};
type Gold = { readonly new: string; readonly anchors: readonly Anchor[] };
type Scores = Readonly<Record<'precision' | 'recall' | 'exactRecall' | 'orphanAccuracy', number>>;

/** Finding saved words again after the page changed: 641 anchors in real revisions. */
export async function benchAnchoring(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/anchoring/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as {
    score(gold: readonly Gold[], pred: unknown): Scores;
  };
  const gold = readFileSync(new URL('dev/gold.jsonl', folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold);
  const scores = scorer.score(gold, gold.flatMap(predictions));
  return [
    row('precision', scores.precision, ['≥ 0.995', '.926']),
    row('recall', scores.recall, ['≥ 0.995', '.991']),
    row('exact span', scores.exactRecall, ['≥ 0.96', '.914']),
    row('deleted recognised', scores.orphanAccuracy, ['≥ 0.97', '.585']),
  ];
}

function row(
  measure: string,
  ours: number,
  [goal, peers]: readonly [goal: string, peers: string],
): BenchRow {
  return { bench: 'anchoring', measure, ours, goal, peers: `Hypothesis ${peers}` };
}

function predictions({ new: text, anchors }: Gold): unknown[] {
  return anchors.map((each) => {
    const found = anchor(text, each, { start: each.start, end: each.end });
    return found.outcome === 'gone' ? { id: each.id, start: null } : { id: each.id, ...found.span };
  });
}
