import { CAPITAL, SMALL } from './character';
import { folded, withoutCase } from './fold';
import type { Tokens } from './tokens';

/** Words that stand small behind a capital in running text ("Interior ministry"). */
const OFTEN_SMALL = new Set(
  'ministry department party police army government court council commission committee agency authority bank group union university institute court senate parliament assembly office force forces'.split(
    ' ',
  ),
);

/** One place in a text where a name's words stand: word numbers, end excluded. */
export type Place = { readonly from: number; readonly to: number };

/**
 * Whether the words at a place are the name as somebody may write it: capitals where the name has
 * capitals ("WHO" is not "who"), accents as in the name or left out, all capitals as in headlines.
 */
export function isWrittenAs(tokens: Tokens, place: Place, name: Tokens): boolean {
  const shouted = isShouted(tokens, place);
  for (let at = 0; at < name.count; at += 1) {
    const written = wordAt(tokens, place.from + at);
    const wanted = wordAt(name, at);
    if (!sameLetters(written, wanted)) return false;
    if (shouted) continue;
    const small = tokens.kinds[place.from + at] === SMALL && name.kinds[at] === CAPITAL;
    if (small && !(at > 0 && OFTEN_SMALL.has(wanted.toLowerCase()))) return false;
    if (!sameShape(written, wanted)) return false;
  }
  return true;
}

/** "Gov’t" is "Gov't", "Muller" is "Müller", but "Müller" is not "Muller". */
function sameLetters(written: string, wanted: string): boolean {
  if (written === wanted) return true;
  const plain = withoutCase(written);
  return plain === withoutCase(wanted) || plain === folded(wanted);
}

/** All capitals of at least two words or four letters: a headline, not an abbreviation. */
function isShouted(tokens: Tokens, { from, to }: Place): boolean {
  const words = tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
  return (
    (to - from > 1 || words.length > 3) &&
    words === words.toUpperCase() &&
    words !== words.toLowerCase()
  );
}

/** An abbreviation stays one: "MoI" may be "MOI", "WHO" may be "W.H.O.", neither may be "Who". */
function sameShape(written: string, wanted: string): boolean {
  const capitals = wanted.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals < 2 || wanted.length > 6) return true;
  const has = written.replace(/[^\p{Lu}]/gu, '').length;
  return has >= capitals;
}

function wordAt(tokens: Tokens, at: number): string {
  return tokens.text.slice(tokens.starts[at], tokens.ends[at]);
}
