import { type Attribution, attributed } from './attribution';
import { clauseEnd, withoutEnd } from './clause-ends';
import { nounAttribution } from './cue-nouns';
import { subjectBefore } from './clause-subjects';
import { sourceOf } from './cue-sources';
import type { Range, Sentence } from './speech-sentence';
import type { Tag } from './speech-tokens';

/** What is attributed by other words than a verb with a subject: "according to", "Lee: …". */
export function phrasesIn(sentence: Sentence): Attribution[] {
  const found: Attribution[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    if (sentence.quotationAt[at]) continue;
    const one =
      accordingTo(sentence, at) ??
      speakerBeforeColon(sentence, at) ??
      beforeColon(sentence, at) ??
      nounAttribution(sentence, at);
    if (one) found.push(one);
  }
  return found;
}

/** "…, according to the poll." and "According to the poll, …" */
function accordingTo(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, tables } = sentence;
  const words = tables.according.find((each) =>
    each.every((word, index) => tokens[at + index]?.word === word),
  );
  if (!words) return undefined;
  const from = at + words.length;
  const to = sourceEnd(sentence, from);
  const leads = at === 0 || (at < 3 && tokens[at - 1]?.tag !== 'comma');
  const content = leads ? afterLead(sentence, to) : beforeIt(sentence, at);
  if (to <= from || content.from >= content.to) return undefined;
  return attributed([content], { from: at, to: from }, { from, to });
}

function sourceEnd(sentence: Sentence, from: number): number {
  const { tokens, groupAt } = sentence;
  let at = from;
  while (at < Math.min(tokens.length, from + 40) && !endsSource(sentence, at)) {
    if (
      groupAt[at]?.form === 'finite' &&
      tokens[at]?.tag !== 'past' &&
      tokens[at - 1]?.tag !== 'wh' &&
      tokens[at - 1]?.tag !== 'that'
    )
      break;
    at += 1;
  }
  return withoutEnd(sentence, from, at);
}

function endsSource({ tokens }: Sentence, at: number): boolean {
  const tag = tokens[at]?.tag;
  if (tag === 'comma') {
    const next = tokens[at + 1];
    const explains = next?.tag === 'determiner' || next?.word === 'who';
    return !explains;
  }
  return tag === 'stop' || tag === 'semicolon' || tag === 'dash' || tag === 'colon';
}

function afterLead(sentence: Sentence, at: number): Range {
  const { tokens } = sentence;
  const from = tokens[at]?.tag === 'comma' ? at + 1 : at;
  return { from, to: clauseEnd(sentence, from, false) };
}

/** The clause before: back to the start of the sentence, or to where another one ends. */
function beforeIt(sentence: Sentence, at: number): Range {
  const { tokens } = sentence;
  let from = 0;
  for (let here = at - 1; here > 0; here -= 1) {
    if (tokens[here]?.tag === 'semicolon' || tokens[here]?.tag === 'dash') {
      from = here + 1;
      break;
    }
  }
  if (tokens[from]?.tag === 'conjunction') from += 1;
  return { from, to: withoutEnd(sentence, from, at) };
}

const LONGEST_CUE = 14;

/** Whether the words behind a colon name a speaker themselves: "Tull: Mayor says roads come first". */
function saysSomebody(sentence: Sentence, from: number): boolean {
  const group = sentence.groups.find(({ form, start }) => start > from && form === 'finite');
  if (!group || !sentence.tables.cues.get(group.lemma)?.frames.startsWith('s')) return false;
  return subjectBefore(sentence, group.start)?.from === from + 1;
}

/** "Lee put it this way: “…”", and the same where the quotation begins the next block. */
function beforeColon(sentence: Sentence, at: number): Attribution | undefined {
  const { tokens, groupAt, quotationAt } = sentence;
  if (tokens[at]?.tag !== 'colon') return undefined;
  const next = tokens[at + 1];
  if (next && next.tag !== 'open') return undefined;
  for (let here = at - 1; here >= Math.max(0, at - LONGEST_CUE); here -= 1) {
    const group = groupAt[here];
    if (quotationAt[here]) return undefined;
    if (!group || group.form === 'infinitive' || group.form === 'participle') continue;
    const source = sourceOf(sentence, group);
    const first = source && tokens[source.from];
    if (!source || first?.tag === 'wh' || first?.tag === 'that') continue;
    const from = at + 1;
    const content = next ? [{ from, to: clauseEnd(sentence, from, false) }] : [];
    return attributed(content, { from: group.start, to: at + 1 }, source);
  }
  return undefined;
}

const LONGEST_SPEAKER = 7;
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
  if (tokens[at]?.tag !== 'colon' || at === 0 || at > LONGEST_SPEAKER) return undefined;
  const speaker = tokens.slice(0, at);
  if (!speaker.every(({ tag }) => SPEAKER.has(tag))) return undefined;
  const named = speaker.some(({ tag }) => tag === 'name') && speaker[0]?.capital === true;
  const next = tokens[at + 1];
  if (!named || !next || !(next.capital || next.tag === 'open')) return undefined;
  if (next.tag !== 'open' && saysSomebody(sentence, at)) return undefined;
  const from = at + 1;
  const content = { from, to: withoutEnd(sentence, from, tokens.length) };
  return content.from < content.to
    ? attributed([content], { from: at, to: at + 1 }, { from: 0, to: at })
    : undefined;
}
