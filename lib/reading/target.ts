import { type Annotation, spansOf } from '@/lib/annotate/annotation';
import type { Article } from '@/lib/article/article';
import type { Target } from '@/lib/collections/item';

/** How many characters of context a saved quote keeps on each side (W3C TextQuoteSelector). */
const CONTEXT = 32;

/** Where an annotation's words stand in an article, in the form in which items are saved. */
export function targetOf(article: Article, annotation: Annotation, inTitle: boolean): Target {
  const text = inTitle ? article.title : article.text;
  const spans = spansOf(annotation);
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? start;
  return {
    ...pageTarget(article),
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end },
  };
}

/** A whole page as a target. */
function pageTarget(article: Article): Target {
  const { url = '', canonicalUrl, title, publisher, published, lang } = article;
  return {
    source: url,
    ...(canonicalUrl === undefined ? {} : { canonical: canonicalUrl }),
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    lang,
  };
}
