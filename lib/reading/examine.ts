import { annotate } from '@/lib/annotate/annotate';
import type { Annotation } from '@/lib/annotate/annotation';
import { type Article, articleFromText } from '@/lib/article/article';
import { type Desk, type PageWords, weigh } from '@/lib/context/look-up';
import type { Names } from '@/lib/names/names';
import { annotationsWorthShowing, type ArticleFacts, type Finding, findingsOf } from './finding';

/** Everything worth showing in an article and its title, each with how much there is to show. */
export async function examine(
  article: Article,
  names: Names,
  desk: Desk,
): Promise<readonly Finding[]> {
  const found = annotate(article, names);
  const inBody = annotationsWorthShowing({
    ...found,
    quotes: found.quotes.filter(({ inTitle }) => inTitle !== true),
  });
  const title = articleFromText(article.title, { title: '', lang: article.lang });
  const inTitle = [
    ...annotate(title, names).mentions,
    ...found.quotes.filter((quote) => quote.inTitle === true),
  ];
  return [
    ...(await weighed(inTitle, { ...article, text: article.title, blocks: [] }, desk, true)),
    ...(await weighed(inBody, article, desk, false)),
  ];
}

/** An article's facts around one annotation, as context asks for them. */
export function pageWords({ around, ...facts }: ArticleFacts): PageWords {
  return { ...facts, text: around.text, offset: around.start };
}

// oxlint-disable-next-line max-params -- whether the words are the title's goes with the words
async function weighed(
  annotations: readonly Annotation[],
  article: Article,
  desk: Desk,
  inTitle: boolean,
): Promise<Finding[]> {
  const { text, blocks: _blocks, ...facts } = article;
  const weights = await weigh(annotations, { ...facts, text }, desk);
  return findingsOf(annotations, weights, { text, inTitle });
}
