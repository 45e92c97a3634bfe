import { type Article, articleFromText } from '@/lib/article/article';
import { speakerTablesOf } from '@/lib/language/speech-tables';
import type { Mention, Quote } from './annotation';
import { speakerOf } from './speaker-names';
import type { Known } from './speaker-pronouns';
import { readSpeech } from './speech-article';
import type { Speech } from './speech-spans';

/**
 * Quotes and attributed statements with their speakers, resolved through the article's mentions, in
 * reading order; those of the title first, whose offsets are the title's.
 */
export function findQuotes(article: Article, mentions: readonly Mention[]): Quote[] {
  const { title, lang } = article;
  const tables = speakerTablesOf(lang);
  const headline = title === '' ? [] : readSpeech(articleFromText(title, { lang }));
  const titles: Known = { text: title, mentions: named(mentions), tables };
  const body: Known = { text: article.text, mentions, tables };
  return [
    ...headline.map((speech): Quote => Object.assign(quoteOf(speech, titles), { inTitle: true })),
    ...readSpeech(article).map((speech) => quoteOf(speech, body)),
  ];
}

/** The article's names, but nowhere: for a title, which its mentions do not cover. */
function named(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => ({ ...mention, span: { start: -1, end: -1 } }));
}

function quoteOf({ content, source, cue, type }: Speech, known: Known): Quote {
  const speaker = source ? speakerOf(known, source) : undefined;
  return {
    kind: 'quote',
    type,
    segments: content,
    source: source ? [source] : [],
    cue: cue ? [cue] : [],
    ...(speaker ? { speaker } : {}),
  };
}
