import type { Article } from '@/lib/article/article';
import type { Mention, Quote } from './annotation';
import { readSpeech } from './speech-article';

/** Quotes and attributed statements with their speakers, resolved through the article's mentions. */
export function findQuotes(article: Article, _mentions: readonly Mention[]): Quote[] {
  return readSpeech(article).map(({ content, source, cue, type }) => ({
    kind: 'quote',
    type,
    segments: content,
    source: source ? [source] : [],
    cue: cue ? [cue] : [],
  }));
}
