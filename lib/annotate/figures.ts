import type { Article } from '@/lib/article/article';
import type { Figure } from './annotation';
import { type Amount, amountAt } from './figure-amount';
import { figureOf } from './figure-build';
import { type FigureLanguage, figureLanguage } from './figure-language';
import { joined } from './figure-range';
import { type Token, tokensOf } from './figure-token';

/** Every quantity in an article's text, in reading order; `statistic` tells those worth a card. */
export function findFigures(article: Article): Figure[] {
  const language = figureLanguage(article.lang);
  return article.blocks
    .filter(({ kind }) => kind !== 'note')
    .flatMap(({ start, end }) => {
      const tokens = tokensOf(article.text, [start, end], language.splitting);
      return figuresIn(tokens, language);
    });
}

function figuresIn(tokens: readonly Token[], language: FigureLanguage): Figure[] {
  const amounts = joined(amountsIn(tokens, language), tokens, language);
  const figures: Figure[] = [];
  let end = -1;
  for (const amount of amounts) {
    const figure = figureOf(amount, tokens, language);
    if (!figure || figure.span.start < end) continue;
    figures.push(figure);
    end = figure.span.end;
  }
  return figures;
}

function amountsIn(tokens: readonly Token[], language: FigureLanguage): Amount[] {
  const amounts: Amount[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = amountAt(tokens, at, language);
    if (found === undefined) at += 1;
    else if (typeof found === 'number') at = Math.max(found, at + 1);
    else {
      amounts.push(found);
      at = Math.max(found.numeral.next, at + 1, found.kind === 'counted' ? 0 : found.next);
    }
  }
  return amounts;
}
