import { type Token, wordAt } from './speech-tokens';
import type { Span } from '@/lib/article/span';
import type { Attribution } from './attribution';
import { impersonalOf } from './cue-impersonal';
import { passiveOf } from './cue-passives';
import { phrasesIn } from './cue-phrases';
import { stateOf } from './cue-states';
import { attributionOf } from './cue-verbs';
import { type Range, type Sentence, spanOf } from './speech-sentence';

/** Something said, as spans of the text, before its speaker has a name. */
export type Speech = {
  readonly content: Span[];
  readonly source?: Span;
  readonly cue?: Span;
  readonly type: 'direct' | 'mixed' | 'indirect';
};

/** What is said in one sentence, by whom, outside of what others say. */
export function speechesIn(sentence: Sentence): Speech[] {
  const found = phrasesIn(sentence);
  const taken = found.map(({ cue }) => cue);
  for (const group of sentence.groups) {
    if (sentence.quotationAt[group.head]) continue;
    const one =
      stateOf(sentence, group) ??
      impersonalOf(sentence, group) ??
      passiveOf(sentence, group) ??
      attributionOf(sentence, group);
    if (one && !taken.some(({ from, to }) => from <= one.cue.from && one.cue.from < to))
      found.push(one);
  }
  if (found.length === 0) return [];
  return outermost(sentence, found).map((each) => speechOf(sentence, each));
}

/** "You know that": the narrator talks to the reader, nobody is quoted. */
function isReader(tokens: readonly Token[], source: Range | undefined): boolean {
  return (
    source !== undefined && source.to - source.from === 1 && wordAt(tokens, source.from) === 'you'
  );
}

/** Without what others say inside what somebody says, and cues inside cues. */
function outermost({ tokens }: Sentence, found: readonly Attribution[]): Attribution[] {
  const steps = new Int32Array(tokens.length + 1);
  const add = ({ from, to }: Range): void => {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  };
  for (const { content, cue } of found) {
    for (const range of content) add(range);
    add({ from: cue.from + 1, to: Math.max(cue.to, cue.from + 1) });
  }
  for (let at = 1; at < steps.length; at += 1) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
  return found
    .filter(({ cue, source }) => steps[cue.from] === 0 && !isReader(tokens, source))
    .toSorted((a, b) => a.cue.from - b.cue.from);
}

function speechOf(sentence: Sentence, { content, source, cue }: Attribution): Speech {
  return {
    content: content.map((range) => spanOf(sentence, range)),
    ...(source ? { source: spanOf(sentence, source) } : {}),
    cue: spanOf(sentence, cue),
    type: 'indirect',
  };
}

/** Share of the words between marks from which on a quote counts as direct. */
const DIRECT = 0.85;

/** Whether words are quoted wholly, in part or not; `marks` are the quotations in reading order. */
export function typeOf(content: readonly Span[], marks: readonly Span[]): Speech['type'] {
  let quoted = 0;
  let all = 0;
  for (const span of content) {
    all += span.end - span.start;
    for (let at = firstEndingAfter(marks, span.start); at < marks.length; at += 1) {
      const mark = marks[at];
      if (!mark || mark.start >= span.end) break;
      quoted += Math.min(mark.end, span.end) - Math.max(mark.start, span.start);
    }
  }
  if (quoted > DIRECT * all) return 'direct';
  return quoted > 0 ? 'mixed' : 'indirect';
}

/** The index of the first of some spans in order that ends behind a place. */
export function firstEndingAfter(marks: readonly Span[], place: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((marks[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
