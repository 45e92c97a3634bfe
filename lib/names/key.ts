import { extended } from './hash';
import { type Tokens, hashesOf, mayBegin, tokensOf } from './tokens';
import { UNSPACED } from './character';

/** The two halves of a name's key. */
export type Key = { readonly first: number; readonly second: number };

/** The words of a name, its key, and whether it is written without blanks. */
export type KeyedName = { readonly tokens: Tokens; readonly key: Key; readonly unspaced: boolean };

/** The longest names that are looked for, in words and in clusters of scripts without blanks. */
const MOST_WORDS = 16;
const MOST_CLUSTERS = 48;

/**
 * How a name is looked up; undefined where the tokeniser cannot find it in a text: it begins with a
 * small letter that is no particle, holds a break such as a comma, or is too long.
 */
export function keyOf(name: string): KeyedName | undefined {
  const tokens = tokensOf(name);
  if (tokens.count === 0 || !mayBegin(tokens, 0)) return undefined;
  const unspaced = tokens.kinds[0] === UNSPACED;
  if (tokens.count > (unspaced ? MOST_CLUSTERS : MOST_WORDS)) return undefined;
  let first = 0;
  let second = 0;
  const hashes = hashesOf(tokens);
  for (let at = 0; at < tokens.count; at += 1) {
    if (at > 0 && tokens.joined[at] === 0) return undefined;
    first = extended(first, hashes.first[at] ?? 0);
    second = extended(second, hashes.second[at] ?? 0);
  }
  return { tokens, key: { first, second }, unspaced };
}
