import { behindQuotation, clauseVerb, withoutEnd } from './clause-ends';
import type { Sentence } from './speech-sentence';

const AFTER = new Set([
  'after',
  'before',
  'when',
  'while',
  'as',
  'because',
  'since',
  'until',
  'during',
  'if',
  'although',
  'though',
]);

/** The end of a thing spoken of: at a comma, a new clause, or a word that tells when. */
export function thingEnd(sentence: Sentence, from: number): number {
  const { tokens, quotationAt } = sentence;
  let at = from;
  while (at < tokens.length) {
    if (quotationAt[at] && quotationAt[at] !== quotationAt[from - 1]) {
      at = behindQuotation(sentence, at);
      continue;
    }
    const behind = behindBrackets(sentence, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    if (at > from && endsThing(sentence, from, at)) break;
    at += 1;
  }
  return withoutEnd(sentence, from, at);
}

function endsThing(sentence: Sentence, from: number, at: number): boolean {
  const { tokens, groupAt } = sentence;
  const token = tokens[at];
  switch (token?.tag) {
    case 'comma':
    case 'semicolon':
    case 'dash':
    case 'stop':
    case 'colon':
    case 'bracket':
    case 'time':
      return true;
    case 'conjunction': {
      const group = groupAt[at + 1];
      return (
        token.word === 'but' ||
        group?.form === 'finite' ||
        (group?.form === 'gerund' && !hasGerund(sentence, from, at))
      );
    }
    case 'preposition':
      return AFTER.has(token.word) || tokens[at + 1]?.tag === 'time';
    case 'subordinator':
      return (
        AFTER.has(token.word) &&
        (token.word !== 'as' ||
          (tokens[at + 1]?.word !== 'a' &&
            tokens[at + 1]?.word !== 'an' &&
            startsClauseAt(sentence, at + 1)))
      );
    default:
      return false;
  }
}

/** Behind a short insertion in brackets ("(CSOs)"), else where it was. */
function behindBrackets({ tokens }: Sentence, at: number): number {
  if (tokens[at]?.word !== '(') return at;
  for (let here = at + 1; here < at + 5; here += 1) {
    if (tokens[here]?.word === ')') return here + 1;
  }
  return at;
}

function startsClauseAt(sentence: Sentence, at: number): boolean {
  return clauseVerb(sentence, at) !== undefined;
}

/** "of hiding and claiming": the second goes with the first. */
function hasGerund({ tokens }: Sentence, from: number, to: number): boolean {
  for (let at = Math.max(from, to - 20); at < to; at += 1) {
    if (tokens[at]?.tag === 'gerund') return true;
  }
  return false;
}
