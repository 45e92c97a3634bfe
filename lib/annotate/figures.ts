import type { Article } from '@/lib/article/article';
import type { Change, Figure } from './annotation';
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
  let last: { readonly amount: Amount; readonly change: Change } | undefined;
  let end = -1;
  for (const amount of amounts) {
    const found = figureOf(amount, tokens, language);
    if (!found || found.span.start < end) continue;
    const isAgain = last && isInOtherWords(tokens.slice(last.amount.next, amount.first), language);
    const figure = isAgain && found.change === '=' ? { ...found, ...moved(last) } : found;
    figures.push(figure);
    end = figure.span.end;
    last = { amount, change: figure.change };
  }
  return figures;
}

/** "rose 2.5 points, or 0.3 per cent": the same change by another unit. */
function isInOtherWords(gap: readonly Token[], { numbers }: FigureLanguage): boolean {
  if (gap.length === 0 || gap.length > 2) return false;
  return (
    gap.every(({ lower }) => lower === ',' || lower === '(' || numbers.or.has(lower)) &&
    gap.some(({ lower }) => lower === '(' || numbers.or.has(lower))
  );
}

function moved(last: { readonly change: Change } | undefined): Partial<Pick<Figure, 'change'>> {
  return last?.change === 'up' || last?.change === 'down' ? { change: last.change } : {};
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
