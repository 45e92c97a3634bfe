import type { NumberWords } from '@/lib/language/number-words';
import { lowerAt, textAt, type Token } from './figure-token';
import { afterHyphen, type Numeral, scaled } from './numeral';

/** "Hundreds of", "tens of thousands", "several hundred", "une centaine": a range by one word. */
export function vagueAt(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  return severalAt(tokens, at, words) ?? roundAt(tokens, at, words);
}

function severalAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  if (!words.several.has(lowerAt(tokens, at))) return undefined;
  const factor = words.magnitudes.get(lowerAt(tokens, at + 1));
  if (factor === undefined) return undefined;
  const next = at + 2;
  return { value: [2 * factor, 9 * factor], first: at, next, form: 'vague', magnitude: factor };
}

function roundAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  const skip = words.one.has(lowerAt(tokens, at)) ? 1 : 0;
  const first = words.vague.get(lowerAt(tokens, at + skip));
  if (first === undefined) return undefined;
  let value: readonly [number, number] = first;
  let next = at + 1 + skip;
  for (let steps = 0; steps < 2 && words.of.has(lowerAt(tokens, next)); steps += 1) {
    const factor = words.vague.get(lowerAt(tokens, next + 1))?.[0];
    if (factor === undefined) break;
    value = [value[0] * factor, value[1] * factor];
    next += 2;
  }
  const isCounting = words.of.has(lowerAt(tokens, next)) && tokens[next + 1]?.kind === 'word';
  return isCounting ? { value, first: at, next, form: 'vague', magnitude: 1 } : undefined;
}

/** "A third of", "two-thirds", "half of the", "half a million", "one in three". */
export function partAt(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  return halfAt(tokens, at, words) ?? fractionAt(tokens, at, words) ?? oneInAt(tokens, at, words);
}

function halfAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  if (words.fractions.get(lowerAt(tokens, at)) !== 2) return undefined;
  const article = words.one.has(lowerAt(tokens, at + 1)) ? 1 : 0;
  const factor = words.magnitudes.get(lowerAt(tokens, at + 1 + article));
  if (factor !== undefined) {
    const next = at + 2 + article;
    return { value: factor / 2, first: at, next, form: 'words', magnitude: factor };
  }
  const before = lowerAt(tokens, at - 1);
  if (words.notHalf.has(before) || !words.of.has(lowerAt(tokens, at + 1))) return undefined;
  return { value: 0.5, first: at, next: at + 1, form: 'part', magnitude: 1 };
}

function fractionAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  const word = lowerAt(tokens, at);
  const above = words.one.has(word) ? 1 : words.cardinals.get(word);
  const hyphen = textAt(tokens, at + 1) === '-' ? 1 : 0;
  const below = words.fractions.get(lowerAt(tokens, at + 1 + hyphen));
  if (above === undefined || below === undefined || above >= below) return undefined;
  const next = at + 2 + hyphen;
  const after = lowerAt(tokens, next);
  const value = above / below;
  const factor = words.magnitudes.get(after);
  if (factor !== undefined) {
    return {
      value: Number(scaled(value, factor)),
      first: at,
      next: next + 1,
      form: 'words',
      magnitude: factor,
    };
  }
  if (hyphen === 0 && !words.of.has(after) && above === 1) return undefined;
  return { value, first: at, next, form: 'part', magnitude: 1 };
}

function oneInAt(tokens: readonly Token[], at: number, words: NumberWords): Numeral | undefined {
  const above = words.cardinals.get(lowerAt(tokens, at));
  if (above === undefined || above === 0) return undefined;
  for (const phrase of words.outOf) {
    const parts = phrase.split(' ');
    if (!parts.every((part, index) => tokens[at + 1 + index]?.lower === part)) continue;
    const token = tokens[afterHyphen(tokens, at + 1 + parts.length)];
    const below = token && (words.cardinals.get(token.lower) ?? Number(token.text));
    if (below === undefined || !(below > above) || below > 100) continue;
    return {
      value: above / below,
      first: at,
      next: at + 2 + parts.length,
      form: 'part',
      magnitude: 1,
    };
  }
  return undefined;
}

/** "two and a half", "deux millions et demi": the part that an "and" joins to a whole number. */
export function withPart(numeral: Numeral, tokens: readonly Token[], words: NumberWords): Numeral {
  const { value, next, magnitude } = numeral;
  if (typeof value !== 'number' || !Number.isInteger(value) || value / magnitude >= 100)
    return numeral;
  if (!words.and.has(lowerAt(tokens, next))) return numeral;
  const at = next + (words.one.has(lowerAt(tokens, next + 1)) ? 2 : 1);
  const below = words.fractions.get(lowerAt(tokens, at));
  if (below === undefined || (at === next + 1 && lowerAt(tokens, at) !== 'demi')) return numeral;
  return { ...numeral, value: value + magnitude / below, next: at + 1 };
}
