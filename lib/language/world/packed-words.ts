/** A set from words parted by blanks; `_` stands for a blank inside one. */
export function wordsOf(packed: readonly string[]): ReadonlySet<string> {
  return new Set(
    packed.flatMap((line) => line.split(' ')).map((word) => word.replaceAll('_', ' ')),
  );
}
