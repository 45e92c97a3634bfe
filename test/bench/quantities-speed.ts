import { createRequire } from 'node:module';
import { findFigures } from '@/lib/annotate/figures';
import { articleFromText } from '@/lib/article/article';
import type { BenchRow } from './row';

const load = createRequire(import.meta.url);
const ROUNDS = 3;

/** Milliseconds a sentence, ours and the peers' on the same sentences in the same run. */
export function benchQuantitiesSpeed(sentences: readonly string[]): BenchRow[] {
  const recognizers = load('@microsoft/recognizers-text-suite') as {
    recognizeNumberWithUnit?: unknown;
  } & Record<
    'recognizeCurrency' | 'recognizeDimension' | 'recognizeNumber' | 'recognizePercentage',
    (text: string, culture: string) => unknown
  >;
  const compromise = load('compromise/three') as (text: string) => {
    numbers(): { json(): unknown };
  };
  const ours = perSentence(sentences, (text) => findFigures(articleFromText(text)));
  const theirs = perSentence(sentences, (text) => [
    recognizers.recognizeNumber(text, 'en-us'),
    recognizers.recognizePercentage(text, 'en-us'),
    recognizers.recognizeCurrency(text, 'en-us'),
    recognizers.recognizeDimension(text, 'en-us'),
  ]);
  const compromised = perSentence(sentences, (text) => compromise(text).numbers().json());
  return [
    {
      bench: 'quantities speed',
      measure: 'ms a sentence',
      ours,
      goal: '< 1',
      peers: `Recognizers-Text ${theirs.toFixed(2)}, compromise ${compromised.toFixed(2)}`,
    },
  ];
}

/** One round to warm up, then the mean of several. */
function perSentence(sentences: readonly string[], read: (text: string) => unknown): number {
  for (const text of sentences.slice(0, 50)) read(text);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) for (const text of sentences) read(text);
  return (performance.now() - began) / (ROUNDS * sentences.length);
}
