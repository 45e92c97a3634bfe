import { leaningFeatures } from './leaning-features';
import { PACKED_WEIGHTS } from './leaning-weights';

/**
 * How a statement leans to a claim: above 0 for it, below 0 against it. A rough guess by words that
 * were learned from arguments for and against (see `leaning-weights.ts`); for ranking many statements,
 * never for a verdict.
 */
export function leaning(claim: string, statement: string): number {
  weights ??= unpacked();
  let sum = 0;
  for (const [name, much] of leaningFeatures(claim, statement)) {
    sum += much * (weights.get(name) ?? 0);
  }
  return sum;
}

/** Read when first asked for. */
let weights: ReadonlyMap<string, number> | undefined;

function unpacked(): ReadonlyMap<string, number> {
  return new Map(
    PACKED_WEIGHTS.trim()
      .split(/[,\n]/u)
      .map((entry) => {
        const [name = '', hundredths] = entry.split(' ');
        return [name.replace('_', ' '), Number(hundredths) / 100];
      }),
  );
}
