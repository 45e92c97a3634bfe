import type { Annotation } from '@/lib/annotate/annotation';
import type { Context, Weight } from './context';
import type { Desk, PageWords } from './desk';
import { figureContext, measureOf } from './figure-context';
import { mentionContext, namedBy } from './mention-context';
import { mutedNow } from './muted';
import { mutedShelf } from './muted-shelf';
import { quoteContext, weightOfQuote } from './quote-context';
import { rememberingShelf } from './remembering-shelf';

export type { Desk, PageWords } from './desk';

/** Everything on record about one annotation of a page: what its card shows. */
export async function lookUp(
  annotation: Annotation,
  page: PageWords,
  desk: Desk,
): Promise<Context> {
  return await contextOf(annotation, page, deskFor(page, desk));
}

/** The desk for one task: each thing is read once, and what the reader muted lies in no drawer. */
function deskFor(page: PageWords, desk: Desk): Desk {
  const muted = mutedNow(desk, page);
  return { ...desk, shelf: mutedShelf(rememberingShelf(desk.shelf), muted) };
}

async function contextOf(annotation: Annotation, page: PageWords, desk: Desk): Promise<Context> {
  switch (annotation.kind) {
    case 'mention':
      return await mentionContext(annotation, page, desk);
    case 'figure':
      return await figureContext(annotation, page, desk);
    case 'quote':
      return await quoteContext(annotation, page, desk);
  }
}

/**
 * How much there is to show about each annotation of a page, in the same order. Reads no more than it
 * takes to tell, and asks the shelf once for what several annotations need.
 */
export async function weigh(
  annotations: readonly Annotation[],
  page: PageWords,
  desk: Desk,
): Promise<Weight[]> {
  const remembering = deskFor(page, desk);
  const weights: Weight[] = [];
  for (const annotation of annotations) {
    weights.push(await weightOfAnnotation(annotation, page, remembering));
  }
  return weights;
}

async function weightOfAnnotation(
  annotation: Annotation,
  page: PageWords,
  desk: Desk,
): Promise<Weight> {
  switch (annotation.kind) {
    case 'mention':
      return (await namedBy(annotation, page, desk)).length > 0 ? 'some' : 'none';
    case 'figure':
      return (await measureOf(annotation, page, desk)) ? 'direct' : 'none';
    case 'quote':
      return await weightOfQuote(annotation, page, desk);
  }
}
