import type { Body, BodyQuestion } from '@/lib/article/find-body';
import {
  gatherArticleInSlices,
  type Gathering,
  type Opinion,
  opinionOn,
  type Reading,
  readingOf,
} from './read';

/** Who finds the body in what the page gathered, and who is asked where that is not sure. */
export type BodyDesk = {
  findBody(question: BodyQuestion): Promise<Body>;
  /** Readability, which is put into the page when it is first wanted. */
  secondOpinion(): Promise<Opinion | undefined>;
};

/**
 * Reads the page that it runs in: the page gathers, the background finds the body, and Readability
 * is heard where that is not sure. Nothing comes of a page without text, or once the signal is given.
 */
export async function readPage(desk: BodyDesk, signal: AbortSignal): Promise<Reading | undefined> {
  const slices = { now: () => performance.now(), pause: async () => await untilIdle(100) };
  const gathering = await gatherArticleInSlices(document, location.href, slices);
  if (!gathering || signal.aborted) return undefined;
  const { outline, facts } = gathering;
  const body = await desk.findBody({ outline, facts });
  const opinion = body.sure ? undefined : await askAnother(desk, gathering, signal);
  if (signal.aborted) return undefined;
  return readingOf(gathering, opinion ? await desk.findBody({ outline, facts, opinion }) : body);
}

async function askAnother(
  desk: BodyDesk,
  gathering: Gathering,
  signal: AbortSignal,
): Promise<readonly number[] | undefined> {
  const other = await desk.secondOpinion();
  if (!other || signal.aborted) return undefined;
  await untilIdle(1000);
  const texts = other(document);
  return texts && opinionOn(gathering, texts);
}

/** Lets the page's own work go first, for so long at most. */
async function untilIdle(timeout: number): Promise<void> {
  await new Promise((done) => {
    requestIdleCallback(done, { timeout });
  });
}
