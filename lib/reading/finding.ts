import { type Annotation, type Annotations, spansOf } from '@/lib/annotate/annotation';
import type { Article } from '@/lib/article/article';
import { textOf } from '@/lib/article/span';
import type { Weight } from '@/lib/context/context';
import type { MarkKind } from '@/lib/settings';

/** One thing found on a page: what to mark and how much there is to show. */
export type Finding = {
  readonly id: string;
  readonly mark: MarkKind;
  readonly annotation: Annotation;
  readonly weight: Weight;
  /** One line for the side panel and screen readers: the words or the name. */
  readonly label: string;
  /** Set where the mark stands in the title: its spans are then offsets into the title. */
  readonly inTitle: boolean;
};

/** The facts of an article that a card needs beside one annotation. */
export type ArticleFacts = Omit<Article, 'text' | 'blocks'> & {
  /** The block around the annotation, with its offset in the article's text. */
  readonly around: { readonly start: number; readonly text: string };
};

/** Everything of an article worth showing, in reading order; bare numbers are left out. */
export function annotationsWorthShowing(found: Annotations): Annotation[] {
  const figures = found.figures.filter(({ statistic }) => statistic);
  return [...found.mentions, ...figures, ...found.quotes].toSorted(
    (a, b) => startOf(a) - startOf(b),
  );
}

/**
 * Makes findings of annotations, `weights` being in the same order.
 * @param text the text into which the annotations' spans point: the article's, or its title.
 */
export function findingsOf(
  annotations: readonly Annotation[],
  weights: readonly Weight[],
  { text, inTitle }: { readonly text: string; readonly inTitle: boolean },
): Finding[] {
  return annotations.map((annotation, index) => ({
    id: `${inTitle ? 't' : 'b'}${index}`,
    mark: markOf(annotation),
    annotation,
    weight: weights[index] ?? 'none',
    label: labelOf(annotation, text),
    inTitle,
  }));
}

/** The kind of mark that an annotation is drawn with. */
function markOf(annotation: Annotation): MarkKind {
  switch (annotation.kind) {
    case 'mention':
      return annotation.of;
    case 'figure':
      return 'figure';
    case 'quote':
      return 'claim';
  }
}

/** The facts of an article around one annotation; what a card needs, and no more. */
export function factsAround(article: Article, annotation: Annotation): ArticleFacts {
  const { text, blocks, ...facts } = article;
  const at = startOf(annotation);
  const block = blocks.find(({ start, end }) => start <= at && at < end) ?? { start: at, end: at };
  return { ...facts, around: { start: block.start, text: textOf(text, block) } };
}

function labelOf(annotation: Annotation, text: string): string {
  const words = spansOf(annotation)
    .map((span) => textOf(text, span))
    .join(' … ');
  return annotation.kind === 'mention' ? annotation.name : words.replaceAll(/\s+/gu, ' ');
}

function startOf(annotation: Annotation): number {
  return spansOf(annotation)[0]?.start ?? 0;
}
