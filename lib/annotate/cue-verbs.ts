import type { Cue } from '@/lib/language/speech';
import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { subjectBefore } from './clause-subjects';
import { afterLead, saidBefore, standsBehind, subjectAfter } from './cue-behind';
import { type Complement, complementOf, cueEndOf } from './cue-complements';
import { sourceOf } from './cue-sources';
import { framesOf, type Range, type Sentence } from './speech-sentence';
import { type Tag, tagAt, isOneOf, tags, wordAt } from './speech-tokens';
import type { VerbGroup } from './verb-groups';

/** What a verb that brings in speech or thought attributes, if it does so here. */
export function attributionOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  const phrasal = phrasalOf(sentence, group);
  if (phrasal) return straight(sentence, phrasal, SPEECH);
  const cue = isToldBehind(sentence, group) ? SPEECH : sentence.tables.cues.get(group.lemma);
  if (!cue || group.passive || group.form === 'participle' || group.form === 'infinitive') {
    return undefined;
  }
  return (
    inverted(sentence, group, cue) ??
    inParenthesis(sentence, group, cue) ??
    straight(sentence, group, cue)
  );
}

const SPEECH: Cue = { frames: 's', prepositions: new Set() };

/** "“…,” he went on": the verb and its particle, where a quotation ends before its subject or begins behind it. */
function phrasalOf(sentence: Sentence, group: VerbGroup): VerbGroup | undefined {
  const { tokens, tables } = sentence;
  if (sentence.quotations.length === 0 || group.form !== 'finite') return undefined;
  const particle = tables.phrasal.get(group.lemma);
  if (particle === undefined || wordAt(tokens, group.end) !== particle) return undefined;
  const source = subjectBefore(sentence, group.start);
  const behind = source && tagAt(tokens, source.from - 1) === 'close';
  const before =
    isOneOf(tokens, group.end + 1, BRINGS_IN) && tagAt(tokens, group.end + 2) === 'open';
  return behind || before ? { ...group, end: group.end + 1 } : undefined;
}

const BRINGS_IN = tags('comma', 'colon');

/** "“…,” Hollande retaliated": whatever the verb, a quotation that ends with a comma is told by it. */
function isToldBehind(sentence: Sentence, group: VerbGroup): boolean {
  const { tokens, tables } = sentence;
  if (group.form !== 'finite' || group.passive || group.start < 4) return false;
  if (tables.cues.get(group.lemma)?.frames.includes('s') === true) return false;
  if (isOneOf(tokens, group.head, HELPERS)) return false;
  const source = subjectBefore(sentence, group.start);
  if (!source || tagAt(tokens, source.from - 1) !== 'close') return false;
  return tagAt(tokens, source.from - 2) === 'comma' && tagAt(tokens, 0) === 'open';
}

const HELPERS = tags('be', 'have', 'do', 'modal');

/** "“…,” said Ann Lee." */
function inverted(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  if (group.form !== 'finite') return undefined;
  if (group.start === 0) return invertedFirst(sentence, group, cue);
  if (!standsBehind(sentence, group.start)) return undefined;
  const quoted = tagAt(sentence.tokens, group.start - 1) === 'close';
  if (!quoted && subjectBefore(sentence, group.start)) return undefined;
  const source = subjectAfter(sentence, group, cue);
  const said = source && saidBefore(sentence, group.start);
  if (!said) return undefined;
  const content = [said, ...goesOn(sentence, source.to)];
  return attributed(content, { from: group.start, to: group.end }, source);
}

/** "Said Ann Lee, “…”" */
function invertedFirst(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  const source = cue.frames.startsWith('s') ? subjectAfter(sentence, group, cue) : undefined;
  const mark = source && tagAt(tokens, source.to);
  if (!source || (mark !== 'comma' && mark !== 'colon')) return undefined;
  const from = source.to + 1;
  if (mark === 'colon' && from >= tokens.length)
    return attributed([], { from: group.start, to: group.end }, source);
  if (tagAt(tokens, from) !== 'open') return undefined;
  const content = [{ from, to: clauseEnd(sentence, from, false) }];
  return attributed(content, { from: group.start, to: group.end }, source);
}

/** "Now, he said, the river is low": what is said stands on both sides. */
function inParenthesis(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  const end = cueEndOf(sentence, group, cue);
  const speaks = cue.frames.startsWith('s') && group.form === 'finite';
  if (!speaks || tagAt(tokens, end) !== 'comma' || takesBack(sentence, end + 1)) return undefined;
  const source = subjectBefore(sentence, group.start);
  if (!source || tagAt(tokens, source.from - 1) !== 'comma') return undefined;
  const to = source.from - 1;
  const lead = afterLead(tokens);
  const after = { from: end + 1, to: clauseEnd(sentence, end + 1, false) };
  const before = { from: lead < to ? lead : 0, to };
  return attributed([before, after], { from: group.start, to: end }, source);
}

/** Whether the narrator goes on behind the cue, not the speaker. */
function takesBack({ tokens }: Sentence, at: number): boolean {
  return at >= tokens.length || isOneOf(tokens, at, NARRATES_ON);
}

/** Subject, verb, and what is said behind or before them. */
function straight(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const source = sourceOf(sentence, group);
  const complement = complementOf(sentence, group, cue);
  const relative = source && relativeObject(sentence, source);
  if (relative) return withRelative(sentence, { group, relative, source, complement });
  const before = source && beforeIt(sentence, { group, cue, source });
  if (complement && (!before || isNearer(sentence, complement, before))) {
    const joins =
      before && complement.kind === 'quotation' && goesTogether(sentence, before, complement);
    return withComplement({ group, source, complement, before: joins ? before : undefined });
  }
  if (!before) return undefined;
  const to = cueEndOf(sentence, group, cue);
  return attributed([before, ...goesOn(sentence, to)], { from: group.start, to }, source);
}

type Parts = {
  readonly group: VerbGroup;
  readonly source: Range | undefined;
  readonly complement: Complement | undefined;
};

function withComplement(
  parts: Parts & { readonly before: Range | undefined; readonly complement: Complement },
): Attribution {
  const { group, source, complement, before } = parts;
  const { from, to, cueEnd } = complement;
  const content = before ? [before] : [];
  if (from < to) content.push({ from, to });
  return attributed(content, { from: group.start, to: cueEnd }, source);
}

/** "which critics said was false": the pronoun is part of what is said. */
function withRelative(
  sentence: Sentence,
  parts: Parts & { readonly relative: Range },
): Attribution {
  const { group, relative, source, complement } = parts;
  if (complement) {
    const { from, to, cueEnd } = complement;
    return attributed([relative, { from, to }], { from: group.start, to: cueEnd }, source);
  }
  const rest = { from: group.end, to: clauseEnd(sentence, group.end, false) };
  const content = sentence.groupAt[group.end] ? [relative, rest] : [relative];
  return attributed(content, { from: group.start, to: group.end }, source);
}

/** The "which" or "what" before "which critics said was false". */
function relativeObject({ tokens }: Sentence, { from }: Range): Range | undefined {
  const before = wordAt(tokens, from - 1);
  return before === 'which' || before === 'what' ? { from: from - 1, to: from } : undefined;
}

/** What is said before "…, he said", for verbs that can stand there. */
function beforeIt(
  sentence: Sentence,
  { group, cue, source }: { group: VerbGroup; cue: Cue; source: Range },
): Range | undefined {
  const speaks = cue.frames.includes('s') || cue.frames.includes('c');
  const first = tagAt(sentence.tokens, source.from);
  if (!speaks || first === 'wh' || first === 'that') return undefined;
  if (group.form !== 'finite' || !standsBehind(sentence, source.from)) return undefined;
  return saidBefore(sentence, source.from);
}

/** Whether what follows the cue is what it brings in, though something stands before it as well. */
function isNearer(sentence: Sentence, complement: Complement, before: Range): boolean {
  const { tokens, quotationAt } = sentence;
  const tag = tagAt(tokens, complement.from);
  if (tag === 'open' || (tag === 'that' && complement.from === complement.cueEnd)) return true;
  return !quotationAt[before.to - 1] && complement.kind !== 'thing';
}

const NARRATES: ReadonlySet<Tag> = new Set<Tag>([
  'gerund',
  'participle',
  'conjunction',
  'wh',
  'subordinator',
  'past',
  'adverb',
  'preposition',
]);

const NARRATES_ON = tags(
  'open',
  'gerund',
  'participle',
  'conjunction',
  'wh',
  'subordinator',
  'past',
  'adverb',
);

/** "“…,” he said, “…”", but not "When she asked him, he said, “No.”", which begins anew. */
function goesTogether(
  { tokens, quotationAt }: Sentence,
  before: Range,
  { from }: Complement,
): boolean {
  return quotationAt[before.to - 1] !== undefined || tokens[from + 1]?.capital !== true;
}

/** What goes on behind the cue: "…,” he said, “…", "…, he said, to talk". */
function goesOn(sentence: Sentence, at: number): Range[] {
  const { tokens, groupAt } = sentence;
  const mark = tagAt(tokens, at);
  if (mark !== 'comma' && mark !== 'stop') return laterQuotation(sentence, at);
  const next = tokens[at + 1];
  if (!next) return [];
  if (mark === 'comma' && next.tag === 'conjunction') return joinedQuotation(sentence, at + 1);
  if (next.tag !== 'open' && (mark === 'stop' || NARRATES.has(next.tag)))
    return mark === 'comma' ? laterQuotation(sentence, at + 1) : [];
  const clause = next.tag === 'open' || groupAt[at + 1] !== undefined || next.tag === 'that';
  return clause ? [{ from: at + 1, to: clauseEnd(sentence, at + 1, false) }] : [];
}

/** "…,” he said, but “…": a quotation that a conjunction joins to what was said. */
function joinedQuotation(sentence: Sentence, at: number): Range[] {
  for (let here = at + 1; here < at + 4; here += 1) {
    const range = sentence.rangeAt[here];
    if (range) return [{ from: at, to: range.to }];
    if (sentence.groupAt[here]?.form === 'finite' && !sentence.rangeAt[here + 1]) return [];
  }
  return [];
}

const REACH = 40;
const MARKS = tags('comma', 'colon', 'stop');

/** A quotation that goes on further behind: "…,” he said two days later, “…". */
function laterQuotation(sentence: Sentence, from: number): Range[] {
  const { tokens, groupAt, rangeAt } = sentence;
  for (let at = from; at < Math.min(tokens.length, from + REACH); at += 1) {
    const range = rangeAt[at];
    const group = groupAt[at];
    if (range) return range.to - range.from > 4 && isOneOf(tokens, at - 1, MARKS) ? [range] : [];
    if (group?.form === 'finite' && framesOf(sentence, group).startsWith('s')) return [];
  }
  return [];
}
