import { BODY_HEADS, GROUP_WORDS, SHARED_HEADS } from '@/lib/language/en/descriptions';
import { FIELDS } from '@/lib/language/en/names';
import { type Draft, type Sentence, isCapital, nameOf } from './mention-draft';
import type { Roles } from './mention-people';
import type { Word } from './mention-words';

/** A body that a description may stand for, and how much the article speaks of it just now. */
type Candidate = {
  readonly draft: Pick<Draft, 'of' | 'entities'>;
  readonly name: string;
  weight: number;
  last: number;
};

type Kind = { readonly head: string; readonly key: string };

type Reading = {
  /** What was found out about names before. */
  readonly kinds: Map<string, readonly Kind[]>;
  readonly fields: Map<string, Field | undefined>;
  /** Candidates by the head that may stand for them, each under what tells it apart. */
  readonly byHead: Map<string, Map<string, Candidate>>;
  /** What tells the ministry of the person spoken of last apart from others. */
  field: string | undefined;
  /** Between marks of quotation, where somebody else's words name bodies in passing. */
  quoted: boolean;
};

/** "the ministry", "his ministry", "the rights group": mentions of a body named in the article. */
export function genericBodies(
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  roles: Roles,
): Draft[] {
  const reading: Reading = {
    kinds: new Map(),
    fields: new Map(),
    byHead: new Map(),
    field: undefined,
    quoted: false,
  };
  const bySentence = Map.groupBy(drafts, ({ sentence }) => sentence);
  return sentences.flatMap(({ words }, sentence) => {
    const named = (bySentence.get(sentence) ?? []).toSorted((a, b) => a.from - b.from);
    const found: Draft[] = [];
    let next = 0;
    for (const [at, word] of words.entries()) {
      for (let draft = named[next]; draft && draft.from <= at; draft = named[next]) {
        note(reading, draft, { words, roles });
        next += 1;
      }
      if (word.shape === 'mark') reading.quoted = isQuotedBehind(word.text, reading.quoted);
      else if (DESCRIBES.has(word.low)) keep(found, described(reading, { words, sentence }, at));
    }
    return found;
  });
}

function keep(drafts: Draft[], draft: Draft | undefined): void {
  if (draft) drafts.push(draft);
}

/** The description that ends in a word, of the body that it stands for. */
function described(
  reading: Reading,
  { words, sentence }: { readonly words: readonly Word[]; readonly sentence: number },
  at: number,
): Draft | undefined {
  const place = descriptionAt(words, at);
  const body = place && meant(reading, place, sentence);
  if (!body) return undefined;
  spokenOf(body, sentence, AGAIN);
  const { of, entities } = body.draft;
  return { sentence, from: place.from, to: at + 1, of, by: 'again', name: body.name, entities };
}

function isQuotedBehind(mark: string, before: boolean): boolean {
  if (mark === '“') return true;
  return mark === '"' ? !before : before && mark !== '”';
}

type Description = { readonly head: string; readonly from: number; readonly owned: boolean };

const POINTERS = new Set(['the', 'his', 'her', 'this', '[']);

const GROUPS = new Set(['group', 'organisation', 'organization']);
const DESCRIBES = new Set([...Object.keys(BODY_HEADS), ...GROUPS]);

function descriptionAt(words: readonly Word[], at: number): Description | undefined {
  const low = words[at]?.low ?? '';
  const isGroup = GROUPS.has(low);
  const head = isGroup ? 'ngo' : low;
  if (!Object.hasOwn(BODY_HEADS, head) || isPartOfMore(words[at + 1])) return undefined;
  let from = at;
  while (from > at - 2 && saysNoMore(words[from - 1])) from -= 1;
  const pointer = words[from - 1]?.low ?? '';
  if (!POINTERS.has(pointer) || (isGroup && from === at)) return undefined;
  return { head, from, owned: pointer === 'his' || pointer === 'her' };
}

function saysNoMore(word: Word | undefined): boolean {
  return word !== undefined && (GROUP_WORDS.has(word.low) || isCount(word));
}

/** "the 28-nation bloc" */
function isCount(word: Word): boolean {
  return /^(?:\d+|[a-z]+)-(?:nation|member|state|country)$/u.test(word.low);
}

/** "the party line", "the council of elders": no body by itself. */
function isPartOfMore(next: Word | undefined): boolean {
  return next !== undefined && (/^(?:of|for|on|-)$/u.test(next.text) || isCapital(next));
}

const NEAR = 3;

/** The body that a description stands for; none where it may be one of several. */
function meant(
  { byHead, field }: Reading,
  place: Description,
  sentence: number,
): Candidate | undefined {
  const some = byHead.get(place.head);
  if (!some) return undefined;
  if (place.owned && place.head === 'ministry' && field !== undefined) return some.get(field);
  const all = [...some.values()];
  if (all.length === 1 || !SHARED_HEADS.has(place.head)) {
    const near = all.filter(({ last }) => sentence - last <= NEAR);
    return all.length === 1 ? all[0] : near.length === 1 ? near[0] : undefined;
  }
  const here = all.filter(({ last }) => last === sentence);
  if (here.length > 0) return here.at(-1);
  return all.toSorted((a, b) => weightAt(b, sentence) - weightAt(a, sentence))[0];
}

/** How much of its weight a body keeps from one sentence to the next. */
const KEPT = 0.9;
const NAMED = 1;
/** An office speaks of its ministry, a description of what it stands for, both in passing. */
const AGAIN = 0.5;
/** More bodies of one kind than an article has. */
const MOST = 40;

function weightAt({ weight, last }: Candidate, sentence: number): number {
  return weight * KEPT ** (sentence - last);
}

function spokenOf(body: Candidate, sentence: number, by: number): void {
  body.weight = weightAt(body, sentence) + by;
  body.last = sentence;
}

function note(
  reading: Reading,
  draft: Draft,
  { words, roles }: { readonly words: readonly Word[]; readonly roles: Roles },
): void {
  const name = nameOf(draft, words);
  if (draft.of === 'person') {
    const role = roles.get(name)?.role;
    const field = role === undefined ? undefined : fieldKnown(reading, role);
    reading.field = field?.key;
    if (field) add(reading, 'ministry', { ...field, draft: OF_OFFICE, at: draft.sentence });
    return;
  }
  for (const { head, key } of kindsOf(reading, name))
    add(reading, head, { draft, name, key, at: draft.sentence });
}

/** The heads that may stand for a body of that name, and what tells it apart under each. */
function kindsOf({ kinds }: Reading, name: string): readonly Kind[] {
  const known = kinds.get(name);
  if (known) return known;
  const low = name.toLowerCase().replace(/^the /u, '');
  const found = Object.entries(BODY_HEADS)
    .filter(([head, pattern]) => low !== head && pattern.test(low))
    .map(([head]): Kind => ({ head, key: head === 'ministry' ? keyOf(low) : low }));
  kinds.set(name, found);
  return found;
}

const OF_OFFICE = { of: 'organisation', entities: [] } as const;

type Named = Pick<Candidate, 'draft' | 'name'> & { readonly key: string; readonly at: number };

function add(reading: Reading, head: string, { draft, name, key, at }: Named): void {
  const some = reading.byHead.get(head) ?? new Map<string, Candidate>();
  const known = some.get(key);
  const weight = (draft === OF_OFFICE ? AGAIN : NAMED) * (reading.quoted ? 0.5 : 1);
  if (known && (known.draft !== OF_OFFICE || draft === OF_OFFICE)) spokenOf(known, at, weight);
  else if (some.size < MOST)
    some.set(key, { draft, name, weight: (known ? weightAt(known, at) : 0) + weight, last: at });
  reading.byHead.set(head, some);
}

/** A ministry by what it is for, either way round. */
function keyOf(low: string): string {
  return low
    .split(/[\s,]+/u)
    .filter((word) => FIELDS.has(word))
    .join(' ');
}

type Field = { readonly key: string; readonly name: string };

function fieldKnown({ fields }: Reading, role: string): Field | undefined {
  if (!fields.has(role)) fields.set(role, fieldOf(role));
  return fields.get(role);
}

/** The ministry that an office is at the head of: "Interior Minister", "Minister of Foreign Affairs". */
function fieldOf(role: string): Field | undefined {
  const of = /\bminister (?:of|for) (?:the )?(.+)$/iu.exec(role)?.[1];
  const before = /((?:\p{Lu}\p{L}+ )+)minister\b/iu.exec(role)?.[1];
  const words = (of ?? before ?? '')
    .split(/\s+/u)
    .filter((word) => isField(word, of !== undefined));
  if (words.length === 0 || !words.some((word) => FIELDS.has(word.toLowerCase()))) return undefined;
  const field = words.join(' ');
  return { key: keyOf(field.toLowerCase()), name: `Ministry of ${field}` };
}

function isField(word: string, joined: boolean): boolean {
  return FIELDS.has(word.toLowerCase()) || (joined && word === 'and');
}
