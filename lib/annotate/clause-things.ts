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
    if (at > from && endsThing(sentence, at)) break;
    at += 1;
  }
  return withoutEnd(sentence, from, at);
}

function endsThing(sentence: Sentence, at: number): boolean {
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
      return token.word === 'but' || group?.form === 'finite' || group?.form === 'gerund';
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

function startsClauseAt(sentence: Sentence, at: number): boolean {
  return clauseVerb(sentence, at) !== undefined;
}
