/** A set from words parted by blanks; `_` stands for a blank inside one. */
export function wordsOf(packed: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of packed) {
    const joined = line.includes('_');
    for (const word of line.split(' ')) words.add(joined ? word.replaceAll('_', ' ') : word);
  }
  return words;
}
