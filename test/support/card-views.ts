import { lookUp } from '@/lib/context/look-up';
import type { Annotation } from '@/lib/annotate/annotation';
import type { PageWords } from '@/lib/context/desk';
import type { CardView } from '@/lib/reading/card-view';
import { factsAround, findingsOf } from '@/lib/reading/finding';
import { articleFromText } from '@/lib/article/article';
import { targetOf } from '@/lib/reading/target';
import { DEFAULT_SETTINGS } from '@/lib/settings';
import { deskOver, figureIn, harbourEntity, mentionIn, quoteIn } from './harbour';

/** Cards over the invented dispute about fishing licences, as the background hands them out. */

/** The minister's claim, which others dispute. */
export async function claimView(more: Partial<CardView> = {}): Promise<CardView> {
  const { quote, page } = quoteIn(
    '«No fishing licence was refused in the northern harbours last winter», Ada Marsh said.',
    'Ada Marsh',
  );
  return await viewOf(quote, page, more);
}

/** A claim by somebody of whom nothing is on record. */
export async function unknownClaimView(): Promise<CardView> {
  const { quote, page } = quoteIn('«The soup was cold on Tuesday», Nobody Known said.');
  return await viewOf(quote, page);
}

/** The minister's name. */
export async function personView(): Promise<CardView> {
  const { mention, page } = mentionIn('«Ada Marsh» spoke at the quay.', {
    name: 'Ada Marsh',
    entities: [harbourEntity('Ada Marsh')],
  });
  return await viewOf(mention, page);
}

/** A name that no dataset has. */
export async function strangerView(): Promise<CardView> {
  const { mention, page } = mentionIn('Harbour clerk «Elin Frost» spoke at the quay.', {
    name: 'Elin Frost',
    entities: [],
    role: 'Harbour clerk',
  });
  return await viewOf(mention, page);
}

/** A number of refused licences. */
export async function figureView(): Promise<CardView> {
  const { figure, page } = figureIn('There were «40 refused licences» in 2022, the board said.', {
    value: 40,
    unit: 'licence',
    of: ['refused', 'licences'],
  });
  return await viewOf(figure, page);
}

// oxlint-disable-next-line max-params -- an annotation, its page, and what a test changes
async function viewOf(
  annotation: Annotation,
  page: PageWords,
  more: Partial<CardView> = {},
): Promise<CardView> {
  const article = articleFromText(page.text, {
    title: 'Minister defends licences',
    byline: 'By Finn Dale',
    publisher: 'Harbour Gazette',
    published: '2024-05-10',
    url: 'https://www.news.example/licences',
  });
  const [finding] = findingsOf([annotation], ['direct'], { text: page.text, inTitle: false });
  if (!finding) throw new Error('An annotation makes a finding.');
  return {
    finding,
    article: factsAround(article, annotation),
    context: await lookUp(annotation, page, deskOver()),
    settings: DEFAULT_SETTINGS,
    collections: [],
    savedAs: [],
    position: { index: 1, count: 7 },
    target: targetOf(article, annotation, false),
    ...more,
  };
}
