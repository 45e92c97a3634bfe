import type { Item } from './item';
import { keyOf, tokensOf } from './tokens';

const UNSPACED =
  /^[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = /[\p{L}\p{N}]/u;
/** Lines without a letter beyond ASCII, in which words are plain; most lines of most libraries are. */
const PLAIN = /^[\u0020-\u007E]*$/u;

/**
 * The words under which a text is found, in any script: letter case and Latin accents do not count,
 * and scripts without spaces give every two neighbouring letters, so that any part of a word is found.
 */
export function searchWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    if (PLAIN.test(line)) for (const word of plainWords(line)) found.add(word);
    else addWords(line, found);
  }
  return found;
}

function plainWords(line: string): readonly string[] {
  return line.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
}

function addWords(line: string, found: Set<string>): void {
  let before: { readonly key: string; readonly end: number } | undefined;
  for (const { key, start, end } of tokensOf(line)) {
    if (!WORD.test(key)) continue;
    const isUnspaced = UNSPACED.test(key);
    if (isUnspaced && before?.end === start) found.add(before.key + key);
    found.add(key);
    before = isUnspaced ? { key, end } : undefined;
  }
}

/** What a reader typed, as words each of which has to begin a word of the item. */
export function queryWords(text: string): string[] {
  const words = [...searchWords(keyOf(text))];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}

/** Everything of an item that a search looks through. */
export function searchedText({ target, note, tags, speaker }: Item): string {
  const { quote, title, publisher } = target;
  return [quote?.exact, title, note, tags.join('\n'), speaker, publisher].join('\n');
}
