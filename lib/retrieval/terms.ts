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
 * without separators; scripts without spaces between words give overlapping pairs of characters.
 * Offsets are UTF-16, into the text as given.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const start = match.index;
    if (UNSPACED.test(word)) terms.push(...pairsOf(word, start));
    else terms.push({ stem: foldedStem(word), start, end: start + word.length });
  }
  return terms;
}

/** Words so common that sharing them means nothing. */
export function isCommon(stem: string): boolean {
  return COMMON.has(stem);
}

const WORD =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’](?!s\b)\p{L}+)*/gu;
const UNSPACED =
  /^[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function foldedStem(word: string): string {
  const folded = word
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('’', "'");
  if (/^\d/u.test(folded)) return folded.replaceAll(/,(?=\d{3})/gu, '');
  return stemOf(folded.replaceAll("'", ''));
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
