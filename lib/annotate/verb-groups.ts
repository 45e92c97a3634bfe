import { type Tag, type Token, tagAt, wordAt, isOneOf, tags } from './speech-tokens';

/** A verb with its helpers, negation and adverbs: token indexes, end exclusive. */
export type VerbGroup = {
  readonly start: number;
  readonly end: number;
  /** Where the main verb stands. */
  readonly head: number;
  readonly lemma: string;
  readonly form: 'finite' | 'gerund' | 'infinitive' | 'participle';
  readonly passive: boolean;
  /** Its place among the sentence's verb groups. */
  readonly order: number;
};

type Found = Omit<VerbGroup, 'order'>;

const HELPERS: ReadonlySet<Tag> = new Set<Tag>(['modal', 'do', 'have', 'be']);
const MAIN: ReadonlySet<Tag> = new Set<Tag>(['base', 'present', 'past', 'participle', 'gerund']);
const BETWEEN = tags('adverb', 'inverted');
const PLAIN_HELPERS = new Set(['be', 'have', 'do']);
const NOT_FINITE = new Set(['be', 'been', 'being', 'having', 'doing']);
/** "would neither confirm nor deny": the negation is of both. */
const NOR = new Set(['nor', 'ni']);
const LONGEST = 10;

/** The verb groups of a sentence, in order, none overlapping. */
export function verbGroupsOf(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let free = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const group = groupAt(tokens, index);
    if (!group) continue;
    const start = withAdverbs(tokens, group.start, free);
    const before = groups.at(-1);
    const isSecond = before?.end === start - 1 && NOR.has(wordAt(tokens, start - 1));
    if (isSecond) groups.pop();
    const from = isSecond ? before.start : start;
    groups.push({ ...group, order: groups.length, start: from });
    index = group.end - 1;
    free = group.end;
  }
  return groups;
}

function groupAt(tokens: readonly Token[], start: number): Found | undefined {
  const first = tokens[start];
  if (!first) return undefined;
  if (first.tag === 'to') return infinitiveAt(tokens, start);
  if (MAIN.has(first.tag)) {
    return { start, end: start + 1, head: start, ...formOf(first), passive: false };
  }
  return HELPERS.has(first.tag) ? helpedAt(tokens, start, first) : undefined;
}

function formOf(token: Token): Pick<VerbGroup, 'lemma' | 'form'> {
  const { tag, lemma } = token;
  return { lemma, form: tag === 'gerund' || tag === 'participle' ? tag : 'finite' };
}

function infinitiveAt(tokens: readonly Token[], start: number): Found | undefined {
  let at = start + 1;
  while (at < start + 4 && tagAt(tokens, at) === 'adverb') at += 1;
  const plain = tagAt(tokens, at) === 'base' || PLAIN_HELPERS.has(wordAt(tokens, at));
  const rest = plain ? groupAt(tokens, at) : undefined;
  return rest && { ...rest, start, form: 'infinitive' };
}

/** Helpers and adverbs up to the main verb; the last helper is the main verb where none comes. */
function helpedAt(tokens: readonly Token[], start: number, first: Token): Found {
  let head = start;
  let end = start + 1;
  for (let at = start + 1; at < start + LONGEST; at += 1) {
    const token = tokens[at];
    const helper = tokens[head];
    if (!token || !helper) break;
    if (BETWEEN.has(token.tag) || token.word === 'not') continue;
    if (!follows(helper, token)) break;
    head = at;
    end = at + 1;
    if (MAIN.has(token.tag)) break;
  }
  const passive = tagAt(tokens, head) === 'participle' && isHelpedByBe(tokens, start, head);
  const lemma = tokens[head]?.lemma ?? '';
  const form = NOT_FINITE.has(first.word) ? 'participle' : 'finite';
  return { start, end: withNegation(tokens, end), head, lemma, form, passive };
}

/** Whether the helper nearest to the main verb is "be". */
function isHelpedByBe(tokens: readonly Token[], start: number, head: number): boolean {
  for (let at = head - 1; at >= start; at -= 1) {
    if (isOneOf(tokens, at, HELPERS)) return tagAt(tokens, at) === 'be';
  }
  return false;
}

function withNegation(tokens: readonly Token[], end: number): number {
  return wordAt(tokens, end) === 'not' ? end + 1 : end;
}

/** Whether a verb can follow a helper: "will say", "has said", "is saying". */
function follows(helper: Token, { tag, word }: Token): boolean {
  if (helper.tag === 'have') return tag === 'participle' || word === 'been' || word === 'had';
  if (helper.tag === 'be') return tag === 'participle' || tag === 'gerund' || word === 'being';
  return tag === 'base' || word === 'be' || word === 'have';
}

/** Takes in the adverbs right before a verb: "also said", "has repeatedly", ", never said". */
function withAdverbs(tokens: readonly Token[], start: number, free: number): number {
  let at = start;
  while (at > free && tagAt(tokens, at - 1) === 'adverb' && start - at < 3) at -= 1;
  const before = tokens[at - 1];
  return at < start && (!before || before.tag === 'open') ? start : at;
}
