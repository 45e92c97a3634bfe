import { type Attribution, attributed } from './attribution';
import { clauseEnd, clauseVerb, withoutEnd } from './clause-ends';
import { nounAttribution } from './cue-nouns';
import { subjectBefore } from './clause-subjects';
import type { VerbGroup } from './verb-groups';
import { sourceOf } from './cue-sources';
import type { Range, Sentence } from './speech-sentence';
import { type Tag, type Token, tagAt, wordAt, isOneOf, tags } from './speech-tokens';

/** What is attributed by other words than a verb with a subject: "according to", "Lee: …". */
export function phrasesIn(sentence: Sentence): Attribution[] {
  const found: Attribution[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    if (sentence.quotationAt[at] || !mayAttribute(tokens[at])) continue;
    const one =
      accordingTo(sentence, at) ??
      asPut(sentence, at) ??
      speakerBeforeColon(sentence, at) ??
      beforeColon(sentence, at) ??
      signed(sentence, at) ??
      nounAttribution(sentence, at);
    if (one) found.push(one);
  }
  return found;
}

/** Whether one of these begins at a token: with a word of the tables, a colon or a dash. */
function mayAttribute(token: Token | undefined): boolean {
  return token !== undefined && (token.known.cues || token.tag === 'colon' || token.tag === 'dash');
}

/** "…, according to the poll." and "According to the poll, …" */
function accordingTo(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, tables } = sentence;
  const words = tables.according.find((each) =>
    each.every((word, index) => wordAt(tokens, at + index) === word),
  );
  if (!words) return undefined;
  const from = at + words.length;
  const to = sourceEnd(sentence, from);
  const leads = at === 0 || (at < 3 && tagAt(tokens, at - 1) !== 'comma');
  const content = leads ? afterLead(sentence, to) : beforeIt(sentence, at);
  if (to <= from || content.from >= content.to) return undefined;
  return attributed([content], { from: at, to: from }, { from, to });
}

const LONGEST_PUT = 14;

/** "As Lee put it, “…”" and "“…,” as Lee put it in May." */
function asPut(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, tables } = sentence;
  if (!tables.asPut || wordAt(tokens, at) !== tables.asPut.as) return undefined;
  for (let verb = at + 2; verb < Math.min(tokens.length, at + LONGEST_PUT); verb += 1) {
    const put = tables.asPut.put.find((each) =>
      each.every((word, index) => wordAt(tokens, verb + index) === word),
    );
    if (!put) continue;
    const to = verb + put.length;
    const content = quotationBehind(sentence, to) ?? beforeIt(sentence, at);
    if (content.from >= content.to) return undefined;
    return attributed([content], { from: verb, to }, { from: at + 1, to: verb });
  }
  return undefined;
}

/** The quotation that a comma brings in soon behind a place, perhaps behind where it was said. */
function quotationBehind({ tokens, rangeAt }: Sentence, from: number): Range | undefined {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_CUE); at += 1) {
    const range = rangeAt[at];
    if (range) return isOneOf(tokens, at - 1, BRINGS_IN) ? range : undefined;
  }
  return undefined;
}

const BRINGS_IN = tags('comma', 'colon');

function sourceEnd(sentence: Sentence, from: number): number {
  const { tokens } = sentence;
  let at = from;
  while (at < Math.min(tokens.length, from + 40) && !endsSource(sentence, at)) at += 1;
  return withoutEnd(sentence, from, at);
}

function endsSource(sentence: Sentence, at: number): boolean {
  const { tokens, groupAt } = sentence;
  if (tagAt(tokens, at) === 'comma') {
    if (wordAt(tokens, at + 1) === 'who') return false;
    return tagAt(tokens, at + 1) !== 'determiner' || clauseVerb(sentence, at + 1) !== undefined;
  }
  if (isOneOf(tokens, at, SOURCE_ENDS)) return true;
  if (groupAt[at]?.form !== 'finite' || tagAt(tokens, at) === 'past') return false;
  return !isOneOf(tokens, at - 1, RELATIVES);
}

const SOURCE_ENDS = tags('stop', 'semicolon', 'dash', 'colon');

function afterLead(sentence: Sentence, at: number): Range {
  const { tokens } = sentence;
  const from = tagAt(tokens, at) === 'comma' ? at + 1 : at;
  return { from, to: clauseEnd(sentence, from, false) };
}

/** In tokens, so that no text takes more than linear time. */
const LONGEST_CLAUSE = 300;

/** The clause before: back to the start of the sentence, or to where another one ends. */
function beforeIt(sentence: Sentence, at: number): Range {
  const { tokens } = sentence;
  const first = Math.max(0, at - LONGEST_CLAUSE);
  let from = first;
  for (let here = at - 1; here > first; here -= 1) {
    if (tagAt(tokens, here) === 'semicolon' || tagAt(tokens, here) === 'dash') {
      from = here + 1;
      break;
    }
  }
  if (tagAt(tokens, from) === 'conjunction') from += 1;
  return { from, to: withoutEnd(sentence, from, at) };
}

const LONGEST_CUE = 14;
const RELATIVES = tags('wh', 'that');

/** Whether the words behind a colon name a speaker themselves: "Tull: Mayor says roads come first". */
function saysSomebody(sentence: Sentence, from: number): boolean {
  const group = sentence.groups.find(({ form, start }) => start > from && form === 'finite');
  if (!group || !sentence.tables.cues.get(group.lemma)?.frames.startsWith('s')) return false;
  return subjectBefore(sentence, group.start)?.from === from + 1;
}

/** "Lee put it this way: “…”", and the same where the quotation begins the next block. */
function beforeColon(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, groupAt, quotationAt } = sentence;
  const next = tagAt(tokens, at + 1);
  if (tagAt(tokens, at) !== 'colon' || (next !== undefined && next !== 'open')) return undefined;
  for (let here = at - 1; here >= Math.max(0, at - LONGEST_CUE); here -= 1) {
    const group = groupAt[here];
    if (quotationAt[here]) return undefined;
    const source = group && ownSource(sentence, group);
    if (!source) continue;
    const from = at + 1;
    const content = next ? [{ from, to: clauseEnd(sentence, from, false) }] : [];
    return attributed(content, { from: group.start, to: at + 1 }, source);
  }
  return undefined;
}

/** Whose verb it is, save for infinitives and relative clauses. */
function ownSource(sentence: Sentence, group: VerbGroup): Range | undefined {
  if (group.form === 'infinitive' || group.form === 'participle') return undefined;
  const source = sourceOf(sentence, group);
  return source && !isOneOf(sentence.tokens, source.from, RELATIVES) ? source : undefined;
}

const LONGEST_SPEAKER = 7;

/** "“…” ― Ann Lee": a quotation that its speaker's name is put to. */
function signed(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, rangeAt } = sentence;
  const quotation = rangeAt[at - 1];
  if (tagAt(tokens, at) !== 'dash' || quotation?.from !== 0) return undefined;
  const from = tagAt(tokens, at + 1) === 'dash' ? at + 2 : at + 1;
  const to = tagAt(tokens, tokens.length - 1) === 'stop' ? tokens.length - 1 : tokens.length;
  const name = tokens.slice(from, to);
  if (name.length === 0 || name.length > LONGEST_SPEAKER || name[0]?.tag !== 'name')
    return undefined;
  if (!name.every(({ tag }) => SPEAKER.has(tag) || tag === 'comma')) return undefined;
  return attributed([quotation], { from: at, to: from }, { from, to });
}

const SPEAKER: ReadonlySet<Tag> = new Set<Tag>([
  'name',
  'noun',
  'adjective',
  'determiner',
  'number',
  'bracket',
]);

/** "Sar Lim: Roads come first", in headlines and transcripts. */
function speakerBeforeColon(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens } = sentence;
  if (tagAt(tokens, at) !== 'colon' || !isSpeaker(sentence, at)) return undefined;
  const opens = tagAt(tokens, at + 1) === 'open';
  if (!opens && (!tokens[at + 1]?.capital || saysSomebody(sentence, at))) return undefined;
  const from = at + 1;
  const content = { from, to: withoutEnd(sentence, from, tokens.length) };
  if (content.from >= content.to) return undefined;
  return attributed(
    [content],
    { from: at, to: at + 1 },
    { from: speakerStart(sentence, at), to: at },
  );
}

/** Where a short phrase before a colon begins: the sentence, or behind the last dash in it. */
function speakerStart({ tokens }: Sentence, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_SPEAKER); at -= 1) {
    if (tagAt(tokens, at) === 'dash' && tagAt(tokens, end + 1) === 'open') return at + 1;
  }
  return 0;
}

/** A short phrase with a name, from the start of the sentence. */
function isSpeaker(sentence: Sentence, end: number): boolean {
  const { tokens } = sentence;
  const from = speakerStart(sentence, end);
  if (from >= end || end - from > LONGEST_SPEAKER || !tokens[from]?.capital) return false;
  if (sentence.tables.labels.has(wordAt(tokens, end - 1))) return false;
  const speaker = tokens.slice(from, end);
  return speaker.every(({ tag }) => SPEAKER.has(tag)) && speaker.some(({ tag }) => tag === 'name');
}
