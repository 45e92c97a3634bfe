import { fileURLToPath } from 'node:url';
import { run } from '@/lib/cli/search';
import { cpuTime } from './cpu-time';
import type { BenchRow } from './row';

type Scorer = {
  readJsonl(file: string): { readonly id: string; readonly text: string }[];
  score(gold: readonly unknown[], pred: readonly unknown[]): Record<string, number>;
};

const SETS = [
  {
    name: 'tweets',
    records: 'tweets.docs.jsonl',
    peers: 'BM25 .780, MiniSearch .746',
    goal: '≥ 0.93',
  },
  {
    name: 'debates',
    records: 'debates.docs.jsonl',
    peers: 'BM25 .591, MiniSearch .575',
    goal: '≥ 0.75',
  },
] as const;

/** Finding the record that answers a sentence, through the headless interface. */
export async function benchClaimRetrieval(shared: URL): Promise<BenchRow[]> {
  const folder = new URL('bench/claim-retrieval/', shared);
  const scorer = (await import(new URL('score.mjs', folder).href)) as Scorer;
  const rows: BenchRow[] = [];
  for (const { name, records, peers, goal } of SETS) {
    const gold = scorer.readJsonl(fileURLToPath(new URL(`dev/${name}.jsonl`, folder)));
    const times: number[] = [];
    const pred = await search(
      ['--records', fileURLToPath(new URL(records, folder)), '--top', '20'],
      gold.map(({ id, text }) => ({ id, text })),
      times,
    );
    const scores = scorer.score(gold, pred);
    rows.push(
      {
        bench: `claim-retrieval ${name}`,
        measure: 'MAP@5',
        ours: scores['MAP@5'] ?? 0,
        goal,
        peers,
      },
      {
        bench: `claim-retrieval ${name}`,
        measure: 'CPU ms a query, median',
        ours: medianStep(times),
        goal: '≤ 10',
        peers: '',
      },
    );
  }
  return rows;
}

/** The median time between two answers, in milliseconds. */
function medianStep(times: readonly number[]): number {
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

/**
 * Runs the search verb over lines of input.
 * @param times is given the moment of each answer.
 * @returns its lines of output.
 */
export async function search(
  args: readonly string[],
  input: readonly unknown[],
  times: number[] = [],
): Promise<unknown[]> {
  const out: unknown[] = [];
  const status = await run(args, {
    lines: linesOf(input),
    out: (line) => {
      times.push(cpuTime());
      out.push(JSON.parse(line));
    },
    err: (line) => {
      throw new Error(line);
    },
  });
  if (status !== 0) throw new Error(`search ended with ${status}`);
  return out;
}

async function* linesOf(input: readonly unknown[]): AsyncGenerator<string> {
  for (const one of input) yield await Promise.resolve(JSON.stringify(one));
}
