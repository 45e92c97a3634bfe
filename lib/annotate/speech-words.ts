import { GERUND, PARTICIPLE, PAST, type SpeechTables, type WordClass } from '@/lib/language/speech';

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

/** What a word is taken for before the words around it are asked. */
type Reading = { readonly tag: Tag; readonly lemma: string; readonly forms: number };

/** A word or mark as it is written, with all that the tables say of it. */
export type SpeechWord = {
  readonly written: string;
  /** In lower case with straight apostrophes. */
  readonly word: string;
  readonly capital: boolean;
  /** A mark's tag; a noun for every word. */
  readonly tag: Tag;
  /** Where a capital says nothing: no capital, the head of a sentence, a headline. */
  readonly small: Reading;
  /** Where it does. */
  readonly large: Reading;
  /** Whether it may bring in what somebody says or thinks, alone or with others. */
  readonly cues: boolean;
};

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
  '―': 'dash',
  '-': 'dash',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
};
const HELPERS: ReadonlySet<Tag> = new Set<Tag>(['have', 'be', 'do']);
const DIGIT = /^[$€£#]?\d/u;

/** A language's tables, with what they were found to say of words so far. */
export type Lexicon = {
  readonly tables: SpeechTables;
  readonly known: Map<string, SpeechWord>;
};

const lexicons = new WeakMap<SpeechTables, Lexicon>();
/** The words of some hundred articles. */
const MOST_KNOWN = 50_000;

/** The lexicon over a language's tables, for the words of some sentences. */
export function lexiconOf(tables: SpeechTables): Lexicon {
  const seen = lexicons.get(tables);
  if (seen && seen.known.size <= MOST_KNOWN) return seen;
  const made = { tables, known: new Map<string, SpeechWord>() };
  lexicons.set(tables, made);
  return made;
}

/** What a language's tables say of a word, worked out once however often articles use it. */
export function speechWordOf(written: string, { tables, known }: Lexicon): SpeechWord {
  const seen = known.get(written);
  if (seen) return seen;
  const made = speechWord(written, tables);
  known.set(written, made);
  return made;
}

function speechWord(written: string, tables: SpeechTables): SpeechWord {
  const word = written.toLowerCase().replaceAll('’', "'");
  const first = written.charAt(0);
  const capital = first !== first.toLowerCase();
  const small = readingOf(word, { capital, small: true }, tables);
  const large = capital ? readingOf(word, { capital, small: false }, tables) : small;
  const cues = mayCue(word, tables) || mayCue(small.lemma, tables) || mayCue(large.lemma, tables);
  return { written, word, capital, tag: markOf(written) ?? 'noun', small, large, cues };
}

function markOf(written: string): Tag | undefined {
  if (written.length > 1) {
    if (written.startsWith('..') || /^\.\s/u.test(written)) return 'ellipsis';
    return written.startsWith('--') ? 'dash' : undefined;
  }
  return MARKS[written];
}

function mayCue(word: string, tables: SpeechTables): boolean {
  const { cues, impersonal, states, nouns, according, phrasal } = tables;
  if (word === '') return false;
  if (
    cues.has(word) ||
    phrasal.has(word) ||
    impersonal.has(word) ||
    states.has(word) ||
    nouns.has(word)
  )
    return true;
  return word === tables.asPut?.as || according.some(([first]) => first === word);
}

type Written = { readonly capital: boolean; readonly small: boolean };

function readingOf(word: string, { capital, small }: Written, tables: SpeechTables): Reading {
  const closed = tables.classes.get(word);
  if (closed && (small || closed !== 'modal'))
    return { tag: closed, lemma: HELPERS.has(closed) ? closed : '', forms: 0 };
  const verb = small ? tables.verbs.get(word) : undefined;
  if (verb) return { tag: 'noun', lemma: verb.lemma, forms: verb.forms };
  const tag = unknownTag(word, { capital, small }, tables);
  return { tag, lemma: '', forms: FORMS[tag] ?? 0 };
}

/** An unknown "-ed" or "-ing" is taken for a verb. */
const FORMS: Readonly<Partial<Record<Tag, number>>> = {
  past: PAST | PARTICIPLE,
  gerund: GERUND,
};

/** By digits, capitals and endings. */
function unknownTag(word: string, { capital, small }: Written, tables: SpeechTables): Tag {
  if (DIGIT.test(word)) return 'number';
  if (capital && (!small || tables.names.has(word))) return 'name';
  const ending = tables.endings
    .get(word.charAt(word.length - 1))
    ?.find(([each]) => word.length > each.length + 2 && word.endsWith(each))?.[1];
  return capital && ending !== 'adverb' ? 'name' : (ending ?? 'noun');
}
