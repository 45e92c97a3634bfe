import { tagAt } from './speech-tokens';
import type { Article } from '@/lib/article/article';
import type { Span } from '@/lib/article/span';
import { languageOf } from '@/lib/language/language';
import { speechTablesOf } from '@/lib/language/speech-tables';
import { readBlock } from './speech-blocks';
import type { Sentence } from './speech-sentence';
import { spanOf } from './speech-sentence';
import { readUnspacedSpeech } from './speech-unspaced';
import { type Speech, speechesIn, typeOf } from './speech-spans';

/** What is being read: which speech a quotation without a cue of its own goes on with. */
type Reading = {
  readonly found: Speech[];
  /** What stands between marks of quotation, in reading order. */
  readonly marks: Span[];
  /** The direct speech of this block, or of the one before. */
  last?: Speech | undefined;
  /** What was last told in any words, in this block or the one before. */
  told?: { readonly speech: Speech; readonly block: number } | undefined;
  block: number;
  /** A cue with a colon whose words are still to come. */
  waiting?: Speech | undefined;
  /** Quotations whose cue may follow in the next block. */
  ahead: Span[];
  leftOpen: boolean;
};

/** Everything said or thought by somebody in an article, in reading order. */
export function readSpeech(article: Article): Speech[] {
  if (languageOf(article.lang) === 'km') return readUnspacedSpeech(article);
  const tables = speechTablesOf(article.lang);
  const reading: Reading = {
    found: [],
    marks: [],
    ahead: [],
    leftOpen: false,
    block: 0,
  };
  for (const block of article.blocks) {
    if (block.kind === 'note') continue;
    const { sentences, leftOpen } = readBlock(article.text, block, {
      tables,
      carried: reading.leftOpen,
    });
    for (const [at, sentence] of sentences.entries()) {
      take(reading, sentence, at === 0);
      takeMarks(reading, sentence);
    }
    reading.leftOpen = leftOpen;
    reading.block += 1;
  }
  settle(reading);
  const said = reading.found.filter(({ content }) => content.length > 0);
  return said.map(({ content, source, cue }) => ({
    content,
    type: typeOf(content, reading.marks),
    ...(source ? { source } : {}),
    ...(cue ? { cue } : {}),
  }));
}

/** Two apostrophes, as plain archives print marks, bound a quotation but are no mark of one. */
function takeMarks({ marks }: Reading, { text, quotations }: Sentence): void {
  for (const mark of quotations) if (!text.startsWith("''", mark.start)) marks.push(mark);
}

/** Share of the words between marks. */
const MOSTLY = 0.6;
/** How many paragraphs one quotation runs over at most. */
const LONGEST = 30;

function take(reading: Reading, sentence: Sentence, opensBlock: boolean): void {
  if (isAllQuoted(sentence)) {
    takeQuotation(reading, sentence, opensBlock);
    return;
  }
  const speeches = speechesIn(sentence);
  if (speeches.length === 0 && !opensBlock && reading.last && isMostlyQuoted(sentence)) {
    reading.last.content.push(spanOf(sentence, { from: 0, to: sentence.tokens.length }));
    return;
  }
  const direct = directOf(sentence, speeches);
  const opens = tagAt(sentence.tokens, 0) === 'open';
  if (direct && opens && reading.ahead.length > 0) {
    direct.content.splice(0, 0, ...reading.ahead.slice(-LONGEST));
    reading.ahead = [];
  }
  settle(reading);
  if (direct || opensBlock) reading.last = direct;
  reading.waiting = speeches.find(({ content }) => content.length === 0);
  for (const speech of speeches) reading.found.push(speech);
  const told = speeches.findLast(({ source }) => source !== undefined);
  if (told) reading.told = { speech: told, block: reading.block };
}

/** A quotation without a cue: of the speaker before, or of one who is named in the next block. */
function takeQuotation(reading: Reading, sentence: Sentence, opensBlock: boolean): void {
  const span = spanOf(sentence, { from: 0, to: sentence.tokens.length });
  const isClosed = sentence.quotations.at(-1)?.closed === true;
  if (reading.waiting) {
    reading.last = reading.waiting;
    reading.waiting = undefined;
    reading.last.content.push(span);
  } else if (
    reading.last &&
    reading.ahead.length === 0 &&
    (isClosed || reading.leftOpen || !opensBlock)
  )
    reading.last.content.push(span);
  else reading.ahead.push(span);
}

/** Gives quotations that no cue followed to the speaker before. */
function settle(reading: Reading): void {
  const { ahead, last, found } = reading;
  if (ahead.length === 0) return;
  if (last) for (const span of ahead) last.content.push(span);
  else if (tellerOf(reading).source)
    found.push({ ...tellerOf(reading), content: ahead, type: 'direct' });
  reading.ahead = [];
}

/** What the sentence opens with between marks, else the last that has words between marks. */
function directOf(sentence: Sentence, speeches: readonly Speech[]): Speech | undefined {
  const opening = sentence.tokens[0];
  const start = opening?.tag === 'open' ? opening.start : -1;
  const first = speeches.find(({ content }) => content[0]?.start === start);
  if (first) return first;
  return speeches.findLast(({ content }) => content.some((span) => isQuoted(sentence, span)));
}

function isQuoted({ quotations }: Sentence, { start, end }: Span): boolean {
  return quotations.some((each) => each.start < end && start < each.end);
}

/** "Instead, “he gave up.”" behind a quote: the speaker goes on. */
function isMostlyQuoted({ tokens, quotationAt }: Sentence): boolean {
  const quoted = quotationAt.filter((each) => each !== undefined).length;
  return quoted > 4 && quoted > MOSTLY * tokens.length;
}

function isAllQuoted({ tokens, quotationAt }: Sentence): boolean {
  if (tokens.length < 3) return false;
  return tokens.every((token, at) => quotationAt[at] !== undefined || token.tag === 'stop');
}

/** Who spoke last, in the block before or in this one: whole quotations that nobody else follows are theirs. */
function tellerOf({ told, block }: Reading): Pick<Speech, 'source' | 'cue'> {
  if (!told || block - told.block > 2) return {};
  const { source, cue } = told.speech;
  return { ...(source ? { source } : {}), ...(cue ? { cue } : {}) };
}
