import type { Article } from '@/lib/article/article';
import type { Mention, Quote } from './annotation';

/** Quotes and attributed statements with their speakers, resolved through the article's mentions. */
export function findQuotes(_article: Article, _mentions: readonly Mention[]): Quote[] {
  return [];
}
