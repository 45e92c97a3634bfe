/** Numbers of entries under each word; those of a frozen index are views of one long list. */
type Numbers = Map<string, number[] | Int32Array>;

/** An inverted index in a form that is stored and read at once. */
export type FrozenWords = {
  /** Sorted. */
  readonly words: readonly string[];
  /** The numbers under the word at `i` are those from `from[i]` to before `from[i + 1]`. */
  readonly from: Int32Array;
  readonly numbers: Int32Array;
};

/** An inverted index: words to numbers of entries, found by the beginning of a word. */
export class WordIndex {
  readonly #numbers: Numbers = new Map();
  #sorted: readonly string[] = [];

  /** Goes on with what was frozen. */
  thaw({ words, from, numbers }: FrozenWords): void {
    for (const [index, word] of words.entries()) {
      this.#numbers.set(word, numbers.subarray(from[index], from[index + 1]));
    }
    this.#sorted = words;
  }

  add(word: string, number: number): void {
    const numbers = this.#numbers.get(word);
    if (Array.isArray(numbers)) numbers.push(number);
    else this.#numbers.set(word, numbers ? [...numbers, number] : [number]);
  }

  /** Marks the numbers that have, for each word, one that begins with it; undefined: all. */
  marks(beginnings: readonly string[], size: number): Uint8Array | undefined {
    let marks: Uint8Array | undefined;
    for (const beginning of beginnings) {
      const next = new Uint8Array(size);
      for (const numbers of this.#numbersFrom(beginning)) markBoth(numbers, marks, next);
      marks = next;
    }
    return marks;
  }

  /** @param renumbered the new number of each old one; -1 for those that are left out. */
  freeze(renumbered: Int32Array): FrozenWords {
    const words: string[] = [];
    const from: number[] = [];
    let size = 0;
    for (const numbers of this.#numbers.values()) size += numbers.length;
    const all = new Int32Array(size);
    let end = 0;
    for (const word of this.#inOrder()) {
      const start = end;
      for (const number of this.#numbers.get(word) ?? []) {
        const now = renumbered[number] ?? -1;
        if (now >= 0) all[end++] = now;
      }
      if (end === start) continue;
      words.push(word);
      from.push(start);
    }
    return { words, from: Int32Array.from([...from, end]), numbers: all.slice(0, end) };
  }

  #inOrder(): readonly string[] {
    if (this.#sorted.length !== this.#numbers.size) {
      this.#sorted = [...this.#numbers.keys()].toSorted();
    }
    return this.#sorted;
  }

  /** The lists of numbers of all words with this beginning. */
  *#numbersFrom(beginning: string): Generator<readonly number[] | Int32Array> {
    const sorted = this.#inOrder();
    let at = firstFrom(sorted, beginning);
    for (let word = sorted[at]; word?.startsWith(beginning) === true; word = sorted[at]) {
      yield this.#numbers.get(word) ?? [];
      at += 1;
    }
  }
}

/** Marks the numbers that are marked before already; all, where there is no before. */
function markBoth(
  numbers: readonly number[] | Int32Array,
  before: Uint8Array | undefined,
  next: Uint8Array,
): void {
  // By index: a letter alone leads to hundreds of thousands of numbers, at every key that is pressed.
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (!before || before[number] === 1) next[number] = 1;
  }
}

/** Index of the first word that is not before this one. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
