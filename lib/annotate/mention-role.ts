import { FIELDS } from '@/lib/language/en/names';
import { ROLES, TITLES } from '@/lib/language/en/titles';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { type Draft, nameOf } from './mention-draft';
import type { Word } from './mention-words';

/** A person's role and organisation as the words beside the name give them. */
export type Role = { readonly role: string; readonly organisation?: string };

type Around = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly bodies: Bodies;
};

const MODIFIERS = new Set(
  'former executive deputy senior acting prime vice chief interim foreign first second assistant associate managing general national provincial municipal regional rights group opposition ruling party newly elected outgoing incoming late current then ex army police human media press veteran retired'.split(
    ' ',
  ),
);
const JOINERS = new Set(['of', 'for', 'and', 'the', "'s", '’s', ',', '-']);
const MOST_BEFORE = 24;
const MOST_BEHIND = 14;
const MOST_UNTIL_ROLE = 5;

/** "Interior Ministry spokesperson" before the name, or "spokesperson for rights group Adhoc" behind it. */
export function roleOf(person: Draft, around: Around): Role | undefined {
  return (
    officeBefore(person, around) ??
    roleBefore(person, around) ??
    roleBehind(person, around) ??
    apposedBefore(person, around)
  );
}

/** "Minister of Interior Alma Ruiz", "president of the Lowell Union Alma Ruiz". */
function officeBefore(person: Draft, { text, words, bodies }: Around): Role | undefined {
  const body = bodies.byEnd.get(person.from);
  const link = linkBefore(words, body?.from ?? fieldStart(words, person.from));
  if (link === undefined || link >= person.from - 1) return undefined;
  let start = link;
  while (start > Math.max(0, link - 5) && isOfOffice(words[start - 1])) start -= 1;
  if (!words.slice(start, link).some(isRole)) return undefined;
  const role = text.slice(words[start]?.start, words[person.from - 1]?.end);
  return body ? { role, organisation: nameOf(body, words) } : { role };
}

/** Where the field that ends before a word begins ("Women and Social Affairs"). */
function fieldStart(words: readonly Word[], end: number): number {
  let at = end;
  while (isField(words[at - 1]) || (isLink(words[at - 1]) && isField(words[at - 2]))) at -= 1;
  return at;
}

/** The "of" or "for" before a word, an article between. */
function linkBefore(words: readonly Word[], at: number): number | undefined {
  const link = words[at - 1]?.text === 'the' ? at - 2 : at - 1;
  return /^(?:of|for|at)$/u.test(words[link]?.text ?? '') ? link : undefined;
}

function isField(word: Word | undefined): boolean {
  return word !== undefined && FIELDS.has(word.low) && word.shape === 'capital';
}

function isLink(word: Word | undefined): boolean {
  return word?.text === 'and' || word?.text === ',';
}

function isOfOffice(word: Word | undefined): boolean {
  return word !== undefined && (isRole(word) || MODIFIERS.has(word.low));
}

/** "The party's former president, Kem Arden, …": a definite office and the name between commas. */
function apposedBefore(person: Draft, { text, words, bodies }: Around): Role | undefined {
  const comma = person.from - 1;
  if (words[comma]?.text !== ',') return undefined;
  if (!/^[,.:;—–”"]$/u.test(words[person.to]?.text ?? '.')) return undefined;
  const head = headBefore(words, comma);
  if (head === undefined) return undefined;
  let start = head;
  while (start > 0 && isBeforeOffice(words[start - 1])) start -= 1;
  const owner = words[start - 1];
  if (!owner || !OWNERS.has(owner.low)) return undefined;
  const role = text.slice(words[start]?.start, words[comma - 1]?.end);
  const body = bodies.byEnd.get(start - 1);
  return body ? { role, organisation: nameOf(body, words) } : { role };
}

const MOST_OF_OFFICE = 8;
const OF_OFFICE = /^(?:to|of|for|in|on|at|and|the|human|rights)$/u;

/** The office right before a comma, or with what it is for between: "the ambassador to Lowell, …". */
function headBefore(words: readonly Word[], comma: number): number | undefined {
  for (let at = comma - 1; at >= Math.max(0, comma - MOST_OF_OFFICE); at -= 1) {
    const word = words[at];
    if (!word) return undefined;
    if (isRole(word))
      return at === comma - 1 || OF_OFFICE.test(words[at + 1]?.text ?? '') ? at : undefined;
    if (word.shape === 'mark' || (word.shape === 'small' && !OF_OFFICE.test(word.low)))
      return undefined;
  }
  return undefined;
}

function isBeforeOffice(word: Word | undefined): boolean {
  if (!word) return false;
  if (isOfOffice(word) || isField(word) || NATIONALITIES.has(word.low)) return true;
  return /^(?:u\.?s\.?|u\.?n\.?|uk|eu|special)$/u.test(word.low);
}

/** What stands before an office that only one person has. */
const OWNERS = new Set(['the', 'its', 'their', "'s", '’s']);

function roleBefore(person: Draft, { text, words, bodies }: Around): Role | undefined {
  let start = person.from;
  let seen = false;
  let organisation: string | undefined;
  while (start > Math.max(0, person.from - MOST_BEFORE)) {
    const body = bodyEndingAt(bodies, words, start);
    if (body && seen && !organisation) {
      organisation = nameOf(body, words);
      start = body.from;
      continue;
    }
    const titled = isTitle(words, start - 1);
    if (!titled && !belongs(words[start - 1], seen)) break;
    seen ||= titled;
    start -= 1;
  }
  while (start < person.from && isJoiner(words[start])) start += 1;
  if (!seen || start === person.from) return undefined;
  const role = text.slice(words[start]?.start, words[person.from - 1]?.end).trim();
  return organisation === undefined ? { role } : { role, organisation };
}

/** A body that ends right before a word, an abbreviation in brackets or a possessive ending between. */
function bodyEndingAt(bodies: Bodies, words: readonly Word[], at: number): Draft | undefined {
  const end = words[at - 1]?.text === ')' && words[at - 3]?.text === '(' ? at - 3 : at;
  const bare = /^['’]s$/u.test(words[end - 1]?.text ?? '') ? end - 1 : end;
  return bodies.byEnd.get(bare);
}

/** A role or title; "Sen." is a senator by its dot, for "Sen" is a family's name too. */
function isTitle(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  return isRole(word) || (word.text === 'Sen' && words[at + 1]?.text === '.');
}

function belongs(word: Word | undefined, seen: boolean): boolean {
  if (!word) return false;
  if (MODIFIERS.has(word.low) || (word.text === '.' && !seen)) return true;
  if (!seen) return FIELDS.has(word.low) && word.shape === 'capital';
  return (
    FIELDS.has(word.low) || NATIONALITIES.has(word.low) || (isJoiner(word) && word.text !== ',')
  );
}

/** "Then-President" and "ex-minister" too. */
function isRole(word: Word): boolean {
  return (
    ROLES.has(word.low.replace(/^(?:then|ex)-/u, '')) ||
    (TITLES.has(word.low) && word.shape !== 'small' && word.text !== 'Sen')
  );
}

function isJoiner(word: Word | undefined): boolean {
  return word !== undefined && JOINERS.has(word.text);
}

function roleBehind(person: Draft, { text, words, bodies }: Around): Role | undefined {
  if (words[person.to]?.text !== ',') return undefined;
  const start = behindAge(words, person.to + 1);
  const phrase = words.slice(start, person.to + MOST_BEHIND);
  const stop = phrase.findIndex(({ text: word }) => /^[,.;:—–()“”"]$/u.test(word));
  const end = stop === -1 ? start + phrase.length : start + stop;
  const seen = phrase.findIndex(isRole);
  if (seen === -1 || seen > MOST_UNTIL_ROLE || start + seen >= end) return undefined;
  const from = /^(?:the|a|an)$/u.test(phrase[0]?.text ?? '') ? start + 1 : start;
  const role = text.slice(words[from]?.start, words[end - 1]?.end).trim();
  const body = firstBody(bodies, person.to, end);
  return body ? { role, organisation: nameOf(body, words) } : { role };
}

/** Past "45," and past "who is". */
function behindAge(words: readonly Word[], from: number): number {
  const behind = words[from]?.shape === 'number' && words[from + 1]?.text === ',' ? from + 2 : from;
  const is =
    words[behind]?.low === 'who' &&
    /^(?:is|was|heads|leads|chairs)$/u.test(words[behind + 1]?.low ?? '');
  return is ? behind + 2 : behind;
}

function firstBody(bodies: Bodies, from: number, to: number): Draft | undefined {
  for (let at = from; at < to; at += 1) {
    const body = bodies.byStart.get(at);
    if (body && body.to <= to) return body;
  }
  return undefined;
}

/** The bodies of one sentence by their first word and by the word behind their last. */
export type Bodies = {
  readonly byStart: ReadonlyMap<number, Draft>;
  readonly byEnd: ReadonlyMap<number, Draft>;
};

export function bodiesOf(drafts: readonly Draft[]): Bodies {
  return {
    byStart: new Map(drafts.map((draft) => [draft.from, draft])),
    byEnd: new Map(drafts.map((draft) => [draft.to, draft])),
  };
}
