import type { Span } from '@/lib/article/span';
import type { SpeechTables } from '@/lib/language/speech';
import { type Lexicon, type SpeechWord, type Tag, lexiconOf, speechWordOf } from './speech-words';

export type { Tag } from './speech-words';

/** A word or mark; `word` is in lower case with straight apostrophes. */
export type Token = Span & {
  readonly word: string;
  readonly capital: boolean;
  /** What the tables say of the word wherever it stands. */
  readonly known: SpeechWord;
  tag: Tag;
  /** The verb's plain form and possible forms, where the word can be one. */
  lemma: string;
  forms: number;
};

const TOKEN =
  /[$€£#@]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-.&/_’'@]|[,:](?=\d))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*%?|''|``|\.(?:\s?\.)+|--+|\S/gu;
const CLITIC = /(?:['’](?:s|d|m|ll|ve|re))$/iu;

/** The tokens of one sentence; a dot inside it belongs to its word. Marks of quotation are told apart later. */
export function tokensOf(text: string, sentence: Span, tables: SpeechTables): Token[] {
  const words = text.slice(sentence.start, sentence.end);
  const last = withoutEndMarks(words);
  const lexicon = lexiconOf(tables);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const code = words.charCodeAt(at);
    if (code === BLANK) {
      at += 1;
      continue;
    }
    const plain = plainEnd(words, at, code);
    const length = plain > 0 ? plain - at : patternLength(words, at);
    if (length === 0) break;
    const start = plain > 0 ? at : TOKEN.lastIndex - length;
    at = start + length;
    const isInner = code === DOT && length === 1 && at <= last;
    if (isInner && glue(tokens, sentence.start + at, lexicon)) continue;
    const word = words.slice(start, at);
    if (plain > 0) tokens.push(token(word, sentence.start + start, lexicon));
    else pushParts(tokens, { word, start: sentence.start + start }, lexicon);
  }
  return tokens;
}

const BLANK = 0x20;
const DOT = 0x2e;

/** The end of a word of plain letters and digits with nothing behind it that may join; else 0. */
function plainEnd(text: string, from: number, first: number): number {
  if (!isPlain(first)) return 0;
  let at = from + 1;
  while (isPlain(text.charCodeAt(at))) at += 1;
  const next = text.charCodeAt(at);
  if (next === BLANK || at === text.length) return at;
  if (next > 0x7f || !ENDS.has(next)) return 0;
  const after = text.charCodeAt(at + 1);
  return isPlain(after) || after > 0x7f ? 0 : at;
}

/** Marks that join a word with the next only where a letter or digit is right behind: , . : ; ! ? ) */
const ENDS = new Set([0x2c, DOT, 0x3a, 0x3b, 0x21, 0x3f, 0x29]);

function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39)
  );
}

/** The length of the next token by the pattern, which then ends at its `lastIndex`; 0 where there is none. */
function patternLength(text: string, from: number): number {
  TOKEN.lastIndex = from;
  return TOKEN.exec(text)?.[0].length ?? 0;
}

const END_MARKS = new Set('.!?…”"’)]»\' \u00a0\n');

/** The length of a sentence without the marks that end it. */
function withoutEndMarks(words: string): number {
  let end = words.length;
  while (end > 0 && END_MARKS.has(words.charAt(end - 1))) end -= 1;
  return end;
}

/** Gives a dot inside a sentence to the word before it. */
function glue(tokens: Token[], end: number, lexicon: Lexicon): boolean {
  const before = tokens.at(-1);
  if (!before || before.end !== end - 1 || before.tag !== 'noun') return false;
  tokens[tokens.length - 1] = token(`${before.known.written}.`, before.start, lexicon);
  return true;
}

/** Pushes a word in its parts: "Lee" and "'s", "l'" and "accord", "dit" and "il". */
function pushParts(
  tokens: Token[],
  { word, start }: { word: string; start: number },
  lexicon: Lexicon,
): void {
  const { tables } = lexicon;
  const elided = word.length > 2 ? tables.elided?.exec(word)?.[0] : undefined;
  if (elided !== undefined) {
    tokens.push(token(elided, start, lexicon));
    pushParts(tokens, { word: word.slice(elided.length), start: start + elided.length }, lexicon);
    return;
  }
  const inverted = tables.inverted?.exec(word) ?? undefined;
  const cut = inverted ?? cliticIn(word, tables);
  if (!cut || cut.index === 0) tokens.push(token(word, start, lexicon));
  else {
    const from = cut.index + (inverted ? cut[0].length : 0);
    const rest = token(word.slice(from), start + from, lexicon);
    tokens.push(token(word.slice(0, cut.index), start, lexicon));
    tokens.push(inverted ? { ...rest, tag: 'inverted' } : rest);
  }
}

/** "'s" and its like, in languages that put them behind a word. */
function cliticIn(word: string, { elided }: SpeechTables): RegExpExecArray | null {
  const may = word.length > 2 && !elided && (word.includes("'") || word.includes('’'));
  return may ? CLITIC.exec(word) : null;
}

function token(written: string, start: number, lexicon: Lexicon): Token {
  const known = speechWordOf(written, lexicon);
  const { word, capital, tag } = known;
  const end = start + written.length;
  return { start, end, word, capital, known, tag, lemma: '', forms: 0 };
}

/** The tag of a token; undefined beyond either end. */
export function tagAt(tokens: readonly Token[], at: number): Tag | undefined {
  return tokens[at]?.tag;
}

/** The word of a token in lower case; empty beyond either end. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? '';
}

/** A set of tags, to ask `isOneOf` with. */
export function tags(...some: readonly Tag[]): ReadonlySet<Tag> {
  return new Set(some);
}

/** Whether the token there has one of the tags. */
export function isOneOf(tokens: readonly Token[], at: number, some: ReadonlySet<Tag>): boolean {
  const tag = tokens[at]?.tag;
  return tag !== undefined && some.has(tag);
}
