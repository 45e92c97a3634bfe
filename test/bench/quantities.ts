import { findFigures } from '@/lib/annotate/figures';
import { articleFromText } from '@/lib/article/article';
import { benchQuantitiesSpeed } from './quantities-speed';
import type { BenchRow } from './row';

type Gold = { readonly id: string; readonly text: string };
type Score = {
  readonly strict: Readonly<Record<string, { readonly f1: number }>>;
};
type Set = {
  readonly file: string;
  readonly value: string;
  readonly unit: string;
  readonly peers: string;
};

/** Goals in per cent: the published CQE's figures stand beside them. */
const SETS: readonly Set[] = [
  {
    file: 'newsquant',
    value: '≥ 93',
    unit: '≥ 86',
    peers: 'CQE 92.0 / 85.6, Recognizers-Text 70.3 / 35.0',
  },
  { file: 'rt-age', value: '> 93.3', unit: '> 93.3', peers: 'CQE 93.3 / 93.3' },
  { file: 'rt-currency', value: '> 84.2', unit: '> 79.6', peers: 'CQE 84.2 / 79.6' },
  { file: 'rt-dimension', value: '> 86.5', unit: '> 79.2', peers: 'CQE 86.5 / 79.2' },
  { file: 'rt-temperature', value: '> 95.7', unit: '> 92.8', peers: 'CQE 95.7 / 92.8' },
];

/** Quantities in news sentences and in the Recognizers sets: value, and value with unit, strict F1. */
export async function benchQuantities(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/quantities/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as {
    readJsonl(file: string): Gold[];
    score(gold: readonly Gold[], pred: unknown): Score;
  };
  const accuracy = SETS.flatMap(({ file, value, unit, peers }) => {
    const gold = scorer.readJsonl(new URL(`dev/${file}.jsonl`, folder).pathname);
    const { strict } = scorer.score(gold, gold.map(quantitiesOf));
    const row = (measure: string, goal: string): BenchRow => ({
      bench: `quantities ${file}`,
      measure: `${measure} F1`,
      ours: 100 * (strict[measure]?.f1 ?? 0),
      goal,
      peers,
    });
    return [row('value', value), row('value+unit', unit)];
  });
  const news = scorer.readJsonl(new URL('dev/newsquant.jsonl', folder).pathname);
  return [...accuracy, ...benchQuantitiesSpeed(news.map(({ text }) => text))];
}

function quantitiesOf({ id, text }: Gold): unknown {
  return {
    id,
    quantities: findFigures(articleFromText(text)).map(({ value, unit, change, of }) => ({
      value,
      normalized_unit: unit,
      change,
      referred_concepts: of,
    })),
  };
}
