import { foldedWords } from './terms';

/** A document that the index proposed, with what it says. */
export type Proposed = {
  readonly id: string;
  readonly text: string;
  /** The score of the index. */
  readonly score: number;
};

/** Groups of so many letters are compared: one catches other endings, compounds and slips of the pen. */
const GRAM = 4;
const GRAM_WEIGHT = 0.24;
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

/**
 * Orders proposed documents by a second look at their words: groups of letters, weighed by how few
 * of the *proposed* documents hold them, so that what all share decides nothing and what sets one
 * apart counts. Needs no knowledge of the whole collection.
 * @returns the same documents with new scores, best first; of equals, the smaller id first.
 */
export function rank<T extends Proposed>(words: string, proposed: readonly T[]): T[] {
  const asked = new Set(gramsOf(words).keys());
  const held = proposed.map(({ text }) => gramsOf(text));
  const meanSize = held.reduce((sum, grams) => sum + sizeOf(grams), 0) / Math.max(1, held.length);
  const rarity = raritiesOf(asked, held);
  const scored = proposed.map((one, at) => {
    const grams = held[at] ?? new Map<string, number>();
    const damping = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * sizeOf(grams)) / meanSize);
    return withScore(one, one.score + GRAM_WEIGHT * nearness(grams, rarity, damping));
  });
  return scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function withScore<T extends Proposed>(one: T, score: number): T {
  return { ...one, score };
}

function nearness(
  grams: ReadonlyMap<string, number>,
  rarity: ReadonlyMap<string, number>,
  damping: number,
): number {
  let sum = 0;
  for (const [gram, weight] of rarity) {
    const count = grams.get(gram);
    if (count !== undefined) sum += (weight * count * (SATURATION + 1)) / (count + damping);
  }
  return sum;
}

function raritiesOf(
  asked: ReadonlySet<string>,
  held: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const rarities = new Map<string, number>();
  for (const gram of asked) {
    let documents = 0;
    for (const grams of held) if (grams.has(gram)) documents += 1;
    if (documents > 0) {
      rarities.set(gram, Math.log(1 + (held.length - documents + 0.5) / (documents + 0.5)));
    }
  }
  return rarities;
}

function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>();
  for (const word of foldedWords(text)) {
    const edged = `_${word}_`;
    for (let at = 0; at === 0 || at + GRAM <= edged.length; at += 1) {
      const gram = edged.slice(at, at + GRAM);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  }
  return grams;
}

function sizeOf(grams: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of grams.values()) size += count;
  return size;
}
