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
  const tokens = parts.flatMap((part) => tokensOf(text, part, tables));
  const quotationAt = placeQuotations(tokens, quotations);
  tagTokens(tokens, tables);
  const groups = chained(verbGroupsOf(tokens), tables);
  const groupAt: (VerbGroup | undefined)[] = Array.from({ length: tokens.length });
  for (const group of groups) groupAt.fill(group, group.start, group.end);
  const rangeAt = rangesOf(quotationAt);
  return { text, tables, tokens, groups, groupAt, quotations, quotationAt, rangeAt };
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
