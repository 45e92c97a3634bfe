import type { Article, Block } from '@/lib/article/article';
import { sentencesOf } from '@/lib/article/sentences';
import type { Span } from '@/lib/article/span';
import { ENGLISH_SPEECH } from '@/lib/language/en/speech';
import type { Attribution } from './attribution';
import { phrasesIn } from './cue-phrases';
import { attributionOf } from './cue-verbs';
import { type Quotation, quotationsOf } from './quote-marks';
import { readSentence, type Sentence, spanOf } from './speech-sentence';

/** Something said, as spans of the text, before its speaker has a name. */
export type Speech = {
  content: Span[];
  source?: Span;
  cue?: Span;
  type: 'direct' | 'mixed' | 'indirect';
};

/** Everything said or thought by somebody in an article, in reading order. */
export function readSpeech(article: Article): Speech[] {
  const found: Speech[] = [];
  let last: Speech | undefined;
  let waiting: Speech | undefined;
  for (const block of article.blocks) {
    if (block.kind === 'note') continue;
    for (const sentence of sentencesIn(article.text, block)) {
      const speeches = speechesIn(sentence);
      if (speeches.length === 0 && isAllQuoted(sentence)) {
        const target = waiting ?? last;
        const span = quotedPart(sentence);
        if (target) target.content.push(span);
        else {
          last = { content: [span], type: 'direct' };
          found.push(last);
        }
        continue;
      }
      waiting = speeches.find(({ content }) => content.length === 0);
      last =
        speeches.findLast(({ content }) =>
          content.some(({ start, end }) => isQuoted(sentence, start, end)),
        ) ?? undefined;
      found.push(...speeches);
    }
  }
  return found
    .filter(({ content }) => content.length > 0)
    .map((speech) => ({ ...speech, type: typeOf(article.text, speech.content) }));
}

function isQuoted({ quotations }: Sentence, start: number, end: number): boolean {
  return quotations.some((each) => each.start < end && start < each.end);
}

function isAllQuoted({ tokens, quotationAt }: Sentence): boolean {
  return (
    tokens.length > 2 &&
    tokens.every((token, at) => quotationAt[at] !== undefined || token.tag === 'stop')
  );
}

function quotedPart(sentence: Sentence): Span {
  const { start, end } = spanOf(sentence, { from: 0, to: sentence.tokens.length });
  return { start, end };
}

function speechesIn(sentence: Sentence): Speech[] {
  const attributions: Attribution[] = [...phrasesIn(sentence)];
  for (const group of sentence.groups) {
    if (sentence.quotationAt[group.head]) continue;
    const found = attributionOf(sentence, group);
    if (found) attributions.push(found);
  }
  return outermost(attributions).map((each) => speechOf(sentence, each));
}

/** Without what others say inside what somebody says. */
function outermost(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter(
    ({ cue }) =>
      !attributions.some(({ content }) =>
        content.some(({ from, to }) => from <= cue.from && cue.to <= to),
      ),
  );
}

function speechOf(sentence: Sentence, { content, source, cue }: Attribution): Speech {
  return {
    content: content.map((range) => spanOf(sentence, range)),
    ...(source ? { source: spanOf(sentence, source) } : {}),
    cue: spanOf(sentence, cue),
    type: 'indirect',
  };
}

/** The sentences of a block; those that one quotation holds together are read as one. */
function sentencesIn(text: string, block: Block): Sentence[] {
  const quotations = quotationsOf(text, block).filter(({ depth }) => depth === 0);
  const sentences: Sentence[] = [];
  let parts: Span[] = [];
  let next = 0;
  for (const part of sentencesOf(text, block)) {
    parts.push(part);
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= part.end) next += 1;
    const open = quotations[next];
    if (open && open.start < part.end) continue;
    sentences.push(
      readSentence(text, parts, { tables: ENGLISH_SPEECH, quotations: within(quotations, parts) }),
    );
    parts = [];
  }
  if (parts.length > 0)
    sentences.push(
      readSentence(text, parts, { tables: ENGLISH_SPEECH, quotations: within(quotations, parts) }),
    );
  return sentences;
}

function within(quotations: readonly Quotation[], parts: readonly Span[]): Quotation[] {
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? 0;
  return quotations.filter((each) => each.start < end && start < each.end);
}

function typeOf(text: string, content: readonly Span[]): Speech['type'] {
  let quoted = 0;
  let all = 0;
  for (const { start, end } of content) {
    all += end - start;
    for (const each of quotationsOf(text, { start, end })) {
      if (each.depth === 0 && !text.startsWith("''", each.start)) quoted += each.end - each.start;
    }
  }
  if (quoted > 0.85 * all) return 'direct';
  return quoted > 0 ? 'mixed' : 'indirect';
}
