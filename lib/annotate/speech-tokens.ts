import type { Span } from '@/lib/article/span';
import type { SpeechTables, WordClass } from '@/lib/language/speech';

/** What a token is: a word's class, or a mark. */
export type Tag =
  | WordClass
  | 'bracket'
  | 'close'
  | 'colon'
  | 'comma'
  | 'dash'
  | 'ellipsis'
  | 'open'
  | 'semicolon'
  | 'stop';

/** A word or mark; `word` is in lower case with straight apostrophes. */
export type Token = Span & {
  readonly word: string;
  readonly capital: boolean;
  tag: Tag;
  /** The verb's plain form and possible forms, where the word can be one. */
  lemma: string;
  forms: number;
};

const TOKEN =
  /[$€£#@]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-.&/_’'@]|[,:](?=\d))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*%?|''|``|\.(?:\s?\.)+|--+|\S/gu;
const CLITIC = /(?:['’](?:s|d|m|ll|ve|re))$/iu;

const MARKS: Readonly<Record<string, Tag>> = {
  ',': 'comma',
  '،': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'ellipsis',
  '—': 'dash',
  '–': 'dash',
  '-': 'dash',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
};

/** The tokens of one sentence; a dot inside it belongs to its word. Marks of quotation are told apart later. */
export function tokensOf(text: string, sentence: Span, tables: SpeechTables): Token[] {
  const words = text.slice(sentence.start, sentence.end);
  const last = withoutEndMarks(words);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(words); match; match = TOKEN.exec(words)) {
    const end = TOKEN.lastIndex;
    if (match[0] === '.' && end <= last && glue(tokens, sentence.start + end)) continue;
    pushParts(tokens, { word: match[0], start: sentence.start + match.index }, tables);
  }
  return tokens;
}

const END_MARKS = new Set('.!?…”"’)]»\' \u00a0\n');

/** The length of a sentence without the marks that end it. */
function withoutEndMarks(words: string): number {
  let end = words.length;
  while (end > 0 && END_MARKS.has(words.charAt(end - 1))) end -= 1;
  return end;
}

/** Gives a dot inside a sentence to the word before it. */
function glue(tokens: Token[], end: number): boolean {
  const before = tokens.at(-1);
  if (!before || before.end !== end - 1 || before.tag !== 'noun') return false;
  tokens[tokens.length - 1] = { ...before, end, word: `${before.word}.` };
  return true;
}

/** Pushes a word in its parts: "Lee" and "'s", "l'" and "accord", "dit" and "il". */
function pushParts(
  tokens: Token[],
  place: { word: string; start: number },
  tables: SpeechTables,
): void {
  const { word, start } = place;
  if (word.length < 3) {
    tokens.push(token(word, start));
    return;
  }
  const elided = tables.elided?.exec(word)?.[0];
  if (elided !== undefined) {
    tokens.push(token(elided, start));
    pushParts(tokens, { word: word.slice(elided.length), start: start + elided.length }, tables);
    return;
  }
  const inverted = tables.inverted?.exec(word);
  const clitic = inverted ?? (tables.elided ? null : CLITIC.exec(word));
  if (!clitic || clitic.index === 0) {
    tokens.push(token(word, start));
    return;
  }
  tokens.push(token(word.slice(0, clitic.index), start));
  const from = clitic.index + (inverted ? clitic[0].length : 0);
  const rest = token(word.slice(from), start + from);
  tokens.push(inverted ? { ...rest, tag: 'inverted' } : rest);
}

function token(written: string, start: number): Token {
  const word = written.toLowerCase().replaceAll('’', "'");
  const first = written.charAt(0);
  return {
    start,
    end: start + written.length,
    word,
    capital: first !== first.toLowerCase(),
    tag: markOf(written) ?? 'noun',
    lemma: '',
    forms: 0,
  };
}

function markOf(written: string): Tag | undefined {
  if (written.length > 1) {
    if (written.startsWith('..') || /^\.\s/u.test(written)) return 'ellipsis';
    return written.startsWith('--') ? 'dash' : undefined;
  }
  return MARKS[written];
}
