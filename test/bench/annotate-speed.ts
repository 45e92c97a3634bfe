import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JOBS, type JobName, type Written } from './annotate-jobs';
import { cpuTime } from './cpu-time';
import type { BenchRow } from './row';
import { newsText } from './invented-text';

/** How often each job reads all the texts; the slow ones less often, spread over the whole run. */
const ROUNDS: Readonly<Record<JobName, number>> = {
  whole: 80,
  mentions: 80,
  figures: 80,
  compromise: 8,
  recognizers: 1,
};
const MOST_ROUNDS = 80;
const NAMES = Object.keys(ROUNDS) as JobName[];
const PROCESSES = 5;

/**
 * Milliseconds of processor time a kilobyte of text, ours and the peers' on the same texts and in turns: the first
 * call of a fresh process, where the engine has compiled nothing yet, and the steady state over
 * several articles, of invented words and, where they are at hand, of real news.
 */
export async function benchAnnotateSpeed(shared: URL): Promise<BenchRow[]> {
  const invented = [0, 1, 2, 3].map((at) => ({ title: '', text: newsText(3000, at * 1000) }));
  const rows = await rowsOf('invented text', invented, '');
  const real = realNews(shared);
  if (real.length > 0) rows.push(...(await rowsOf('real news', real, '≤ 1')));
  return rows;
}

/** Every seventh article of PolNeAR's development part. */
function realNews(shared: URL): Written[] {
  const file = new URL('bench/polnear-quotes/dev/gold.jsonl', shared);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines
    .filter((_, at) => at % 7 === 0)
    .map((line) => {
      const { title, text } = JSON.parse(line) as Written;
      return { title, text };
    });
}

async function rowsOf(kind: string, texts: readonly Written[], goal: string): Promise<BenchRow[]> {
  const steady = await steadyState(texts);
  const first = firstCalls(ofUsualLength(texts));
  const row = (of: JobName, peer: JobName): Omit<BenchRow, 'measure' | 'goal'> => ({
    bench: 'annotate speed',
    ours: steady[of],
    peers: `${peer === 'compromise' ? 'compromise' : 'Recognizers-Text'} ${steady[peer].toFixed(2)}`,
  });
  return [
    {
      bench: 'annotate speed',
      measure: `whole annotate, ${kind}, first call of a process, ms per kB`,
      ours: first.whole,
      goal: '',
      peers: `compromise ${first.compromise.toFixed(2)}`,
    },
    { ...row('whole', 'compromise'), measure: `whole annotate, ${kind}, ms per kB`, goal },
    { ...row('mentions', 'compromise'), measure: `mentions alone, ${kind}, ms per kB`, goal: '' },
    { ...row('figures', 'recognizers'), measure: `figures alone, ${kind}, ms per kB`, goal: '' },
  ];
}

type Figures = Readonly<Record<JobName, number>>;

/** The median of each job's later rounds, in turns: the engine compiles all through the earlier ones. */
async function steadyState(texts: readonly Written[]): Promise<Figures> {
  const times = timesOf();
  const jobs = await Promise.all(
    NAMES.map(async (name) => ({
      name,
      read: await JOBS[name](),
      every: MOST_ROUNDS / ROUNDS[name],
    })),
  );
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    for (const { name, read, every } of jobs) {
      if (round % every !== 0) continue;
      const began = cpuTime();
      for (const written of texts) read(written);
      if (round > MOST_ROUNDS / 2) times[name].push(cpuTime() - began);
    }
  }
  return perKilobyte(times, texts);
}

const USUAL = 6000;

/** The text nearest to six kilobytes: what is made ready once weighs on a short one more. */
function ofUsualLength(texts: readonly Written[]): Written {
  const [nearest] = texts.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? { title: '', text: '' };
}

function distance({ text }: Written): number {
  return Math.abs(text.length - USUAL);
}

/** The median of several processes that each read one article once. */
function firstCalls(written: Written): Figures {
  const times = timesOf();
  for (let turn = 0; turn < PROCESSES; turn += 1)
    for (const name of ['whole', 'compromise'] as const)
      times[name].push(inFreshProcess(name, written));
  return perKilobyte(times, [written]);
}

function inFreshProcess(name: JobName, written: Written): number {
  const [alias, script] = ['../../lib/cli/resolve-alias.ts', './first-call.ts'].map(
    (path) => new URL(path, import.meta.url),
  );
  const args = ['--import', alias?.href ?? '', fileURLToPath(script ?? ''), name];
  return Number(execFileSync(process.execPath, [...args, JSON.stringify(written)]).toString());
}

function timesOf(): Record<JobName, number[]> {
  return { whole: [], mentions: [], figures: [], compromise: [], recognizers: [] };
}

function perKilobyte(
  times: Readonly<Record<JobName, number[]>>,
  texts: readonly Written[],
): Figures {
  const size = texts.reduce((sum, { title, text }) => sum + title.length + text.length, 0) / 1000;
  const of = (name: JobName): number => median(times[name]) / size;
  return {
    whole: of('whole'),
    mentions: of('mentions'),
    figures: of('figures'),
    compromise: of('compromise'),
    recognizers: of('recognizers'),
  };
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
