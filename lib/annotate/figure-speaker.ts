import type { CountingWords } from '@/lib/language/counting';
import type { Speaker } from './annotation';
import type { Amount } from './figure-amount';
import { lowerAt, textAt, type Token } from './figure-token';

const FARTHEST = 30;
const BODY =
  /^(?:ministry|department|bank|centre|center|council|commission|committee|association|agency|office|union|organisation|organization|institute|bureau|group|party|fund|university|police)$/u;

/** Who gives a figure, where its sentence says so in so many words: "Ana Ruiz said", "according to the World Bank". */
export function figureSpeaker(
  amount: Amount,
  tokens: readonly Token[],
  grammar: CountingWords,
): Speaker | undefined {
  for (let at = amount.first - 1; at > amount.first - FARTHEST && at >= 0; at -= 1) {
    if (isEnd(tokens, at)) break;
    const name = nameAround(tokens, at, grammar);
    if (name !== undefined) return speakerOf(name);
  }
  for (let at = amount.next; at < amount.next + FARTHEST && at < tokens.length; at += 1) {
    if (isEnd(tokens, at)) break;
    const name = nameAround(tokens, at, grammar);
    if (name !== undefined) return speakerOf(name);
  }
  return undefined;
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  return /^[.!?;]$/u.test(textAt(tokens, at)) && tokens[at + 1]?.spaced !== false;
}

/** The name right before a verb of speech, or right behind "according to". */
function nameAround(
  tokens: readonly Token[],
  at: number,
  grammar: CountingWords,
): string | undefined {
  const [first = '', second = first] = grammar.accordingTo;
  const isTo =
    first !== '' &&
    lowerAt(tokens, at) === second &&
    (first === second || lowerAt(tokens, at - 1) === first);
  if (isTo)
    return nameFrom(tokens, grammar.definite.has(lowerAt(tokens, at + 1)) ? at + 2 : at + 1);
  if (!grammar.says.has(lowerAt(tokens, at))) return undefined;
  let start = at;
  while (start > at - 6 && isNameWord(tokens, start - 1)) start -= 1;
  return start < at - 1 ? nameFrom(tokens, start) : undefined;
}

/** Two capitalised words or more: one alone is no full name. */
function nameFrom(tokens: readonly Token[], at: number): string | undefined {
  let next = at;
  while (next < at + 6 && isNameWord(tokens, next)) next += 1;
  if (next < at + 2) return undefined;
  return tokens
    .slice(at, next)
    .map(({ text }) => text)
    .join(' ');
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  return /^\p{Lu}[\p{L}\p{M}]+$/u.test(textAt(tokens, at));
}

function speakerOf(name: string): Speaker {
  const isBody = name
    .toLowerCase()
    .split(' ')
    .some((word) => BODY.test(word));
  return { name, of: isBody ? 'organisation' : 'person', entities: [] };
}
