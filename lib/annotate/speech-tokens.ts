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
  { word, start }: { word: string; start: number },
  tables: SpeechTables,
): void {
  const elided = word.length > 2 ? tables.elided?.exec(word)?.[0] : undefined;
  if (elided !== undefined) {
    tokens.push(token(elided, start));
    pushParts(tokens, { word: word.slice(elided.length), start: start + elided.length }, tables);
    return;
  }
  const inverted = tables.inverted?.exec(word) ?? undefined;
  const cut = inverted ?? cliticIn(word, tables);
  if (!cut || cut.index === 0) tokens.push(token(word, start));
  else {
    const from = cut.index + (inverted ? cut[0].length : 0);
    const rest = token(word.slice(from), start + from);
    tokens.push(token(word.slice(0, cut.index), start));
    tokens.push(inverted ? { ...rest, tag: 'inverted' } : rest);
  }
}

/** "'s" and its like, in languages that put them behind a word. */
function cliticIn(word: string, { elided }: SpeechTables): RegExpExecArray | null {
  return word.length < 3 || elided ? null : CLITIC.exec(word);
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
