import { stemOf } from './stem';

/** A word of a text as retrieval compares it. */
export type Term = {
  /** Folded and stemmed; what the index holds. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
};

/**
 * The words of a text in order, folded (case, accents, width) and stemmed. Numbers keep their digits
 * without separators; scripts without spaces between words give overlapping pairs of characters;
 * hashtags and handles are read as the words they run together; addresses are passed over.
 * Offsets are UTF-16, into the text as given.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const { word, start } of wordsOf(text)) {
    if (UNSPACED.test(word)) terms.push(...pairsOf(word, start));
    else terms.push({ stem: stemFor(word), start, end: start + word.length });
  }
  return terms;
}

/** The words of a text as `termsOf` parts it, folded but not stemmed; unspaced runs stay whole. */
export function foldedWords(text: string): string[] {
  return wordsOf(text).map(({ word }) => fold(word));
}

/** Words so common that sharing them means nothing. */
export function isCommon(stem: string): boolean {
  return COMMON.has(stem);
}

/** Words recur, and folding and stemming are most of what comparing texts costs. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

function stemFor(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(fold(word));
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w-]+(?:\.[\w-]+)+\/\S+/giu;
const WORD =
  /[#@][\p{L}\p{M}\p{N}_]+|[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’](?!s\b)\p{L}+)*/gu;
const UNSPACED =
  /^[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** The words inside `#AustralianFires`, `@realDonaldTrump`, `#G20summit`. */
const INNER_WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\d+|[\p{Lo}\p{M}]+/gu;

function wordsOf(text: string): { readonly word: string; readonly start: number }[] {
  const plain = /[/]|www\./iu.test(text)
    ? text.replaceAll(ADDRESS, (address) => ' '.repeat(address.length))
    : text;
  return [...plain.matchAll(WORD)].flatMap(({ 0: word, index: start }) =>
    /^[#@]/u.test(word)
      ? [...word.matchAll(INNER_WORD)].map((inner) => ({
          word: inner[0],
          start: start + inner.index,
        }))
      : [{ word, start }],
  );
}

const PLAIN = /^[a-z]+$/u;

function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  const folded = word
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '');
  return /^\d/u.test(folded) ? folded.replaceAll(/,(?=\d{3})/gu, '') : folded;
}

function pairsOf(run: string, offset: number): Term[] {
  const characters = Array.from(run);
  const terms: Term[] = [];
  let start = offset;
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? '';
    if (next !== '' || characters.length === 1) {
      const stem = character + next;
      terms.push({ stem, start, end: start + stem.length });
    }
    start += character.length;
  }
  return terms;
}

const COMMON: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also am an and any are aren as at be because been before ' +
    'being below between both but by can cannot could did do does doing down during each few for from ' +
    'further had has have having he her here hers herself him himself his how i if in into is it its ' +
    'itself just me more most my myself no nor not now of off on once only or other our ours ourselves ' +
    'out over own said same say says she should so some such than that the their theirs them themselves ' +
    'then there these they this those through to too under until up upon us very was we were what when ' +
    'where which while who whom why will with would you your yours yourself yourselves dont doesnt didnt ' +
    'isnt wasnt wont cant its thats ive im'
  )
    .split(' ')
    .map((word) => stemOf(word)),
);
