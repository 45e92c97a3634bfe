import type { Article } from '@/lib/article/article';
import { sentencesOf } from '@/lib/article/sentences';
import type { Span } from '@/lib/article/span';
import { KHMER_SPEECH } from '@/lib/language/km/speech';
import { quotationsOf } from './quote-marks';
import { type Speech, typeOf } from './speech-spans';

const LONGEST_SOURCE = 120;

/**
 * What is said in an article whose script has no blanks between words: a verb of speech stands
 * between the speaker before it and the words behind it; a quotation before it is what was said.
 */
export function readUnspacedSpeech(article: Article): Speech[] {
  const found: Speech[] = [];
  for (const block of article.blocks) {
    if (block.kind === 'note') continue;
    const marks = quotationsOf(article.text, block).filter(({ depth }) => depth === 0);
    for (const sentence of sentencesOf(article.text, block)) {
      const speech = speechIn(article.text, sentence, marks);
      if (speech) found.push({ ...speech, type: typeOf(speech.content, marks) });
    }
  }
  return found;
}

function speechIn(text: string, sentence: Span, marks: readonly Span[]): Speech | undefined {
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(KHMER_SPEECH.cue)) {
    const start = sentence.start + match.index;
    const cue = trimmed(text, { start, end: start + match[0].length });
    if (marks.some((mark) => mark.start < cue.start && cue.end < mark.end)) continue;
    const behind = contentBehind(text, { start: cue.end, end: sentence.end });
    const before = marks.findLast((mark) => mark.end <= cue.start && mark.start >= sentence.start);
    const source = sourceBefore(text, { start: before?.end ?? sentence.start, end: cue.start });
    const content = [...(before ? [{ start: before.start, end: before.end }] : []), ...behind];
    if (content.length === 0) continue;
    return { content, cue, ...(source ? { source } : {}), type: 'indirect' };
  }
  return accordingIn(text, sentence);
}

/** "យោងតាមក្រសួង …": who, and behind a blank what is said. */
function accordingIn(text: string, { start, end }: Span): Speech | undefined {
  const found = KHMER_SPEECH.according.exec(text.slice(start, end));
  const [whole, according, who] = found ?? [];
  if (whole === undefined || according === undefined || who === undefined) return undefined;
  const content = contentBehind(text, { start: start + whole.length, end });
  const cue = start + whole.indexOf(according);
  const source = cue + whole.slice(cue - start).indexOf(who, according.length);
  if (content.length === 0) return undefined;
  return {
    content,
    cue: { start: cue, end: cue + according.length },
    source: { start: source, end: source + who.length },
    type: 'indirect',
  };
}

/** Behind the cue to the end of the sentence, without its stop. */
function contentBehind(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const lead = /^[\s៖:]*/u.exec(words)?.[0].length ?? 0;
  const content = trimmed(text, { start: start + lead, end });
  return content.end - content.start > 1 ? [content] : [];
}

/** The words right before the cue, back to a blank that parts clauses. */
function sourceBefore(text: string, { start, end }: Span): Span | undefined {
  const from = Math.max(start, end - LONGEST_SOURCE);
  const source = trimmed(text, { start: from, end });
  return source.end > source.start ? source : undefined;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const kept = words
    .trim()
    .replace(/[។៕,]+$/u, '')
    .trimEnd().length;
  return { start: start + lead, end: start + lead + kept };
}
