import type { Span } from '@/lib/article/span';
import type { WordClass } from '@/lib/language/speech';

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
export function tokensOf(text: string, sentence: Span): Token[] {
  const words = text.slice(sentence.start, sentence.end);
  const last = words.search(/[.!?…\s”"'’)\]»]*$/u);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(words); match; match = TOKEN.exec(words)) {
    const end = TOKEN.lastIndex;
    if (match[0] === '.' && end <= last && glue(tokens, sentence.start + end)) continue;
    pushWord(tokens, match[0], sentence.start + match.index);
  }
  return tokens;
}

/** Gives a dot inside a sentence to the word before it. */
function glue(tokens: Token[], end: number): boolean {
  const before = tokens.at(-1);
  if (!before || before.end !== end - 1 || before.tag !== 'noun') return false;
  tokens[tokens.length - 1] = { ...before, end, word: `${before.word}.` };
  return true;
}

function pushWord(tokens: Token[], word: string, start: number): void {
  const clitic = word.length > 2 ? CLITIC.exec(word) : null;
  if (clitic && clitic.index > 0) {
    tokens.push(token(word.slice(0, clitic.index), start));
    tokens.push(token(clitic[0], start + clitic.index));
  } else tokens.push(token(word, start));
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
