import type { Article } from '@/lib/article/article';
import type { Names } from '@/lib/names/names';
import type { Annotations } from './annotation';
import { findFigures } from './figures';
import { findMentions } from './mentions';
import { findQuotes } from './quotes';

/** Everything in an article that can be clicked on: text and names in, annotations out. */
export function annotate(article: Article, names: Names): Annotations {
  const mentions = findMentions(article, names);
  const quotes = findQuotes(article, mentions);
  return { mentions, quotes, figures: findFigures(article) };
}
