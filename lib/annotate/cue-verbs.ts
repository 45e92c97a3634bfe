import type { Cue } from '@/lib/language/speech';
import { type Attribution, attributed } from './attribution';
import { clauseEnd } from './clause-ends';
import { subjectBefore } from './clause-subjects';
import { afterLead, hasClause, saidBefore, standsBehind, subjectAfter } from './cue-behind';
import { type Complement, complementOf, cueEndOf } from './cue-complements';
import { sourceOf } from './cue-sources';
import type { Range, Sentence } from './speech-sentence';
import type { Tag } from './speech-tokens';
import type { VerbGroup } from './verb-groups';

/** What a verb that brings in speech or thought attributes, if it does so here. */
export function attributionOf(sentence: Sentence, group: VerbGroup): Attribution | undefined {
  const cue = sentence.tables.cues.get(group.lemma);
  if (!cue || group.passive || group.form === 'participle' || group.form === 'infinitive') {
    return undefined;
  }
  return (
    inverted(sentence, group, cue) ??
    inParenthesis(sentence, group, cue) ??
    straight(sentence, group, cue)
  );
}

/** "“…,” said Ann Lee." */
function inverted(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  if (group.form !== 'finite') return undefined;
  if (group.start === 0) return invertedFirst(sentence, group, cue);
  if (!standsBehind(sentence, group.start)) return undefined;
  const quoted = sentence.tokens[group.start - 1]?.tag === 'close';
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
  const mark = source && tokens[source.to]?.tag;
  if (!source || (mark !== 'comma' && mark !== 'colon')) return undefined;
  const from = source.to + 1;
  if (tokens[from]?.tag !== 'open') return undefined;
  const content = [{ from, to: clauseEnd(sentence, from, false) }];
  return attributed(content, { from: group.start, to: group.end }, source);
}

/** "Now, he said, the river is low": what is said stands on both sides. */
function inParenthesis(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const { tokens } = sentence;
  const end = cueEndOf(sentence, group, cue);
  const isSpeech = cue.frames.startsWith('s') && group.form === 'finite';
  if (!isSpeech || tokens[end]?.tag !== 'comma') return undefined;
  const source = subjectBefore(sentence, group.start);
  if (!source || tokens[source.from - 1]?.tag !== 'comma') return undefined;
  const next = tokens[end + 1];
  if (!next || (NARRATES.has(next.tag) && next.tag !== 'preposition')) {
    return undefined;
  }
  const lead = afterLead(tokens);
  const before = { from: lead < source.from - 1 ? lead : 0, to: source.from - 1 };
  const quoted = sentence.quotationAt[before.to - 1] !== undefined;
  if (next.tag === 'open' && (quoted || hasClause(sentence, before.to))) return undefined;
  const after = { from: end + 1, to: clauseEnd(sentence, end + 1, false) };
  return attributed([before, after], { from: group.start, to: end }, source);
}

/** Subject, verb, and what is said behind or before them. */
function straight(sentence: Sentence, group: VerbGroup, cue: Cue): Attribution | undefined {
  const source = sourceOf(sentence, group);
  const complement = complementOf(sentence, group, cue);
  const relative = source && relativeObject(sentence, source);
  if (relative && !complement) {
    const rest = { from: group.end, to: clauseEnd(sentence, group.end, false) };
    const content = sentence.groupAt[group.end] ? [relative, rest] : [relative];
    return attributed(content, { from: group.start, to: group.end }, source);
  }
  if (relative && complement) {
    const { from, to, cueEnd } = complement;
    return attributed([relative, { from, to }], { from: group.start, to: cueEnd }, source);
  }
  const before = source && beforeIt(sentence, { group, cue, source });
  if (complement && (!before || isNearer(sentence, complement, before))) {
    const { from, to, cueEnd } = complement;
    const both = before && complement.kind === 'quotation' ? [before] : [];
    const content = from < to ? [...both, { from, to }] : both;
    return attributed(content, { from: group.start, to: cueEnd }, source);
  }
  if (!before) return undefined;
  const cueEnd = cueEndOf(sentence, group, cue);
  return attributed(
    [before, ...goesOn(sentence, cueEnd)],
    { from: group.start, to: cueEnd },
    source,
  );
}

/** The "which" or "what" before "which critics said was false". */
function relativeObject({ tokens }: Sentence, source: Range): Range | undefined {
  const before = tokens[source.from - 1];
  const isRelative = before?.word === 'which' || before?.word === 'what';
  return isRelative ? { from: source.from - 1, to: source.from } : undefined;
}

/** What is said before "…, he said", for verbs that can stand there. */
function beforeIt(
  sentence: Sentence,
  { group, cue, source }: { group: VerbGroup; cue: Cue; source: Range },
): Range | undefined {
  const speaks = cue.frames.includes('s') || cue.frames.includes('c');
  const first = sentence.tokens[source.from]?.tag;
  if (!speaks || first === 'wh' || first === 'that') return undefined;
  if (group.form !== 'finite' || !standsBehind(sentence, source.from)) return undefined;
  return saidBefore(sentence, source.from);
}

/** Whether what follows the cue is what it brings in, though something stands before it as well. */
function isNearer(sentence: Sentence, complement: Complement, before: Range): boolean {
  const { tokens, quotationAt } = sentence;
  const tag = tokens[complement.from]?.tag;
  if (tag === 'that' || tag === 'open') return true;
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

/** What goes on behind the cue: "…,” he said, “…", "…, he said, to talk". */
function goesOn(sentence: Sentence, at: number): Range[] {
  const { tokens, groupAt } = sentence;
  const mark = tokens[at]?.tag;
  if (mark !== 'comma' && mark !== 'stop') return laterQuotation(sentence, at);
  const next = tokens[at + 1];
  if (!next || (next.tag !== 'open' && (mark === 'stop' || NARRATES.has(next.tag)))) return [];
  const clause = next.tag === 'open' || groupAt[at + 1] !== undefined || next.tag === 'that';
  return clause ? [{ from: at + 1, to: clauseEnd(sentence, at + 1, false) }] : [];
}

const REACH = 40;

/** A quotation that goes on further behind: "…,” he said two days later, “…". */
function laterQuotation(
  { tokens, groupAt, quotationAt, tables, rangeAt }: Sentence,
  from: number,
): Range[] {
  for (let at = from; at < Math.min(tokens.length, from + REACH); at += 1) {
    const group = groupAt[at];
    if (group?.form === 'finite' && tables.cues.get(group.lemma)?.frames.startsWith('s')) return [];
    const before = tokens[at - 1]?.tag;
    const range = rangeAt[at];
    if (!quotationAt[at] || !range) continue;
    const goes = before === 'comma' || before === 'colon' || before === 'stop';
    return goes && range.to - range.from > 4 ? [range] : [];
  }
  return [];
}
