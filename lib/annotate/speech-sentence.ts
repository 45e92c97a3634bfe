import type { Span } from '@/lib/article/span';
import type { SpeechTables } from '@/lib/language/speech';
import type { Quotation } from './quote-marks';
import { tagTokens } from './speech-tags';
import { type Token, tokensOf } from './speech-tokens';
import { chained } from './verb-chains';
import { type VerbGroup, verbGroupsOf } from './verb-groups';

/** A range of token indexes, end exclusive. */
export type Range = { readonly from: number; readonly to: number };

/** A sentence parted into words, with its verbs and quotations; quoted sentences are inside one. */
export type Sentence = {
  readonly text: string;
  readonly tables: SpeechTables;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  /** For each token, the verb group it is in. */
  readonly groupAt: readonly (VerbGroup | undefined)[];
  readonly quotations: readonly Quotation[];
  /** For each token, the outermost quotation it is in, marks included. */
  readonly quotationAt: readonly (Quotation | undefined)[];
  /** For each token, the range of tokens of that quotation. */
  readonly rangeAt: readonly (Range | undefined)[];
};

/** Reads sentences that belong together as one; `quotations` are the outermost of the block. */
export function readSentence(
  text: string,
  parts: readonly Span[],
  { tables, quotations }: { tables: SpeechTables; quotations: readonly Quotation[] },
): Sentence {
  const [first, ...more] = parts;
  const tokens = first ? tokensOf(text, first, tables) : [];
  for (const part of more) for (const token of tokensOf(text, part, tables)) tokens.push(token);
  const quotationAt = quotations.length > 0 ? placeQuotations(tokens, quotations) : NONE;
  const sentence = { text, tables, tokens, quotations, quotationAt };
  if (quotationAt === NONE && !tokens.some(mayCue))
    return { ...sentence, groups: [], groupAt: NONE, rangeAt: NONE };
  tagTokens(tokens, tables);
  const groups = chained(verbGroupsOf(tokens), tables);
  const groupAt: (VerbGroup | undefined)[] = [];
  for (const group of groups)
    for (let at = group.start; at < group.end; at += 1) groupAt[at] = group;
  const rangeAt = quotationAt === NONE ? NONE : rangesOf(quotationAt);
  return { ...sentence, groups, groupAt, rangeAt };
}

/** For every token nothing. */
const NONE: readonly undefined[] = [];

/** Whether a sentence that holds the token may tell what somebody says; most hold none. */
function mayCue({ known, tag }: Token): boolean {
  return known.cues || tag === 'colon';
}

function rangesOf(quotationAt: readonly (Quotation | undefined)[]): (Range | undefined)[] {
  const ranges: (Range | undefined)[] = Array.from({ length: quotationAt.length });
  for (let from = 0; from < quotationAt.length; from += 1) {
    const quotation = quotationAt[from];
    if (!quotation) continue;
    let to = from + 1;
    while (to < quotationAt.length && quotationAt[to] === quotation) to += 1;
    const range = { from, to };
    for (let at = from; at < to; at += 1) ranges[at] = range;
    from = to - 1;
  }
  return ranges;
}

/** Tags the marks of the quotations and tells for each token which one it is in. */
function placeQuotations(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): (Quotation | undefined)[] {
  let next = 0;
  return tokens.map((token) => {
    let quotation = quotations[next];
    while (quotation && quotation.end <= token.start) {
      next += 1;
      quotation = quotations[next];
    }
    if (!quotation || token.end <= quotation.start) return undefined;
    if (token.start === quotation.start) token.tag = 'open';
    else if (quotation.closed && token.end === quotation.end) token.tag = 'close';
    return quotation;
  });
}

/** The words of a range of tokens, as a span of the text. */
export function spanOf({ tokens }: Sentence, { from, to }: Range): Span {
  const first = tokens[from];
  const last = tokens[to - 1];
  return { start: first?.start ?? 0, end: last?.end ?? first?.start ?? 0 };
}

/** How a verb brings in speech, by the letters of the table; empty where it does not. */
export function framesOf({ tables }: Sentence, { lemma }: VerbGroup): string {
  return tables.cues.get(lemma)?.frames ?? '';
}
