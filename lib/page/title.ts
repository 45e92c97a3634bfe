import { tidy } from './structured-data';

/** An article's title and, where the page shows it, the element that says it. */
export type Title = { readonly words: string; readonly element: Element | undefined };

/** Where titles stand if in no `h1`. */
const OTHER_HEADINGS =
  'h2, [itemprop~="headline"], [class*="headline" i], [class*="title" i], [id*="headline" i]';

/**
 * The title as the page shows it: the heading that says most of what the page declares or the
 * window is called; what is declared, where no heading does. The only large heading of an article
 * counts even against both, for an app may leave its first page's title behind.
 */
export function titleOf(
  page: Document,
  declared: string | undefined,
  site: string | undefined,
): Title {
  const windowTitle = tidy(page.title);
  const wanted = [declared ?? '', windowTitle].filter((each) => each !== '').map(tokens);
  const large = headingsOf(page.getElementsByTagName('h1'), site);
  const best = mostLike(large, wanted);
  if (best && best.worth >= 0.9) return best.heading;
  const other = mostLike(headingsOf(page.querySelectorAll(OTHER_HEADINGS), site), wanted);
  const [first, second] = [best, other].toSorted((a, b) => (b?.worth ?? 0) - (a?.worth ?? 0));
  const found = first ?? second;
  if (found && found.worth >= 0.6) return found.heading;
  const only = onlyHeadline(large);
  if (only) return only;
  const words = declared ?? withoutSite(windowTitle);
  return { words, element: elementSaying(page, words) };
}

type Heading = { readonly words: string; readonly element: Element };

function headingsOf(elements: Iterable<Element>, site: string | undefined): Heading[] {
  const headings: Heading[] = [];
  for (const element of elements) {
    const { textContent } = element;
    if (textContent.length < 6 || textContent.length > 600) continue;
    const words = tidy(textContent);
    if (words.length < 6 || words.length > 320 || words === site) continue;
    if (!element.closest('nav, aside, footer')) headings.push({ words, element });
  }
  return headings;
}

type Likely = { readonly heading: Heading; readonly worth: number };

function mostLike(
  headings: readonly Heading[],
  wanted: readonly (readonly string[])[],
): Likely | undefined {
  let best: Likely | undefined;
  for (const heading of headings) {
    const worth = Math.max(0, ...wanted.map((each) => likeness(heading, each)));
    if (worth > (best?.worth ?? 0)) best = { heading, worth };
  }
  return best;
}

/** How much of a heading the wanted title says and the other way round; 1 for the same words. */
function likeness({ words, element }: Heading, theirs: readonly string[]): number {
  const mine = tokens(words);
  const shared = mine.filter((token) => theirs.includes(token)).length;
  if (shared < 2) return mine.join(' ') === theirs.join(' ') && shared > 0 ? 1 : 0;
  if (theirs.join(' ').startsWith(`${mine.join(' ')} `)) return 0.95;
  const [precision, recall] = [shared / mine.length, shared / theirs.length];
  const tagged = element.tagName.toUpperCase() === 'H1' ? 1 : 0.9;
  return (tagged * (2 * precision * Math.max(recall, 0.35))) / (precision + Math.max(recall, 0.35));
}

/** Whether two titles share half the words of the shorter one. */
export function isAlike(one: string, other: string): boolean {
  const [short = [], long = []] = [tokens(one), tokens(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  return short.filter((token) => long.includes(token)).length * 2 >= short.length;
}

function onlyHeadline(large: readonly Heading[]): Heading | undefined {
  const inArticle = large.filter(({ element }) => element.closest('article, main'));
  const [only, another] = inArticle.length > 0 ? inArticle : large;
  const linked = only?.element.querySelector('a[href="/"], a[rel="home"]');
  return only && !another && !linked && tokens(only.words).length > 3 ? only : undefined;
}

/** Any small element whose words are the title: pages without headings have theirs in a plain one. */
function elementSaying(page: Document, words: string): Element | undefined {
  const wanted = tokens(words).join(' ');
  if (wanted === '' || !page.body) return undefined;
  for (const each of page.body.querySelectorAll('h2, h3, div, p, span, strong, td')) {
    if (each.childElementCount > 3 || each.textContent.length > words.length * 2 + 40) continue;
    if (tokens(each.textContent).join(' ') === wanted) return each;
  }
  return undefined;
}

/** White space and signs; property escapes would cost more than all the rest. */
// oxlint-disable-next-line require-unicode-regexp -- no letters are named
const BETWEEN = /[\s!-/:-@[-`{-~\u00A0-\u00BF\u2000-\u206F\u3000-\u3004]+/;

function tokens(words: string): string[] {
  return words.toLowerCase().split(BETWEEN).filter(Boolean);
}

/** Site names stand behind a bar, dash or dot at the end of a window title, or before one. */
function withoutSite(windowTitle: string): string {
  const parts = windowTitle.split(/\s+[|»·•–—-]\s+|\s*\|\s*/u).filter(Boolean);
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const first = parts[0] ?? '';
  if (parts.length < 2) return windowTitle;
  return tokens(first).length > 2 ? first : longest;
}
