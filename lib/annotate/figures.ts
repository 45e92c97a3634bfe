import type { Article } from '@/lib/article/article';
import type { Figure } from './annotation';

/** Every quantity in an article's text, in reading order; `statistic` tells those worth a card. */
export function findFigures(_article: Article): Figure[] {
  return [];
}
