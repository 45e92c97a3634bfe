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
  const asked = new Set(gramsOf(words));
  const held = proposed.map(({ text }) => heldOf(text, asked));
  const meanSize = held.reduce((sum, { size }) => sum + size, 0) / Math.max(1, held.length);
  const rarity = raritiesOf(held);
  const scored = proposed.map((one, at) => {
    const { counts, size } = held[at] ?? NOTHING;
    const damping = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * size) / meanSize);
    return withScore(one, one.score + GRAM_WEIGHT * nearness(counts, rarity, damping));
  });
  return scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Which of the groups asked for a text holds, how often, and how many groups it has in all. */
type Held = { readonly counts: ReadonlyMap<string, number>; readonly size: number };
const NOTHING: Held = { counts: new Map(), size: 0 };

function withScore<T extends Proposed>(one: T, score: number): T {
  return { ...one, score };
}

function nearness(
  counts: ReadonlyMap<string, number>,
  rarity: ReadonlyMap<string, number>,
  damping: number,
): number {
  let sum = 0;
  for (const [gram, count] of counts) {
    sum += ((rarity.get(gram) ?? 0) * count * (SATURATION + 1)) / (count + damping);
  }
  return sum;
}

function raritiesOf(held: readonly Held[]): Map<string, number> {
  const documents = new Map<string, number>();
  for (const { counts } of held) {
    for (const gram of counts.keys()) documents.set(gram, (documents.get(gram) ?? 0) + 1);
  }
  const rarities = new Map<string, number>();
  for (const [gram, count] of documents) {
    rarities.set(gram, Math.log(1 + (held.length - count + 0.5) / (count + 0.5)));
  }
  return rarities;
}

function heldOf(text: string, asked: ReadonlySet<string>): Held {
  const counts = new Map<string, number>();
  const grams = gramsOf(text);
  for (const gram of grams) {
    if (asked.has(gram)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, size: grams.length };
}

function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (const word of foldedWords(text)) {
    const edged = `_${word}_`;
    for (let at = 0; at === 0 || at + GRAM <= edged.length; at += 1) {
      grams.push(edged.slice(at, at + GRAM));
    }
  }
  return grams;
}
