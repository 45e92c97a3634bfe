import { readFileSync, writeFileSync } from 'node:fs';
import { type Features, leaningFeatures } from '@/lib/context/leaning-features';

/**
 * Learns which words of a statement speak for and against a claim: logistic regression over
 * `leaningFeatures`, on the training half of PERSPECTRUM (Chen et al. 2019, CC BY-SA 4.0).
 * `node --import ./lib/cli/resolve-alias.ts test/training/train-leaning.ts FOLDER [--folds]`
 * FOLDER holds `pool.jsonl` and `dev/train.jsonl`; with `--folds` it only says how well five parts of
 * the claims are told by what the other four taught.
 */
type Claim = {
  readonly text: string;
  readonly clusters: readonly { readonly pids: readonly number[]; readonly stance: string }[];
};
type Example = { readonly claim: string; readonly features: Features; readonly isFor: boolean };
type Weights = ReadonlyMap<string, number>;

/** What stands with fewer claims than this belongs to their subjects. */
const FEWEST = 2;
const SHRINKING = 1.5;
const ROUNDS = 150;
const RATE = 0.05;
const FOLDS = 5;
/** Weights nearer to none than this are left out. */
const SMALLEST = 0.15;
const WIDTH = 400;

const [folder = '', mode] = process.argv.slice(2);
const pool = new Map(
  jsonLines<{ id: number; text: string }>('pool.jsonl').map(({ id, text }) => [id, text]),
);
const claims = jsonLines<Claim>('dev/train.jsonl');
if (mode === '--folds') process.stdout.write(`${JSON.stringify(folds())}\n`);
else write(trained(claims.flatMap(examplesOf)));

function jsonLines<T>(name: string): T[] {
  const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

function examplesOf({ text, clusters }: Claim): Example[] {
  return clusters.flatMap(({ pids, stance }) =>
    pids.map((pid) => ({
      claim: text,
      features: leaningFeatures(text, pool.get(pid) ?? ''),
      isFor: stance === 'SUPPORT',
    })),
  );
}

type Row = { readonly isFor: boolean; readonly columns: readonly (readonly [number, number])[] };

function trained(examples: readonly Example[]): Weights {
  const names = namesIn(examples);
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, isFor }): Row => {
    const columns = [...features].flatMap(([name, much]) => {
      const at = places.get(name);
      return at === undefined ? [] : [[at, much] as const];
    });
    return { isFor, columns };
  });
  const weights = descended(rows, names.length);
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

/** The features that stand with enough different claims, in order. */
function namesIn(examples: readonly Example[]): string[] {
  const beside = new Map<string, Set<string>>();
  for (const { claim, features } of examples) {
    for (const name of features.keys()) {
      beside.set(name, (beside.get(name) ?? new Set<string>()).add(claim));
    }
  }
  return [...beside].flatMap(([name, { size }]) => (size >= FEWEST ? [name] : [])).toSorted();
}

/** Adam (Kingma and Ba 2015): words of all frequencies settle in as many rounds. */
function descended(rows: readonly Row[], size: number): Float64Array {
  const [weights, speed, spread] = [0, 1, 2].map(() => new Float64Array(size));
  if (!weights || !speed || !spread) throw new Error('nothing to learn');
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [at, down] of slopeAt(weights, rows).entries()) {
      speed[at] = 0.9 * (speed[at] ?? 0) + 0.1 * down;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * down * down;
      const step = speed[at] / (1 - 0.9 ** round);
      const width = Math.sqrt(spread[at] / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (RATE * step) / width;
    }
  }
  return weights;
}

function slopeAt(weights: Float64Array, rows: readonly Row[]): Float64Array {
  const slope = weights.map((weight) => SHRINKING * weight);
  for (const { columns, isFor } of rows) {
    const sum = columns.reduce((all, [at, much]) => all + much * (weights[at] ?? 0), 0);
    const error = 1 / (1 + Math.exp(-sum)) - (isFor ? 1 : 0);
    for (const [at, much] of columns) slope[at] = (slope[at] ?? 0) + error * much;
  }
  return slope;
}

function told(weights: Weights, features: Features): number {
  return [...features].reduce((sum, [name, much]) => sum + much * (weights.get(name) ?? 0), 0);
}

function folds(): { readonly accuracy: number; readonly f1: number } {
  const pairs = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = trained(claims.filter((__, at) => at % FOLDS !== fold).flatMap(examplesOf));
    const others = claims.filter((__, at) => at % FOLDS === fold).flatMap(examplesOf);
    return others.map(({ features, isFor }) => [isFor, told(weights, features) >= 0] as const);
  }).flat();
  const count = (isFor: boolean, said: boolean): number =>
    pairs.filter(([a, b]) => a === isFor && b === said).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  return {
    accuracy: (right + count(false, false)) / pairs.length,
    f1: (2 * right) / (2 * right + wrong + missed),
  };
}

/** Names in order, each with its weight in hundredths, in lines that an editor can show. */
function write(weights: Weights): void {
  const entries = [...weights].flatMap(([name, weight]) =>
    Math.abs(weight) < SMALLEST ? [] : [`${name.replace(' ', '_')} ${Math.round(weight * 100)}`],
  );
  const lines = [''];
  for (const entry of entries) {
    const line = lines.at(-1) ?? '';
    if (line.length + entry.length + 1 > WIDTH) lines.push(entry);
    else lines[lines.length - 1] = line === '' ? entry : `${line},${entry}`;
  }
  const target = new URL('../../lib/context/leaning-weights.ts', import.meta.url);
  writeFileSync(
    target,
    `/**
 * Which words of a statement speak for a claim (above 0) and against it, in hundredths: made by
 * test/training/train-leaning.ts from PERSPECTRUM (Chen et al. 2019, CC BY-SA 4.0), and offered under
 * that licence. A final "~" is for a claim that wants something, turned about for one that wants its end.
 */
export const PACKED_WEIGHTS = \`
${lines.join('\n')}
\`;
`,
  );
}
