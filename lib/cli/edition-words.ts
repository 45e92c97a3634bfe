import type { EditionProblem } from '@/lib/dataset/edition';

/** Why a published tree cannot be used, for whoever publishes it. */
export function problemInWords({ kind, where }: EditionProblem): string {
  return WORDS[kind](where.length > 80 ? `${where.slice(0, 80)}…` : where);
}

const WORDS: Readonly<Record<EditionProblem['kind'], (where: string) => string>> = {
  missing: (where) => `${where} is missing`,
  damaged: (where) => `${where} does not unpack to the length that its manifest gives`,
  malformed: (where) => `${where} is not in the form of a published file`,
  'over-limit': (where) => `${where} would be larger, unpacked, than any reader takes`,
  contradictory: (where) => `${where} says one thing here and another there`,
  'too-new': (where) => `${where} needs a newer version of this tool`,
};
