import { compileNames, type NamedEntity } from '@/lib/names/compile';
import { openNames } from '@/lib/names/open-names';
import type { Names } from '@/lib/names/names';
import { cpuTime } from './cpu-time';
import type { BenchRow } from './row';
import { invented, newsText } from './invented-text';

const SIZES = [1000, 1_000_000] as const;
const ROUNDS = 31;

/**
 * One scan of the same text with a thousand names and with a million, in turns in one run; both hold
 * the same names of the text's first paragraphs.
 */
export async function benchNamesSpeed(): Promise<BenchRow[]> {
  const text = newsText(2000, 0) + newsText(300_000);
  const [small, large] = SIZES.map((size) =>
    openNames([{ dataset: 'bench', bytes: compileNames(entities(size)) }]),
  );
  if (!small || !large) return [];
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push(timed(small, text));
    times.large.push(timed(large, text));
  }
  const [few, many] = [middle(times.small), middle(times.large)];
  const row = { bench: 'names speed', goal: '', peers: '' };
  return await Promise.resolve([
    { ...row, measure: 'scan at 10^6 / at 10^3', ours: many / few, goal: '≤ 1.1' },
    { ...row, measure: 'µs per kB at 10^3', ours: (few * 1000) / (text.length / 1000) },
    { ...row, measure: 'µs per kB at 10^6', ours: (many * 1000) / (text.length / 1000) },
  ]);
}

function entities(count: number): NamedEntity[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `e${at
      .toString(32)
      .replaceAll(/[ilou]/gu, 'z')
      .padStart(16, '0')}`,
    of: 'person' as const,
    names: [
      {
        text: `${invented(at * 2)} ${invented(at * 2 + 1)}`,
        lang: 'en',
        kind: 'main' as const,
        match: 'alone' as const,
      },
    ],
  }));
}

function timed(names: Names, text: string): number {
  const began = cpuTime();
  names.scan(text);
  return cpuTime() - began;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
