import type { CountingWords } from '@/lib/language/counting';
import { isGlued, lowerAt, textAt, type Token } from './figure-token';
import { isHyphen } from './numeral';

/** What a number counts: the phrase's singular, its words as written, and the token behind it. */
export type Counted = {
  readonly name: string;
  readonly words: readonly string[];
  readonly next: number;
  readonly isPlural: boolean;
};

const LONGEST = 7;

/** The counted phrase behind a number: up to its first plural noun, or the words until one ends it. */
export function countedAt(
  tokens: readonly Token[],
  at: number,
  { grammar, isOne }: { readonly grammar: CountingWords; readonly isOne: boolean },
): Counted | undefined {
  if (isHyphen(tokens[at])) return hyphenated(tokens, at, grammar);
  const start = skipFillers(tokens, at, grammar);
  const run = runAt(tokens, start, grammar);
  const plural = isOne ? -1 : headOf(run, grammar);
  const words = plural >= 0 ? run.slice(0, plural + 1) : isOne ? run.slice(0, 3) : fallback(run);
  const last = words.at(-1);
  if (!last) return undefined;
  return { ...named(words, grammar), next: last.at + 1, isPlural: plural >= 0 };
}

type Placed = Token & { readonly at: number };

/** "28-nation": the one word glued to the number. */
function hyphenated(
  tokens: readonly Token[],
  at: number,
  grammar: CountingWords,
): Counted | undefined {
  const token = tokens[at + 1];
  if (!token || token.spaced || token.kind !== 'word' || grammar.ends(token.lower))
    return undefined;
  return { ...named([{ ...token, at: at + 1 }], grammar), next: at + 2, isPlural: false };
}

function skipFillers(tokens: readonly Token[], at: number, grammar: CountingWords): number {
  let start = at;
  while (start < at + 3 && grammar.fillers.has(lowerAt(tokens, start))) start += 1;
  if (lowerAt(tokens, start) === 'the' && start > at) start += 1;
  return start;
}

const JOINERS = new Set(['and', 'et']);

/** The words that could belong to the phrase: no function words but an "and" inside, no punctuation. */
function runAt(tokens: readonly Token[], at: number, grammar: CountingWords): Placed[] {
  const run: Placed[] = [];
  for (let look = at; look < at + LONGEST; look += 1) {
    const token = tokens[look];
    if (!token) break;
    const isPart = isWordOf(tokens, look, grammar) || isGlue(tokens, look, run.length);
    if (!isPart && !(look === at && token.kind === 'word' && grammar.isPlural(token.lower))) break;
    run.push({ ...token, at: look });
  }
  return run.slice(
    0,
    run.findLastIndex(({ kind, lower }) => kind === 'word' && !JOINERS.has(lower)) + 1,
  );
}

function isWordOf(tokens: readonly Token[], at: number, grammar: CountingWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (!JOINERS.has(token.lower)) return !grammar.ends(token.lower);
  return tokens[at + 1]?.kind === 'word' && !grammar.ends(lowerAt(tokens, at + 1));
}

/** Hyphens inside a word, a bracketed word ("cases [of threats]" ends), a model's number after a name. */
function isGlue(tokens: readonly Token[], at: number, length: number): boolean {
  const token = tokens[at];
  if (!token || length === 0) return false;
  if (isHyphen(token)) return !token.spaced && isGlued(tokens, at + 1);
  return (
    token.kind === 'number' && /^\p{Lu}/u.test(textAt(tokens, at - 1)) && token.text.length < 4
  );
}

/** The first plural, or the one right behind it ("sports clubs"). */
function headOf(run: readonly Placed[], grammar: CountingWords): number {
  const plurals = run.map(({ lower, kind }) => kind === 'word' && grammar.isPlural(lower));
  let head = plurals.findIndex(
    (plural, index) => plural && !isModifier(run, plurals, { index, grammar }),
  );
  if (head < 0) head = plurals.lastIndexOf(true);
  return head;
}

function isModifier(
  run: readonly Placed[],
  plurals: readonly boolean[],
  { index, grammar }: { readonly index: number; readonly grammar: CountingWords },
): boolean {
  const word = run[index]?.lower ?? '';
  if (grammar.adjectivesBefore.has(word)) return run[index + 1] !== undefined;
  if (isHyphen(run[index + 1])) return true;
  return (
    (plurals[index + 1] === true && run[index]?.text === word) ||
    (grammar.modifiers.has(word) && plurals.indexOf(true, index + 1) > 0)
  );
}

function fallback(run: readonly Placed[]): readonly Placed[] {
  const end = run.findIndex(({ text }, index) => index > 0 && /^\p{Lu}/u.test(text));
  return run.slice(0, Math.min(end < 0 ? 3 : end, 3));
}

function named(
  words: readonly Placed[],
  grammar: CountingWords,
): { readonly name: string; readonly words: readonly string[] } {
  const kept = words.filter(
    ({ lower }, index) =>
      lower !== 'and' && !(index === 0 && words.length > 1 && /..ing$/u.test(lower)),
  );
  const last = kept.length - 1;
  const parts = kept.map(({ text, lower, spaced, kind }, index) => {
    const form =
      index === last || grammar.adjectivesBefore.has(lower)
        ? singularOf(text, lower, grammar)
        : (grammar.plainForms.get(lower) ?? text);
    return (index > 0 && spaced && kind !== 'mark' ? ' ' : '') + form;
  });
  return {
    name: parts.join('').trim(),
    words: kept.filter(({ kind }) => kind === 'word').map(({ text }) => text),
  };
}

function singularOf(text: string, lower: string, grammar: CountingWords): string {
  if (!grammar.isPlural(lower)) return text;
  if (/^\p{Lu}+s$/u.test(text)) return text.slice(0, -1);
  const singular = lower === 'people' ? 'people' : grammar.singular(lower);
  return text[0] === lower[0] ? singular : (text[0] ?? '') + singular.slice(1);
}
