import { tidy } from './structured-data';

/** One of several articles on a page, and the heading that bears its title. */
export type ArticleElement = { readonly element: Element; readonly heading: Element };

/** Prose that makes an article, in characters; teasers have less. */
const WHOLE = 900;

/** The whole articles of a page that shows several one below the other; empty where there is one or none. */
export function articlesIn(page: Document): ArticleElement[] {
  const found: ArticleElement[] = [];
  const elements = page.querySelectorAll('article, [itemtype$="NewsArticle"]');
  if (elements.length < 2) return found;
  for (const element of elements) {
    if (found.some((other) => other.element.contains(element))) continue;
    const heading = element.querySelector('h1, [itemprop~="headline"], h2');
    if (heading && proseIn(element) > WHOLE) found.push({ element, heading });
  }
  return found.length > 1 && !areEntries(found, page) ? found : [];
}

/** Whether they are told under one title, as a live report's entries are, and have none of their own. */
function areEntries(found: readonly ArticleElement[], page: Document): boolean {
  if (page.querySelector('[itemprop~="liveBlogUpdate"]')) return true;
  if (found.some(({ heading }) => heading.localName === 'h1')) return false;
  const titles = [...page.getElementsByTagName('h1')].map(({ textContent }) => tidy(textContent));
  // The name of a site may be an h1 as well; the window's title ends with that.
  return titles.some((title) => title.length > 9 && tidy(page.title).startsWith(title));
}

function proseIn(element: Element): number {
  let prose = 0;
  for (const { textContent } of element.getElementsByTagName('p')) {
    if (textContent.length > 60) prose += textContent.length;
  }
  return prose;
}

/** The article that the reader has before the eyes: the one over the middle of the window, or nearest to it. */
export function nearestOf(articles: readonly ArticleElement[]): ArticleElement | undefined {
  const [first] = articles;
  const view = first?.element.ownerDocument.defaultView;
  if (!first || !view || !('getBoundingClientRect' in first.element)) return first;
  const middle = view.innerHeight / 2;
  const distance = ({ element }: ArticleElement): number => {
    const { top, bottom } = element.getBoundingClientRect();
    return top <= middle && middle <= bottom
      ? 0
      : Math.min(Math.abs(top - middle), Math.abs(bottom - middle));
  };
  return articles.toSorted((a, b) => distance(a) - distance(b))[0];
}
